import { beforeAll, describe, expect, test } from 'vitest'
import { addPaper } from '../evidence/actions.ts'
import { openAccount } from '../identity/actions.ts'
import { openLog } from '../platform/log.ts'
import { addMember, registerProducer } from '../producer/actions.ts'
import { pdfOf } from '../../test/support/papers.ts'
import { commune } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { webApp } from './app.ts'

const world = useWorld()
const origin = 'http://localhost'
const app = webApp({
  db: world.db,
  files: world.files,
  keys: world.keys,
  reactsTo: new Set(),
  config: { demonstration: false, publicUrl: origin },
  log: openLog('silent'),
  clock: () => '2026-11-24T02:00:00.000Z',
})

describe('the whole application', () => {
  let cookie = ''
  let paper = ''

  beforeAll(async () => {
    const account = { signInName: 'chu.mau', name: 'Chủ mẫu', password: 'một mật khẩu dài' }
    const accountId = await openAccount(world.as(), account)
    const name = 'Làng nghề Mẫu'
    const { id } = await registerProducer(world.as(), { kind: 'other', name, commune, representativeDisabled: false })
    await addMember(world.as(), id, { accountId, capacity: 'owner' })
    const sent = { name: 'giấy.pdf', bytes: pdfOf('ứng dụng') }
    paper = await addPaper(world.as(), { producerId: id, kind: 'other', title: 'Giấy mẫu' }, sent)
    const body = new URLSearchParams({ signInName: account.signInName, password: account.password })
    const entered = await app.request(`${origin}/dang-nhap`, { method: 'POST', headers: { Origin: origin }, body })
    cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  })

  test('a body above the largest form is refused with a page, not with a fault', async () => {
    const answer = await app.request(`${origin}/minh-chung/moi`, {
      method: 'POST',
      headers: {
        Cookie: cookie,
        Origin: origin,
        'Content-Length': '25000000',
        'Content-Type': 'multipart/form-data; boundary=x',
      },
      body: 'x',
    })
    expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('Tệp gửi lên vượt quá 20 MB')])
  })

  const enter = (body: BodyInit, type?: string) =>
    app.request(`${origin}/dang-nhap`, {
      method: 'POST',
      headers: { Origin: origin, ...(type === undefined ? {} : { 'Content-Type': type }) },
      body,
    })

  test.each(['__proto__[tiep]', 'constructor[tiep]', '__proto__', 'prototype[a]', 'toString[a]'])(
    'a field named %s writes on nothing',
    async (name) => {
      const before = Object.getOwnPropertyNames(Object).length
      expect((await enter(new URLSearchParams({ [name]: '/luat' }))).status).toBe(422)
      expect(({} as Record<string, unknown>)['tiep']).toBeUndefined()
      expect(Object.getOwnPropertyNames(Object)).toHaveLength(before)
    },
  )

  test('a field given plain and in brackets is input of the wrong shape', async () => {
    expect((await enter(new URLSearchParams('signInName=x&signInName[a]=1&password=y'))).status).toBe(422)
  })

  test('text without end is not read, however many boxes it is spread over; a long one is refused at its box', async () => {
    const words = (each: string) => enter(new URLSearchParams({ signInName: each, password: each }))
    expect((await words('a '.repeat(250_000))).status).toBe(422)
    expect((await words('a '.repeat(250_001))).status).toBe(413)
    const part = new FormData()
    part.append('signInName', 'a'.repeat(1_000_001))
    expect((await enter(part)).status).toBe(413)
  })

  test('a form of more fields than any form has is not read', async () => {
    const send = (fields: number, type: string, body: string) =>
      app.request(`${origin}/dang-nhap`, {
        method: 'POST',
        headers: { Origin: origin, 'Content-Type': type },
        body: body.repeat(fields),
      })
    const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'
    const urlencoded = 'application/x-www-form-urlencoded'
    expect((await send(5_000, urlencoded, 'a=1&')).status).toBe(422)
    expect((await send(5_001, urlencoded, 'a=1&')).status).toBe(400)
    expect((await send(5_001, 'multipart/form-data; boundary="x"', part)).status).toBe(400)
    expect((await send(5_001, 'Multipart/Form-Data; charset=utf-8; boundary=x', part)).status).toBe(400)
  })

  test('a form that its boundary does not fit is the fault of whoever sent it', async () => {
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x', 'Multipart/Form-Data; boundary=x'])
      expect((await enter('garbage', type)).status).toBe(400)
  })

  test.each(['/san-pham/%00', '/ho-so/%00', '/chung-nhan/%00', '/api/v1/products?q=%00'])(
    'a NUL in %s is refused, not a fault',
    async (path) => {
      expect((await app.request(`${origin}${path}`, { headers: { Cookie: cookie } })).status).toBe(400)
    },
  )

  test('every page has the strict policy; a paper of a stranger has a sandbox', async () => {
    const policyOf = async (path: string) =>
      (await app.request(`${origin}${path}`, { headers: { Cookie: cookie } })).headers.get('content-security-policy')
    expect(await policyOf('/y-tuong/moi')).toContain("script-src 'self'")
    expect(await policyOf(`/minh-chung/${paper}/tep`)).toMatch(/^sandbox;/)
  })

  test('in a demonstration says "sample" where records stand, not where the law does', async () => {
    const shown = webApp({
      db: world.db,
      files: world.files,
      keys: world.keys,
      reactsTo: new Set(),
      config: { demonstration: true, publicUrl: origin },
      log: openLog('silent'),
      clock: () => '2026-11-24T02:00:00.000Z',
    })
    const textOf = async (path: string) => (await shown.request(`${origin}${path}`)).text()
    expect(await textOf('/san-pham')).toContain('class="sample-strip"')
    for (const path of ['/luat', '/luat/26-2026', '/tu-cham', '/don-vi', '/dang-nhap', '/khong-co']) {
      const text = await textOf(path)
      expect(text, path).not.toContain('class="sample-strip"')
      expect(text, path).toContain('Bản trình diễn, không phải trang của cơ quan nhà nước.')
    }
  })

  test('a form from another site is refused', async () => {
    const answer = await app.request(`${origin}/y-tuong/moi`, {
      method: 'POST',
      headers: { Origin: 'https://noi-khac.vidu.vn', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'title=x',
    })
    expect(answer.status).toBe(403)
  })
})
