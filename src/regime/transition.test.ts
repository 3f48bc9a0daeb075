import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { dossierKinds } from './model.ts'
import { regimeFor } from './transition.ts'

type Row = readonly [string, 'first' | 'upgrade' | 'renewal', string, string]

function outcome(filedOn: string, kind: Row[1], evaluatedOn: string): string {
  const judged = regimeFor({ filedOn, kind, evaluatedOn })
  return judged.ok ? judged.value : judged.refusal.code
}

describe('which text governs', () => {
  test.each<Row>([
    // filed, kind, evaluated, text or refusal
    ['2019-08-20', 'first', '2019-09-01', 'regime/no-text-yet'],
    ['2019-08-21', 'first', '2019-08-21', '1048-2019'],
    ['2021-10-20', 'first', '2021-12-01', '1048-2019'],
    ['2023-02-01', 'first', '2023-02-23', '1048-2019'],
    ['2023-02-01', 'first', '2023-02-24', 'regime/needs-person'],
    ['2023-02-01', 'renewal', '2023-03-01', 'regime/needs-person'],
    ['2023-02-01', 'upgrade', '2023-02-24', 'regime/refile'],
    ['2023-02-24', 'first', '2023-02-24', '148-2023'],
    ['2025-07-05', 'upgrade', '2025-07-05', '148-2023'],
    ['2025-07-05', 'first', '2025-07-06', 'regime/needs-person'],
    ['2025-07-05', 'first', '2026-05-21', 'regime/needs-person'],
    ['2025-07-05', 'first', '2026-05-22', '1489-2025'],
    ['2025-07-06', 'first', '2025-07-06', '1489-2025'],
    ['2026-05-21', 'renewal', '2026-05-21', '1489-2025'],
    ['2026-05-21', 'first', '2026-07-21', '1489-2025'],
    ['2026-05-21', 'first', '2026-07-22', 'regime/refile'],
    ['2026-05-21', 'upgrade', '2026-07-21', '1489-2025'],
    ['2026-05-21', 'upgrade', '2026-07-22', 'regime/refile'],
    ['2026-05-21', 'renewal', '2026-06-21', '1489-2025'],
    ['2026-05-21', 'renewal', '2026-06-22', 'regime/refile'],
    ['2026-05-22', 'first', '2026-05-22', '26-2026'],
    ['2026-11-24', 'renewal', '2027-01-08', '26-2026'],
    ['2026-11-24', 'first', '2026-11-23', 'regime/evaluated-before-filing'],
  ])('filed %s (%s), evaluated %s: %s', (filedOn, kind, evaluatedOn, expected) => {
    expect(outcome(filedOn, kind, evaluatedOn)).toBe(expected)
  })

  it('every refusal of a transition cites its clause', () => {
    expect(regimeFor({ filedOn: '2026-05-21', kind: 'renewal', evaluatedOn: '2026-06-22' })).toMatchObject({
      refusal: { article: '26/2026 Điều 12.2' },
    })
    expect(regimeFor({ filedOn: '2025-07-05', kind: 'first', evaluatedOn: '2025-07-06' })).toMatchObject({
      refusal: { article: '1489/2025' },
    })
  })
})

it('a dossier evaluated on the day it was filed always has a text, since the first one', () => {
  const day = fc
    .date({ min: new Date('2019-08-21'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, fc.constantFrom(...dossierKinds), (filedOn, kind) => {
      expect(regimeFor({ filedOn, kind, evaluatedOn: filedOn }).ok).toBe(true)
    }),
  )
})
