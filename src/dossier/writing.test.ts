import { describe, expect, it } from 'vitest'
import { coffee, form02, opened, readyToFile } from '../../test/support/filing.ts'
import { pdfOf } from '../../test/support/papers.ts'
import { visiting } from '../../test/support/pages.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { addPaper } from '../evidence/actions.ts'
import { amendProduct, describeProduct } from '../product/actions.ts'
import { openDossier, wholeDossier } from './actions.ts'
import { attachPapers, fileDossier, walletOf } from './actions-filing.ts'
import { saveForm02, saveSelfScore } from './actions-writing.ts'
import { dossierPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const deskOf = (owner: Parameters<typeof world.as>[0]) => visiting(dossierPages, refusals, () => world.as(owner))

/** The hidden fields of a page, as a browser sends them back. */
function hiddenOf(html: string): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]))
}

describe('the self-score of a dossier, on its own page', () => {
  it('keeps option and description apart: either without the other, and neither erases the other', async () => {
    const { id, owner } = await opened(world)
    const desk = deskOf(owner)
    const path = `/ho-so/${id}/tu-cham`
    const scores = async () => (await wholeDossier(world.as(owner), id)).selfScore
    expect((await desk.post(path, { 'ghi[1.1]': 'Toàn bộ trồng trong xã' })).status).toBe(303)
    expect((await desk.post(path, { 'chon[1.1]': '2' })).status).toBe(303)
    expect((await desk.post(path, { 'chon[1.2]': '1' })).status).toBe(303)
    expect(await scores()).toEqual({
      choices: { '1.1': 2, '1.2': 1 },
      notes: { '1.1': 'Toàn bộ trồng trong xã' },
    })
  })

  it('two windows: the later one writes what it changed, and is told where both changed', async () => {
    const { id, owner } = await opened(world)
    const desk = deskOf(owner)
    const path = `/ho-so/${id}/tu-cham`
    await saveSelfScore(world.as(owner), id, { choices: { '1.1': 1 }, notes: { '1.1': 'cũ' } })
    const old = hiddenOf(await (await desk.get(path)).text())
    await saveSelfScore(world.as(owner), id, { choices: { '1.1': 2, '1.2': 1 }, notes: { '1.1': 'mới' } })
    const late = { ...old, 'chon[1.1]': '1', 'ghi[1.1]': 'cũ', 'ghi[1.3]': 'thêm' }
    expect((await desk.post(path, late)).status).toBe(303)
    expect((await wholeDossier(world.as(owner), id)).selfScore).toEqual({
      choices: { '1.1': 2, '1.2': 1 },
      notes: { '1.1': 'mới', '1.3': 'thêm' },
    })
    const refused = await desk.post(path, { ...late, 'ghi[1.1]': 'của tôi' })
    const html = await refused.text()
    expect(refused.status).toBe(422)
    expect(html).toContain('Ô này vừa được sửa ở một cửa sổ khác thành: “mới”')
    expect(html).toContain('của tôi')
    expect((await desk.post(path, { ...hiddenOf(html), 'ghi[1.1]': 'của tôi', 'chon[1.1]': '2' })).status).toBe(303)
    expect((await wholeDossier(world.as(owner), id)).selfScore.notes['1.1']).toBe('của tôi')
  })

  it('a criterion that the set does not have is refused for a description too', async () => {
    const { id, owner } = await opened(world)
    expect(await refusedWith(saveSelfScore(world.as(owner), id, { choices: {}, notes: { '99': 'x' } }))).toEqual([
      'regime/no-such-criterion',
    ])
  })

  it('shows the points chosen, the papers at each criterion, and on the file the range of stars and what is missing', async () => {
    const { id, owner, paperId } = await opened(world)
    await saveSelfScore(world.as(owner), id, { choices: { '1.1': coffee.criteria[0]!.options.length }, notes: {} })
    await attachPapers(world.as(owner), id, [{ criterion: '1.1', paperId }])
    const page = await (await deskOf(owner).get(`/ho-so/${id}/tu-cham`)).text()
    expect(page).toMatch(/Đã lưu <strong class="num">3<\/strong> điểm tự chấm/)
    expect(page).toContain(`còn ${coffee.criteria.length - 1} tiêu chí chưa chọn`)
    expect(page).toContain('Giấy an toàn thực phẩm</a>')
    const file = await (await deskOf(owner).get(`/ho-so/${id}`)).text()
    expect(file).toContain('Mức sẵn sàng')
    expect(file).toMatch(/Chắc chắn <strong>3<\/strong> điểm, có thể tới <strong>100<\/strong>/)
    expect(file).toContain(`Còn ${coffee.criteria.length - 1} tiêu chí chưa tự chấm`)
  })

  it('every criterion proved but a gate of three stars missed: two stars, and the file names the criterion', async () => {
    const { id, owner, paperId } = await opened(world)
    const top = coffee.criteria.map(({ code, options }) => [code, options.length] as const)
    await saveSelfScore(world.as(owner), id, { choices: { ...Object.fromEntries(top), '4.1': 1 }, notes: {} })
    const everywhere = coffee.criteria.map(({ code }) => ({ criterion: code, paperId }))
    await attachPapers(world.as(owner), id, everywhere)
    const file = await (await deskOf(owner).get(`/ho-so/${id}`)).text()
    expect(file).toContain('Để tới 3 sao còn thiếu ngưỡng:')
    expect(file).toMatch(/4\.1 [^<]+: 1 trên 2 điểm/)
  })
})

