import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hideSmall, shownTotal } from './rules-reach.ts'

const cellsOf = (counts: readonly number[]) => counts.map((people, index) => ({ label: `mục ${index}`, people }))
const shown = (...counts: number[]) => hideSmall(cellsOf(counts), 5).map(({ people }) => people)

it.each([
  ['nothing small', [5, 6, 7], [5, 6, 7]],
  ['one below five takes the next smallest along', [4, 30, 12], [null, 30, null]],
  ['two that are few together take a third', [1, 1, 9, 20], [null, null, null, 20]],
  ['two of four each are hidden alone', [4, 4, 20], [null, null, 20]],
  ['five is shown', [5], [5]],
  ['the only cell', [4], [null]],
  ['an empty cell is no secret', [0, 8], [0, 8]],
])('hides %s', (_, counts, expected) => {
  expect(shown(...counts)).toEqual(expected)
})

it('never lets a hidden cell be found from the total and the others', () => {
  const counts = fc.array(fc.nat(40), { maxLength: 12 })
  fc.assert(
    fc.property(counts, fc.integer({ min: 2, max: 20 }), (people, smallest) => {
      const cells = cellsOf(people)
      const seen = hideSmall(cells, smallest)
      expect(seen.filter((cell) => cell.people !== null && cell.people > 0 && cell.people < smallest)).toEqual([])
      const hidden = cells.filter((_, index) => seen[index]?.people === null)
      const sum = hidden.reduce((all, cell) => all + cell.people, 0)
      const total = people.reduce((all, one) => all + one, 0)
      if (hidden.length === 0) return
      const everything = hidden.length === cells.filter((cell) => cell.people > 0).length
      expect(everything || (hidden.length > 1 && sum >= smallest)).toBe(true)
      // When everything is hidden and there is one cell, the total is hidden too.
      if (hidden.length === 1) expect(shownTotal(total, smallest)).toBeNull()
    }),
  )
})
