import { describe, expect, test } from 'vitest'
import { cast, codeOf, here, item, regulation, seat, seats, sitting } from '../../test/support/sitting.ts'
import { closingFaults, isTooWide, presides, quorumOf } from './quorum.ts'
import { judgeClosing, judgeNextRound } from './rules.ts'

describe('quorum', () => {
  // Three quarters of nine is 6.75: six are too few, seven enough. Of eight: exactly six.
  test.each([
    [7, 5, false],
    [7, 6, true],
    [6, 4, false],
    [6, 5, true],
    [2, 1, false],
    [2, 2, true],
  ])('chair, vice-chair and %i members vote; chair and %i others there → %s', (members, others, met) => {
    const all = ['v', ...Array.from({ length: members }, (_, n) => `m${n + 1}`)]
    const at = sitting({ seats: seats(members), present: here('c', ...all.slice(0, others)) })
    expect(quorumOf(at, item()).met).toBe(met)
  })

  test('the secretary is not counted', () => {
    const at = sitting({ present: here('c', 'v', 's', 'm1', 'm2', 'm3', 'm4') })
    expect(quorumOf(at, item())).toMatchObject({ voters: 9, present: 6, need: 7, met: false })
  })

  test('those recused from an item are counted out of both sides', () => {
    const at = sitting({ present: here('c', 'v', 'm1', 'm2', 'm3', 'm4') })
    expect(quorumOf(at, item({ recused: here('m6') }))).toMatchObject({ voters: 8, present: 6, met: true })
    expect(quorumOf(at, item({ recused: here('m1') }))).toMatchObject({ voters: 8, present: 5, met: false })
  })

  test('without the chair there is none, unless the regulation says otherwise', () => {
    const at = sitting({ present: here('v', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6') })
    expect(quorumOf(at, item())).toMatchObject({ met: true, chaired: false })
    expect(quorumOf({ ...at, regulation: { ...regulation, chairRequired: false } }, item()).chaired).toBe(true)
  })

  test('a recused chair is stood in for by the vice-chair', () => {
    const at = sitting({ present: here('c', 'm1', 'm2', 'm3', 'm4', 'm5') })
    expect(quorumOf(at, item({ recused: here('c') })).chaired).toBe(false)
    expect(quorumOf({ ...at, present: here('v', 'm1') }, item({ recused: here('c') })).chaired).toBe(true)
  })

  test('an item from which everybody is recused has no quorum', () => {
    expect(quorumOf(sitting({ seats: [seat('c', 'chair')] }), item({ recused: here('c') })).met).toBe(false)
  })
})

describe('spread', () => {
  const three = sitting({ seats: [seat('c', 'chair'), seat('m1'), seat('m2')], present: here('c', 'm1', 'm2') })

  test.each([
    [70, false],
    [69, true],
  ])('80, 75 and %i: too wide is %s', (lowest, wide) => {
    expect(isTooWide(three, item({ totals: cast(['c', 80], ['m1', 75], ['m2', lowest]) }))).toBe(wide)
  })

  test('is not told before the last ballot is in', () => {
    expect(isTooWide(three, item({ totals: cast(['c', 90], ['m1', 20]) }))).toBe(false)
  })

  test('a second round is opened by who presides, and only when it is needed', () => {
    const wide = item({ totals: cast(['c', 80], ['m1', 75], ['m2', 60]) })
    expect(codeOf(judgeNextRound(three, wide, 'c'))).toBe('ok')
    expect(codeOf(judgeNextRound(three, wide, 'm1'))).toBe('evaluation/not-presiding')
    expect(codeOf(judgeNextRound(three, item({ totals: cast(['c', 80], ['m1', 75], ['m2', 70]) }), 'c'))).toBe(
      'evaluation/spread-within',
    )
  })
})

describe('closing', () => {
  const present = here('c', 'v', 'm1', 'm2', 'm3', 'm4', 'm5')
  const all = cast(['c', 80], ['v', 80], ['m1', 78], ['m2', 79], ['m3', 80], ['m4', 82], ['m5', 85])

  test('is possible when nothing stands against it', () => {
    expect(closingFaults(sitting({ present, items: [item({ totals: all })] }))).toEqual([])
  })

  test('lists every failing rule of every item', () => {
    const short = item({ dossierId: 'd2', productName: 'Mật ong', totals: cast(['c', 80], ['m1', 60]) })
    const at = sitting({ present: here('m1', 'c'), items: [item({ totals: all }), short] })
    expect(closingFaults(at).map(({ code, dossierId }) => [dossierId, code])).toEqual([
      ['d1', 'evaluation/quorum-not-met'],
      ['d2', 'evaluation/quorum-not-met'],
      ['d2', 'evaluation/spread-too-wide'],
    ])
  })

  test('an item that left the agenda holds nothing up', () => {
    expect(closingFaults(sitting({ present, items: [item({ stands: false })] }))).toEqual([])
  })

  test('is for the chair; for the vice-chair when the chair is away or recused; never for a recused one', () => {
    const at = sitting({ present })
    expect([presides(at, 'c'), presides(at, 'v'), presides(at, 's')]).toEqual([true, false, false])
    const away = sitting({ present: here('v') })
    expect([presides(away, 'c'), presides(away, 'v')]).toEqual([false, true])
    const recused = sitting({ present, items: [item({ recused: here('c') })] })
    const law = { procedure: { steps: [], proposes: 'on-points' as const } }
    const close = (who: string) => codeOf(judgeClosing(recused, who, law, false))
    expect([close('c'), close('v')]).toEqual(['evaluation/not-presiding', 'ok'])
    const both = sitting({ present, items: [item({ recused: here('c', 'v') })] })
    expect(presides(both, 'v')).toBe(false)
  })
})
