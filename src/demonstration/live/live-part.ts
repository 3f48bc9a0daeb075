import { receiveAtMinistry } from '../../dossier/actions-forward.ts'
import { dossierById, moveDossier } from '../../dossier/actions.ts'
import { country } from '../../kernel/actor.ts'
import { orMissing } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/atomically.ts'
import { productById } from '../../product/actions.ts'
import type { Accounts } from '../accounts.ts'
import { chanceFrom } from '../chance.ts'
import { oldProvinces, placesOf } from '../places.ts'
import { ministryOn } from '../rounds.ts'
import { enterBusinessPlans } from './business-plans.ts'
import { enterComplaints } from './complaints.ts'
import { setUpSampleCouncil } from './councils.ts'
import type { SampleCouncil } from './councils.ts'
import { enterDistrictOf2021 } from './district-round.ts'
import { enterFairs } from './fairs.ts'
import { enterGatherings } from './gatherings.ts'
import { enterIdeas } from './ideas.ts'
import { enterInspections } from './inspections.ts'
import type { Entered } from './makers.ts'
import { enterLiveMakers, suspendSome } from './makers.ts'
import { tellSampleOwners } from './notices.ts'
import { decideElsewhere, enterStranded } from './old-ways.ts'
import { enterSeasons } from './seasons.ts'
import { callForTomorrow, draftFor, holdSession, openToday, publishAll, sendUp, signFor } from './sittings.ts'
import type { Scored } from './sittings.ts'
import { enterOrders } from './orders.ts'
import { enterOutcomes } from './outcomes.ts'
import { enterPlans } from './plans.ts'
import { openStage } from './stage.ts'
import type { Stage } from './stage.ts'
import { enterSupport } from './support.ts'
import { enterTraining } from './training.ts'
import { enterTrade } from './trade.ts'
import { walk } from './way-to-council.ts'

const seed = 26

/** Dossiers on their way today, with the people, papers, councils and ideas around them. */
export async function enterLivePart(tx: Tx, accounts: Accounts): Promise<readonly Entered[]> {
  const chance = chanceFrom(seed)
  const entered = await enterLiveMakers(tx, accounts, chance)
  const stage = openStage(tx, accounts, chance)
  const dossiers = await walkAll(stage, entered)
  const dakLak = await letCouncilsWork(stage, dossiers)
  await decidePhan(stage, entered, dossiers)
  await suspendSome(stage, entered)
  await enterDistrictOf2021(stage)
  await enterIdeas(stage)
  await enterSeasons(stage)
  await enterBusinessPlans(stage)
  await enterTraining(stage)
  await enterGatherings(stage)
  await tellSampleOwners(stage)
  await enterPlans(stage)
  await enterTrade(stage)
  await enterOrders(stage)
  await enterOutcomes(stage)
  await enterComplaints(stage, dakLak, entered, dossiers)
  return entered
}

type Dossiers = (key: string) => Scored

async function walkAll(stage: Stage, entered: readonly Entered[]): Promise<Dossiers> {
  const known = new Map<string, Scored>()
  for (const { maker, product, id, certificate } of entered) {
    if (product.dossier === undefined) continue
    const dossierId = await walk(stage, maker, product, product.dossier, id, certificate)
    known.set(product.key, { dossierId, aim: product.dossier.aim })
  }
  return (key) => orMissing(known.get(key))
}

/** Gia Lai's council is the mild one: it gives several points more for the same work, and the ministry can see it. */
const mildness = 7

async function letCouncilsWork(stage: Stage, of: Dossiers): Promise<SampleCouncil> {
  const dakLak = await setUpSampleCouncil(stage, '66')
  const giaLai = await setUpSampleCouncil(stage, '52')
  const ministry = await setUpSampleCouncil(stage, 'VN')
  await closeAutumn(stage, of, dakLak, giaLai)
  await closeCentral(stage, of, ministry)
  await decideAgainst(stage, await holdSession(stage, dakLak, 9, [of('cha-ca')], 0), of('cha-ca').dossierId)
  const lately = await holdSession(stage, dakLak, 4, [of('phin-giay')], 0)
  await draftFor(stage, dakLak, lately, 3)
  await callForTomorrow(stage, dakLak, ['ca-phe-hat', 'sau-rieng-say', 'mam-nhi'].map(of))
  await openToday(stage, giaLai, ['mac-ca-say', 'banh-trang'].map(of))
  await sendOneUp(stage, dakLak, of('ca-phe-dac-san'))
  return dakLak
}

