import { expect, test } from 'vitest'
import { awarding, province, provinceLeader } from '../../test/support/awarding.ts'
import { coffee, form02, form03, officer } from '../../test/support/filing.ts'
import { visiting } from '../../test/support/pages.ts'
import { communeLeader, communeOfficer, newProducer } from '../../test/support/producers.ts'
import { pdfOf } from '../../test/support/papers.ts'
import { useWorld } from '../../test/support/world.ts'
import { attachPapers, fileDossier } from '../dossier/actions-filing.ts'
import { receiveAtProvince, reportFromCommune } from '../dossier/actions-forward.ts'
import { moveDossier, saveForm01, saveForm03, wholeDossier } from '../dossier/actions.ts'
import { saveForm02, saveSelfScore } from '../dossier/actions-writing.ts'
import { addPaper } from '../evidence/actions.ts'
import { systemActor, visitor } from '../kernel/actor.ts'
import { atomically } from '../platform/atomically.ts'
import { describeProduct, productById } from '../product/actions.ts'
import { productPages } from '../product/pages.tsx'
import { refusals as productRefusals } from '../product/words.ts'
import { paths } from '../ui/paths.ts'
import { draftDecision } from './actions-draft.ts'
import { issueDecision } from './actions-issue.ts'
import { enterPastRecognition } from './actions-past.ts'
import { certificateByNumber } from './actions-read.ts'
import { recognitionPages } from './pages.tsx'
import { refusals } from './words.ts'
import { refusals as dossierRefusals } from '../dossier/words.ts'

const world = useWorld()
const stage = awarding(world)

/** Coffee was group 14 of 2019; today 14 is white spirit and coffee 13. */
async function recognisedBefore() {
  const { id: producerId, owner } = await newProducer(world)
  const described = { producerId, name: 'Cà phê đổi nhóm', group: '14', groupText: '1048-2019', packs: [] } as const
  const { id: productId } = await describeProduct(world.as(owner), described)
  const decision = {
    kind: 'recognise',
    level: 'province',
    unitCode: '62',
    unitOn: '2024-05-10',
    authority: 'Ủy ban nhân dân tỉnh Kon Tum',
    number: '88/QĐ-UBND',
    year: 2024,
    decidedOn: '2024-05-10',
    text: '148-2023',
  } as const
  const { certificateNumber } = await atomically(world.as(systemActor, '2024-05-10T02:00:00.000Z'), (tx) =>
    enterPastRecognition(tx, { decision, productId, stars: 4, sample: true }),
  )
  return { producerId, owner, productId, number: certificateNumber ?? '' }
}

test('a product of an earlier text is put in its group of today, renewed, and recognised there', async () => {
  const { producerId, owner, productId, number } = await recognisedBefore()
  const ctx = world.as(owner)
  const certificates = visiting(recognitionPages, { ...refusals, ...dossierRefusals }, () => ctx)
  const renew = () => certificates.post(paths.recognition.renew(number), {})

  // Its number says another group today, so the renewal waits for a person, and says where.
  const early = await renew()
  expect([early.status, await early.text()]).toEqual([422, expect.stringContaining('Hãy xếp nhóm theo văn bản')])
  const products = visiting(productPages, productRefusals, () => ctx)
  expect((await products.post(`/san-pham-cua-toi/${productId}/xep-nhom`, { group: '13' })).status).toBe(303)
  expect(await productById(ctx, productId)).toMatchObject({ groupText: '1048-2019', groupNo: '14' })

  const opened = await renew()
  expect(opened.status).toBe(303)
  const id = (opened.headers.get('location') ?? '').split('/').at(-1) ?? ''
  expect((await wholeDossier(ctx, id)).dossier).toMatchObject({ kind: 'renewal', text: '26-2026', rubric: '13' })

  const paper = { producerId, kind: 'food-safety', title: 'Giấy an toàn thực phẩm', issuedOn: '2025-01-10' } as const
  const paperId = await addPaper(ctx, { ...paper, expiresOn: '2028-01-10' }, { name: 'a.pdf', bytes: pdfOf('a') })
  await saveForm01(ctx, id, { samples: 5, pledge: true })
  await saveForm02(ctx, id, { ...form02, changes: 'Đổi bao bì, công bố chất lượng mới.' })
  const top = Object.fromEntries(coffee.criteria.map(({ code, options }) => [code, options.length]))
  await saveSelfScore(ctx, id, { choices: top, notes: {} })
  await attachPapers(ctx, id, [{ criterion: 'hs', paperId }])
  await fileDossier(ctx, id)
  await saveForm03(world.as(communeOfficer), id, form03)
  await reportFromCommune(world.as(communeLeader), id)
  await receiveAtProvince(world.as(officer('province-officer')), id)
  await atomically(world.as(), async (tx) => {
    await moveDossier(tx, id, 'start-advice')
    await moveDossier(tx, id, 'report-advice')
  })
  const sessionId = await stage.session('province', [id], [76], '2026-12-10')
  const later = (actor: Parameters<typeof world.as>[0]) => world.as(actor, '2026-12-12T02:00:00.000Z')
  const [decision = ''] = await draftDecision(later(systemActor), { sessionId })
  const signed = { number: '512', decidedOn: '2026-12-12', signerName: 'Nguyễn Văn Mẫu', signerTitle: 'Chủ tịch' }
  const [renewed = ''] = await issueDecision(later(provinceLeader), decision, signed)

  expect(renewed).toMatch(new RegExp(`^OCOP-${province}-2026-`))
  expect(await productById(ctx, productId)).toMatchObject({ groupText: '26-2026', groupNo: '13' })
  expect(await certificateByNumber(later(visitor), renewed)).toMatchObject({
    stars: 4,
    expiresOn: '2029-12-12',
    group: { text: '26-2026', number: '13' },
  })
  expect(await certificateByNumber(later(visitor), number)).toMatchObject({
    ending: { kind: 'replaced', endedOn: '2026-12-12' },
    replacedBy: renewed,
  })
})
