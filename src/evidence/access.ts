import { audits, country, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

/** Where a wallet's producer is today, and who that is. */
export interface WalletPlace {
  readonly unit: UnitCode
  readonly province: UnitCode
  readonly producer?: string
}

const communeStaff = ['commune-officer', 'commune-leader'] as const
const provinceReaders = ['province-officer', 'province-leader', 'advisory-member', 'inspector'] as const
const countryReaders = ['ministry-officer', 'ministry-leader', 'inspector'] as const

/** The producer keeps its wallet; the commune scans for those who have no scanner. */
function keeps(actor: Actor, { unit, producer }: WalletPlace): boolean {
  return actor.producers.includes(producer ?? '') || holds(actor, communeStaff, unit)
}

// Council members read papers only through a dossier on their agenda, which a higher slice judges.
export const evidenceAccess = {
  add: keeps,
  withdraw: keeps,
  read: (actor, at) =>
    keeps(actor, at) ||
    holds(actor, provinceReaders, at.province) ||
    holds(actor, countryReaders, country) ||
    audits(actor, at.province),
} satisfies Record<string, (actor: Actor, at: WalletPlace) => boolean>
