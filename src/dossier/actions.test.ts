import { describe, expect, it, test } from 'vitest'
import { rows, run, sql } from '../platform/db.ts'
import { amendProduct, describeProduct, retireProduct } from '../product/actions.ts'
import { withdrawPaper } from '../evidence/actions.ts'
import { coffee, filed, form02, form03, officer, opened, readyToFile } from '../../test/support/filing.ts'
import { pdfOf } from '../../test/support/papers.ts'
import {
  commune,
  communeLeader,
  communeOfficer,
  newProducer,
  person,
  province,
  refusedWith,
} from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { addPaper } from '../evidence/actions.ts'
import { openDossier, saveForm01, saveForm03, wholeDossier } from './actions.ts'
import { saveForm02, saveSelfScore } from './actions-writing.ts'
import { attachPapers, completeDossier, fileDossier, standingOf, withdrawDossier } from './actions-filing.ts'

const world = useWorld()

const factsOf = (subject: string) =>
  rows(world, sql<{ fact: string }>`select fact from audit.entry where subject = ${subject} order by seq`)

describe('opening', () => {
  it('a draft under the text of the day, in the commune of the product', async () => {
    const { id, owner } = await opened(world)
    const { dossier, steps } = await wholeDossier(world.as(owner), id)
    expect(dossier).toMatchObject({
      state: 'draft',
      text: '26-2026',
      rubric: '13',
      number: null,
      filedOn: null,
      dueOn: null,
      communeToday: commune,
      provinceToday: province,
    })
    expect(steps).toMatchObject([{ position: 1, act: 'open', stateAfter: 'draft' }])
    expect(await factsOf(id)).toEqual([{ fact: 'dossier.opened' }])
  })

  it('a second one for the same product is refused, and pressed twice at once only one comes to be', async () => {
    const { owner, productId } = await opened(world)
    const again = () => openDossier(world.as(owner), { productId, kind: 'first' })
    expect(await refusedWith(again())).toEqual(['dossier/open-already'])
    const { id: producerId, owner: other } = await newProducer(world)
    const { id } = await describeProduct(world.as(other), { producerId, name: 'Trà mẫu', group: '12', packs: [] })
    const presses = [1, 2, 3].map(() => refusedWith(openDossier(world.as(other), { productId: id, kind: 'first' })))
    expect((await Promise.all(presses)).flat()).toEqual(['dossier/open-already', 'dossier/open-already'])
  })

  it('once withdrawn, the product may have another', async () => {
    const { id, owner, productId } = await opened(world)
    await withdrawDossier(world.as(owner), id, 'Đổi bao bì')
    expect(await refusedWith(openDossier(world.as(owner), { productId, kind: 'first' }))).toEqual([])
  })

  it('not for the product of somebody else, which is as if it were not there', async () => {
    const { productId } = await opened(world)
    for (const actor of [person('la'), communeLeader, officer('administrator', 'VN')])
      expect(await refusedWith(openDossier(world.as(actor), { productId, kind: 'first' }))).toEqual([
        'dossier/no-such-product',
      ])
  })

  test.each([
    ['no group yet', { group: '' }, 'dossier/no-rubric'],
    [
      'a group of 2019, whose numbers mean other groups',
      { group: '22', groupText: '1048-2019' },
      'dossier/regroup-first',
    ],
  ])('not with %s', async (_, group, code) => {
    const { id: producerId, owner } = await newProducer(world)
    const { id } = await describeProduct(world.as(owner), { producerId, name: 'Hàng mẫu', packs: [], ...group })
    expect(await refusedWith(openDossier(world.as(owner), { productId: id, kind: 'first' }))).toEqual([code])
  })

  it('not for a product that is no longer made', async () => {
    const { id: producerId, owner } = await newProducer(world)
    const { id } = await describeProduct(world.as(owner), { producerId, name: 'Cũ mẫu', group: '13', packs: [] })
    await retireProduct(world.as(owner), id)
    expect(await refusedWith(openDossier(world.as(owner), { productId: id, kind: 'first' }))).toEqual([
      'dossier/product-retired',
    ])
  })

  it('not while nobody knows where its split commune now lies', async () => {
    const [split] = await rows(
      world,
      sql<{ code: string; validFrom: string }>`select code, valid_from from territory.pub_today
        where length(code) = 5 and today_code is null order by code limit 1`,
    )
    const { id: producerId, owner } = await newProducer(world)
    const place = { commune: split?.code ?? '', communeOn: split?.validFrom ?? '' }
    const product = { producerId, name: 'Ở xã chia tách', group: '13', packs: [], ...place }
    const { id } = await describeProduct(world.as(owner), product)
    expect(await refusedWith(openDossier(world.as(owner), { productId: id, kind: 'first' }))).toEqual([
      'dossier/place-unsettled',
    ])
  })
})

