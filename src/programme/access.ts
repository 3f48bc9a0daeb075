import { audits, country, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

export interface ProgrammePlace {
  readonly unit: UnitCode
  readonly province: UnitCode
}

export const programmeAccess = {
  'open-round': (actor: Actor, { unit }: ProgrammePlace) =>
    unit === country ? holds(actor, 'ministry-officer', country) : holds(actor, 'province-officer', unit),
  // The ministry's rounds bind every province, so whoever holds an office anywhere may read them.
  'read-rounds': (actor: Actor, { unit, province }: ProgrammePlace) =>
    actor.postings.some(
      (posting) =>
        unit === country || posting.province === province || posting.unit === unit || posting.unit === country,
    ) || audits(actor, province),
  'enter-day': (actor: Actor, { unit }: ProgrammePlace) =>
    holds(actor, [unit === country ? 'ministry-officer' : 'province-officer', 'administrator'], unit),
} satisfies Record<string, (actor: Actor, at: ProgrammePlace) => boolean>
