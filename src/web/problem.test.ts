import { expect, test } from 'vitest'
import { attemptLimits } from '../identity/rules.ts'
import { openLog } from '../platform/log.ts'
import { Problem } from '../platform/problem.ts'
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

const json = { 'Content-Type': 'application/json' }
const post = (body: string, headers: Record<string, string> = json) => ({ method: 'POST', body, headers })
const emptyScore = JSON.stringify({ text: '26-2026', rubric: '13', choices: { '9.9': 1 } })

// One of each way the API says no: what is asked, the status, the code, whether a field is named.
const refusals: readonly [string, RequestInit | undefined, number, string, boolean][] = [
  ['/api/v1/khong-co', undefined, 404, 'kernel/not-found', false],
  ['/api/v1/products/00-00000-00-0000', undefined, 404, 'kernel/not-found', false],
  ['/api/v1/products', { method: 'DELETE' }, 405, 'kernel/method-not-allowed', false],
  ['/api/v1/units/24043/lineage', { method: 'PUT' }, 405, 'kernel/method-not-allowed', false],
  ['/api/v1/assessments', undefined, 405, 'kernel/method-not-allowed', false],
  ['/api/v1/assessments', post('{'), 400, 'kernel/unreadable', false],
  ['/api/v1/assessments', post('[]'), 422, 'kernel/invalid-input', true],
  ['/api/v1/assessments', post('{"text":1}'), 422, 'kernel/invalid-input', true],
  ['/api/v1/assessments', post(emptyScore), 422, 'regime/no-such-criterion', true],
  ['/api/v1/assessments', post('a=1', { 'Content-Type': 'text/csv' }), 415, 'kernel/not-json', false],
  ['/api/v1/verification', { method: 'POST' }, 415, 'kernel/not-json', false],
  ['/api/v1/verification', post('{"content":"a","at":5}'), 422, 'kernel/invalid-input', true],
  ['/api/v1/shelf-check', post('{"items":{}}'), 422, 'kernel/invalid-input', true],
  ['/api/v1/products?page=0&size=101', undefined, 422, 'kernel/invalid-input', true],
  ['/api/v1/producers/khong-co', undefined, 404, 'kernel/not-found', false],
  ['/api/v1/shelf-check', post('{}', { ...json, 'Content-Length': '99000000' }), 413, 'kernel/too-large', false],
  ['/api/v1/figures/san-pham-con-hieu-luc?at=hom-qua', undefined, 422, 'kernel/invalid-input', true],
  ['/api/v1/figures/san-pham-con-hieu-luc?at=0000-01-01', undefined, 422, 'kernel/invalid-input', true],
  ['/api/v1/units?at=0000-01-01', undefined, 422, 'kernel/invalid-input', true],
  ['/api/v1/figures/khong-co', undefined, 404, 'kernel/not-found', false],
  ['/api/v1/certificates/OCOP-0', undefined, 404, 'kernel/not-found', false],
]

test.each(refusals)('%s (%o) is refused with every member', async (path, init, status, code, namesField) => {
  const answer = await app.request(origin + path, init)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    status,
    'application/problem+json; charset=utf-8',
  ])
  const problem = Problem.parse(await answer.json())
  expect(problem).toMatchObject({ status, code })
  expect([problem.type, problem.title, problem.detail, problem.requestId].every((text) => text.length > 0)).toBe(true)
  expect((problem.errors ?? []).length > 0).toBe(namesField)
})

test.each([
  ['/api/v1/assessments', 'null'],
  ['/api/v1/assessments', '[]'],
  ['/api/v1/assessments', '{"text":"26-2026","rubric":"13","choices":[]}'],
  ['/api/v1/verification', '{"content":"a","at":5}'],
])('%s answers %s in words a reader of Vietnamese understands', async (path, body) => {
  const { detail } = Problem.parse(await (await app.request(origin + path, post(body))).json())
  expect(detail).toMatch(/Hãy (gửi một đối tượng JSON|ghi một dòng chữ)/)
  expect(detail).not.toMatch(/mong đợi|nhận được|object|record|string/)
})

test('405 says what is allowed there', async () => {
  const answer = await app.request(`${origin}/api/v1/products`, { method: 'DELETE' })
  expect(answer.headers.get('allow')).toBe('GET')
})

test.each([
  ['/phan-anh/gui', 'DELETE', 'GET, POST'],
  ['/san-pham', 'POST', 'GET'],
  ['/phieu-phan-anh/khong-co/mo-lai', 'GET', 'POST'],
  ['/su-kien/lich.ics', 'PUT', 'GET'],
])('%s asked with %s is a page of 405 that says what is allowed', async (path, method, allowed) => {
  const answer = await app.request(origin + path, { method, headers: { Origin: origin } })
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, allowed])
  expect(await answer.text()).toContain('Địa chỉ này chỉ')
})

test('an address that is not there stays 404 whatever the method', async () => {
  for (const method of ['GET', 'HEAD', 'DELETE']) {
    expect((await app.request(`${origin}/khong-co-dau`, { method, headers: { Origin: origin } })).status).toBe(404)
  }
  expect((await app.request(`${origin}/san-pham/khong-co-dau`)).status).toBe(404)
})

test('whoever tries too often is told how long to wait', async () => {
  const come = () =>
    app.request(`${origin}/dang-nhap`, {
      method: 'POST',
      headers: { Origin: origin, Accept: 'application/json' },
      body: new URLSearchParams({ signInName: 'ai-do', password: 'khong biet' }),
    })
  for (let tries = 0; tries < attemptLimits.pair.points; tries++) expect((await come()).status).toBe(422)
  const slowed = await come()
  expect(slowed.status).toBe(429)
  expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(Problem.parse(await slowed.json())).toMatchObject({ status: 429, code: 'identity/too-many-tries' })
})
