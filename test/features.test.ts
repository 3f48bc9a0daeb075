import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { openLog } from '../src/platform/log.ts'
import { webApp } from '../src/web/app.ts'
import { useWorld } from './support/world.ts'

const notYet = 'chưa có / not yet'

interface Row {
  readonly id: string
  readonly what: string
  readonly where: string
  readonly proof: string
}

const rows: Row[] = readFileSync('docs/features.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (M?\d+) \|/.test(line))
  .map((line) => {
    const [, id = '', what = '', where = '', proof = ''] = line.split('|').map((cell) => cell.trim())
    return { id, what, where, proof }
  })

/** What stands between backquotes in one column, each with its row. */
function named(column: 'where' | 'proof'): { row: string; name: string }[] {
  return rows.flatMap(({ id, [column]: cell }) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => ({ row: id, name })),
  )
}

/** Rows whose names do not satisfy; the message of a failure lists them. */
function offending(names: readonly { row: string; name: string }[], exists: (name: string) => boolean): string[] {
  return names.filter(({ name }) => !exists(name)).map(({ row, name }) => `${row}: ${name}`)
}

const pages = named('where').filter(({ name }) => name.startsWith('/'))
const commands = named('where').filter(({ name }) => !name.startsWith('/'))
const world = useWorld()

// The name of a parameter is the author's; its place in the address is what a reader follows.
const shape = (path: string) => path.replaceAll(/:\w+/g, ':')

function routesOfTheSite(): Set<string> {
  const app = webApp({
    db: world.db,
    files: world.files,
    keys: world.keys,
    reactsTo: new Set(),
    config: { demonstration: true, publicUrl: 'http://localhost' },
    log: openLog('silent'),
    clock: () => '2026-11-24T02:00:00.000Z',
  })
  return new Set(app.routes.filter(({ path }) => !path.includes('*')).map(({ path }) => shape(path)))
}

async function operatorsProgram(): Promise<Command> {
  const program = new Command('ocop')
  for (const slice of readdirSync('src')) {
    if (!existsSync(join('src', slice, 'commands.ts'))) continue
    const module: Record<string, unknown> = await import(`../src/${slice}/commands.ts`)
    for (const add of Object.values(module)) if (typeof add === 'function') add(program, () => undefined)
  }
  return program
}

function knows(program: Command, words: readonly string[]): boolean {
  const [word, ...rest] = words
  if (word === undefined) return true
  const next = program.commands.find((command) => command.name() === word)
  return next !== undefined && knows(next, rest)
}

describe('docs/features.md', () => {
  test('has a row for each of the 30 statements and 100 capabilities, in order', () => {
    const statements = Array.from({ length: 30 }, (_, index) => `M${index + 1}`)
    const capabilities = Array.from({ length: 100 }, (_, index) => String(index + 1))
    expect(rows.map(({ id }) => id)).toEqual([...statements, ...capabilities])
  })

  test('says of every row what it is, where it is seen and what proves it, or that it is not there yet', () => {
    const vague = rows.filter(
      ({ what, where, proof }) =>
        what === '' || [where, proof].some((cell) => cell !== notYet && !/^(`[^`]+`\s*)+$/.test(cell)),
    )
    expect(vague.map(({ id }) => id)).toEqual([])
  })

  test('names no test for what cannot be seen', () => {
    expect(rows.filter(({ where, proof }) => where === notYet && proof !== notYet).map(({ id }) => id)).toEqual([])
  })

  test('names pages that the site serves', () => {
    const served = routesOfTheSite()
    expect(offending(pages, (path) => served.has(shape(path)))).toEqual([])
  })

  test('names commands that exist', async () => {
    const program = await operatorsProgram()
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
    const exists = (name: string) => {
      const [head, ...words] = name.split(' ')
      if (head === 'bin/ocop') return words.length > 0 && knows(program, words)
      if (head === 'node') return existsSync(words[0] ?? '')
      return head === 'npm' && (words.at(-1) ?? '') in scripts
    }
    expect(offending(commands, exists)).toEqual([])
  })

  test('names tests that exist', () => {
    expect(offending(named('proof'), (path) => /\.test\.tsx?$/.test(path) && existsSync(path))).toEqual([])
  })
})