describe('writing a draft', () => {
  it('keeps forms, options, descriptions and papers; what is not sent stays', async () => {
    const { id, owner, paperId } = await opened(world)
    const ctx = world.as(owner)
    await saveForm01(ctx, id, { samples: 3, pledge: true })
    await saveForm01(ctx, id, { samples: 5, pledge: true })
    await saveForm02(ctx, id, form02)
    await saveSelfScore(ctx, id, { choices: { '1.1': 1, '4.1': 4 }, notes: { '4.1': 'Ba tỉnh' } })
    await saveSelfScore(ctx, id, { choices: { '4.1': 3 }, notes: {} })
    const twice = [
      { criterion: 'hs', paperId },
      { criterion: 'hs', paperId },
      { criterion: '4.1', paperId },
    ]
    await attachPapers(ctx, id, twice)
    expect(await wholeDossier(ctx, id)).toMatchObject({
      form01: { samples: 5 },
      form02: { plan: form02.plan },
      selfScore: { choices: { '1.1': 1, '4.1': 3 }, notes: { '4.1': 'Ba tỉnh' } },
    })
    expect((await wholeDossier(ctx, id)).attachments.map(({ criterion }) => criterion)).toEqual(['4.1', 'hs'])
  })

  test.each([
    ['a criterion that the set does not have', { '99': 1 }],
    ['an option that the criterion does not have', { '4.1': 5 }],
    ['no level where a level of 0 is printed', { '4.2': 0 }],
    ['half an option', { '4.1': 1.5 }],
  ])('%s is refused and nothing is kept', async (_, choices) => {
    const { id, owner } = await opened(world)
    expect(await refusedWith(saveSelfScore(world.as(owner), id, { choices, notes: {} }))).toEqual([
      'regime/no-such-criterion',
    ])
    expect((await wholeDossier(world.as(owner), id)).selfScore.choices).toEqual({})
  })

  it('keeps that no level is reached, and counts it as answered', async () => {
    const { id, owner } = await opened(world)
    await saveSelfScore(world.as(owner), id, { choices: { '4.1': 0 }, notes: {} })
    expect((await wholeDossier(world.as(owner), id)).selfScore.choices).toEqual({ '4.1': 0 })
  })

  it('takes papers of the own wallet only, at criteria that exist', async () => {
    const { id, owner, paperId } = await opened(world)
    const { paperId: strange } = await opened(world)
    const attach = (criterion: string, paper: string) =>
      refusedWith(attachPapers(world.as(owner), id, [{ criterion, paperId: paper }]))
    expect(await attach('hs', strange)).toEqual(['dossier/paper-not-yours'])
    expect(await attach('hs', 'khong-co')).toEqual(['dossier/paper-not-yours'])
    expect(await attach('99', paperId)).toEqual(['dossier/no-such-criterion'])
    await withdrawPaper(world.as(owner), paperId, 'Gửi nhầm')
    expect(await attach('hs', paperId)).toEqual(['dossier/paper-not-yours'])
    expect((await wholeDossier(world.as(owner), id)).attachments).toEqual([])
  })

  it('a draft is its producer’s alone: for all others it is not there', async () => {
    const { id } = await opened(world)
    const others = [
      person('la'),
      communeOfficer,
      communeLeader,
      officer('province-officer'),
      officer('ministry-officer', 'VN'),
    ]
    for (const actor of [...others, officer('administrator', 'VN'), officer('administrator')]) {
      const ctx = world.as(actor)
      const acts = [
        wholeDossier(ctx, id),
        saveForm01(ctx, id, { samples: 5, pledge: true }),
        saveForm03(ctx, id, form03),
        saveSelfScore(ctx, id, { choices: {}, notes: {} }),
        attachPapers(ctx, id, []),
        fileDossier(ctx, id),
        completeDossier(ctx, id),
        withdrawDossier(ctx, id, 'x'),
      ]
      expect(new Set((await Promise.all(acts.map(refusedWith))).flat())).toEqual(new Set(['kernel/not-found']))
    }
  })

  it('whoever may read but not write is told so', async () => {
    const { id } = await filed(world)
    for (const actor of [communeOfficer, officer('auditor', 'VN')]) {
      const ctx = world.as(actor)
      const acts = [saveForm02(ctx, id, form02), attachPapers(ctx, id, []), withdrawDossier(ctx, id, 'x')]
      expect(new Set((await Promise.all(acts.map(refusedWith))).flat())).toEqual(new Set(['dossier/not-yours-to-do']))
    }
  })
})

