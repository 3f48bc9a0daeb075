import { beforeAll, expect, it } from 'vitest'
import { grantPosting, openAccount } from '../identity/actions.ts'
import type { Role } from '../kernel/actor.ts'
import { openLog } from '../platform/log.ts'
import { useWorld } from '../../test/support/world.ts'
import { webApp } from './app.ts'

const world = useWorld()
const origin = 'http://localhost'
const password = 'một mật khẩu dài'
const app = webApp({
  db: world.db,
  files: world.files,
  keys: world.keys,
  reactsTo: new Set(),
  config: { demonstration: false, publicUrl: origin },
  log: openLog('silent'),
  clock: () => '2026-11-24T02:00:00.000Z',
})

const offices: readonly [Role, string, string, RegExp, string][] = [
  ['administrator', 'VN', 'Quản trị hệ thống', /href="\/tai-khoan"/, 'Vai trò này không nhận việc theo lượt'],
  ['editor', '66', 'Biên tập viên', /href="\/thong-ke\/cong-bo"/, 'Khi đến lượt, việc sẽ hiện ở đây'],
]

beforeAll(async () => {
  for (const [role, unit] of offices) {
    const accountId = await openAccount(world.as(), { signInName: role, name: 'Người mẫu', password })
    await grantPosting(world.as(), { accountId, role, unit, from: '2026-01-01' })
  }
})

it.each(offices)('the empty desk of %s says what they do and leads there', async (role, _, name, link, words) => {
  const body = new URLSearchParams({ signInName: role, password })
  const entered = await app.request(`${origin}/dang-nhap`, { method: 'POST', headers: { Origin: origin }, body })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const html = await (await app.request(`${origin}/ban-lam-viec`, { headers: { Cookie: cookie } })).text()
  const main = html.slice(html.indexOf('<main'))
  expect(main).toContain(`<b>${name}</b>`)
  expect(main).toMatch(link)
  expect(main).toContain(words)
})
