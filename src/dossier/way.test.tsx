import { describe, expect, test } from 'vitest'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { recordVisit } from '../idea/actions-voice.ts'
import { answerIdea, fileIdea } from '../idea/actions.ts'
import { cycleStepPages } from '../cycle/pages-steps.tsx'
import { describeProduct } from '../product/actions.ts'
import { beginPlan, planFor, savePlan, sendPlan } from '../plan/actions.ts'
import { visiting } from '../../test/support/pages.ts'
import { communeOfficer, newProducer } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { openDossier } from './actions.ts'
import { dossierForms } from './pages-forms.tsx'
import { wayPages } from './pages-way.tsx'
import { wayOf } from './rules-way.ts'
import type { WayFacts } from './rules-way.ts'
import { refusals as ideaRefusals } from '../idea/words.ts'
import { refusals as ownRefusals } from './words.ts'

const refusals = { ...ideaRefusals, ...ownRefusals }

const world = useWorld()
let actor: Actor = visitor
const way = visiting(wayPages, refusals, () => world.as(actor))
const forms = visiting(dossierForms, refusals, () => world.as(actor))

const begun: WayFacts = {
  filedOn: '2026-11-24',
  dueOn: '2026-12-15',
  outcome: null,
  visitedOn: null,
  organisation: null,
  producer: false,
  plan: null,
  product: false,
  dossier: null,
}
const current = (facts: WayFacts) => wayOf(facts).find(({ state }) => state === 'current')

describe('each step has one owner', () => {
  test('the commune has the turn until it answered, then the person, then whoever has the dossier', () => {
    expect(current(begun)).toMatchObject({ stage: 'answer', owner: 'Cán bộ xã' })
    const answered = { ...begun, outcome: 'welcome' as const }
    expect(current(answered)).toMatchObject({ stage: 'organisation', owner: 'Người có ý tưởng' })
    const made = { ...answered, producer: true, product: true }
    expect(current(made)).toMatchObject({ stage: 'dossier', owner: 'Người có ý tưởng' })
    const filed = { ...made, dossier: { state: 'filed', owner: 'commune-officer' } as const }
    expect(current(filed)).toMatchObject({ stage: 'dossier', owner: 'commune-officer' })
    expect(current({ ...made, dossier: { state: 'published', owner: 'nobody' } as const })).toBeUndefined()
  })

  test('neither a look on the spot nor a plan holds anybody up', () => {
    const optional = wayOf(begun).filter(({ state }) => state === 'optional')
    expect(optional.map(({ stage }) => stage)).toEqual(['visit', 'plan'])
  })
})

