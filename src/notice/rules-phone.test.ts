import { describe, expect, test } from 'vitest'
import { nationalNumber, readReply, understand } from './rules-phone.ts'
import { plain } from './words-phone.ts'

describe('a text message', () => {
  test.each([
    ['1', '1', undefined],
    ['2 ab3d', '2', 'AB3D'],
    ['AB3D-1', '1', 'AB3D'],
  ])('reads %j', (typed, digit, code) => expect(readReply(typed)).toEqual({ digit, code }))

  test.each(['', '3', '12', '1 2', '1 AB3D thêm', 'nhận'])('does not guess at %j', (typed) =>
    expect(readReply(typed)).toBeUndefined(),
  )

  test.each(['0912345678', '84912345678', '+84 912 345 678'])('comes from %s, which the register knows', (from) =>
    expect(nationalNumber(from)).toBe('0912345678'),
  )

  test('goes out in letters that every phone has', () => expect(plain('Đơn “ợ” – 2 × chai')).toBe('Don  o    2   chai'))
})

describe('which question it answers', () => {
  const open = { key: 'sale.ordered:a', code: 'AB3D', open: true }
  const other = { key: 'trade.asked:b:1', code: 'K7Q4', open: true }
  const closed = { key: 'sale.ordered:c', code: 'ZZ99', open: false }
  const older = { key: 'sale.ordered:d', code: 'AB3D', open: false }

  test.each([
    ['the only one', '1', [open, closed], 'acted', open],
    ['of several none without a code', '1', [open, other], 'which-one', undefined],
    ['of several the one whose code it names', 'k7q4 2', [open, other], 'acted', other],
    ['none by a code that no question has', '1 MMMM', [open, closed], 'which-one', undefined],
    ['the open one where an old one has its code', '1 AB3D', [open, closed, older], 'acted', open],
    ['one that is closed, by its code', '1 ZZ99', [open, closed], 'nothing-open', closed],
    ['the last one where all are closed', '1', [closed, older], 'nothing-open', closed],
    ['nothing where nothing was asked', '1', [], 'nothing-open', undefined],
    ['nothing when it says nothing', 'vâng', [open], 'not-understood', undefined],
  ] as const)('%s', (_, text, asked, outcome, question) => {
    const understood = understand(text, asked)
    expect([understood.outcome, understood.question]).toEqual([outcome, question])
  })
})
