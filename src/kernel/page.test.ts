import { expect, it } from 'vitest'
import { pageAsked } from './page.ts'

it.each([
  [undefined, 1],
  ['', 1],
  ['7', 7],
  ['10000', 10_000],
  ['10001', 1],
  ['0', 1],
  ['-3', 1],
  ['1.5', 1],
  ['1e30', 1],
  ['abc', 1],
])('an address that asks for page %s has page %i', (given, page) => {
  expect(pageAsked(given)).toBe(page)
})
