import { describe, expect, it, test } from 'vitest'
import { openDossier } from '../dossier/actions.ts'
import { attachProduct } from '../idea/actions-walk.ts'
import { answerIdea, fileIdea } from '../idea/actions.ts'
import { visitor } from '../kernel/actor.ts'
import type { Actor, Role } from '../kernel/actor.ts'
import { beginPlan } from '../plan/actions.ts'
import { describeProduct } from '../product/actions.ts'
import { makeOffer } from '../trade/actions-offer.ts'
import { visiting } from '../../test/support/pages.ts'
import { communeOfficer, newProducer, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { productSteps } from './actions-steps.ts'
import type { StepFacts } from './model-steps.ts'
import { cycleStepPages } from './pages-steps.tsx'
import { stepsOf } from './rules-steps.ts'
import { refusals } from './words.ts'

const nothing: StepFacts = {
  classes: 0,
  ideaId: null,
  ideaFiledOn: null,
  ideaDueOn: null,
  ideaOutcome: null,
  planId: null,
  planState: null,
  papers: 0,
  papersLapsed: 0,
  entitlementId: null,
  entitlementState: null,
  entitlementEvent: null,
  dossierId: null,
  dossierState: null,
  dossierDue: null,
  dossierTurn: null,
  certificate: null,
  inForce: false,
  lastDay: null,
  offerId: null,
  connectionId: null,
  connectionState: null,
  connectionDue: null,
  fairSlug: null,
  fairTitle: null,
  fairOn: null,
  fairOutcome: null,
  shelves: 0,
}

const at = (step: string, change: Partial<StepFacts>) =>
  stepsOf({ ...nothing, ...change }).find((one) => one.step === step)

describe('each step has a state, a turn and its day', () => {
  it('holds nobody up for what no text asks before a dossier', () => {
    const optional = stepsOf(nothing).filter(({ state }) => state === 'optional')
    expect(optional.map(({ step }) => step)).toEqual(['learning', 'idea', 'plan', 'support'])
  })

  test.each([
    ['idea', { ideaId: 'y', ideaDueOn: '2026-12-01' }, 'current', 'Cán bộ xã', '2026-12-01'],
    ['idea', { ideaId: 'y', ideaDueOn: '2026-12-01', ideaOutcome: 'welcome' }, 'done', '–', null],
    ['plan', { planId: 'p', planState: 'draft' }, 'current', 'Chủ thể', null],
    ['plan', { planId: 'p', planState: 'sent' }, 'current', 'Cán bộ xã', null],
    ['plan', { planId: 'p', planState: 'revise' }, 'current', 'Chủ thể', null],
    ['plan', { planId: 'p', planState: 'agreed' }, 'done', '–', null],
    ['implementation', { papers: 2 }, 'done', '–', null],
    ['implementation', { papers: 2, papersLapsed: 1 }, 'current', 'Chủ thể', null],
    ['support', { entitlementState: 'opened' }, 'current', 'Cán bộ hỗ trợ', null],
    ['support', { entitlementState: 'proposed' }, 'current', 'Lãnh đạo UBND', null],
    ['support', { entitlementState: 'measured' }, 'done', '–', null],
    [
      'evaluation',
      { dossierState: 'filed', dossierTurn: 'commune-officer', dossierDue: '2026-12-15' },
      'current',
      'Cán bộ xã',
      '2026-12-15',
    ],
    ['evaluation', { certificate: '1/GCN', inForce: true, lastDay: '2028-01-01' }, 'done', '–', '2028-01-01'],
    ['evaluation', { certificate: '1/GCN' }, 'current', 'Chủ thể', null],
    [
      'promotion',
      { offerId: 'n', connectionState: 'quoted', connectionDue: '2026-12-09' },
      'current',
      'Bên mua',
      '2026-12-09',
    ],
    ['promotion', { fairOn: '2026-12-20', fairOutcome: null }, 'current', 'Ban tổ chức', '2026-12-20'],
    ['promotion', { fairOn: '2026-12-20', fairOutcome: 'chosen' }, 'current', 'Chủ thể', '2026-12-20'],
    ['promotion', { shelves: 1 }, 'done', '–', null],
    ['promotion', { inForce: true }, 'current', 'Chủ thể', null],
  ] as const)('%s with %o is %s, turn of %s, due %s', (step, change, state, turn, dueOn) => {
    expect(at(step, change)).toEqual({ step, state, turn, dueOn })
  })
})

const world = useWorld()
let actor: Actor = visitor
const site = visiting(cycleStepPages, refusals, () => world.as(actor))

it('shows one product along the cycle to its people and its commune, and to nobody else', async () => {
  const { id: producerId, owner } = await newProducer(world)
  const { id } = await describeProduct(world.as(owner), { producerId, name: 'Măng khô mẫu', group: '4', packs: [] })
  const dossier = await openDossier(world.as(owner), { productId: id, kind: 'first' })
  await makeOffer(world.as(owner), {
    product: id,
    unit: 'kg',
    price: 90_000,
    monthly: { '11': 10 },
    minOrder: 1,
    paymentDays: 0,
    discountPercent: 0,
  })
  actor = owner
  const page = await (await site.get(`/san-pham-cua-toi/${id}/chu-trinh`)).text()
  expect(page).toContain(`/ho-so/${dossier}`)
  expect(page).toContain('Nguồn cung đang chào')
  expect(page).toContain('Chủ thể')
  expect((await productSteps(world.as(communeOfficer), id)).facts).toMatchObject({ dossierState: 'draft', shelves: 0 })
  const stranger = (await newProducer(world)).owner
  for (const other of [visitor, stranger]) {
    expect(await refusedWith(productSteps(world.as(other), id))).toEqual(['kernel/not-found'])
  }
})

it('leads nobody to a page that is not there for them: the way of an idea, the plan and the papers open by their own rights', async () => {
  const { id: producerId, owner } = await newProducer(world)
  const { id } = await describeProduct(world.as(owner), { producerId, name: 'Mắm cà mẫu', group: '9', packs: [] })
  const { id: idea } = await fileIdea(world.as(owner), {
    title: 'Mắm cà ít mặn',
    description: 'Giảm muối.',
    origin: 'existing',
    proposerName: 'Người Mẫu',
    proposerPhone: '0900000779',
    commune: '23473',
  })
  const seen = { materials: 'x', labour: 'x', community: 'x', market: 'x' }
  await answerIdea(world.as(communeOfficer), idea, { outcome: 'welcome', answer: 'Làm đi.', ...seen })
  await attachProduct(world.as(owner), idea, { product: id })
  await beginPlan(world.as(owner), { title: 'Mắm cà 2027', product: id })
  const linksOf = async (who: Actor) => {
    actor = who
    const page = await (await site.get(`/san-pham-cua-toi/${id}/chu-trinh`)).text()
    const known = [/\/y-tuong\//, /\/phuong-an\/[0-9a-f]/, /\/minh-chung\?/, /\/san-pham-cua-toi\/[^/"]+"/]
    return known.map((address) => address.test(page))
  }
  const posted = (role: Role): Actor => ({
    ...communeOfficer,
    id: role,
    postings: [{ role, unit: '51', province: '51' }],
  })
  expect(await linksOf(owner)).toEqual([true, true, true, true])
  // A colleague writes for the same producer and did not send the idea.
  expect(await linksOf({ ...owner, id: 'dong-nghiep' })).toEqual([false, true, true, true])
  // A plan that was never sent is its makers' alone.
  expect(await linksOf(communeOfficer)).toEqual([true, false, true, true])
  expect(await linksOf(posted('province-officer'))).toEqual([true, false, true, true])
  expect(await linksOf(posted('trade-officer'))).toEqual([false, false, false, true])
  expect(await linksOf(posted('training-officer'))).toEqual([false, false, false, false])
})
