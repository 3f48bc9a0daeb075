import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { partWords } from '../src/audit/words.ts'
import { partOf, sayFact } from '../src/web/book-things.ts'

const glossary = readFileSync('docs/glossary.md', 'utf8')

/** Types that a slice's model exports, but for what a form asks (`…Input`, `…Query`). */
function wordsOf(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/^export (?:interface|type) (\w+)/gm)]
    .map(([, name = '']) => name)
    .filter((name) => !/(Input|Query)$/.test(name))
}

const models = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[a-z]+\/model(-[a-z]+)*\.ts$/.test(path))
  // The demonstration invents people and goods; its types are no words of the programme.
  .filter((path) => !path.startsWith('demonstration/'))

test('every word of a model stands in docs/glossary.md: add a line with its Vietnamese term and a sentence', () => {
  const missing = models.flatMap((path) =>
    wordsOf(`src/${path}`)
      .filter((word) => !glossary.includes(`\`${word}\``))
      .map((word) => `src/${path}: ${word}`),
  )
  expect(missing).toEqual([])
})

test('every word of the glossary but those of the kernel is still a word of the code', () => {
  const [, slices = ''] = glossary.split('\n## Audit')
  const known = new Set(models.flatMap((path) => wordsOf(`src/${path}`)))
  const listed = [...slices.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, word = '']) => word),
  )
  expect(listed.filter((word) => !known.has(word))).toEqual([])
})

test('every act that enters the book has Vietnamese words: add a line to src/audit/words.ts', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^[a-z]+\/actions[^/]*(?<!\.test)\.ts$/.test(path),
  )
  const facts = files.flatMap((path) => {
    const [part] = path.split('/')
    return [
      ...readFileSync(`src/${path}`, 'utf8').matchAll(new RegExp(`(?<!enqueue\\(tx, )'(${part}\\.[a-z-]+)'`, 'g')),
    ].map(([, fact = '']) => fact)
  })
  expect(facts.length).toBeGreaterThan(100)
  expect(facts.filter((fact) => sayFact(fact) === undefined || partWords[partOf(fact)] === undefined)).toEqual([])
})
