import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeAccount } from '../../src/identity/actions-account.ts'
import { endPosting } from '../../src/identity/actions-posting.ts'
import { actorOf, grantPosting, openAccount } from '../../src/identity/actions.ts'
import { visitor } from '../../src/kernel/actor.ts'
import type { Role } from '../../src/kernel/actor.ts'
import { rows, sql } from '../../src/platform/db.ts'
import { openLog } from '../../src/platform/log.ts'
import { openOpenId } from '../../src/platform/open-id.ts'
import { paths } from '../../src/ui/paths.ts'
import { webApp } from '../../src/web/app.ts'
import { useProvider } from '../support/provider.ts'
import { useWorld } from '../support/world.ts'

const world = useWorld()
const site = 'http://localhost:4999'
const returnTo = `${site}${paths.identity.outsideReturn()}`
const provider = useProvider(returnTo)
const password = 'cà phê buổi sáng'
let app: ReturnType<typeof webApp>

/** The application as it starts, before it has heard of the provider. */
function fresh(hasProvider = true) {
  const log = openLog('silent')
  return webApp({
    db: world.db,
    files: world.files,
    keys: world.keys,
    reactsTo: new Set(),
    config: { demonstration: false, publicUrl: site },
    log,
    clock: () => '2026-11-24T02:00:00.000Z',
    openId: hasProvider ? openOpenId(provider.settings(), returnTo, log) : undefined,
  })
}

beforeAll(() => {
  app = fresh()
})
beforeEach(() => {
  provider.away = false
})

interface Seen {
  readonly status: number
  readonly to: string
  readonly text: string
}

