import { beforeAll, describe, expect, test } from 'vitest'
import { holding, regulation } from '../../test/support/hall.ts'
import { useWorld } from '../../test/support/world.ts'
import { enterPastDossier } from '../dossier/actions-past.ts'
import { dossierById, moveDossier } from '../dossier/actions.ts'
import type { DossierAct } from '../dossier/model.ts'
import { systemActor } from '../kernel/actor.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import { rubricById } from '../regime/law.ts'
import type { Rubric, TextId } from '../regime/model.ts'
import { adoptRegulation, setUpCouncil } from './actions-council.ts'
import { sessionFile } from './actions-page.ts'
import { enterPastSession } from './actions-past.ts'
import type { PastItem } from './actions-past.ts'
import { ballotWorth } from '../../test/support/hall.ts'

const world = useWorld()
const stage = holding(world)
const system = (on: string) => world.as(systemActor, `${on}T02:00:00.000Z`)

/** Huyện Kon Plông, tỉnh Kon Tum: gone since 1 July 2025. */
const konPlong = { district: '613', province: '62', commune: '23458' }

interface PastCouncil {
  readonly councilId: string
  readonly seats: readonly string[]
}

async function council(level: 'district' | 'province', unitCode: string, since: string): Promise<PastCouncil> {
  const ctx = system(since)
  const seats = (
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => stage.person(`${level}-${unitCode}-${since}-${name}`)))
  ).map(({ id }) => id)
  const councilId = await setUpCouncil(
    ctx,
    {
      level,
      unitCode,
      name: `Hội đồng ${unitCode}`,
      decisionNo: '7/QĐ-UBND',
      decidedOn: since,
      fromDate: since,
      seats: seats.map((accountId, seat) => ({
        accountId,
        agency: 'Phòng mẫu',
        capacity: seat === 0 ? 'chair' : 'member',
      })),
    },
    { sample: true },
  )
  await adoptRegulation(ctx, councilId, { ...regulation, effectiveOn: since })
  return { councilId, seats }
}

async function pastDossier(
  name: string,
  text: TextId,
  rubric: string | null,
  filedOn: string,
  acts: readonly DossierAct[],
): Promise<string> {
  const { productId } = await stage.product(name)
  const steps = acts.map((act) => ({ act, on: filedOn }))
  const entered = await atomically(system(filedOn), (tx) =>
    enterPastDossier(tx, { productId, kind: 'first', text, rubric, commune: konPlong.commune, filedOn, steps }),
  )
  return entered.id
}

function enter(
  text: TextId,
  meetsOn: string,
  { councilId, seats }: PastCouncil,
  items: readonly PastItem[],
  present = seats,
) {
  return atomically(system(meetsOn), (tx: Tx) =>
    enterPastSession(tx, { councilId, text, meetsOn, place: 'Hội trường huyện', present, items, sample: true }),
  )
}

const stateOf = async (id: string) => (await dossierById(world.as(), id))?.state
const four = (points: number) => [points, points, points, points]
const toDistrict = ['receive-at-district'] as const

