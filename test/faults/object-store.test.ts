import { beforeAll, beforeEach, expect, test } from 'vitest'
import { wallet } from '../../src/evidence/actions.ts'
import { openAccount } from '../../src/identity/actions.ts'
import { openLog } from '../../src/platform/log.ts'
import { objectFiles } from '../../src/platform/object-store.ts'
import { speaking } from '../../src/platform/open-files.ts'
import { addMember, registerProducer } from '../../src/producer/actions.ts'
import { paths } from '../../src/ui/paths.ts'
import { webApp } from '../../src/web/app.ts'
import { sound, useBucket } from '../support/bucket.ts'
import { pdfOf } from '../support/papers.ts'
import { commune } from '../support/producers.ts'
import { useWorld } from '../support/world.ts'

const world = useWorld()
const bucket = useBucket()
const origin = 'http://localhost'
let app: ReturnType<typeof webApp>
let cookie = ''
let producer = ''

beforeAll(async () => {
  app = webApp({
    db: world.db,
    files: speaking(objectFiles(bucket.settings(), 500), openLog('silent')),
    keys: world.keys,
    reactsTo: new Set(),
    config: { demonstration: false, publicUrl: origin },
    log: openLog('silent'),
    clock: () => '2026-11-24T02:00:00.000Z',
  })
  const account = { signInName: 'chu.mau', name: 'Chủ mẫu', password: 'một mật khẩu dài' }
  const accountId = await openAccount(world.as(), account)
  const given = { kind: 'other', name: 'Làng nghề Mẫu', commune, representativeDisabled: false } as const
  producer = (await registerProducer(world.as(), given)).id
  await addMember(world.as(), producer, { accountId, capacity: 'owner' })
  const body = new URLSearchParams({ signInName: account.signInName, password: account.password })
  const entered = await app.request(`${origin}/dang-nhap`, { method: 'POST', headers: { Origin: origin }, body })
  cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
})

beforeEach(() => {
  bucket.mood = sound
})

async function send(title: string) {
  const body = new FormData()
  for (const [name, value] of Object.entries({ kind: 'other', title, producerId: producer })) body.append(name, value)
  body.append('file', new File([new Uint8Array(pdfOf(title))], 'giay.pdf', { type: 'application/pdf' }))
  const headers = { Cookie: cookie, Origin: origin }
  const answer = await app.request(`${origin}${paths.evidence.begin()}`, { method: 'POST', headers, body })
  return { status: answer.status, to: answer.headers.get('Location') ?? '', text: await answer.text() }
}

async function ask(path: string) {
  const answer = await app.request(`${origin}${path}`, { headers: { Cookie: cookie } })
  return { status: answer.status, text: await answer.text() }
}

test('a paper goes into the bucket and comes out again', async () => {
  const { status, to } = await send('Giấy gửi được')
  expect(status).toBe(303)
  const { status: shown, text } = await ask(`${to}/tep`)
  expect([shown, text]).toEqual([200, new TextDecoder().decode(pdfOf('Giấy gửi được'))])
})

test.each([
  ['answers with an error', 'Giấy thứ nhất', (_request, response) => void response.writeHead(500).end()],
  ['never answers', 'Giấy thứ hai', () => undefined],
] satisfies [string, string, typeof bucket.mood][])(
  'a store that %s: the paper is refused, what was typed stays, nothing is half-kept',
  async (_what, title, mood) => {
    const before = await wallet(world.as(), producer)
    bucket.mood = mood
    const { status, text } = await send(title)
    expect(status).toBe(503)
    expect(text).toContain('Chưa lưu được tệp vì kho tệp không nhận')
    expect(text).toContain(`value="${title}"`)
    bucket.mood = sound
    expect(await wallet(world.as(), producer)).toEqual(before)
    expect((await send(title)).status).toBe(303)
  },
)

test('a paper whose object is gone or unreachable is told so, and machines see that the store is away', async () => {
  const { to } = await send('Giấy bị mất')
  expect((await ask('/readyz')).status).toBe(200)
  bucket.mood = (_request, response) => void response.writeHead(404).end()
  expect(await ask(`${to}/tep`)).toMatchObject({ status: 503, text: expect.stringContaining('Chưa đọc được tệp') })
  bucket.mood = (_request, response) => void response.writeHead(500).end()
  expect(await ask('/readyz')).toEqual({ status: 503, text: 'store of files unreachable' })
  expect((await ask('/healthz')).status).toBe(200)
})
