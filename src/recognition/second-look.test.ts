import { describe, expect, test } from 'vitest'
import { awarding, otherLeader, provinceLeader, provinceOfficer } from '../../test/support/awarding.ts'
import { visiting } from '../../test/support/pages.ts'
import { useWorld } from '../../test/support/world.ts'
import type { Actor } from '../kernel/actor.ts'
import { visitor } from '../kernel/actor.ts'
import { openLog } from '../platform/log.ts'
import { oneRow, sql } from '../platform/db.ts'
import { paths } from '../ui/paths.ts'
import { onError } from '../web/errors.tsx'
import { draftDecision, draftRevocation } from './actions-draft.ts'
import { issueDecision } from './actions-issue.ts'
import { recognitionPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const stage = awarding(world)
const as = (actor: Actor) => visiting(recognitionPages, refusals, () => world.as(actor), onError(openLog('silent')))
const typed = { number: '41', decidedOn: '24/11/2026', signerTitle: 'Phó Chủ tịch', signerName: 'Nguyễn Văn Mẫu' }
const secondLeader = { ...provinceLeader, id: 'lanh-dao-thu-hai' }

async function draft(name: string, points = 82): Promise<string> {
  const { sessionId } = await stage.scored({ [name]: points })
  return (await draftDecision(world.as(provinceOfficer), { sessionId }))[0] as string
}

const issuedAt = async (id: string) =>
  (await oneRow(world, sql<{ at: string | null }>`select issued_at as at from recognition.decision where id = ${id}`))
    .at

/** The hidden fields of a page, as a browser sends them back. */
function hiddenOf(html: string): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]))
}

async function secondLook(id: string, given: Readonly<Record<string, string>> = typed): Promise<string> {
  const answer = await as(provinceLeader).post(paths.recognition.issue(id), given)
  expect(answer.status).toBe(303)
  return answer.headers.get('location') as string
}

describe('before a decision is issued', () => {
  test('a page says exactly what will be, nothing is done, and its button does it', async () => {
    const id = await draft('Trà Xem Lại')
    const html = await (await as(provinceLeader).get(await secondLook(id))).text()
    for (const words of [
      '41/QĐ-UBND',
      '24/11/2026',
      'Phó Chủ tịch Nguyễn Văn Mẫu',
      'Trà Xem Lại',
      '4 sao',
      'Hiệu lực đến hết',
      '24/11/2029',
      'Cấp 1 giấy chứng nhận',
    ])
      expect(html).toContain(words)
    expect(await issuedAt(id)).toBeNull()
    const done = await as(provinceLeader).post(paths.recognition.issue(id), hiddenOf(html))
    expect([done.status, done.headers.get('location')]).toEqual([303, paths.recognition.decision(id)])
    const page = await (await as(visitor).get(paths.recognition.decision(id))).text()
    expect(page).toContain('41/QĐ-UBND')
  })

  test('what was typed is kept on the way back', async () => {
    const id = await draft('Trà Quay Lại')
    const look = await (await as(provinceLeader).get(await secondLook(id, { ...typed, number: '42' }))).text()
    const [, back = ''] = look.match(/href="([^"]+)#ban-hanh"/) ?? []
    const form = await (await as(provinceLeader).get(back.replaceAll('&amp;', '&'))).text()
    for (const kept of ['value="42"', 'value="24/11/2026"', 'value="Phó Chủ tịch"', 'value="Nguyễn Văn Mẫu"'])
      expect(form).toContain(kept)
  })

  test('what cannot be issued is said before the second look, at its field', async () => {
    const id = await draft('Trà Chưa Được')
    await issueDecision(world.as(provinceLeader), await draft('Trà Số Cũ'), {
      number: '43',
      decidedOn: '2026-11-24',
      signerName: 'Nguyễn Văn Mẫu',
      signerTitle: 'Chủ tịch',
    })
    for (const [change, words] of [
      [{ number: '43' }, 'đã dùng cho một quyết định khác'],
      [{ decidedOn: '25/11/2026' }, 'Ngày ký không được sau hôm nay'],
      [{ number: 'x' }, 'Số quyết định gồm số và ký hiệu'],
    ] as const) {
      const answer = await as(provinceLeader).post(paths.recognition.issue(id), { ...typed, ...change })
      expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(words)])
    }
    // An address typed by hand goes back to the form; somebody else's draft is not there.
    const bare = await as(provinceLeader).get(paths.recognition.secondLook(id))
    expect(bare.headers.get('location')).toBe(paths.recognition.decision(id))
    expect((await as(otherLeader).get(paths.recognition.secondLook(id, typed))).status).toBe(404)
    expect((await as(provinceOfficer).get(paths.recognition.secondLook(id, typed))).status).toBe(422)
    expect(await issuedAt(id)).toBeNull()
  })

  test('a revocation shows which certificate ends and on what ground', async () => {
    const id = await draft('Muối Sắp Thu Hồi')
    const signed = { decidedOn: '2026-11-24', signerName: 'Nguyễn Văn Mẫu', signerTitle: 'Chủ tịch' }
    const [number = ''] = await issueDecision(world.as(provinceLeader), id, { ...signed, number: '44' })
    const revocation = await draftRevocation(world.as(provinceOfficer), {
      numbers: [number],
      ground: 'criteria-lost',
      note: 'Kết luận 12/KL',
      concludedOn: '2026-11-24',
    })
    const html = await (await as(provinceLeader).get(await secondLook(revocation, { ...typed, number: '45' }))).text()
    for (const words of [number, 'Kết luận 12/KL', '1 giấy chứng nhận mất hiệu lực']) expect(html).toContain(words)
    expect((await as(provinceLeader).post(paths.recognition.issue(revocation), hiddenOf(html))).status).toBe(303)
  })

  test('a certificate that the new one replaces is named', async () => {
    const { sessionId, products } = await stage.scored({ 'Nấm Thay Giấy': 60 }, '2026-06-20')
    const [first = ''] = await draftDecision(world.as(provinceOfficer), { sessionId })
    const signed = { signerName: 'Nguyễn Văn Mẫu', signerTitle: 'Chủ tịch' }
    const input = { ...signed, decidedOn: '2026-06-26', number: '46' }
    const [number = ''] = await issueDecision(world.as(provinceLeader), first, input)
    const again = await stage.dossier(products[0] as string, { kind: 'upgrade', filedOn: '2026-09-01' })
    const session = await stage.session('province', [again], [80], '2026-10-20')
    const [second = ''] = await draftDecision(world.as(provinceOfficer), { sessionId: session })
    const html = await (await as(provinceLeader).get(await secondLook(second, { ...typed, number: '47' }))).text()
    expect(html).toContain(`${number} (3 sao)`)
    expect(html).toContain('thay 1 giấy đang có')
  })

  test('two signers at once: one issues, the other is told that nothing changed', async () => {
    const id = await draft('Trà Hai Người Ký')
    const press = (who: Actor, number: string) =>
      as(who).post(paths.recognition.issue(id), { ...typed, number, confirmed: 'on' })
    const answers = await Promise.all([press(provinceLeader, '48'), press(secondLeader, '49')])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const lost = answers.find(({ status }) => status === 409)
    expect(await lost?.text()).toContain('Quyết định này đã được ban hành trước đó. Lần gửi này không thay đổi gì.')
    const late = await as(secondLeader).get(paths.recognition.secondLook(id, { ...typed, number: '50' }))
    expect(late.status).toBe(409)
  })
})
