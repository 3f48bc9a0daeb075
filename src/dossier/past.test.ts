import { describe, expect, it, test } from 'vitest'
import { atomically } from '../platform/atomically.ts'
import { describeProduct } from '../product/actions.ts'
import { visiting } from '../../test/support/pages.ts'
import { officer } from '../../test/support/filing.ts'
import { newProducer, person, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { enterPastDossier } from './actions-past.ts'
import type { PastDossier } from './actions-past.ts'
import { wholeDossier } from './actions.ts'
import { queueOf } from './actions-queue.ts'
import { dossierPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()

type Steps = PastDossier['steps']

// Thị trấn Măng Đen, huyện Kon Plông, tỉnh Kon Tum: the town merged into Xã Măng Đen of Quảng Ngãi, the district is gone.
async function past(change: Partial<PastDossier>) {
  const { id: producerId, owner } = await newProducer(world)
  const product = { producerId, name: 'Rượu sim mẫu', group: '15', packs: [] }
  const { id: productId } = await describeProduct(world.as(owner), product)
  const given = { productId, kind: 'first', rubric: '13', commune: '23473', filedOn: '2021-09-06', steps: [] } as const
  const entered = atomically(world.as(), (tx) => enterPastDossier(tx, { text: '1048-2019', ...given, ...change }))
  return { owner, entered }
}

const throughDistrict: Steps = [
  { act: 'receive-at-district', on: '2021-09-13' },
  { act: 'score-at-district', on: '2021-10-04' },
]

const throughProvince: Steps = [
  ...throughDistrict,
  { act: 'propose-to-province', on: '2021-10-11' },
  { act: 'receive-at-province', on: '2021-10-18' },
  { act: 'start-advice', on: '2021-10-20' },
  { act: 'report-advice', on: '2021-11-08' },
  { act: 'put-on-agenda', on: '2021-11-15' },
  { act: 'score', on: '2021-11-22' },
  { act: 'recognise', on: '2021-12-03' },
  { act: 'notify', on: '2021-12-06' },
  { act: 'publish', on: '2021-12-07' },
]

describe('a dossier of 2021 through a district that no longer exists', () => {
  it('the district scores and proposes, the province recognises; every step keeps its day', async () => {
    const { owner, entered } = await past({ steps: throughProvince, number: '07/PĐK-62-23473-2021' })
    const { id } = await entered
    const { dossier, steps } = await wholeDossier(world.as(owner), id)
    expect(dossier).toMatchObject({
      state: 'published',
      text: '1048-2019',
      filedOn: '2021-09-06',
      number: '07/PĐK-62-23473-2021',
    })
    expect(steps.map(({ act, at }) => [act, at.slice(0, 10)])).toEqual([
      ['enter-past', '2021-09-06'],
      ...throughProvince.map(({ act, on }) => [act, on]),
    ])
  })

  it('keeps the units as they were, and finds where they are today', async () => {
    const { owner, entered } = await past({ steps: throughDistrict })
    const { id } = await entered
    expect((await wholeDossier(world.as(owner), id)).dossier).toMatchObject({
      communeCode: '23473',
      communeOn: '2021-09-06',
      districtCode: '613',
      provinceCode: '62',
      communeToday: '23473',
      provinceToday: '51',
    })
  })

  it('is read by the officers of the units of today, and on its page as it was', async () => {
    const { entered } = await past({ steps: throughProvince })
    const { id } = await entered
    const reader = officer('province-officer', '51')
    expect((await wholeDossier(world.as(reader), id)).dossier.id).toBe(id)
    expect(await refusedWith(wholeDossier(world.as(officer('province-officer', '62')), id))).toEqual([
      'kernel/not-found',
    ])
    const page = await visiting(dossierPages, refusals, () => world.as(reader)).get(`/ho-so/${id}`)
    const html = await page.text()
    expect(page.status).toBe(200)
    for (const words of [
      'huyện Kon Plông',
      'tỉnh Kon Tum',
      'nay là Xã Măng Đen',
      'Hội đồng huyện chấm',
      'Huyện đề nghị tỉnh',
    ])
      expect(html).toContain(words)
  })

  it('below 50 points the result is told, and nothing goes up', async () => {
    const steps: Steps = [
      ...throughDistrict,
      { act: 'not-recognise', on: '2021-10-11', reason: '46 điểm, 2 sao' },
      { act: 'notify', on: '2021-10-12' },
    ]
    const { owner, entered } = await past({ steps })
    const { id, state } = await entered
    expect(state).toBe('notified')
    expect((await wholeDossier(world.as(owner), id)).steps.at(-2)).toMatchObject({ reason: '46 điểm, 2 sao' })
  })
})

describe('what the text of the time did not know is refused, and nothing is kept', () => {
  test.each<[string, Partial<PastDossier>, string]>([
    [
      'a district that recognises under 1048',
      { steps: [...throughDistrict, { act: 'recognise-at-district', on: '2021-10-11' }] },
      'dossier/district-recognises-none',
    ],
    [
      'a commune that goes past its district',
      { steps: [{ act: 'report-from-commune', on: '2021-09-20' }] },
      'dossier/goes-to-district',
    ],
    [
      'a district after July 2025',
      {
        text: '1489-2025',
        filedOn: '2025-08-04',
        rubric: null,
        steps: [{ act: 'receive-at-district', on: '2025-08-11' }],
      },
      'dossier/no-district-level',
    ],
    ['a step that leaps over others', { steps: [{ act: 'recognise', on: '2021-09-20' }] }, 'dossier/not-now'],
    [
      'steps out of the order of their days',
      { steps: [{ act: 'receive-at-district', on: '2021-09-01' }] },
      'dossier/steps-out-of-order',
    ],
    ['a commune that was not there on the day', { commune: '99999' }, 'dossier/no-such-commune'],
    ['a province for a commune', { commune: '62' }, 'dossier/no-such-commune'],
  ])('%s', async (_, change, code) => {
    const { owner, entered } = await past(change)
    expect(await refusedWith(entered)).toEqual([code])
    const { items } = await queueOf(world.as(owner), 'tat-ca', 1)
    expect(items).toEqual([])
  })

  it('the district of 148 recognises three stars itself', async () => {
    const { entered } = await past({
      text: '148-2023',
      rubric: null,
      filedOn: '2024-03-04',
      steps: [
        { act: 'receive-at-district', on: '2024-03-11' },
        { act: 'score-at-district', on: '2024-04-01' },
        { act: 'recognise-at-district', on: '2024-04-15' },
        { act: 'notify', on: '2024-04-16' },
      ],
    })
    expect((await entered).state).toBe('notified')
  })

  it('nobody else’s eyes: a stranger does not find it', async () => {
    const { entered } = await past({ steps: throughDistrict })
    expect(await refusedWith(wholeDossier(world.as(person('la')), (await entered).id))).toEqual(['kernel/not-found'])
  })
})
