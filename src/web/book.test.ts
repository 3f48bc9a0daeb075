import { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { useWorld } from '../../test/support/world.ts'
import { openAccount } from '../identity/actions.ts'
import { visitor } from '../kernel/actor.ts'
import type { Actor, Role } from '../kernel/actor.ts'
import { Refused } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Env } from '../platform/web.ts'
import { record } from '../audit/actions.ts'
import { factsAbout, kinds } from './book-things.ts'
import { bookPages } from './book.tsx'

const world = useWorld()

function person(role: Role, unit: string, province: string): Actor {
  return { id: `${role}-${unit}`, name: 'Người mẫu', postings: [{ role, unit, province }], producers: [] }
}

const nation = person('auditor', 'VN', 'VN')

async function read(actor: Actor, query = ''): Promise<{ status: number; text: string }> {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('ctx', world.as(actor))
    c.set('viewer', { signedIn: true, name: actor.name })
    await next()
  })
  app.route('/', bookPages)
  app.onError((error, c) => (error instanceof Refused ? c.notFound() : c.text(String(error), 500)))
  const answer = await app.request(`/so-ghi${query}`)
  return { status: answer.status, text: await answer.text() }
}

describe('the book on the screen', () => {
  let asker = ''

  beforeAll(async () => {
    asker = await openAccount(world.as(), { signInName: 'lua', name: 'Trần Thị Lụa', password: 'mau-mau-mau-12' })
    const write = (actor: Actor, fact: string, subject: string, detail = {}, now?: string) =>
      atomically(world.as(actor, now), (tx) => record(tx, fact, subject, detail))
    await write(person('commune-officer', '24043', '66'), 'dossier.returned', 'ho-so-dak-lak', {
      reason: 'thiếu <b>giấy</b>',
      from: 'filed',
      account: asker,
    })
    await write(person('commune-officer', '21115', '52'), 'dossier.returned', 'ho-so-gia-lai')
    await write({ ...visitor, id: asker }, 'dossier.submitted', 'ho-so-dak-lak')
    for (let index = 0; index < 60; index++) await write(visitor, 'idea.filed', `y-tuong-${index}`)
    await write(visitor, 'support.paid', 'khoan-1', { amount: 50_000_000 }, '2026-10-01T02:00:00.000Z')
  })

  it('is read by the auditor of the country, newest first, page by page', async () => {
    const first = await read(nation)
    expect(first.status).toBe(200)
    expect(first.text).toContain('y-tuong-59')
    expect(first.text).toContain('Gửi ý tưởng')
    expect(first.text).not.toContain('ho-so-dak-lak')
    const older = /truoc=(\d+)/.exec(first.text)?.[1]
    const second = await read(nation, `?truoc=${older}`)
    expect(second.text).toContain('ho-so-dak-lak')
    expect(second.text).toContain('thiếu &lt;b&gt;giấy&lt;/b&gt;')
  })

  it('speaks in names: person, role, place, act, state, money; the sealed line stays behind', async () => {
    const { text } = await read(nation, '?viec=dossier')
    const rows = text.slice(text.indexOf('<tbody>'), text.indexOf('</tbody>'))
    const seen = rows.replaceAll(/<details>.*?<\/details>/gs, '').replaceAll(/<[^>]+>/g, ' ')
    expect(seen).toContain('Trần Thị Lụa')
    expect(seen).toContain('Cán bộ cấp xã, Xã ')
    expect(seen).toContain('Trả hồ sơ để bổ sung')
    expect(seen).toContain('Từ: Đã nộp, chờ xã kiểm tra')
    expect(seen).toContain('Tài khoản: Trần Thị Lụa')
    expect(seen).not.toMatch(/commune-officer|dossier\.|@24043/)
    expect(rows).toContain('commune-officer@24043')
    expect(rows).toContain('href="/ho-so/ho-so-dak-lak"')
    expect((await read(nation, '?loai=entitlement')).text).toContain('Số tiền: 50.000.000 đồng')
  })

  it('shows an auditor of a province what its officers acted on, with all that happened to it', async () => {
    const { text } = await read(person('auditor', '66', '66'))
    expect(text).toContain('ho-so-dak-lak')
    expect(text).toContain('Nộp hồ sơ')
    expect(text).not.toContain('ho-so-gia-lai')
    expect(text).not.toContain('y-tuong-')
  })

  it.each([
    ['?viec=dossier', 'ho-so-gia-lai', 'y-tuong-'],
    ['?viec=dossier.submitted', 'ho-so-dak-lak', 'ho-so-gia-lai'],
    ['?loai=idea', 'y-tuong-59', 'ho-so-gia-lai'],
    ['?doi-tuong=y-tuong-7', 'y-tuong-7', 'y-tuong-8'],
    ['?ai=tran+thi+lua', 'ho-so-dak-lak', 'ho-so-gia-lai'],
    ['?nguoi=commune-officer-21115', 'ho-so-gia-lai', 'ho-so-dak-lak'],
    ['?tu=01/10/2026&den=01/10/2026', 'khoan-1', 'y-tuong-'],
    ['?trong=hom-nay', 'y-tuong-', 'khoan-1'],
  ])('is filtered by %s', async (query, shown, hidden) => {
    const { text } = await read(nation, query)
    expect(text).toContain(shown)
    expect(text).not.toContain(hidden)
  })

  it.each([
    ['?ai=khong+ai+ten+nay', 'Không có dòng nào khớp'],
    ['?viec=idea.filed&loai=dossier', 'Không có dòng nào khớp'],
    ['?tu=31/02/2026', 'Không đọc được ngày này'],
    ['?loai=khong-co&viec=khong.co', 'Không có dòng nào khớp'],
    ['?loai=constructor&trong=constructor&ai=khong+ai', 'Không có dòng nào khớp'],
  ])('answers %s in words', async (query, says) => {
    const { status, text } = await read(nation, query)
    expect(status).toBe(200)
    expect(text).toContain(says)
  })

  it.each(Object.keys(kinds))('every kind has facts to be found by: %s', (kind) => {
    expect(Object.hasOwn(kinds, kind) && (kind === 'line' || factsAbout(kind).length > 0)).toBe(true)
  })

  it.each([
    person('administrator', 'VN', 'VN'),
    person('province-leader', '66', '66'),
    person('ministry-leader', 'VN', 'VN'),
  ])('is not there for others', async (actor) => {
    expect((await read(actor)).status).toBe(404)
  })
})
