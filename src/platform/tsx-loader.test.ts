import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let root: string
const kept = () => join(root, 'node_modules', '.cache', 'ocop')

// A program of one page beside its own packages, so that what is kept is this test's alone.
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ocop-loader-'))
  mkdirSync(join(root, 'src', 'platform'), { recursive: true })
  mkdirSync(join(root, 'node_modules'))
  for (const name of ['tsx-loader.ts', 'prepared.ts']) {
    cpSync(join('src', 'platform', name), join(root, 'src', 'platform', name))
  }
  for (const name of ['hono', 'oxc-transform'])
    symlinkSync(resolve('node_modules', name), join(root, 'node_modules', name))
  writeFileSync(join(root, 'package.json'), '{"type":"module"}')
  write('Cá kho')
})
afterEach(() => rmSync(root, { recursive: true }))

const write = (text: string) =>
  writeFileSync(
    join(root, 'src', 'page.tsx'),
    `const name: string = '${text}'\nexport const page = <p>{name}</p>\nconsole.log(page.toString())\n`,
  )
const shown = () =>
  execFileSync(process.execPath, ['--import', join(root, 'src/platform/tsx-loader.ts'), join(root, 'src/page.tsx')], {
    encoding: 'utf8',
  }).trim()

test('a page is transformed once and kept, and reads the same from what was kept', () => {
  expect(shown()).toBe('<p>Cá kho</p>')
  const first = readdirSync(join(kept(), 'jsx'))
  expect(first).toHaveLength(1)
  expect(shown()).toBe('<p>Cá kho</p>')
  expect(readdirSync(join(kept(), 'jsx'))).toEqual(first)
})

test('what was kept of an older text is not used for a newer one', () => {
  shown()
  write('Mật ong')
  expect(shown()).toBe('<p>Mật ong</p>')
})

test.each([0, 20])('what was cut off after %i bytes is made again', (bytes) => {
  shown()
  for (const name of readdirSync(join(kept(), 'jsx'))) truncateSync(join(kept(), 'jsx', name), bytes)
  for (const name of readdirSync(join(kept(), 'code'), { recursive: true, encoding: 'utf8' })) {
    if (/[0-9a-f]{8}$/.test(name)) truncateSync(join(kept(), 'code', name), bytes)
  }
  expect(shown()).toBe('<p>Cá kho</p>')
})

test('where nothing can be kept the program still runs', () => {
  writeFileSync(join(root, 'node_modules', '.cache'), 'no directory')
  expect(shown()).toBe('<p>Cá kho</p>')
})