/** A browser without JavaScript: keeps cookies, follows nothing by itself. */
function browser() {
  const jar = new Map<string, string>()
  async function ask(path: string, form?: Record<string, string>): Promise<Seen> {
    const headers = { Origin: site, Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
    const body = form && { method: 'POST', body: new URLSearchParams(form) }
    const answer = await app.request(new URL(path, site).href, { headers, ...body })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return { status: answer.status, to: answer.headers.get('Location') ?? '', text: await answer.text() }
  }
  const setOut = async (path = paths.identity.signInOutside()) => (await ask(path)).to
  return {
    ask,
    jar,
    setOut,
    signIn: (signInName: string) => ask(paths.identity.signIn(), { signInName, password }),
    /** To the provider, signed in there as `login`, and back. */
    enter: async (login: string, path?: string) => ask(await provider.visit(await setOut(path), login)),
  }
}

async function person(signInName: string, role?: Role): Promise<string> {
  const given = { signInName, name: `Người ${signInName}`, email: 'nguoi.co.tai.khoan@vidu.vn', password }
  const accountId = await openAccount(world.as(), given)
  if (role) await grantPosting(world.as(), { accountId, role, unit: '66', from: '2026-11-24' })
  return accountId
}

async function linked(signInName: string, login: string, role?: Role): Promise<string> {
  const accountId = await person(signInName, role)
  const owner = browser()
  await owner.signIn(signInName)
  expect((await owner.enter(login, paths.identity.linkOutside())).to).toBe(paths.identity.confirmOutside())
  expect((await owner.ask(paths.identity.confirmOutside(), {})).status).toBe(303)
  return accountId
}

function factsOf(subject: string) {
  return rows(
    world,
    sql<{ fact: string; detail: Record<string, unknown> }>`
      select fact, detail from audit.entry where subject = ${subject} order by seq`,
  )
}

async function counts() {
  const [row] = await rows(
    world,
    sql<{ accounts: number; sessions: number; links: number }>`
      select (select count(*) from identity.account) as accounts,
        (select count(*) from identity.login_session) as sessions,
        (select count(*) from identity.outside_identity) as links`,
  )
  return row
}

describe('an outside identity', () => {
  test('linked by its owner opens the account, and where the person wanted to go', async () => {
    const accountId = await person('mai', 'province-officer')
    const owner = browser()
    await owner.signIn('mai')
    expect((await owner.ask(paths.identity.mine())).text).toContain('Gắn danh tính ở 127.0.0.1')
    await owner.enter('mai-o-ngoai', paths.identity.linkOutside())
    const { text } = await owner.ask(paths.identity.confirmOutside())
    expect(text).toContain('mai-o-ngoai')
    expect(await counts()).toMatchObject({ links: 0 })
    expect((await owner.ask(paths.identity.confirmOutside(), {})).to).toBe(paths.identity.mine())

    const elsewhere = browser()
    const entered = await elsewhere.enter('mai-o-ngoai', paths.identity.signInOutside({ tiep: '/ho-so?trang=2' }))
    expect([entered.status, entered.to]).toEqual([303, '/ho-so?trang=2'])
    expect((await elsewhere.ask(paths.identity.mine())).text).toContain('Người mai')
    const facts = await factsOf(accountId)
    expect(facts.slice(-2).map(({ fact }) => fact)).toEqual(['identity.outside-linked', 'identity.signed-in'])
    expect(facts.at(-1)?.detail).toMatchObject({ via: provider.settings().issuer })

    expect((await elsewhere.ask(paths.identity.signOut(), {})).status).toBe(303)
    expect((await elsewhere.ask(paths.desk())).to).toContain(paths.identity.signIn())
  })

  test('unknown here is told what to do, though its mail address is that of an account; nothing is created', async () => {
    await person('nguoi-co-tai-khoan')
    const before = await counts()
    const { status, text } = await browser().enter('nguoi-la')
    expect(status).toBe(422)
    expect(text).toContain('Danh tính này chưa gắn với tài khoản nào')
    expect(text).toContain('name="password"')
    expect(await counts()).toEqual(before)
  })

  test('opens one account only, and an account has one of a provider', async () => {
    await linked('chu-dau', 'mot-danh-tinh')
    await person('chu-sau')
    const second = browser()
    await second.signIn('chu-sau')
    await second.enter('mot-danh-tinh', paths.identity.linkOutside())
    const taken = await second.ask(paths.identity.confirmOutside(), {})
    expect([taken.status, taken.text]).toEqual([422, expect.stringContaining('đã gắn với một tài khoản khác')])
    const first = browser()
    await first.signIn('chu-dau')
    await first.enter('danh-tinh-hai', paths.identity.linkOutside())
    expect((await first.ask(paths.identity.confirmOutside(), {})).text).toContain('đã gắn một danh tính')
  })

  test('taken away by its owner opens nothing, and what it opened ends', async () => {
    const accountId = await linked('nguoi-go', 'bi-go')
    const outside = browser()
    await outside.enter('bi-go')
    const owner = browser()
    await owner.signIn('nguoi-go')
    const id = /danh-tinh\/([0-9a-f-]{36})\/go/.exec((await owner.ask(paths.identity.mine())).text)?.[1] ?? ''
    expect((await outside.ask(paths.identity.mine())).status).toBe(200)
    expect((await owner.ask(paths.identity.unlinkOutside(id), {})).status).toBe(303)
    expect((await outside.ask(paths.identity.mine())).status).toBe(303)
    expect((await owner.ask(paths.identity.mine())).status).toBe(200)
    expect((await browser().enter('bi-go')).status).toBe(422)
    expect((await factsOf(accountId)).at(-1)?.fact).toBe('identity.outside-unlinked')
  })

  test('of a closed account is not let in, and is told why', async () => {
    const accountId = await linked('nguoi-dong', 'bi-dong')
    await closeAccount(world.as(), accountId)
    const { status, text } = await browser().enter('bi-dong')
    expect([status, text]).toEqual([422, expect.stringContaining('Tài khoản này đã đóng.')])
  })

  test('gives no rights of its own: those of an ended posting are gone', async () => {
    const accountId = await linked('het-vai', 'het-vai-ngoai', 'province-leader')
    const desk = browser()
    await desk.enter('het-vai-ngoai')
    expect((await desk.ask(paths.identity.postings())).status).toBe(200)
    const [posting] = await rows(
      world,
      sql<{ id: string }>`select id from identity.posting where account_id = ${accountId}`,
    )
    await endPosting(world.as(), posting?.id ?? '', 'Hết nhiệm kỳ')
    expect((await desk.ask(paths.identity.postings())).status).toBe(404)
    expect((await actorOf(world.as(visitor), accountId)).postings).toEqual([])
  })
})

describe('an administrator', () => {
  test('links by the subject, and the office sleeps until its leader confirms', async () => {
    await person('quan-tri', 'administrator')
    const accountId = await person('can-bo', 'province-officer')
    const admin = browser()
    await admin.signIn('quan-tri')
    const empty = await admin.ask(paths.identity.linkOutsideFor(accountId), { subject: '' })
    expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('Hãy ghi mã danh tính.')])
    const taken = { subject: 'mai-o-ngoai' }
    expect((await admin.ask(paths.identity.linkOutsideFor(accountId), taken)).text).toContain('value="mai-o-ngoai"')
    expect((await admin.ask(paths.identity.linkOutsideFor(accountId), { subject: 'can-bo-ngoai' })).status).toBe(303)
    expect((await browser().enter('can-bo-ngoai')).to).toBe(paths.desk())
    expect((await actorOf(world.as(visitor), accountId)).postings).toEqual([])
    const page = await admin.ask(paths.identity.account(accountId))
    const link = /danh-tinh\/([0-9a-f-]{36})\/go/.exec(page.text)?.[1] ?? ''
    expect((await admin.ask(paths.identity.unlinkOutsideFor(accountId, link), {})).status).toBe(303)
    expect((await browser().enter('can-bo-ngoai')).status).toBe(422)
  })

  test('is the only one: for others these addresses do not exist', async () => {
    const accountId = await person('bi-hai')
    await person('lanh-dao', 'province-leader')
    const leader = browser()
    await leader.signIn('lanh-dao')
    expect((await leader.ask(paths.identity.linkOutsideFor(accountId), { subject: 'lanh-dao-ngoai' })).status).toBe(404)
    const own = await rows(world, sql<{ id: string }>`select id from identity.account where sign_in_name = 'quan-tri'`)
    const admin = browser()
    await admin.signIn('quan-tri')
    expect((await admin.ask(paths.identity.linkOutsideFor(own[0]?.id ?? ''), { subject: 'x' })).status).toBe(422)
  })
})

