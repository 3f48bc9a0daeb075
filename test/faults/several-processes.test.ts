import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sealBatch } from '../../src/audit/sealing.ts'
import { openBookKey } from '../../src/audit/signer.ts'
import { openAccount } from '../../src/identity/actions.ts'
import { atomically } from '../../src/platform/atomically.ts'
import { rows, run, sql } from '../../src/platform/db.ts'
import { sendingQueue } from '../../src/notice/actions.ts'
import { enqueue } from '../../src/platform/jobs.ts'
import { addMember, registerProducer } from '../../src/producer/actions.ts'
import { paths } from '../../src/ui/paths.ts'
import { pdfOf } from '../support/papers.ts'
import { commune } from '../support/producers.ts'
import { program } from '../support/program.ts'
import type { Running } from '../support/program.ts'
import { useWorld } from '../support/world.ts'

// A whole restore, or a whole program started, takes its time on a busy machine.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

// Two web processes and two workers on one database, as an operator starts them.
const world = useWorld()
const directory = mkdtempSync(join(tmpdir(), 'ocop-several-'))
const password = 'một mật khẩu dài'
let environment: Record<string, string>
let webs: [string, string]
let workers: [Running, Running]
const started: Running[] = []
let producer = ''

/** A mail server that keeps everybody waiting until the gate opens; `asked` are those who wait or were let through. */
const mail = { asked: 0, arrived: [] as string[], open: () => undefined as void }
const gate = new Promise<void>((settle) => (mail.open = settle))
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onMailFrom: (_from, _session, done) => {
    mail.asked++
    void gate.then(() => done())
  },
  onData: (stream, { envelope }, done) => {
    stream.resume().on('end', () => {
      mail.arrived.push(...envelope.rcptTo.map(({ address }) => address))
      done()
    })
  },
})

function begin(...words: string[]): Running {
  const running = program(words, environment)
  started.push(running)
  return running
}

const addressOf = async (web: Running) => (await web.saying(/http:\/\/localhost:\d+/)).replace('localhost', '127.0.0.1')

beforeAll(async () => {
  await new Promise<void>((listening) => mailServer.listen(0, '127.0.0.1', listening))
  const { port } = mailServer.server.address() as AddressInfo
  environment = { DATABASE_URL: world.url, DATA_DIR: directory, PORT: '0', SMTP_URL: `smtp://127.0.0.1:${port}` }
  const accountId = await openAccount(world.as(), { signInName: 'chu.mau', name: 'Chủ mẫu', password })
  await openAccount(world.as(), { signInName: 'nguoi.khac', name: 'Người khác', password })
  const given = { kind: 'other', name: 'Làng nghề Mẫu', commune, representativeDisabled: false } as const
  producer = (await registerProducer(world.as(), given)).id
  await addMember(world.as(), producer, { accountId, capacity: 'owner' })
  const [one, two] = [begin('web'), begin('web')]
  workers = [begin('worker'), begin('worker')]
  webs = [await addressOf(one), await addressOf(two)]
  await Promise.all(workers.map((worker) => worker.saying(/Việc nền đang chạy/)))
})

afterAll(async () => {
  mail.open()
  for (const { child } of started) child.kill('SIGTERM')
  const codes = await Promise.all(started.map(({ ended }) => ended))
  await new Promise<void>((closed) => mailServer.close(closed))
  rmSync(directory, { recursive: true, force: true })
  // All but the killed one stop in order.
  expect(codes.filter((code) => code !== 0)).toEqual([null])
})

async function post(web: string, path: string, body: URLSearchParams | FormData, cookie = '') {
  const headers = { Origin: web, Cookie: cookie }
  return fetch(`${web}${path}`, { method: 'POST', body, headers, redirect: 'manual' })
}

const signIn = (web: string, signInName: string, given = password) =>
  post(web, paths.identity.signIn(), new URLSearchParams({ signInName, password: given }))
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? ''
const get = (web: string, path: string, headers: Record<string, string> = {}) =>
  fetch(`${web}${path}`, { headers, redirect: 'manual' })

test('what one process kept the other shows, to the same session, until it ends at either', async () => {
  const [one, two] = webs
  const cookie = cookieOf(await signIn(one, 'chu.mau'))
  const form = new FormData()
  for (const [name, value] of Object.entries({ kind: 'other', title: 'Giấy gửi ở một', producerId: producer }))
    form.append(name, value)
  form.append('file', new File([new Uint8Array(pdfOf('Giấy'))], 'giay.pdf', { type: 'application/pdf' }))
  const kept = await post(one, paths.evidence.begin(), form, cookie)
  expect(kept.status).toBe(303)
  const paper = await get(two, kept.headers.get('Location') ?? '', { Cookie: cookie })
  expect([paper.status, (await paper.text()).includes('Giấy gửi ở một')]).toEqual([200, true])
  const file = await get(two, `${kept.headers.get('Location')}/tep`, { Cookie: cookie })
  expect(await file.text()).toBe(new TextDecoder().decode(pdfOf('Giấy')))

  expect((await post(two, paths.identity.signOut(), new URLSearchParams(), cookie)).status).toBe(303)
  expect((await get(one, paths.desk(), { Cookie: cookie })).status).toBe(303)
})

