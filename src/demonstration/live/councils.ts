import { adoptRegulation, setUpCouncil } from '../../evaluation/actions-council.ts'
import { openRound, roundsFor } from '../../programme/actions.ts'
import { addDays, yearOf } from '../../kernel/civil-date.ts'
import type { CivilDate } from '../../kernel/civil-date.ts'
import type { Tx } from '../../platform/atomically.ts'
import { councilSeats } from '../sample-people.ts'
import type { SampleSeat } from '../sample-people.ts'
import type { Stage } from './stage.ts'

export type CouncilUnit = keyof typeof councilSeats

export interface SampleCouncil {
  readonly id: string
  readonly unit: CouncilUnit
  readonly seats: readonly SampleSeat[]
  /** Who may vote, in the order of the seats; the chair first. */
  readonly voters: readonly { readonly signInName: string; readonly accountId: string }[]
  readonly officer: string
  readonly leader: string
  readonly roundId: string
}

const offices: Record<
  CouncilUnit,
  { readonly name: string; readonly officer: string; readonly leader: string; readonly decision: string }
> = {
  '66': {
    name: 'Hội đồng OCOP tỉnh Đắk Lắk (mẫu)',
    officer: 'mau.tinh-66',
    leader: 'mau.lanh-dao-tinh-66',
    decision: '1201/QĐ-UBND',
  },
  '52': {
    name: 'Hội đồng OCOP tỉnh Gia Lai (mẫu)',
    officer: 'mau.tinh-52',
    leader: 'mau.lanh-dao-tinh-52',
    decision: '1340/QĐ-UBND',
  },
  VN: {
    name: 'Hội đồng OCOP trung ương (mẫu)',
    officer: 'mau.can-bo-bo',
    leader: 'mau.lanh-dao-bo',
    decision: '2210/QĐ-BNNMT',
  },
}

const setUpAgo = 150

/** A council by decision of its leader, its regulation, and the round it works in. */
export async function setUpSampleCouncil(stage: Stage, unit: CouncilUnit): Promise<SampleCouncil> {
  const { officer, leader } = offices[unit]
  const seats = councilSeats[unit]
  const accountOf = ({ person }: SampleSeat) => stage.accounts.get(person.signInName) ?? ''
  const voting = seats.filter(({ capacity }) => capacity !== 'secretary')
  const id = await decide(await stage.as(leader, setUpAgo), stage.tx.today, unit, accountOf)
  return {
    id,
    unit,
    seats,
    officer,
    leader,
    voters: voting.map((seat) => ({ signInName: seat.person.signInName, accountId: accountOf(seat) })),
    roundId: await currentRound(await stage.as(officer, 30), unit, stage.tx.today),
  }
}

async function decide(
  then: Tx,
  unitOn: CivilDate,
  unit: CouncilUnit,
  accountOf: (seat: SampleSeat) => string,
): Promise<string> {
  const { name, decision } = offices[unit]
  const id = await setUpCouncil(
    then,
    {
      level: unit === 'VN' ? 'ministry' : 'province',
      unitCode: unit,
      name,
      decisionNo: decision,
      decidedOn: then.today,
      fromDate: then.today,
      seats: councilSeats[unit].map((seat) => ({
        accountId: accountOf(seat),
        capacity: seat.capacity,
        agency: seat.agency,
      })),
    },
    { sample: true, unitOn },
  )
  await adoptRegulation(then, id, {
    documentNo: `Quy chế mẫu số 01 kèm ${decision}`,
    effectiveOn: then.today,
    quorumNumerator: 3,
    quorumDenominator: 4,
    chairRequired: true,
    spreadPoints: 10,
    gateRule: 'majority',
    fallback: 'highest-met',
    proposes: 'on-points',
    wideRounds: 3,
  })
  return id
}

/** The second round of the year for a province, the first of the next year's for the ministry; found when it is open already. */
async function currentRound(tx: Tx, unit: CouncilUnit, today: CivilDate): Promise<string> {
  const { year, number, proposeBy, doneBy } = batchAround(unit, today)
  const open = (await roundsFor(tx)).find(
    (round) => round.unitCode === unit && round.year === year && round.number === number,
  )
  if (open) return open.id
  return openRound(tx, {
    level: unit === 'VN' ? 'ministry' : 'province',
    unitCode: unit,
    unitOn: today,
    year,
    number,
    proposeBy,
    doneBy,
    sample: true,
  })
}

/** The batch of 26/2026 Article 7.5 whose work is not done yet. */
function batchAround(unit: CouncilUnit, today: CivilDate) {
  const year = yearOf(addDays(today, 2))
  const batches = [year, year + 1].flatMap((of) =>
    unit === 'VN'
      ? [
          { year: of, number: 2, proposeBy: `${of}-01-30`, doneBy: `${of}-03-30` },
          { year: of, number: 1, proposeBy: `${of}-07-30`, doneBy: `${of}-09-30` },
        ]
      : [
          { year: of, number: 1, proposeBy: `${of}-04-30`, doneBy: `${of}-06-30` },
          { year: of, number: 2, proposeBy: `${of}-10-30`, doneBy: `${of}-12-30` },
        ],
  )
  const [first] = batches.filter(({ doneBy }) => doneBy > today)
  if (first === undefined) throw new Error('Every year has a batch to come')
  return first
}