describe('filing', () => {
  it('says everything that is missing at once, the same before and at the press of the button', async () => {
    const { id, owner } = await opened(world)
    const ctx = world.as(owner)
    const missing = [
      'dossier/form-missing',
      'dossier/form-missing',
      'dossier/self-score-missing',
      'dossier/missing-document',
    ]
    const { faults } = await standingOf(ctx, await wholeDossier(ctx, id))
    expect(faults.map(({ code }) => code)).toEqual(missing)
    expect(await refusedWith(fileDossier(ctx, id))).toEqual(missing)
    expect((await wholeDossier(ctx, id)).dossier.state).toBe('draft')
  })

  it('pins text and set, gives the commune 15 working days, and freezes what was asked and answered', async () => {
    const { id, owner, paperId } = await readyToFile(world)
    await fileDossier(world.as(owner), id)
    const { dossier } = await wholeDossier(world.as(owner), id)
    expect(dossier).toMatchObject({
      state: 'filed',
      text: '26-2026',
      rubric: '13',
      filedOn: '2026-11-24',
      dueOn: '2026-12-15',
      number: null,
    })
    const [copy] = await rows(
      world,
      sql<{ content: { asked: { code: string }[]; papers: { id: string; file: string }[]; selfScore: object } }>`
        select content from dossier.filed_copy where dossier_id = ${id}`,
    )
    expect(copy?.content.asked.map(({ code }) => code)).toEqual(coffee.criteria.map(({ code }) => code))
    expect(copy?.content.papers).toMatchObject([{ id: paperId, file: expect.stringMatching(/^[0-9a-f]{64}$/) }])
    expect((await factsOf(id)).at(-1)).toEqual({ fact: 'dossier.submitted' })
  })

  it('counts the 15 days on the calendar of working days: over Tết 2027', async () => {
    const { id, owner } = await filed(world, '2027-02-01T02:00:00.000Z')
    expect((await wholeDossier(world.as(owner), id)).dossier.dueOn).toBe('2027-03-01')
  })

  it('pressed twice is one filing, by the same key even when both arrive at once', async () => {
    const { id, owner } = await readyToFile(world)
    const presses = [1, 2, 3].map(() => refusedWith(fileDossier(world.as(owner), id, 'b1')))
    expect(await Promise.all(presses)).toEqual([[], [], []])
    // The page decides between filing and completing by the state it finds, so the late press may come as the other act.
    expect(await refusedWith(completeDossier(world.as(owner), id, 'b1'))).toEqual([])
    expect((await wholeDossier(world.as(owner), id)).steps.map(({ act }) => act)).toEqual(['open', 'file'])
    expect(await refusedWith(fileDossier(world.as(owner), id, 'b2'))).toEqual(['dossier/not-now'])
  })

  it('a group that was changed under the draft needs a new dossier', async () => {
    const { id, owner, productId } = await readyToFile(world)
    const changed = { name: 'Trà mẫu đổi nhóm', group: '12', packs: [] }
    await amendProduct(world.as(owner), productId, changed)
    expect(await refusedWith(fileDossier(world.as(owner), id))).toEqual(['dossier/group-changed'])
  })

  it('a draft begun under an older text does not carry its options into the new one', async () => {
    const { id, owner } = await readyToFile(world)
    await run(world, sql`update dossier.dossier set text = '1489-2025' where id = ${id}`)
    expect(await refusedWith(fileDossier(world.as(owner), id))).toEqual(['dossier/text-changed'])
  })

  it('nothing may be written once it is filed', async () => {
    const { id, owner } = await filed(world)
    const ctx = world.as(owner)
    const acts = [
      saveForm01(ctx, id, { samples: 9, pledge: true }),
      saveForm02(ctx, id, form02),
      saveSelfScore(ctx, id, { choices: {}, notes: {} }),
      attachPapers(ctx, id, []),
    ]
    expect(new Set((await Promise.all(acts.map(refusedWith))).flat())).toEqual(new Set(['dossier/not-your-turn']))
    expect((await wholeDossier(ctx, id)).form01).toMatchObject({ samples: 5 })
  })

  it('a paper that ended the day before is named', async () => {
    const { id, owner, producerId } = await readyToFile(world)
    const ended = {
      producerId,
      kind: 'test-result',
      title: 'Phiếu cũ',
      issuedOn: '2025-11-23',
      expiresOn: '2026-11-23',
    } as const
    const old = await addPaper(world.as(owner), ended, { name: 'cu.pdf', bytes: pdfOf(`cũ ${id}`) })
    const { attachments } = await wholeDossier(world.as(owner), id)
    await attachPapers(world.as(owner), id, [...attachments, { criterion: 'hs', paperId: old }])
    expect(await refusedWith(fileDossier(world.as(owner), id))).toEqual(['dossier/document-expired'])
  })
})
