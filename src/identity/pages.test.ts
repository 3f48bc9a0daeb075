import { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { useWorld } from '../../test/support/world.ts'
import { systemActor, visitor } from '../kernel/actor.ts'
import type { Role } from '../kernel/actor.ts'
import { Refused } from '../kernel/refusal.ts'
import type { Env } from '../platform/web.ts'
import { actorOf, grantPosting, openAccount, sessionOf } from './actions.ts'
import { samplePassword } from './model.ts'
import { identityPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const password = 'cà phê buổi sáng'

/** A browser without JavaScript: keeps its cookie, follows nothing by itself. */
function browser({ demonstration = false, publicUrl = 'http://localhost' } = {}) {
  let cookie: string | undefined
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    const session = cookie === undefined ? undefined : await sessionOf(world.as(visitor), cookie)
    const actor = session ? await actorOf(world.as(visitor), session.accountId) : visitor
    c.set('ctx', world.as(actor))
    c.set('viewer', { signedIn: actor.id !== 'visitor', name: actor.name })
    c.set('demonstration', demonstration)
    c.set('publicUrl', publicUrl)
    c.set('sentence', ({ code, facts = {} }) => {
      const sentence = refusals[code as keyof typeof refusals]
      return typeof sentence === 'function' ? sentence(facts) : sentence
    })
    await next()
  })
  app.route('/', identityPages)
  app.onError((error, c) => (error instanceof Refused ? c.notFound() : c.text(String(error), 500)))
  async function ask(path: string, form?: Record<string, string>) {
    const headers = cookie === undefined ? {} : { Cookie: `phien=${cookie}` }
    const answer = await app.request(
      path,
      form ? { method: 'POST', body: new URLSearchParams(form), headers } : { headers },
    )
    const set = answer.headers.getSetCookie()
    for (const line of set) {
      const value = /^phien=([^;]*)/.exec(line)?.[1]
      if (value !== undefined) cookie = value === '' ? undefined : value
    }
    return { status: answer.status, to: answer.headers.get('Location'), set, text: await answer.text() }
  }
  return { ask, signIn: (signInName: string, typed = password) => ask('/dang-nhap', { signInName, password: typed }) }
}

async function person(signInName: string, role?: Role, unit = '66', sample = false): Promise<string> {
  const accountId = await openAccount(world.as(systemActor), {
    signInName,
    name: `Người ${signInName}`,
    password: sample ? samplePassword : password,
    sample,
  })
  if (role) await grantPosting(world.as(systemActor), { accountId, role, unit, from: '2026-11-24' })
  return accountId
}

describe('the sign-in page', () => {
  beforeAll(() => person('mai', 'province-leader'))

  it('leads to the desk with a cookie that no script reads', async () => {
    const { status, to, set } = await browser().signIn('mai')
    expect([status, to]).toEqual([303, '/ban-lam-viec'])
    expect(set.at(-1)).toMatch(/^phien=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/)
    const secure = await browser({ publicUrl: 'https://ocop.vidu.vn' }).signIn('mai')
    expect(secure.set.at(-1)).toContain('; Secure')
  })

  it.each([
    ['/ho-so?trang=2', '/ho-so?trang=2'],
    ['//ke-gian.vn', '/ban-lam-viec'],
    ['/\\ke-gian.vn', '/ban-lam-viec'],
    ['https://ke-gian.vn', '/ban-lam-viec'],
  ])('leads on to %s only within the site', async (tiep, to) => {
    expect((await browser().ask('/dang-nhap', { signInName: 'mai', password, tiep })).to).toBe(to)
  })

  it('redraws at 422 with the name kept, the password not, and a sentence', async () => {
    const { status, text } = await browser().signIn('mai', 'sai mật khẩu rồi')
    expect(status).toBe(422)
    expect(text).toContain('Tên đăng nhập hoặc mật khẩu chưa đúng.')
    expect(text).toContain('value="mai"')
    expect(text).not.toContain('sai mật khẩu rồi')
  })

  it('offers samples in a demonstration only, and one press signs in', async () => {
    await person('mau-lanh-dao', 'province-leader', '66', true)
    expect((await browser().ask('/dang-nhap')).text).not.toContain('mau-lanh-dao')
    const demo = browser({ demonstration: true })
    const { text } = await demo.ask('/dang-nhap')
    expect(text).toContain('Dữ liệu mẫu')
    expect(text).toContain('Lãnh đạo UBND cấp tỉnh: lập Hội đồng')
    expect(text).toMatch(
      /<details class="samples"[^>]*><summary>.*Tỉnh, thành phố.*<h3>Đắk Lắk<\/h3>.*Người mau-lanh-dao/,
    )
    expect(text).not.toContain('class="sample-strip"')
    expect((await demo.signIn('mau-lanh-dao', samplePassword)).status).toBe(303)
  })

  it('ends with the session', async () => {
    const one = browser()
    await one.signIn('mai')
    expect((await one.ask('/tai-khoan-cua-toi')).status).toBe(200)
    await one.ask('/dang-xuat', {})
    expect((await one.ask('/tai-khoan-cua-toi')).to).toBe('/dang-nhap?tiep=%2Ftai-khoan-cua-toi')
  })
})

