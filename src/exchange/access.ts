import { audits, country, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

/** Who sees the rows of old lists that wait for a person: the province they belong to, the ministry, auditors. */
export const exchangeAccess = {
  'read-waiting': (actor: Actor, { province }: { readonly unit: UnitCode; readonly province: UnitCode }) =>
    holds(actor, ['province-officer', 'province-leader'], province) ||
    holds(actor, 'ministry-officer', country) ||
    audits(actor, province),
  /** Who takes a report of a province, or of the country, in the shape the administration asks for. */
  'read-report': (actor: Actor, { province }: { readonly unit: UnitCode; readonly province: UnitCode }) =>
    holds(actor, ['province-officer', 'province-leader'], province) ||
    holds(actor, ['ministry-officer', 'ministry-leader'], country) ||
    audits(actor, province),
  /** Who gives what a source leaves out, or sets a row aside. */
  'settle-row': (actor: Actor, { province }: { readonly unit: UnitCode; readonly province: UnitCode }) =>
    holds(actor, ['province-officer'], province) || holds(actor, 'ministry-officer', country),
}
