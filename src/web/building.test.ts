import { expect, it } from 'vitest'
import { useWorld } from '../../test/support/world.ts'
import { openLog } from '../platform/log.ts'
import { webApp } from './app.ts'

const world = useWorld()
let building = true
const origin = 'http://localhost'
const app = webApp({
  db: world.db,
  files: world.files,
  keys: world.keys,
  reactsTo: new Set(),
  config: { demonstration: true, publicUrl: origin },
  log: openLog('silent'),
  clock: () => '2026-11-24T02:00:00.000Z',
  building: () => building,
})

const said = 'Dữ liệu mẫu đang được dựng'

async function get(path: string) {
  const answer = await app.request(origin + path)
  return { refresh: answer.headers.get('refresh'), text: await answer.text() }
}

it.each(['/', '/dang-nhap', '/san-pham', '/ban-do', '/thong-ke'])(
  '%s says that samples are being made and comes again, until they are there',
  async (path) => {
    building = true
    expect(await get(path)).toEqual({ refresh: '5', text: expect.stringContaining(said) })
    building = false
    expect(await get(path)).toEqual({ refresh: null, text: expect.not.stringContaining(said) })
  },
)

it('a page with a form that takes text does not come again by itself', async () => {
  building = true
  expect((await get('/dang-ky')).refresh).toBeNull()
  const wrong = await app.request(`${origin}/dang-nhap`, {
    method: 'POST',
    headers: { Origin: origin },
    body: new URLSearchParams({ signInName: 'ai-do', password: 'x' }),
  })
  expect([wrong.status, wrong.headers.get('refresh')]).toEqual([422, null])
})
