import { expect, test } from 'vitest'
import { useWorld } from '../../test/support/world.ts'
import { openLog } from '../platform/log.ts'
import { webApp } from './app.ts'
import { membersOf } from './reference-shape.ts'

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

test('the reference names every address of the contract, and needs no script and no style of its own', async () => {
  const page = await (await app.request(`${origin}/api`)).text()
  const contract = (await (await app.request(`${origin}/openapi.json`)).json()) as { paths: Record<string, object> }
  const named = Object.entries(contract.paths).flatMap(([path, verbs]) =>
    Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path}`),
  )
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter((call) => !page.includes(call))).toEqual([])
  expect(page).not.toMatch(/<noscript|<style|cần JavaScript/)
  expect(page).toContain('items[].producer.name')
})

test('the contract promises no refusal of another shape than the one that is sent', async () => {
  const contract = await (await app.request(`${origin}/openapi.json`)).text()
  expect(contract).not.toContain('Validation Error')
})

test('a shape is told member by member', () => {
  const named = { Place: { type: 'object', required: ['code'], properties: { code: { type: 'string' } } } } as const
  const shape = {
    type: 'object',
    required: ['places', 'day'],
    properties: {
      places: { type: 'array', items: { $ref: '#/components/schemas/Place' } },
      day: { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] },
      size: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
    },
  } as const
  expect(membersOf(shape as never, named as never)).toEqual([
    { way: 'places[].code', kind: 'chữ', required: true },
    { way: 'day', kind: 'ngày, dạng 2026-11-24 hoặc null', required: false },
    { way: 'size', kind: 'số nguyên, từ 1, đến 100, mặc định 20', required: false },
  ])
})
