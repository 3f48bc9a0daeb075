import { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { useWorld } from '../../test/support/world.ts'
import { visitor } from '../kernel/actor.ts'
import type { Actor, Role } from '../kernel/actor.ts'
import { Refused } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Env } from '../platform/web.ts'
import { record } from './actions.ts'
import { auditPages } from './pages.tsx'

const world = useWorld()

function person(role: Role, unit: string, province: string): Actor {
  return { id: `${role}-${unit}`, name: 'Người mẫu', postings: [{ role, unit, province }], producers: [] }
}

async function read(actor: Actor, query = ''): Promise<{ status: number; text: string }> {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('ctx', world.as(actor))
    c.set('viewer', { signedIn: true, name: actor.name })
    await next()
  })
  app.route('/', auditPages)
  app.onError((error, c) => (error instanceof Refused ? c.notFound() : c.text(String(error), 500)))
  const answer = await app.request(`/so-ghi${query}`)
  return { status: answer.status, text: await answer.text() }
}

describe('the book on the screen', () => {
  beforeAll(async () => {
    const write = (actor: Actor, fact: string, subject: string, detail = {}) =>
      atomically(world.as(actor), (tx) => record(tx, fact, subject, detail))
    await write(person('commune-officer', '24043', '66'), 'dossier.forwarded', 'ho-so-dak-lak', { note: '<b>đậm</b>' })
    await write(person('commune-officer', '21115', '52'), 'dossier.forwarded', 'ho-so-gia-lai')
    await write({ ...visitor, id: 'chu-the' }, 'dossier.filed', 'ho-so-dak-lak')
    for (let index = 0; index < 60; index++) await write(visitor, 'idea.filed', `y-tuong-${index}`)
  })

  it('is read by the auditor of the country, newest first, page by page', async () => {
    const first = await read(person('auditor', 'VN', 'VN'))
    expect(first.status).toBe(200)
    expect(first.text).toContain('y-tuong-59')
    expect(first.text).toContain('Gửi ý tưởng')
    expect(first.text).not.toContain('ho-so-dak-lak')
    const older = /truoc=(\d+)/.exec(first.text)?.[1]
    const second = await read(person('auditor', 'VN', 'VN'), `?truoc=${older}`)
    expect(second.text).toContain('ho-so-dak-lak')
    expect(second.text).toContain('&lt;b&gt;đậm&lt;/b&gt;')
  })

  it('shows an auditor of a province what its officers acted on, with all that happened to it', async () => {
    const { text } = await read(person('auditor', '66', '66'))
    expect(text).toContain('ho-so-dak-lak')
    expect(text).toContain('dossier.filed')
    expect(text).not.toContain('ho-so-gia-lai')
    expect(text).not.toContain('y-tuong-')
  })

  it.each([
    ['?viec=dossier', 'ho-so-gia-lai', 'y-tuong-'],
    ['?viec=dossier.filed', 'chu-the', 'ho-so-gia-lai'],
    ['?doi-tuong=y-tuong-7', 'y-tuong-7', 'y-tuong-8'],
    ['?nguoi=chu-the', 'dossier.filed', 'ho-so-gia-lai'],
  ])('is filtered by %s', async (query, shown, hidden) => {
    const { text } = await read(person('auditor', 'VN', 'VN'), query)
    expect(text).toContain(shown)
    expect(text).not.toContain(hidden)
  })

  it.each([
    person('administrator', 'VN', 'VN'),
    person('province-leader', '66', '66'),
    person('ministry-leader', 'VN', 'VN'),
  ])('is not there for others', async (actor) => {
    expect((await read(actor)).status).toBe(404)
  })
})
