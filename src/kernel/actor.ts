/** Who acts. Roles are words of the programme's law; a posting ties one to a place for a term. */
export const roles = [
  'producer',
  'commune-officer',
  'commune-leader',
  'district-officer',
  'province-officer',
  'advisory-member',
  'council-member',
  'council-secretary',
  'council-chair',
  'province-leader',
  'ministry-officer',
  'ministry-leader',
  'inspector',
  'support-officer',
  'training-officer',
  'trade-officer',
  'editor',
  'auditor',
  'administrator',
] as const

export type Role = (typeof roles)[number]

/**
 * A code of a unit. Its length tells the kind: 5 digits a commune, 3 a district (history), 2 a province;
 * `VN` is the country.
 */
export type UnitCode = string

export const country: UnitCode = 'VN'

/** A role held in a unit on the day of the request; units already followed through mergers to today's. */
export interface Posting {
  readonly role: Role
  readonly unit: UnitCode
  /** The province that holds the unit, itself for a province, `VN` for the country. */
  readonly province: UnitCode
}

export interface Actor {
  /** Account id, or `visitor`, or `system` for scheduled work. */
  readonly id: string
  readonly name: string
  readonly postings: readonly Posting[]
  /** Producers this account may act for (owner, staff or disclosed delegate). */
  readonly producers: readonly string[]
}

export const visitor: Actor = { id: 'visitor', name: 'Khách', postings: [], producers: [] }
export const systemActor: Actor = { id: 'system', name: 'Hệ thống', postings: [], producers: [] }

/** Does the actor hold one of the roles exactly in this unit? */
export function holds(actor: Actor, wanted: Role | readonly Role[], unit: UnitCode): boolean {
  const set: readonly Role[] = typeof wanted === 'string' ? [wanted] : wanted
  return actor.postings.some((posting) => set.includes(posting.role) && posting.unit === unit)
}

/** Does the actor hold one of the roles anywhere? */
export function holdsAnywhere(actor: Actor, ...wanted: readonly Role[]): boolean {
  return actor.postings.some((posting) => wanted.includes(posting.role))
}

/** Auditors read everything in their country or province, and change nothing. */
export function audits(actor: Actor, province: UnitCode): boolean {
  return holds(actor, 'auditor', country) || holds(actor, 'auditor', province)
}