describe('a round of 1048/2019 in a district that is no more', () => {
  let district: PastCouncil
  beforeAll(async () => {
    district = await council('district', konPlong.district, '2021-03-01')
  })

  test.each([
    [29, 1, 'not-recognised', 'not-recognised'],
    [49, 2, 'not-recognised', 'not-recognised'],
    [50, 3, 'propose', 'proposed-to-province'],
    [90, 5, 'propose', 'proposed-to-province'],
  ])('%i points: %i stars, %s', async (points, stars, verdict, state) => {
    const dossierId = await pastDossier(`Măng le ${points}`, '1048-2019', '7', '2021-04-01', toDistrict)
    const { decided } = await enter('1048-2019', '2021-05-10', district, [{ dossierId, totals: four(points) }])
    expect(decided).toMatchObject([{ dossier: dossierId, totalPoints: 4 * points, ballots: 4, stars, verdict }])
    expect(await stateOf(dossierId)).toBe(state)
  })

  test('goes on to the province, and both results can be read as they were', async () => {
    const dossierId = await pastDossier('Sim rừng Kon Plông', '1048-2019', '7', '2021-04-01', toDistrict)
    const atDistrict = await enter('1048-2019', '2021-05-11', district, [{ dossierId, totals: [70, 72, 74, 71] }])
    const tx = system('2021-06-01')
    await atomically(tx, async (open) => {
      for (const act of ['receive-at-province', 'start-advice', 'report-advice'] as const)
        await moveDossier(open, dossierId, act)
    })
    const province = await council('province', konPlong.province, '2021-03-02')
    const { decided } = await enter('1048-2019', '2021-07-01', province, [{ dossierId, totals: [69, 70, 71, 70] }])
    expect(decided).toMatchObject([{ stars: 4, verdict: 'recognise' }])
    expect(await stateOf(dossierId)).toBe('scored')
    const [line] = (await sessionFile(world.as(), atDistrict.sessionId)).lines
    expect(line?.result).toMatchObject({
      totalPoints: 287,
      meanHundredths: 7175,
      spread: 4,
      sheet: { recorded: [70, 72, 74, 71], rubric: '1048-2019/7' },
    })
  })

  test('with options instead of totals, is scored by its own rubric', async () => {
    const rubric = rubricById('1048-2019/7') as Rubric
    const dossierId = await pastDossier('Nấm khô Kon Plông', '1048-2019', '7', '2021-04-01', toDistrict)
    const ballots = district.seats.map((accountId, seat) => ({ accountId, choices: ballotWorth(60 + seat, rubric) }))
    const { decided, sessionId } = await enter('1048-2019', '2021-05-12', district, [{ dossierId, ballots }])
    expect(decided).toMatchObject([{ totalPoints: 246, ballots: 4, verdict: 'propose' }])
    const [line] = (await sessionFile(world.as(), sessionId)).lines
    expect(line?.result?.sheet.asked).toHaveLength(rubric.criteria.length)
  })

  test('is read by the province that holds the district today', async () => {
    const dossierId = await pastDossier('Chuối hột', '1048-2019', '7', '2021-04-01', toDistrict)
    const { sessionId } = await enter('1048-2019', '2021-05-13', district, [{ dossierId, totals: four(55) }])
    const officer = (province: string) => ({
      id: 'can-bo',
      name: 'Cán bộ',
      producers: [],
      postings: [{ role: 'province-officer' as const, unit: province, province }],
    })
    expect((await sessionFile(world.as(officer('51')), sessionId)).lines).toHaveLength(1)
    await expect(sessionFile(world.as(officer('68')), sessionId)).rejects.toThrow('kernel/not-found')
  })
})

test('148/2023: a district recognises three stars and proposes from seventy', async () => {
  const district = await council('district', konPlong.district, '2023-06-01')
  const three = await pastDossier('Dâu tây ba sao', '148-2023', null, '2023-08-01', toDistrict)
  const four_ = await pastDossier('Dâu tây bốn sao', '148-2023', null, '2023-08-01', toDistrict)
  const items = [
    { dossierId: three, totals: four(69) },
    { dossierId: four_, totals: four(70) },
  ]
  const { decided } = await enter('148-2023', '2023-09-01', district, items)
  expect(decided.map(({ stars, verdict }) => [stars, verdict])).toEqual([
    [3, 'recognise'],
    [4, 'propose'],
  ])
  expect([await stateOf(three), await stateOf(four_)]).toEqual(['scored-by-district', 'proposed-to-province'])
})

describe('the same rules as in the hall', () => {
  test('hold for options: a spread too wide or a missing quorum is refused and leaves no trace', async () => {
    const district = await council('district', konPlong.district, '2021-03-03')
    const rubric = rubricById('1048-2019/7') as Rubric
    const dossierId = await pastDossier('Măng chua', '1048-2019', '7', '2021-04-01', toDistrict)
    const wide = district.seats.map((accountId, seat) => ({ accountId, choices: ballotWorth(60 + seat * 5, rubric) }))
    await expect(enter('1048-2019', '2021-05-14', district, [{ dossierId, ballots: wide }])).rejects.toThrow(
      'evaluation/spread-too-wide',
    )
    const few = district.seats.slice(0, 2)
    await expect(
      enter('1048-2019', '2021-05-14', district, [{ dossierId, ballots: wide.slice(0, 2) }], few),
    ).rejects.toThrow('evaluation/quorum-not-met')
    expect(await stateOf(dossierId)).toBe('received-by-district')
  })

  test('and only the programme itself enters the past', async () => {
    const district = await council('district', konPlong.district, '2021-03-04')
    const dossierId = await pastDossier('Măng ớt', '1048-2019', '7', '2021-04-01', toDistrict)
    const leader = {
      id: 'lanh-dao',
      name: 'Lãnh đạo',
      producers: [],
      postings: [{ role: 'province-leader' as const, unit: '51', province: '51' }],
    }
    const past = {
      councilId: district.councilId,
      text: '1048-2019' as const,
      meetsOn: '2021-05-15',
      place: '',
      present: district.seats,
      items: [
        {
          dossierId,
          totals: four(60),
        },
      ],
    }
    await expect(atomically(world.as(leader), (tx) => enterPastSession(tx, past))).rejects.toThrow('kernel/not-found')
  })
})
