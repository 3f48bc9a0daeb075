import { mkdirSync, readFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { isMissingFile, outsideTrouble } from './outside-trouble.ts'

/** The error that the machine itself gives. */
function errorOf(act: () => { once(event: 'error', settle: (error: Error) => void): unknown }): Promise<Error> {
  return new Promise((settle) => act().once('error', settle))
}

test('a port that is taken is named, with the way out', async () => {
  const first = createServer()
  await new Promise<void>((settle) => first.listen(0, '127.0.0.1', settle))
  const { port } = first.address() as AddressInfo
  const error = await errorOf(() => createServer().listen(port, '127.0.0.1'))
  first.close()
  expect(outsideTrouble(error)).toMatch(new RegExp(`^PORT: cổng ${port} đang có .*PORT=3001`))
})

test('an address that is not of this machine', async () => {
  const error = await errorOf(() => createServer().listen(0, '192.0.2.1'))
  expect(outsideTrouble(error)).toBe('HOST: máy này không có địa chỉ 192.0.2.1.')
})

test('a database server that is not there', async () => {
  const error = await errorOf(() => connect(1, '127.0.0.1'))
  expect(outsideTrouble(error)).toMatch(/^Không nối được tới 127\.0\.0\.1:1 \(ECONNREFUSED\)/)
})

test('a data directory that is a file', () => {
  const here = fileURLToPath(import.meta.url)
  let error: unknown
  try {
    mkdirSync(here)
  } catch (caught) {
    error = caught
  }
  expect(outsideTrouble(error)).toBe(`Không tạo được thư mục ${here} (EEXIST). Hãy chọn một thư mục ghi được.`)
})

test('a file that is not there is named, and the command was not called properly', () => {
  let error: unknown
  try {
    readFileSync('/khong-co/danh-sach.csv')
  } catch (caught) {
    error = caught
  }
  expect([outsideTrouble(error), isMissingFile(error)]).toEqual([
    'Không có tệp hay thư mục /khong-co/danh-sach.csv.',
    true,
  ])
})

test('what the program did wrong keeps its own words', () => {
  expect(outsideTrouble(new Error('x is not a function'))).toBeUndefined()
  expect(isMissingFile(new Error('x is not a function'))).toBe(false)
})
