import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

// The floors of ARCHITECTURE.md, lowest first. A slice leans on what stands below it, never sideways, never up.
const floors = [
  ['kernel'],
  ['platform', 'ui'],
  ['audit'],
  ['territory', 'regime'],
  ['identity', 'producer', 'programme'],
  ['product', 'evidence', 'notice', 'scheme'],
  ['idea'],
  ['plan'],
  ['dossier'],
  ['evaluation'],
  ['recognition'],
  ['oversight', 'support', 'training', 'trade', 'communication', 'feedback', 'gathering', 'fair', 'sale', 'outcome'],
  ['catalogue', 'statistics'],
  // Above the catalogue: an import ends by rebuilding it. Above the figures: an article cites them, advice counts as they do.
  ['exchange', 'newsroom', 'cycle'],
  // Copies, restores and examines everything; knows of the others only what the database says.
  ['upkeep'],
  ['demonstration', 'web', '.'],
]
const floorOf = new Map(floors.flatMap((slices, floor) => slices.map((slice) => [slice, floor] as const)))
const ground = new Set(['kernel', 'platform', 'ui'])

// Rooms that other slices do not enter, and who does.
const closed: readonly { readonly rooms: RegExp; readonly mayEnter: readonly string[] }[] = [
  { rooms: /\/(store|views)[^/]*$/, mayEnter: [] },
  { rooms: /\/(pages|api)[^/]*$/, mayEnter: ['web'] },
  { rooms: /\/jobs[^/]*$/, mayEnter: ['work.ts'] },
  { rooms: /\/commands[^/]*$/, mayEnter: ['commands.ts'] },
]
const closedTo = (target: string) => closed.filter(({ rooms }) => rooms.test(target)).map(({ mayEnter }) => mayEnter)

interface Source {
  readonly path: string
  readonly slice: string
  readonly room: string
  readonly text: string
  readonly imports: readonly string[]
}

const sources: Source[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => {
    const text = readFileSync(join('src', path), 'utf8')
    return { path, slice: dirname(path).split('/')[0] ?? '.', room: roomOf(path), text, imports: importsOf(path, text) }
  })
const code = sources.filter(({ path }) => !/\.test\.tsx?$/.test(path))

function roomOf(path: string): string {
  return path
    .split('/')
    .slice(1)
    .join('/')
    .replace(/\.tsx?$/, '')
}

function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(/(?:from|import) '(\.[^']+)'/g)].map(([, target]) =>
    normalize(join(dirname(path), target as string)),
  )
}

// Reads the legal texts of the repository once, when the program starts: constants from then on.
const lawItself = 'regime/law.ts'

const byPath = new Map(code.map((source) => [source.path, source]))
const textOf = (path: string) => byPath.get(path)?.text ?? ''

/** Every file that runs when this one is imported; types are gone by then. */
function reach(path: string, seen = new Set<string>()): Set<string> {
  const running = textOf(path).replaceAll(/^import type [^']+'[^']+'$/gm, '')
  for (const target of importsOf(path, running)) if (!seen.has(target) && seen.add(target)) reach(target, seen)
  return seen
}

function offences(find: (source: Source) => readonly string[]): string[] {
  return code.flatMap((source) => find(source).map((what) => `${source.path}: ${what}`))
}

describe('the law of the house', () => {
  test('arrows point down: move the common fact a floor down, or record a fact in the book', () => {
    expect(
      offences(({ slice, imports }) =>
        imports.filter((target) => {
          const other = dirname(target).split('/')[0] ?? '.'
          if (other === slice || (ground.has(slice) && ground.has(other))) return false
          return (floorOf.get(other) ?? 99) >= (floorOf.get(slice) ?? 99) && slice !== '.' && slice !== 'demonstration'
        }),
      ),
    ).toEqual([])
  })

  test('closed rooms stay closed: ask an action, read a pub_ view, or let web show it', () => {
    expect(
      offences(({ path, slice, imports }) =>
        imports.filter((target) => {
          const other = dirname(target).split('/')[0] ?? '.'
          if (other === slice || ground.has(other)) return false
          return closedTo(target).some((mayEnter) => !mayEnter.includes(slice) && !mayEnter.includes(path))
        }),
      ),
    ).toEqual([])
  })

  test('rules, model, access and words are pure: pass facts in, no database, network, clock or chance', () => {
    const pure = code.filter(({ room }) => /^(rules|model|access|words)\b/.test(room))
    const impure =
      /platform\/(db|atomically|files|jobs|mail|web|forms)|node:(fs|net|http)|random(UUID|Bytes|Int)|generateKey|Date\.now\(|new Date\(\)|Math\.random\(/
    expect(pure.filter(({ text }) => impure.test(text)).map(({ path }) => path)).toEqual([])
    expect(
      pure.flatMap(({ path }) =>
        [...reach(path)]
          .filter((target) => target !== lawItself && impure.test(textOf(target)))
          .map((target) => `${path} through ${target}`),
      ),
    ).toEqual([])
  })

  test('a store names only its own schema and pub_ views of others', () => {
    const schemas = [...floorOf.keys()].filter((name) => name !== '.').join('|')
    expect(
      offences(({ slice, room, text }) =>
        room.startsWith('store')
          ? [...text.matchAll(new RegExp(`\\b(?:from|join|into|update)\\s+(${schemas})\\.(\\w+)`, 'g'))]
              .filter(([, schema, table]) => schema !== slice && !table?.startsWith('pub_'))
              .map(([match]) => match)
          : [],
      ),
    ).toEqual([])
  })

  test('SQL stays in stores', () => {
    expect(
      offences(({ slice, room, text }) =>
        /\bsql(<[^`]*>)?`/.test(text) && !ground.has(slice) && !/^(store|load|figures\/)/.test(room) && slice !== 'web'
          ? ['sql`']
          : [],
      ),
    ).toEqual([])
  })

  test('no room without a subject: name the thing', () => {
    const vague = /(^|[/-])(index|utils?|helpers?|common|shared|misc|service|manager)\.tsx?$/
    expect(code.filter(({ path }) => vague.test(path)).map(({ path }) => path)).toEqual([])
  })

  test('a decision has a number of its own: take the next free one', () => {
    const numbers = readdirSync('docs/decisions').map((name) => name.slice(0, 4))
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([])
  })

  test('no source file over 300 lines: split it by what it does', () => {
    expect(offences(({ text }) => (text.split('\n').length > 301 ? ['too long'] : []))).toEqual([])
  })

  test('every act that saves also records: one entry in the book for each', () => {
    expect(
      offences(({ room, text }) =>
        // tell() records by itself.
        room.startsWith('actions') && text.includes('atomically(') && !/\b(record|tell)\(/.test(text)
          ? ['acts without record()']
          : [],
      ),
    ).toEqual([])
  })
})