describe('form 02', () => {
  it('a draft goes on from another device: half written, saved, and read again', async () => {
    const { id, owner } = await opened(world)
    const [phone, desk] = [deskOf(owner), deskOf(owner)]
    const path = `/ho-so/${id}/mau-02`
    expect((await phone.post(path, { description: form02.description, material: form02.material })).status).toBe(303)
    const page = await (await desk.get(path)).text()
    expect(page).toContain(form02.material)
    expect(
      (
        await desk.post(path, {
          ...hiddenOf(page),
          description: form02.description,
          material: form02.material,
          plan: form02.plan,
        })
      ).status,
    ).toBe(303)
    expect((await wholeDossier(world.as(owner), id)).form02).toEqual({
      description: form02.description,
      material: form02.material,
      plan: form02.plan,
    })
    // The phone still shows the page of before: what it did not change stays as the desk wrote it.
    expect((await phone.post(path, { 'xem[material]': form02.material, material: 'Vùng 15 ha' })).status).toBe(303)
    expect((await wholeDossier(world.as(owner), id)).form02).toMatchObject({
      material: 'Vùng 15 ha',
      plan: form02.plan,
    })
  })

  it('a suggestion that was cleared and saved does not come back; one never shown still may', async () => {
    const { id, owner, productId } = await opened(world)
    const desk = deskOf(owner)
    const path = `/ho-so/${id}/mau-02`
    const boxOf = (html: string, name: string) =>
      new RegExp(`<textarea id="[^"]*" name="${name}"[^>]*>([^<]*)</textarea>`).exec(html)?.[1]
    const told = { name: 'Cà phê', group: '13', story: 'Cà phê của làng trên.', packs: [] }
    await amendProduct(world.as(owner), productId, told)
    const first = await (await desk.get(path)).text()
    expect(boxOf(first, 'description')).toBe('Cà phê của làng trên.')
    // Another window saves another box: what it did not show is still suggested here.
    await saveForm02(world.as(owner), id, { material: form02.material })
    expect(boxOf(await (await desk.get(path)).text(), 'description')).toBe('Cà phê của làng trên.')
    const cleared = { ...hiddenOf(first), description: '', material: form02.material }
    expect((await desk.post(path, cleared)).status).toBe(303)
    expect((await wholeDossier(world.as(owner), id)).form02).toMatchObject({ description: '' })
    const second = await (await desk.get(path)).text()
    expect([boxOf(second, 'description'), boxOf(second, 'material')]).toEqual(['', form02.material])
    // Written, saved, and cleared later: that is an answer too, and the next save of another box keeps it.
    const send = async (fields: Record<string, string>) => {
      const kept = hiddenOf(await (await desk.get(path)).text())
      return (await desk.post(path, { ...kept, material: form02.material, ...fields })).status
    }
    expect([
      await send({ description: 'Viết tay.' }),
      await send({ description: '' }),
      await send({ plan: 'x' }),
    ]).toEqual([303, 303, 303])
    expect(boxOf(await (await desk.get(path)).text(), 'description')).toBe('')
    expect(await refusedWith(fileDossier(world.as(owner), id))).toContain('dossier/form02-open')
  })

  it('is not filed with a part left blank, and the sentence names the part', async () => {
    const { id, owner } = await readyToFile(world)
    await saveForm02(world.as(owner), id, { profit: '' }, { profit: form02.profit })
    expect(await refusedWith(fileDossier(world.as(owner), id))).toEqual(['dossier/form02-open'])
    const page = await (await deskOf(owner).get(`/ho-so/${id}`)).text()
    expect(page).toContain('Mẫu 02 còn trống: Lợi nhuận.')
  })

  it('asks for nothing that the register or the wallet holds: part I is shown with the papers that tick its boxes', async () => {
    const { id, owner } = await opened(world)
    const page = await (await deskOf(owner).get(`/ho-so/${id}/mau-02`)).text()
    expect(page).toContain('có: Giấy an toàn thực phẩm')
    expect(page).toContain('Xơ Đăng')
    const asked = [...page.matchAll(/<(?:input|textarea|select)[^>]* name="([^"]+)"/g)].map(([, name]) => name)
    expect(
      asked.filter((name) => /name|address|phone|email|regist|ethnic|number|certificate|decision/i.test(name ?? '')),
    ).toEqual([])
  })
})

