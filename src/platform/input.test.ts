import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { typedCount, typedDate } from './input.ts'

function sentence(schema: z.ZodType, value: unknown): string | undefined {
  return schema.safeParse(value).error?.issues[0]?.message
}

describe('a schema without words of its own', () => {
  it.each([
    ['an empty box', typedCount(10), undefined, 'Hãy điền mục này.'],
    ['an empty box with a name', typedCount(10, 'Hãy ghi số hộ.'), undefined, 'Hãy ghi số hộ.'],
    ['a value of no list', z.enum(['kg', 'lít']), 'tấn', 'Hãy chọn một mục trong danh sách.'],
    ['words for a number', z.coerce.number(), 'mười', 'Hãy ghi một số.'],
    ['too few', z.coerce.number().min(3), '2', 'Ít nhất 3.'],
    ['too many', z.coerce.number().max(5000), '5001', 'Không vượt quá 5.000.'],
    ['too long a text', z.string().max(3), 'dài quá', 'Tối đa 3 ký tự.'],
  ])('tells people what to write for %s', (_, schema, value, words) => {
    expect(sentence(schema, value)).toBe(words)
  })

  it('keeps the words that a schema brings', () => {
    expect(sentence(z.string({ error: 'Hãy ghi tên.' }), undefined)).toBe('Hãy ghi tên.')
    expect(sentence(typedCount(10), '11')).toBe('Không vượt quá 10.')
  })
})

describe('a typed day', () => {
  it.each([
    ['24/11/2026', '2026-11-24'],
    ['4-1-2026', '2026-01-04'],
    ['2026-11-24', '2026-11-24'],
    ['31/12/9999', '9999-12-31'],
    ['01/01/1000', '1000-01-01'],
  ])('%s is read', (text, day) => {
    expect(typedDate.parse(text)).toBe(day)
  })

  // The database knows no year 0: such a day once broke every page that asks for one.
  it.each(['30/02/2026', '01/01/0000', '0000-01-01', '24/11/0026', '24/11/26', '00/01/2026', '1e3/1/2026'])(
    '%s is none',
    (text) => {
      expect(sentence(typedDate, text)).toContain('Ngày chưa đúng')
    },
  )
})
