import { beforeAll, describe, expect, it } from 'vitest'
import { useWorld } from '../../test/support/world.ts'
import { systemActor, visitor } from '../kernel/actor.ts'
import { Refused } from '../kernel/refusal.ts'
import { rows, sql } from '../platform/db.ts'
import { changePassword, closeAccount, openForSomebody, ownAccount } from './actions-account.ts'
import { actorOf, endSession, openAccount, sessionOf, signIn, signOut, signUp } from './actions.ts'
import { attemptLimits } from './rules.ts'

const world = useWorld()
const password = 'cà phê buổi sáng'
const office = { address: '203.0.113.7', userAgent: 'Mozilla/5.0 (X11; Linux) Firefox/140.0' }
const elsewhere = { address: '198.51.100.9', userAgent: 'curl/8' }
const asVisitor = (now?: string) => world.as(visitor, now)

function open(signInName: string, given = {}) {
  return openAccount(world.as(systemActor), { signInName, name: 'Người mẫu', password, ...given })
}

function come(signInName: string, typed = password, origin = office, samplesWelcome = false) {
  return signIn(asVisitor(), { signInName, password: typed }, origin, { samplesWelcome })
}

async function refusalOf(act: Promise<unknown>): Promise<string> {
  const error = await act.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof Refused) return error.refusals[0]?.code ?? ''
  throw error ?? new Error('nothing was refused')
}

function factsOf(subject: string) {
  return rows(world, sql<{ fact: string }>`select fact from audit.entry where subject = ${subject} order by seq`).then(
    (found) => found.map(({ fact }) => fact),
  )
}

describe('signing in', () => {
  it('opens a session that the cookie, and nothing kept in the database, opens', async () => {
    const id = await open('nguoi-mot')
    const { token, mustChangePassword } = await come('nguoi-mot')
    expect(mustChangePassword).toBe(false)
    expect(await sessionOf(asVisitor(), token)).toMatchObject({ accountId: id, device: 'Firefox trên Linux' })
    const [kept] = await rows(
      world,
      sql<{ tokenHash: string }>`select token_hash from identity.login_session where account_id = ${id}`,
    )
    expect(await sessionOf(asVisitor(), kept?.tokenHash ?? '')).toBeUndefined()
    expect(await factsOf(id)).toEqual(['identity.account-opened', 'identity.signed-in'])
  })

  it('gives one answer to a wrong password, an unknown name and a closed account', async () => {
    const id = await open('nguoi-hai')
    await closeAccount(world.as(systemActor), id)
    await open('nguoi-ba')
    expect(await refusalOf(come('nguoi-ba', 'không phải mật khẩu'))).toBe('identity/wrong-name-or-password')
    expect(await refusalOf(come('khong-co-ai'))).toBe('identity/wrong-name-or-password')
    expect(await refusalOf(come('nguoi-hai'))).toBe('identity/wrong-name-or-password')
  })

  it('takes a password typed in another form of the same letters', async () => {
    await open('nguoi-bon')
    expect(await come('nguoi-bon', password.normalize('NFD'))).toMatchObject({ mustChangePassword: false })
  })

  it('lets sample accounts in during a demonstration only', async () => {
    await open('mau-mot', { sample: true })
    expect(await refusalOf(come('mau-mot', password, office, false))).toBe('identity/wrong-name-or-password')
    expect(await come('mau-mot', password, office, true)).toHaveProperty('token')
  })
})

describe('guessing', () => {
  beforeAll(() => open('chu-tai-khoan'))

  it('is slowed from one place, also with the right password, and leaves one entry; the owner elsewhere comes in', async () => {
    const guesses = Array.from({ length: 9 }, () => refusalOf(come('chu-tai-khoan', 'đoán bừa một câu', elsewhere)))
    const answers = await Promise.all(guesses)
    expect(answers.filter((code) => code === 'identity/wrong-name-or-password')).toHaveLength(attemptLimits.pair.points)
    expect(answers.filter((code) => code === 'identity/too-many-tries')).toHaveLength(9 - attemptLimits.pair.points)
    expect(await refusalOf(come('chu-tai-khoan', password, elsewhere))).toBe('identity/too-many-tries')
    const { accountId } = await come('chu-tai-khoan')
    expect((await factsOf(accountId)).filter((fact) => fact === 'identity.sign-in-slowed')).toHaveLength(1)
  })

  it('from a hundred places at once still lets the owner in from the usual place', async () => {
    await open('bi-nham')
    await come('bi-nham')
    const places = Array.from({ length: attemptLimits.strangers.points + 5 }, (_, index) => `192.0.${index}.1`)
    for (const address of places) await refusalOf(come('bi-nham', 'đoán bừa', { address, userAgent: '' }))
    const stranger = { address: '192.0.250.1', userAgent: '' }
    expect(await refusalOf(come('bi-nham', password, stranger))).toBe('identity/too-many-tries')
    expect(await come('bi-nham')).toHaveProperty('token')
  })

  it('of unknown names is slowed as well', async () => {
    const from = { address: '198.18.0.1', userAgent: '' }
    for (let tried = 0; tried < attemptLimits.pair.points; tried++) await refusalOf(come('ai-do', 'x', from))
    expect(await refusalOf(come('ai-do', 'x', from))).toBe('identity/too-many-tries')
  })
})