test('the whole way on one page: nothing is typed twice, form 02 is filled from product and plan', async () => {
  const { id: producerId, owner } = await newProducer(world)
  const maker = world.as(owner)
  const { id, secret } = await fileIdea(maker, {
    title: 'Mứt dâu rừng',
    description: 'Nấu mứt dâu rừng ít đường.',
    material: 'Dâu hái theo mùa',
    market: 'Khách du lịch',
    proposerName: 'Người Mẫu',
    proposerPhone: '0911222333',
    commune: '23473',
    group: '7',
  })
  const seen = { grade: 'enough', note: 'Có.' } as const
  const officer = world.as(communeOfficer)
  await recordVisit(
    officer,
    id,
    {
      visitedOn: '2026-11-24',
      present: 'Trưởng thôn',
      grade: { materials: seen.grade, labour: seen.grade, community: seen.grade, market: seen.grade },
      note: { materials: seen.note, labour: seen.note, community: seen.note, market: seen.note },
    },
    [],
  )
  await answerIdea(officer, id, {
    outcome: 'welcome',
    answer: 'Làm đi.',
    materials: 'x',
    labour: 'x',
    community: 'x',
    market: 'x',
  })
  const planId = await beginPlan(maker, { title: 'Mứt dâu 2027', idea: id })
  const { plan } = await planFor(maker, planId)
  const counted = { unit: 'hũ', price: 40_000, unitCosts: [{ label: 'Dâu', amount: 24_000 }], firstMonth: '2027-01' }
  const content = { ...plan.content, ...counted, units: plan.content.units.map(() => 300) }
  await savePlan(maker, planId, { title: plan.title, content })
  await sendPlan(maker, planId)
  actor = owner
  const page = await (await way.get(`/y-tuong/${id}/con-duong`)).text()
  expect(page).toContain('value="Mứt dâu rừng"')
  expect((await way.post(`/y-tuong/${id}/san-pham`, { producer: producerId, name: '', group: '7' })).status).toBe(422)
  const made = await way.post(`/y-tuong/${id}/san-pham`, { producer: producerId, name: 'Mứt dâu rừng', group: '7' })
  expect(made.status).toBe(303)
  const after = await (await way.get(`/y-tuong/${id}/con-duong`)).text()
  const productId = /\/san-pham-cua-toi\/([0-9a-f-]{36})/.exec(after)?.[1] ?? ''
  const dossierId = await openDossier(maker, { productId, kind: 'first' })
  expect(await (await way.get(`/y-tuong/${id}/con-duong`)).text()).toContain(`/ho-so/${dossierId}`)
  const form = await (await forms.get(`/ho-so/${dossierId}/mau-02`)).text()
  expect(form).toContain('>Nấu mứt dâu rừng ít đường.</textarea>')
  expect(form).toContain('>Dâu hái theo mùa</textarea>')
  expect(form).toContain('144.000.000 đồng')
  // What only may come is never entered as a result.
  expect(form).toMatch(/<textarea id="[^"]*" name="revenue"[^>]*><\/textarea>/)
  actor = visitor
  const receipt = await (await way.get(`/y-tuong/${id}/con-duong?ma=${secret}`)).text()
  expect(receipt).toContain('Đang soạn')
  expect(receipt).not.toContain(`/ho-so/${dossierId}`)
  expect(receipt).not.toMatch(/\/phuong-an\/|\/san-pham-cua-toi\//)
  actor = communeOfficer
  const officers = await (await way.get(`/y-tuong/${id}/con-duong`)).text()
  for (const address of [`/phuong-an/${planId}`, `/san-pham-cua-toi/${productId}`]) expect(officers).toContain(address)
  actor = visitor
  expect((await way.get(`/y-tuong/${id}/con-duong`)).status).toBe(404)
})

test("an idea to make a product better joins it on the same page, and the product's own page tells of the idea", async () => {
  const { id: producerId, owner } = await newProducer(world)
  const maker = world.as(owner)
  const { id: productId } = await describeProduct(maker, {
    producerId,
    name: 'Mứt dâu hũ to',
    group: '7',
    summary: 'Mứt dâu',
    packs: [],
  })
  const { id } = await fileIdea(maker, {
    title: 'Mứt dâu ít đường',
    description: 'Giảm đường.',
    origin: 'existing',
    proposerName: 'Người Mẫu',
    proposerPhone: '0900000778',
    commune: '23473',
  })
  actor = owner
  const address = `/y-tuong/${id}/san-pham-da-co`
  const early = await (await way.get(`/y-tuong/${id}/con-duong`)).text()
  expect(early).toContain('Gắn được khi xã trả lời rằng ý tưởng khả thi.')
  const answer = { answer: 'Làm đi.', materials: 'x', labour: 'x', community: 'x', market: 'x' }
  await answerIdea(world.as(communeOfficer), id, { outcome: 'welcome', ...answer })
  const empty = await way.post(address, { product: '' })
  expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('Hãy chọn sản phẩm đã có.')])
  expect(await (await way.get(`/y-tuong/${id}/con-duong`)).text()).toContain(`<option value="${productId}">`)
  expect((await way.post(address, { product: productId })).status).toBe(303)
  expect(await (await way.get(`/y-tuong/${id}/con-duong`)).text()).toContain(`/san-pham-cua-toi/${productId}"`)
  const again = await way.post(address, { product: productId })
  expect([again.status, await again.text()]).toEqual([409, expect.stringContaining('đã thành sản phẩm trong sổ')])
  const cycle = visiting(cycleStepPages, refusals, () => maker)
  expect(await (await cycle.get(`/san-pham-cua-toi/${productId}/chu-trinh`)).text()).toContain(
    `/y-tuong/${id}/con-duong`,
  )
})
