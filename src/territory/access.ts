import { country, holds, holdsAnywhere } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

/** The register of units is one for the country. */
export interface RegisterPlace {
  readonly unit: UnitCode
  readonly province: UnitCode
}

export const registerOfUnits: RegisterPlace = { unit: country, province: country }

/**
 * Units are read by everybody. A resolution of the National Assembly's committee is entered, and a doubtful successor settled, by
 * the ministry's officers, or by the administrator as part of operation: neither touches a dossier.
 */
export const territoryAccess = {
  'enter-reform': mayKeepRegister,
  'settle-unit': mayKeepRegister,
} satisfies Record<string, (actor: Actor, at: RegisterPlace) => boolean>

function mayKeepRegister(actor: Actor, { unit }: RegisterPlace): boolean {
  return unit === country && (holdsAnywhere(actor, 'administrator') || holds(actor, 'ministry-officer', country))
}
