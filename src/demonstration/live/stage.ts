import type { Actor } from '../../kernel/actor.ts'
import { systemActor } from '../../kernel/actor.ts'
import type { CivilDate } from '../../kernel/civil-date.ts'
import type { Tx } from '../../platform/atomically.ts'
import { asPerson } from '../accounts.ts'
import type { Accounts } from '../accounts.ts'
import type { Chance } from '../chance.ts'
import { onDay } from '../history.ts'
import type { LiveCommune } from '../sample-people.ts'
import { daysAgo } from './calendar.ts'

const provinceOf: Readonly<Record<LiveCommune, string>> = {
  '24280': '66',
  '24490': '66',
  '22120': '66',
  '23794': '52',
  '21640': '52',
  '23473': '51',
  '21548': '51',
  '22945': '68',
}

/** Communes with an officer beside the leader. */
const officers: Partial<Record<LiveCommune, readonly [string, string]>> = {
  '24280': ['mau.xa-cu-mgar', 'mau.lanh-dao-cu-mgar'],
  '23473': ['mau.xa-mang-den', 'mau.lanh-dao-mang-den'],
}

/** Sign-in name of the leader of a live commune. */
export function communeLeaderOf(commune: LiveCommune): string {
  return officers[commune]?.[1] ?? `mau.lanh-dao-${commune}`
}

const advisers: Readonly<Record<string, string>> = { '66': 'mau.tu-van-66', '52': 'mau.tu-van-52' }

/** The sample people on the days of their acts, all in one transaction. */
export interface Stage {
  readonly tx: Tx
  readonly accounts: Accounts
  readonly chance: Chance
  day(ago: number): CivilDate
  /** The programme itself, so many days ago. */
  system(ago: number): Tx
  /** One of the sample people at nine in the morning so many days ago; today at the moment of the sample. */
  as(signInName: string, ago: number): Promise<Tx>
  communeOfficer(commune: LiveCommune): string
  communeLeader(commune: LiveCommune): string
  provinceOfficer(commune: LiveCommune): string
  provinceLeader(commune: LiveCommune): string
  adviser(commune: LiveCommune): string
}

export function openStage(tx: Tx, accounts: Accounts, chance: Chance): Stage {
  const actors = new Map<string, Actor>()
  const day = (ago: number) => daysAgo(tx.today, ago)
  const at = (ago: number) => (ago === 0 ? tx : onDay(tx, day(ago)))
  const provinceOfficer = (commune: LiveCommune) => `mau.tinh-${provinceOf[commune]}`
  return {
    tx,
    accounts,
    chance,
    day,
    provinceOfficer,
    system: (ago) => ({
      ...at(ago),
      actor: systemActor,
    }),
    as: async (signInName, ago) => {
      const actor = actors.get(signInName) ?? (await asPerson(tx, accounts, signInName)).actor
      actors.set(signInName, actor)
      return {
        ...at(ago),
        actor,
      }
    },
    communeOfficer: (commune) => officers[commune]?.[0] ?? `mau.lanh-dao-${commune}`,
    communeLeader: communeLeaderOf,
    provinceLeader: (commune) => `mau.lanh-dao-tinh-${provinceOf[commune]}`,
    adviser: (commune) => advisers[provinceOf[commune]] ?? provinceOfficer(commune),
  }
}