describe('evidence is kept once', () => {
  it('the same paper proves two criteria of two dossiers of one producer, and the wallet still holds it once', async () => {
    const { id, owner, paperId, producerId } = await opened(world)
    const other = await describeProduct(world.as(owner), {
      producerId,
      name: 'Cà phê mẫu thứ hai',
      group: '13',
      packs: [],
    })
    const second = await openDossier(world.as(owner), { productId: other.id, kind: 'first' })
    for (const dossier of [id, second])
      await attachPapers(world.as(owner), dossier, [
        { criterion: 'hs', paperId },
        { criterion: '1.1', paperId },
      ])
    for (const dossier of [id, second])
      expect((await wholeDossier(world.as(owner), dossier)).attachments.map((one) => one.paperId)).toEqual([
        paperId,
        paperId,
      ])
    expect(await walletOf(world.as(owner), { producerId })).toHaveLength(1)
    const page = await (await deskOf(owner).get(`/ho-so/${second}/danh-muc`)).text()
    expect(page).not.toContain('type="file"')
    expect(page.match(new RegExp(`type="checkbox"[^>]*value="${paperId}"`, 'g'))).toHaveLength(
      coffee.criteria.length + 1,
    )
  })

  it('two windows on the checklist: other criteria are both kept, the same one is 409 with both lists shown', async () => {
    const { id, owner, paperId, producerId } = await opened(world)
    const paper = { producerId, kind: 'other', title: 'Ảnh vùng trồng', issuedOn: '2026-01-10' } as const
    const photo = await addPaper(world.as(owner), paper, { name: 'anh.pdf', bytes: pdfOf('anh') })
    const desk = deskOf(owner)
    const path = `/ho-so/${id}/danh-muc`
    const attached = async () =>
      (await wholeDossier(world.as(owner), id)).attachments.map((one) => `${one.criterion} ${one.paperId}`)
    await attachPapers(world.as(owner), id, [{ criterion: 'hs', paperId }])
    const old = hiddenOf(await (await desk.get(path)).text())
    expect((await desk.post(path, { ...old, 'giay[hs]': paperId, 'giay[1.1]': paperId })).status).toBe(303)
    expect((await desk.post(path, { ...old, 'giay[hs]': paperId, 'giay[1.2]': photo })).status).toBe(303)
    expect(await attached()).toEqual([`1.1 ${paperId}`, `1.2 ${photo}`, `hs ${paperId}`])
    const refused = await desk.post(path, { ...old, 'giay[hs]': paperId, 'giay[1.1]': photo, 'giay[1.3]': photo })
    const html = await refused.text()
    expect(refused.status).toBe(409)
    expect(html).toContain('Một cửa sổ khác vừa gắn ở đây: Giấy an toàn thực phẩm.')
    expect(html).toMatch(new RegExp(`name="giay\\[1.1\\]" value="${photo}" checked`))
    expect(html).toMatch(new RegExp(`name="giay\\[1.3\\]" value="${photo}" checked`))
    expect(await attached()).toEqual([`1.1 ${paperId}`, `1.2 ${photo}`, `hs ${paperId}`])
    const again = { ...hiddenOf(html), 'giay[hs]': paperId, 'giay[1.1]': photo, 'giay[1.3]': photo }
    expect((await desk.post(path, again)).status).toBe(303)
    expect(await attached()).toEqual([`1.1 ${photo}`, `1.2 ${photo}`, `1.3 ${photo}`, `hs ${paperId}`])
  })

  it('the page shows what is kept, and unticking everything takes it off', async () => {
    const { id, owner, paperId } = await opened(world)
    const path = `/ho-so/${id}/danh-muc`
    await attachPapers(world.as(owner), id, [{ criterion: '1.1', paperId }])
    const page = await (await deskOf(owner).get(path)).text()
    expect((await deskOf(owner).post(path, hiddenOf(page))).status).toBe(303)
    expect((await wholeDossier(world.as(owner), id)).attachments).toEqual([])
  })
})
