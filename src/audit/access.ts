import { audits, country, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

export const auditAccess = {
  /** The whole book for auditors of the country; what happened in their province for those of a province. */
  'read-book': (actor: Actor, { province }: { readonly unit: UnitCode; readonly province: UnitCode }) =>
    audits(actor, province),
}

/** Provinces whose part of the book the actor reads: `all`, some, or none. */
export function readableProvinces(actor: Actor): 'all' | UnitCode[] {
  if (holds(actor, 'auditor', country)) return 'all'
  return actor.postings.filter(({ role }) => role === 'auditor').map(({ province }) => province)
}