describe('the way to the provider and back', () => {
  beforeAll(() => linked('duong-di', 'duong-di-ngoai'))

  test('cannot be walked twice', async () => {
    const one = browser()
    const back = await provider.visit(await one.setOut(), 'duong-di-ngoai')
    const { jar } = one
    const secret = jar.get('luot-danh-tinh') ?? ''
    expect((await one.ask(back)).status).toBe(303)
    jar.set('luot-danh-tinh', secret)
    const again = await one.ask(back)
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('Lượt đăng nhập này đã dùng')])
  })

  test.each([
    ['another state', (back: URL) => back.searchParams.set('state', 'x'.repeat(43))],
    ['no state', (back: URL) => back.searchParams.delete('state')],
    ['another code', (back: URL) => back.searchParams.set('code', 'x'.repeat(43))],
    ['another issuer', (back: URL) => back.searchParams.set('iss', 'https://ke-gian.vidu.vn')],
  ])('with %s in the address leads nowhere', async (_what, tamper) => {
    const one = browser()
    const back = new URL(await provider.visit(await one.setOut(), 'duong-di-ngoai'))
    tamper(back)
    const { status, text } = await one.ask(back.href)
    expect([status, text]).toEqual([422, expect.stringContaining('không xác nhận lượt đăng nhập này')])
    expect((await one.ask(paths.desk())).to).toContain(paths.identity.signIn())
  })

  test.each(['nonce', 'verifier'])('with another %s than was asked with leads nowhere', async (column) => {
    const one = browser()
    const back = await provider.visit(await one.setOut(), 'duong-di-ngoai')
    await rows(world, sql`update identity.outside_round set ${sql.ref(column)} = repeat('x', 43)`)
    expect((await one.ask(back)).status).toBe(422)
  })

  test('is over after ten minutes', async () => {
    const one = browser()
    const back = await provider.visit(await one.setOut(), 'duong-di-ngoai')
    await rows(world, sql`update identity.outside_round set begun_at = begun_at - interval '10 minutes'`)
    expect((await one.ask(back)).text).toContain('đã quá 10 phút')
  })

  test('does not go on in another browser, nor in that of somebody else who is signed in', async () => {
    const attacker = browser()
    const back = await provider.visit(await attacker.setOut(), 'duong-di-ngoai')
    const victim = browser()
    expect((await victim.ask(back)).text).toContain('bắt đầu ở trình duyệt khác')
    await person('nguoi-khac')
    const linking = browser()
    await linking.signIn('duong-di')
    const link = await provider.visit(await linking.setOut(paths.identity.linkOutside()), 'ngoai-moi')
    await linking.signIn('nguoi-khac')
    expect((await linking.ask(link)).status).toBe(422)
    expect((await linking.ask(paths.identity.confirmOutside(), {})).status).toBe(422)
  })

  test('given up at the provider comes back with a sentence', async () => {
    const one = browser()
    const asked = new URL(await one.setOut())
    const back = `${returnTo}?error=access_denied&state=${asked.searchParams.get('state')}&iss=${provider.settings().issuer}`
    expect((await one.ask(back)).text).toContain('không xác nhận lượt đăng nhập này')
  })

  test('of a provider that is away says so, and the door with a password stays open', async () => {
    const one = browser()
    const back = await provider.visit(await one.setOut(), 'duong-di-ngoai')
    provider.away = true
    expect((await one.ask(back)).text).toContain('Nhà cung cấp danh tính không trả lời')
    const silent = await fresh().request(`${site}${paths.identity.signInOutside({ tiep: '/ho-so' })}`)
    expect(silent.status).toBe(422)
    const text = await silent.text()
    expect(text).toContain('Nhà cung cấp danh tính không trả lời')
    expect(text).toContain('name="tiep" value="/ho-so"')
    expect((await one.signIn('duong-di')).to).toBe(paths.desk())
  })

  test('does not exist where no provider is configured', async () => {
    const bare = fresh(false)
    expect((await bare.request(`${site}${paths.identity.signInOutside()}`)).status).toBe(404)
    expect(await (await bare.request(`${site}${paths.identity.signIn()}`)).text()).not.toContain('danh tính bên ngoài')
  })
})
