import { describe, expect, it, test } from 'vitest'
import { coffee, form02, opened } from '../../test/support/filing.ts'
import { visiting } from '../../test/support/pages.ts'
import { communeOfficer, newProducer, refusedWith } from '../../test/support/producers.ts'
import { officer } from '../../test/support/filing.ts'
import { pdfOf } from '../../test/support/papers.ts'
import { useWorld } from '../../test/support/world.ts'
import { addPaper } from '../evidence/actions.ts'
import { rows, sql } from '../platform/db.ts'
import type { Actor } from '../kernel/actor.ts'
import { tasksFor } from '../reactions.ts'
import { deskItems } from './actions-queue.ts'
import { describeProduct } from '../product/actions.ts'
import { saveForm01, wholeDossier } from './actions.ts'
import { askHelp, endAssistance, openFor, sayWritten } from './actions-assisted.ts'
import { attachPapers, fileDossier, withdrawDossier } from './actions-filing.ts'
import { saveForm02, saveSelfScore } from './actions-writing.ts'
import type { Consent } from './model-help.ts'
import { dossierPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const spoken: Consent = { givenBy: 'Người Mẫu', givenOn: '2026-11-23', means: 'spoken', witness: 'Người Làm chứng Mẫu' }
let count = 0

async function needsHelp() {
  const { id: producerId, owner } = await newProducer(world)
  const named = { producerId, name: `Cà phê nhờ xã ${++count}`, group: '13', packs: [] }
  const { id: productId } = await describeProduct(world.as(owner), named)
  const paper = { producerId, kind: 'food-safety', title: 'Giấy an toàn thực phẩm', issuedOn: '2025-01-10' } as const
  const file = { name: 'giay.pdf', bytes: pdfOf(named.name) }
  const paperId = await addPaper(world.as(communeOfficer), { ...paper, expiresOn: '2028-01-10' }, file)
  return { producerId, productId, paperId, owner }
}

describe('a commune writes and files for a producer that agreed', () => {
  it('from the first word to the filing, and every entry of the book says for whom', async () => {
    const { producerId, productId, paperId, owner } = await needsHelp()
    const ctx = world.as(communeOfficer)
    const id = await openFor(ctx, productId, spoken)
    await saveForm01(ctx, id, { samples: 5, pledge: true })
    await saveForm02(ctx, id, form02)
    const top = Object.fromEntries(coffee.criteria.map(({ code, options }) => [code, options.length]))
    await saveSelfScore(ctx, id, { choices: top, notes: {} })
    await attachPapers(ctx, id, [{ criterion: 'hs', paperId }])
    await fileDossier(ctx, id)
    expect((await wholeDossier(world.as(owner), id)).dossier).toMatchObject({ state: 'filed', producerId })
    const book = await rows(
      world,
      sql<{ forWhom: string | null }>`
        select detail ->> 'onBehalfOf' as for_whom from audit.entry where subject = ${id} order by seq`,
    )
    expect(book.map(({ forWhom }) => forWhom)).toEqual(Array.from({ length: 6 }, () => producerId))
  })

  it('the producer sees who wrote on whose word, and takes the consent back; from then on the commune does not write', async () => {
    const { productId, owner } = await needsHelp()
    const id = await openFor(world.as(communeOfficer), productId, spoken)
    const page = await (await visiting(dossierPages, refusals, () => world.as(owner)).get(`/ho-so/${id}`)).text()
    expect(page).toContain('Xã lập hồ sơ thay chủ thể')
    expect(page).toContain('Người Làm chứng Mẫu')
    expect(await refusedWith(endAssistance(world.as(communeOfficer), id, 'x'))).toEqual(['dossier/not-yours-to-do'])
    expect(await refusedWith(withdrawDossier(world.as(communeOfficer), id, 'x'))).toEqual(['dossier/not-yours-to-do'])
    await endAssistance(world.as(owner), id, 'Tôi tự làm')
    expect(await refusedWith(saveForm02(world.as(communeOfficer), id, form02))).toEqual(['kernel/not-found'])
    expect(await refusedWith(saveForm02(world.as(owner), id, form02))).toEqual([])
    expect(await refusedWith(endAssistance(world.as(owner), id, 'lần nữa'))).toEqual(['kernel/not-found'])
  })

  test.each([
    ['a day to come', { givenOn: '2026-11-25' }, 'dossier/consent-in-future'],
    ['a signed paper that nobody chose', { means: 'paper' }, 'dossier/consent-paper-missing'],
    ['a paper of another wallet', { means: 'paper', paperId: 'khac' }, 'dossier/paper-not-yours'],
    ['a word that nobody else heard', { witness: undefined }, 'dossier/consent-witness-missing'],
    ['the recorder as witness', { witness: communeOfficer.name }, 'dossier/witness-is-recorder'],
  ] as const)('not on %s', async (_, change, code) => {
    const { productId } = await needsHelp()
    expect(await refusedWith(openFor(world.as(communeOfficer), productId, { ...spoken, ...change }))).toEqual([code])
  })

  it('a signed paper of the wallet is enough; through the page, typed text kept', async () => {
    const { productId, paperId } = await needsHelp()
    const desk = visiting(dossierPages, refusals, () => world.as(communeOfficer))
    const path = `/ho-so/lap-thay?san-pham=${productId}`
    const typed = { productId, consentBy: 'Người Mẫu', consentOn: '23/11/2026', consentMeans: 'paper' }
    const refused = await desk.post(path, typed)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('value="Người Mẫu"')
    expect((await desk.post(path, { ...typed, paperId })).status).toBe(303)
    expect(await (await desk.get('/ho-so?muc=soan-thay')).text()).toContain('Soạn hồ sơ giúp chủ thể')
  })

  it('no other commune, nor the producer under a consent of its own', async () => {
    const { productId, owner } = await needsHelp()
    for (const actor of [officer('commune-officer', '23401'), officer('province-officer'), owner])
      expect(await refusedWith(openFor(world.as(actor), productId, spoken))).toEqual(['kernel/not-found'])
  })
})

describe('a producer asks its commune to write on in its own draft', () => {
  const as = (actor: Actor) => visiting(dossierPages, refusals, () => world.as(actor))
  const turns = async (id: string) => {
    const waiting = async (actor: Actor) => (await deskItems(world.as(actor))).some((item) => item.id === id)
    const { owner } = owners.get(id)!
    return { producer: await waiting(owner), commune: await waiting(communeOfficer) }
  }
  const owners = new Map<string, Awaited<ReturnType<typeof opened>>>()

  async function draft() {
    const walker = await opened(world)
    owners.set(walker.id, walker)
    return walker
  }

  it('the officer finds it on the desk, writes and says so; the producer looks again and files', async () => {
    const { id, owner, paperId } = await draft()
    expect(await refusedWith(wholeDossier(world.as(communeOfficer), id))).toEqual(['kernel/not-found'])
    const path = `/ho-so/${id}/nho-xa`
    const silent = await as(owner).post(path, { askedFor: 'Mẫu 02 khó quá' })
    expect([silent.status, await silent.text()]).toEqual([422, expect.stringContaining('Cần đồng ý để xã soạn giúp')])
    expect((await as(owner).post(path, { agrees: 'on', askedFor: 'Mẫu 02 khó quá' })).status).toBe(303)
    expect(await turns(id)).toEqual({ producer: false, commune: true })
    const list = await (await as(communeOfficer).get('/ho-so?muc=soan-thay')).text()
    expect(list).toContain(`/ho-so/${id}`)
    const page = await (await as(communeOfficer).get(`/ho-so/${id}`)).text()
    expect(page).toContain('Cần giúp: Mẫu 02 khó quá')
    expect(page).not.toContain(`/ho-so/${id}/nop`)
    const ctx = world.as(communeOfficer)
    await saveForm01(ctx, id, { samples: 5, pledge: true })
    await saveForm02(ctx, id, form02)
    const top = Object.fromEntries(coffee.criteria.map(({ code, options }) => [code, options.length]))
    await saveSelfScore(ctx, id, { choices: top, notes: {} })
    await attachPapers(ctx, id, [{ criterion: 'hs', paperId }])
    expect(await refusedWith(fileDossier(ctx, id))).toEqual(['dossier/not-yours-to-do'])
    expect((await as(communeOfficer).post(`/ho-so/${id}/soan-xong`, {})).status).toBe(303)
    expect(await turns(id)).toEqual({ producer: true, commune: false })
    expect((await as(communeOfficer).post(`/ho-so/${id}/soan-xong`, {})).status).toBe(409)
    expect(await (await as(owner).get(`/ho-so/${id}`)).text()).toContain('Xã đã soạn xong')
    expect((await as(owner).post(`/ho-so/${id}/nop`, { key: 'b1' })).status).toBe(303)
    expect((await wholeDossier(world.as(owner), id)).dossier).toMatchObject({ state: 'filed', helped: false })
    expect(tasksFor('dossier.help-written')).toEqual(['communication.tell-help'])
  })

  it('asked twice is told; taken back it is no longer the commune’s, and may be asked again', async () => {
    const { id, owner } = await draft()
    await askHelp(world.as(owner), id)
    expect(await refusedWith(askHelp(world.as(owner), id))).toEqual(['dossier/helped-already'])
    await endAssistance(world.as(owner), id, 'Tôi tự làm')
    expect(await refusedWith(saveForm02(world.as(communeOfficer), id, form02))).toEqual(['kernel/not-found'])
    expect(await turns(id)).toEqual({ producer: true, commune: false })
    await askHelp(world.as(owner), id, 'Phần III')
    await sayWritten(world.as(communeOfficer), id)
    await askHelp(world.as(owner), id, 'Thêm phần IV')
    expect(await turns(id)).toEqual({ producer: false, commune: true })
    expect(await (await as(owner).get(`/ho-so/${id}`)).text()).toContain('Cần giúp: Thêm phần IV')
  })

  it('nobody asks for somebody else, nor says that it is written', async () => {
    const { id, owner } = await draft()
    const stranger = officer('commune-officer', '23401')
    expect(await refusedWith(askHelp(world.as(stranger), id))).toEqual(['kernel/not-found'])
    await askHelp(world.as(owner), id)
    expect(await refusedWith(askHelp(world.as(communeOfficer), id))).toEqual(['dossier/not-yours-to-do'])
    expect(await refusedWith(sayWritten(world.as(owner), id))).toEqual(['dossier/not-yours-to-do'])
    expect(await refusedWith(sayWritten(world.as(stranger), id))).toEqual(['kernel/not-found'])
  })
})