describe('a session', () => {
  it('ends on signing out, for every copy of the cookie', async () => {
    await open('nguoi-ra')
    const { token } = await come('nguoi-ra')
    await signOut(asVisitor(), token)
    expect(await sessionOf(asVisitor(), token)).toBeUndefined()
    await signOut(asVisitor(), token)
  })

  it('ends when the account is closed', async () => {
    const id = await open('nguoi-dong')
    const { token } = await come('nguoi-dong')
    await closeAccount(world.as(systemActor), id)
    expect(await sessionOf(asVisitor(), token)).toBeUndefined()
    expect(await actorOf(asVisitor(), id)).toEqual(visitor)
  })

  it('lives a week at most', async () => {
    await open('nguoi-tuan')
    const { token } = await come('nguoi-tuan')
    expect(await sessionOf(asVisitor('2026-12-01T01:59:59.999Z'), token)).toBeDefined()
    expect(await sessionOf(asVisitor('2026-12-01T02:00:00.000Z'), token)).toBeUndefined()
  })

  it('of somebody else cannot be ended', async () => {
    await open('nguoi-la')
    const { token } = await come('nguoi-la')
    const session = await sessionOf(asVisitor(), token)
    const other = await open('nguoi-khac')
    const act = endSession(world.as(await actorOf(world.as(), other)), session?.id ?? '')
    expect(await refusalOf(act)).toBe('kernel/not-found')
  })
})

describe('a password', () => {
  it('changed by its owner ends the other sessions and keeps this one', async () => {
    const id = await open('nguoi-doi')
    const here = await come('nguoi-doi')
    const there = await come('nguoi-doi')
    const session = await sessionOf(asVisitor(), here.token)
    const ctx = world.as(await actorOf(asVisitor(), id))
    const next = 'một câu mới dễ nhớ'
    const wrong = changePassword(ctx, { current: 'sai rồi', next, again: next }, office, session?.id ?? '')
    expect(await refusalOf(wrong)).toBe('identity/wrong-password')
    await changePassword(ctx, { current: password, next, again: next }, office, session?.id ?? '')
    expect(await sessionOf(asVisitor(), here.token)).toBeDefined()
    expect(await sessionOf(asVisitor(), there.token)).toBeUndefined()
    expect(await refusalOf(come('nguoi-doi'))).toBe('identity/wrong-name-or-password')
    expect((await ownAccount(ctx)).sessions).toHaveLength(1)
  })

  it('given by an administrator serves once, for a week', async () => {
    const { firstPassword } = await openForSomebody(world.as(systemActor), {
      signInName: 'nguoi-moi',
      name: 'Người mẫu',
    })
    expect(firstPassword).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
    expect(await come('nguoi-moi', firstPassword)).toMatchObject({ mustChangePassword: true })
    const late = signIn(
      asVisitor('2026-12-02T02:00:00.000Z'),
      { signInName: 'nguoi-moi', password: firstPassword },
      office,
      { samplesWelcome: false },
    )
    expect(await refusalOf(late)).toBe('identity/first-password-expired')
  })
})

describe('opening an account', () => {
  it('is open to the public, ten times an hour from one network', async () => {
    const from = { address: '198.18.5.1', userAgent: '' }
    const ask = (number: number) =>
      signUp(asVisitor(), { signInName: `tu-mo-${number}`, name: 'Người mẫu', password, again: password }, from)
    const { token, accountId } = await ask(0)
    expect(await sessionOf(asVisitor(), token)).toMatchObject({ accountId })
    for (let number = 1; number < attemptLimits.opening.points; number++) await ask(number)
    expect(await refusalOf(ask(99))).toBe('identity/too-many-tries')
  })

  it('under a taken name is refused, also in the same second', async () => {
    const both = await Promise.allSettled([open('trung-ten'), open('trung-ten')])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await refusalOf(open('Trung-Ten'))).toBe('identity/name-taken')
  })

  it('for others is the work of the administrator, not of a visitor', async () => {
    const asked = openForSomebody(asVisitor(), { signInName: 'lau', name: 'Người mẫu' })
    expect(await refusalOf(asked)).toBe('kernel/not-found')
  })
})