/** Two sessions that ended in signed decisions; what reached ninety points was approved and went up. */
async function closeAutumn(stage: Stage, of: Dossiers, dakLak: SampleCouncil, giaLai: SampleCouncil): Promise<void> {
  const ids = (...keys: string[]) => keys.map((key) => of(key).dossierId)
  const east = ['mat-ong-ca-phe', 'tui-loc', 'moka', 'mit-say', 'chuoi-say', 'xoai-say', 'mut-vo'].map(of)
  const certificates = await signFor(stage, dakLak, await holdSession(stage, dakLak, 58, east, 0), 50)
  await enterSupport(stage, certificates, 50)
  await enterFairs(stage, certificates)
  await enterInspections(stage, certificates)
  await publishAll(stage, 48, ids('tui-loc', 'moka', 'chuoi-say'))
  await sendUp(stage, dakLak, 47, ids('mat-ong-ca-phe'))
  const north = ['nhan-mac-ca', 'dau-mac-ca', 'ca-phe-gio', 'ca-phe-hat-gio', 'dau-dua', 'tranh-xo-dua', 'mut-dua']
  await signFor(stage, giaLai, await holdSession(stage, giaLai, 60, north.map(of), mildness), 52)
  await publishAll(stage, 50, ids('nhan-mac-ca', 'ca-phe-gio', 'dau-dua'))
  await sendUp(stage, giaLai, 49, ids('dau-mac-ca', 'tranh-xo-dua'))
}

/** Approved, sent and received by the ministry: it waits for a session there. */
async function sendOneUp(stage: Stage, council: SampleCouncil, scored: Scored): Promise<void> {
  await signFor(stage, council, await holdSession(stage, council, 32, [scored], 0), 28)
  await sendUp(stage, council, 26, [scored.dossierId])
  await receiveAtMinistry(await stage.as('mau.can-bo-bo', 21), scored.dossierId)
}

/** At the ministry one product got five stars, one fell below ninety, one waits for the signature. */
async function closeCentral(stage: Stage, of: Dossiers, ministry: SampleCouncil): Promise<void> {
  const agenda = [
    { ...of('tranh-xo-dua'), aim: { points: 93, stars: 5 } },
    { ...of('dau-mac-ca'), aim: { points: 83, stars: 4 } },
  ]
  await signFor(stage, ministry, await holdSession(stage, ministry, 24, agenda, 0), 18)
  await draftFor(stage, ministry, await holdSession(stage, ministry, 5, [of('mat-ong-ca-phe')], 0), 3)
}

/** Below three stars: the outcome stands, and the producer has not been told in writing yet. */
async function decideAgainst(stage: Stage, sessionId: string, dossierId: string): Promise<void> {
  const then = await stage.as('mau.tinh-66', 8)
  const state = (await dossierById(then, dossierId))?.state
  if (state === 'scored')
    await moveDossier(then, dossierId, 'not-recognise', {
      article: '26/2026 Điều 4.1a',
      reason: `Kết quả phiên ${sessionId}`,
    })
}

/** Lâm Đồng has no sample council: two of its decisions, and four dossiers that a district once had. */
async function decidePhan(stage: Stage, entered: readonly Entered[], of: Dossiers): Promise<void> {
  const lamDong = { commune: '22945', province: '68' }
  const productOf = (key: string) => orMissing(entered.find(({ product }) => product.key === key)).id
  await decideElsewhere(stage, 2, {
    ...lamDong,
    dossierId: of('mam-ca-com').dossierId,
    productId: productOf('mam-ca-com'),
    level: 'province',
    unit: '68',
    authority: 'Ủy ban nhân dân tỉnh Lâm Đồng',
    stars: 4,
    meanHundredths: 7914,
  })
  await decideElsewhere(stage, 1, {
    ...lamDong,
    dossierId: of('mam-nam-sao').dossierId,
    productId: productOf('mam-nam-sao'),
    level: 'ministry',
    unit: country,
    authority: ministryOn(stage.tx.today),
    stars: 5,
    meanHundredths: 9362,
  })
  await strand(stage.system(0), productOf('mam-ca-com'), lamDong.commune)
}

async function strand(tx: Tx, productId: string, commune: string): Promise<void> {
  const { producerId } = orMissing(await productById(tx, productId))
  const old = orMissing(oldProvinces.find(({ code }) => code === '60'))
  await enterStranded(
    tx,
    producerId,
    orMissing((await placesOf(tx, old)).find(({ todayCode }) => todayCode === commune)),
  )
}