describe('an administrator’s page', () => {
  it('opens an account whose password serves once, and gives it no rights', async () => {
    await person('quan-tri', 'administrator')
    const desk = browser()
    await desk.signIn('quan-tri')
    const opened = await desk.ask('/tai-khoan', { name: 'Người mới', signInName: 'nguoi-moi' })
    expect(opened.status).toBe(303)
    const said = decodeURIComponent(opened.set.find((line) => line.startsWith('loi-nhan'))?.split(';')[0] ?? '')
    const first = /([a-z2-9]{4}-){3}[a-z2-9]{4}/.exec(said)?.[0] ?? ''
    const newcomer = browser()
    expect((await newcomer.signIn('nguoi-moi', first)).to).toBe('/tai-khoan-cua-toi')
    expect((await newcomer.ask('/tai-khoan-cua-toi')).text).toContain('Hãy đổi mật khẩu dùng một lần')
    const changed = await newcomer.ask('/tai-khoan-cua-toi/mat-khau', {
      current: first,
      next: 'câu mới của tôi',
      again: 'câu mới của tôi',
    })
    expect(changed.status).toBe(303)
    expect((await desk.ask('/tai-khoan')).text).toContain('Người mới')
    expect((await desk.ask('/phan-cong')).status).toBe(404)
  })

  it('is not there for a leader', async () => {
    const leader = browser()
    await leader.signIn('mai')
    expect((await leader.ask('/tai-khoan')).status).toBe(404)
    expect((await leader.ask('/tai-khoan', { name: 'Ai đó', signInName: 'ai-do' })).status).toBe(404)
  })
})

describe('the page of postings', () => {
  it('lets the leader give a role, and says at the field what is wrong', async () => {
    await person('chuyen-vien')
    const leader = browser()
    await leader.signIn('mai')
    const grant = { signInName: 'chuyen-vien', role: 'province-officer', unit: '66', from: '24/11/2026' }
    const wrong = await leader.ask('/phan-cong', { ...grant, from: '31/02/2026' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Ngày chưa đúng')
    expect(wrong.text).toContain('value="31/02/2026"')
    expect((await leader.ask('/phan-cong', { ...grant, signInName: 'khong-co' })).text).toContain(
      'Không có tài khoản nào',
    )
    expect((await leader.ask('/phan-cong', grant)).status).toBe(303)
    const { text } = await leader.ask('/phan-cong')
    expect(text).toContain('Người chuyen-vien')
    const id = /\/phan-cong\/([0-9a-f-]{36})">Người chuyen-vien/.exec(text)?.[1]
    expect((await leader.ask(`/phan-cong/${id}/thoi`, { reason: '' })).text).toContain('Hãy ghi lý do')
    expect((await leader.ask(`/phan-cong/${id}/thoi`, { reason: 'Chuyển công tác' })).status).toBe(303)
    expect((await leader.ask('/phan-cong')).text).not.toContain('Người chuyen-vien')
  })

  it('tells nobody else which names there are', async () => {
    const officer = browser()
    await officer.signIn('chuyen-vien')
    const grant = { role: 'province-officer', unit: '66', from: '24/11/2026' }
    expect((await officer.ask('/phan-cong', { ...grant, signInName: 'mai' })).status).toBe(404)
    expect((await officer.ask('/phan-cong', { ...grant, signInName: 'khong-co' })).status).toBe(404)
  })
})

describe('opening an account oneself', () => {
  it('signs in at once and leads to the register of producers', async () => {
    const form = { name: 'Chủ cơ sở', signInName: 'co-so-mau', password, again: password }
    const fresh = browser()
    expect((await fresh.ask('/dang-ky', { ...form, again: 'khác hẳn' })).text).toContain('chưa giống nhau')
    expect((await fresh.ask('/dang-ky', form)).to).toBe('/dang-ky-chu-the')
    expect((await fresh.ask('/tai-khoan-cua-toi')).text).toContain('co-so-mau')
    expect((await browser().ask('/dang-ky', form)).text).toContain('đã có người dùng')
  })

  it('takes a telephone number for a name, with or without its spaces', async () => {
    const form = { name: 'Chủ cơ sở', signInName: '0912 345 678', password, again: password }
    expect((await browser().ask('/dang-ky', form)).to).toBe('/dang-ky-chu-the')
    for (const typed of ['0912345678', '0912 345 678', ' 0912.345.678']) {
      expect((await browser().signIn(typed)).status).toBe(typed.includes('.') ? 422 : 303)
    }
  })
})
