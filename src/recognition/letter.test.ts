import { describe, expect, test } from 'vitest'
import {
  awarding,
  ministryOfficer,
  otherLeader,
  owner,
  provinceLeader,
  provinceOfficer,
} from '../../test/support/awarding.ts'
import { pdfText } from '../../test/support/pdf-text.ts'
import { visiting } from '../../test/support/pages.ts'
import { useWorld } from '../../test/support/world.ts'
import type { Actor } from '../kernel/actor.ts'
import { visitor } from '../kernel/actor.ts'
import { textById } from '../regime/law.ts'
import { paths } from '../ui/paths.ts'
import { draftDecision } from './actions-draft.ts'
import { issueDecision } from './actions-issue.ts'
import { recognitionPages } from './pages.tsx'
import { letterToMinistry } from './paper-letter.ts'
import { refusals } from './words.ts'

const world = useWorld()
const stage = awarding(world)
const as = (actor: Actor) => visiting(recognitionPages, refusals, () => world.as(actor))

let number = 901

async function approved(given: Readonly<Record<string, number>>): Promise<string> {
  const { sessionId } = await stage.scored(given)
  const [id = ''] = await draftDecision(world.as(provinceOfficer), { sessionId })
  const signed = { decidedOn: '2026-06-26', signerName: 'Nguyễn Văn Mẫu', signerTitle: 'Chủ tịch' }
  await issueDecision(world.as(provinceLeader), id, { ...signed, number: String(number++) })
  return id
}

describe('the letter of the province to the ministry', () => {
  test('names the decision, every dossier and what goes along, in the shape of an administrative letter', async () => {
    const id = await approved({ 'Cà phê Công Văn': 93, 'Trà Công Văn': 91 })
    const page = await (await as(provinceOfficer).get(paths.recognition.decision(id))).text()
    expect(page).toContain(paths.recognition.letterToMinistry(id))
    const desk = await (await as(provinceOfficer).get(paths.recognition.drafts())).text()
    expect(desk).toContain(paths.recognition.letterToMinistry(id))
    const answer = await as(provinceOfficer).get(paths.recognition.letterToMinistry(id))
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const text = (await pdfText(new Uint8Array(await answer.arrayBuffer()))).join('\n').replaceAll(/\s+/g, ' ')
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI',
      'V/v đề nghị đánh giá, công nhận sản phẩm OCOP 5 sao',
      'Kính gửi: Bộ Nông nghiệp và Môi trường',
      'Quyết định số 901/QĐ-UBND ngày 26/06/2026',
      'hồ sơ của 2 sản phẩm',
      'Cà phê Công Văn',
      'Trà Công Văn',
      'Báo cáo của Tổ tư vấn',
      'TM. ỦY BAN NHÂN DÂN',
      'Nơi nhận',
      'Dữ liệu mẫu, không có giá trị pháp lý.',
    ])
      expect(text).toContain(words)
  })

  test('is there for those who draft, oversee or receive, once the decision is issued, and for nobody else', async () => {
    const id = await approved({ 'Mật ong Công Văn': 94 })
    const statusFor = async (actor: Actor, of = id) =>
      (await as(actor).get(paths.recognition.letterToMinistry(of))).status
    expect([await statusFor(provinceLeader), await statusFor(ministryOfficer)]).toEqual([200, 200])
    for (const actor of [visitor, otherLeader, owner('p'), { ...provinceOfficer, id: 'khac', postings: [] }])
      expect(await statusFor(actor)).toBe(404)
    const { sessionId } = await stage.scored({ 'Nấm Công Văn': 95 })
    const [draft = ''] = await draftDecision(world.as(provinceOfficer), { sessionId })
    expect(await statusFor(provinceOfficer, draft)).toBe(404)
    const three = await stage.scored({ 'Muối Công Văn': 60 })
    const [recognising = ''] = await draftDecision(world.as(provinceOfficer), { sessionId: three.sessionId })
    expect(await statusFor(provinceOfficer, recognising)).toBe(404)
  })

  test('a renewal of five stars goes on its own list', () => {
    const text = textById('26-2026')!
    const decision = {
      authority: 'Ủy ban nhân dân tỉnh Quảng Ngãi',
      number: '1/QĐ-UBND',
      decidedOn: null,
      sample: false,
    }
    const line = {
      position: 1,
      productName: 'A',
      producerName: 'B',
      placeName: 'C',
      dossierNumber: '01',
      meanHundredths: 9300,
    }
    const lines = (...kinds: ('first' | 'renewal')[]) =>
      kinds.map((kind) => ({ ...line, kind })) as unknown as Parameters<typeof letterToMinistry>[1]
    const kindsOf = (...kinds: ('first' | 'renewal')[]) =>
      letterToMinistry(decision, lines(...kinds), text).enclosed.map(({ kind }) => kind)
    expect(kindsOf('first')).toEqual([null])
    expect(kindsOf('first', 'renewal')).toEqual(['Lần đầu', 'Phân hạng lại'])
    expect(letterToMinistry(decision, lines('renewal'), text).enclosed[0]?.contents.join(' ')).not.toContain('Hội đồng')
  })
})
