import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeTyped } from './merge.ts'

describe('two windows on one form', () => {
  it.each([
    ['a new text is written', {}, {}, { a: 'x' }, { a: 'x' }, []],
    ['a text left alone stays as another window changed it', { a: 'mới' }, { a: 'cũ' }, { a: 'cũ' }, { a: 'mới' }, []],
    ['a text that another window wrote is not erased by a blank box', { a: 'mới' }, {}, {}, { a: 'mới' }, []],
    ['a text is erased where it was seen', { a: 'cũ' }, { a: 'cũ' }, {}, {}, []],
    ['both changed the same box', { a: 'mới' }, { a: 'cũ' }, { a: 'khác' }, { a: 'mới' }, ['a']],
    ['both wrote the same', { a: 'mới' }, { a: 'cũ' }, { a: 'mới' }, { a: 'mới' }, []],
    ['one erased what the other changed', { a: 'mới' }, { a: 'cũ' }, {}, { a: 'mới' }, ['a']],
    ['a post of one field leaves the others', { a: '1', b: '2' }, { b: '2' }, { b: '3' }, { a: '1', b: '3' }, []],
    [
      'who says nothing of what was seen writes single fields',
      { a: '1', b: '2' },
      undefined,
      { b: '3' },
      { a: '1', b: '3' },
      [],
    ],
  ])('%s', (_, kept, seen, typed, fields, clashes) => {
    expect(mergeTyped(kept, seen, typed)).toEqual({ fields, clashes })
  })

  it('never loses what another window wrote, whatever is sent', () => {
    const texts = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y', 'z'))
    fc.assert(
      fc.property(texts, texts, texts, (kept, seen, typed) => {
        const { fields } = mergeTyped(kept, seen, typed)
        for (const name of Object.keys(kept)) if (kept[name] !== seen[name]) expect(fields[name]).toBe(kept[name])
      }),
    )
  })
})