test('wrong passwords count together, wherever they are tried', async () => {
  const answers: number[] = []
  for (let attempt = 0; attempt < 6; attempt++)
    answers.push((await signIn(webs[attempt % 2] ?? '', 'nguoi.khac', 'không phải')).status)
  // Five wrong ones, then both processes refuse the right one too.
  expect(answers.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 422))
  for (const web of webs) {
    const answer = await signIn(web, 'nguoi.khac')
    expect(await answer.text()).toContain('Đã thử quá nhiều lần')
  }
})

test('an import beside them shows in the lists and counts of both, and no kept page is called fresh', async () => {
  const list = paths.catalogue.list()
  const before = await Promise.all(webs.map((web) => get(web, list)))
  const tags = before.map((answer) => answer.headers.get('ETag') ?? '')
  expect(await before[0]?.text()).not.toContain('Nem nướng Vinh Lài')
  expect(await totals()).toEqual([0, 0])
  const imported = program(['import', 'recognitions', 'src/exchange/cases/published-lists.csv'], environment)
  await imported.ended
  expect(await totals()).toEqual([21, 21])
  for (const [index, web] of webs.entries()) {
    const answer = await get(web, list, { 'If-None-Match': tags[index] ?? '' })
    expect(answer.status).toBe(200)
    const again = await get(web, list, { 'If-None-Match': answer.headers.get('ETag') ?? '' })
    expect(again.status).toBe(304)
  }
})

async function totals(): Promise<number[]> {
  const answers = await Promise.all(webs.map((web) => get(web, '/api/v1/products?status=all')))
  return Promise.all(answers.map(async (answer) => ((await answer.json()) as { total: number }).total))
}

const notices = Array.from({ length: 12 }, (_, index) => `thong-bao-${index}`)

test('a worker killed while it hands notices over loses none, and none is taken twice', async () => {
  // One worker alone has the work in hand when it dies; the other comes back as its heir.
  workers[1].child.kill('SIGTERM')
  await workers[1].ended
  await atomically(world.as(), async (tx) => {
    for (const id of notices) {
      await run(
        tx,
        sql`insert into notice.notice (id, key, producer_id, subject, body, href, urgent, made_at)
          values (${id}, ${id}, ${producer}, 'Thử', 'Thử', '/', true, now())`,
      )
      await run(
        tx,
        sql`insert into notice.delivery (id, notice_id, channel, address, state, queued_at, next_try_at)
          values (${id}, ${id}, 'email', ${`${id}@vidu.vn`}, 'waiting', now(), now())`,
      )
    }
    await enqueue(tx, 'notice.send-due', {}, sendingQueue, { queue: sendingQueue })
  })
  await vi.waitFor(() => expect(mail.asked).toBe(10), { timeout: 120_000, interval: 50 })
  const heir = begin('worker')
  await heir.saying(/Việc nền đang chạy/)
  workers[0].child.kill('SIGKILL')
  await workers[0].ended
  mail.open()
  await vi.waitFor(async () => expect(await waiting()).toBe(0), { timeout: 120_000, interval: 200 })
  expect(mail.arrived.toSorted()).toEqual(notices.map((id) => `${id}@vidu.vn`).toSorted())
  const sent = await rows<{ detail: { deliveries: string[] } }>(
    world,
    sql`select detail from audit.entry where fact = 'notice.sent'`,
  )
  expect(sent.flatMap(({ detail }) => detail.deliveries).toSorted()).toEqual(notices.toSorted())
})

async function waiting(): Promise<number> {
  const found = await rows(world, sql`select from notice.delivery where id like 'thong-bao-%' and state <> 'sent'`)
  return found.length
}

test('a process with other keys, or with no database given, does not start', async () => {
  const other = mkdtempSync(join(tmpdir(), 'ocop-other-'))
  openBookKey(join(other, 'keys'))
  await sealBatch(world.as(), openBookKey(join(directory, 'keys')))
  const stranger = program(['web'], { ...environment, DATA_DIR: other })
  expect(await stranger.ended).toBe(1)
  expect(stranger.said()).toContain('Mọi máy phải dùng chung một thư mục keys')
  const alone = program(['worker'], { DATA_DIR: other })
  expect(await alone.ended).toBe(1)
  expect(alone.said()).toContain('cần DATABASE_URL')
  rmSync(other, { recursive: true, force: true })
})
