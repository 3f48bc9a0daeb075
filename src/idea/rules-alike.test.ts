import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oneRow, sql } from '../platform/db.ts'
import { useWorld } from '../../test/support/world.ts'
import { askedPairs, compare, ownRuns, pairsOf, rank, sharedRuns } from './rules-alike.ts'
import type { Asked, Candidate } from './rules-alike.ts'

const world = useWorld()

const asked: Asked = {
  title: 'Mật ong rừng Măng Đen',
  material: 'Mật ong rừng, sáp ong',
  description: '',
  groupNo: '4',
  commune: '23473',
  province: '51',
}

function product(change: Partial<Candidate>): Candidate {
  const words = change.words ?? 'Mật ong rừng Kon Plông . Mật ong rừng khai thác mùa khô'
  return {
    kind: 'product',
    open: true,
    owner: null,
    id: 'p1',
    name: 'Mật ong rừng Kon Plông',
    words,
    pairs: pairsOf(words),
    groupNo: '4',
    commune: '23473',
    province: '51',
    similarity: 0.5,
    href: null,
    ...change,
  }
}

describe('words in pairs of syllables', () => {
  test('marks and case do not matter, places of words do', () => {
    expect(pairsOf('Mật ong RỪNG')).toEqual(['mat_ong', 'ong_rung'])
    expect(pairsOf('ong mật')).toEqual(['ong_mat'])
    expect(pairsOf('Trà')).toEqual([])
  })

  test('the database cuts a text into the same pairs', async () => {
    const texts = ['Cà phê Đắk Hà (rang mộc), 100% Arabica', '', 'Trà', 'Bánh  tráng\nmè — 500 g', 'H’Mông Ê-đê']
    for (const text of texts) {
      const { pairs } = await oneRow(world, sql<{ pairs: string[] }>`select public.vn_pairs(${text}) as pairs`)
      expect([text, pairs.toSorted()]).toEqual([text, pairsOf(text).toSorted()])
    }
  })

  test('what is shared is said as the idea wrote it, in the longest runs', () => {
    expect(sharedRuns(asked.title, 'mật ong rừng nguyên chất')).toEqual(['mật ong rừng'])
    expect(sharedRuns('Sản phẩm sạch', 'Sản phẩm ngon')).toEqual([])
    expect(ownRuns(asked.title, 'Mật ong rừng Kon Plông')).toEqual(['Măng Đen'])
  })

  test('common words are not searched for, and a long text asks no more than sixteen pairs', () => {
    expect(askedPairs({ title: 'Đặc sản mứt dâu', material: 'Nguyên liệu dâu rừng' })).toEqual({
      name: ['san_mut', 'mut_dau'],
      more: ['lieu_dau', 'dau_rung'],
    })
    const long = askedPairs({ title: 'một hai ba bốn năm sáu bảy tám chín mười', material: asked.material.repeat(40) })
    expect(long.name.length + long.more.length).toBeLessThanOrEqual(16)
  })
})

describe('how alike', () => {
  test('the same honey of the same commune is very alike, with its reasons and its difference', () => {
    const alike = compare(asked, product({}))
    expect(alike).toMatchObject({
      nearness: 'commune',
      sameGroup: true,
      sharedName: ['mật ong rừng'],
      onlyHere: ['Măng Đen'],
      onlyThere: ['Kon Plông'],
    })
    expect(alike.score).toBeGreaterThanOrEqual(60)
  })

  test('near comes apart from far, the most alike first, and what shares no word is left out', () => {
    const far = product({ id: 'far', commune: '24000', province: '66' })
    const weaker = product({ id: 'weaker', name: 'Mật ong hoa cà phê', words: 'Mật ong hoa cà phê', similarity: 0.35 })
    const other = product({ id: 'other', name: 'Chăn bông', words: 'Chăn bông gòn', similarity: 0, groupNo: '4' })
    const found = rank(asked, [other, weaker, far, product({})])
    expect(found.near.map(({ id }) => id)).toEqual(['p1', 'weaker'])
    expect(found.elsewhere.map(({ id }) => id)).toEqual(['far'])
  })

  test('a score stays between 0 and 100, and being nearer never lowers it', () => {
    const words = fc.array(fc.constantFrom('mật', 'ong', 'rừng', 'trà', 'dây', 'mứt', 'sấy'), { maxLength: 6 })
    fc.assert(
      fc.property(words, words, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, similarity) => {
        const ask = { ...asked, title: one.join(' '), material: '' }
        const there = product({
          name: other.join(' '),
          words: other.join(' '),
          similarity,
          commune: null,
          province: null,
        })
        const far = compare(ask, there).score
        const near = compare(ask, { ...there, commune: '23473' }).score
        expect(far).toBeGreaterThanOrEqual(0)
        expect(near).toBeLessThanOrEqual(100)
        expect(near).toBeGreaterThanOrEqual(far)
      }),
    )
  })
})
