import { describe, expect, test } from 'vitest'
import { rubricById, rubricsOf } from '../regime/law.ts'
import { askedKinds, likenesses, quickCheck, sources, verdictOf } from './rules-eligibility.ts'
import type { QuickCheck } from './rules-eligibility.ts'
import { checkSentence } from './words.ts'

function check(group: string, change: Partial<QuickCheck> = {}) {
  const rubric = rubricById(`26-2026/${group}`)
  if (!rubric) throw new Error(`no rubric ${group}`)
  return quickCheck({ rubric, kind: 'cooperative', source: 'local', likeness: 'own', ...change })
}
const states = (lines: ReturnType<typeof check>, topic: string) =>
  lines.filter((line) => line.topic === topic).map(({ state }) => state)

describe('eligibility before effort, from the text in force', () => {
  test('coffee of a cooperative from local material may be made, with its papers', () => {
    const lines = check('13')
    expect(verdictOf(lines)).toBe('need')
    expect(lines.map(checkSentence).join('\n')).toContain('an toàn thực phẩm')
    expect(states(lines, 'registration')).toEqual(['need'])
  })

  test('imported material is a ground where the rubric says so, and none where it does not', () => {
    expect(states(check('13', { source: 'imported' }), 'material-ground')).toEqual(['stop'])
    expect(states(check('1', { source: 'imported' }), 'material-ground')).toEqual([])
    expect(verdictOf(check('13', { source: 'unknown' }))).toBe('stop')
  })

  test('a copy is a ground for processed food, a common product for fresh produce', () => {
    expect(verdictOf(check('13', { likeness: 'same' }))).toBe('stop')
    expect(verdictOf(check('1', { likeness: 'common' }))).toBe('stop')
    expect(verdictOf(check('13', { likeness: 'common' }))).toBe('ask')
  })

  test('spirits need a licence, cosmetics a declaration; forgery is no paper to bring', () => {
    const texts = (group: string) => check(group).flatMap(({ text }) => text ?? [])
    expect(texts('15')).toContain('Không có giấy phép sản xuất theo quy định')
    expect(texts('19').some((text) => text.includes('công bố'))).toBe(true)
    expect(texts('13')).not.toContain('Giả mạo hồ sơ')
  })

  test('who has no organisation is told to find one; a tourism body makes no coffee without asking', () => {
    expect(states(check('13', { kind: 'none' }), 'kind-missing')).toEqual(['need'])
    expect(states(check('13', { kind: 'tourism-body' }), 'kind-for-tourism')).toEqual(['ask'])
    expect(states(check('26', { kind: 'tourism-body' }), 'kind-named')).toEqual(['ok'])
  })

  test('every answer cites an article and says a sentence, for every group and answer', () => {
    for (const rubric of rubricsOf('26-2026'))
      for (const kind of askedKinds)
        for (const source of sources)
          for (const likeness of likenesses)
            for (const line of quickCheck({ rubric, kind, source, likeness })) {
              expect(line.article).toMatch(/^26\/2026 /)
              expect(checkSentence(line)).toMatch(/[.”]\.?$/)
            }
  })
})
