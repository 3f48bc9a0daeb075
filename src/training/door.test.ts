import fc from 'fast-check'
import { expect, it } from 'vitest'
import { doorMinutes, doorToken, readDoorToken } from './door.ts'

const secret = 'khoa-rieng-cua-lop'
const meeting = '0190b7a4-0000-7000-8000-000000000001'
const now = '2026-11-26T01:30:00.000Z'
const later = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString()

it('takes the code of the running minutes and the one before, and no older one', () => {
  const token = doorToken(secret, meeting, now)
  expect(readDoorToken(secret, meeting, now, token)).toBe('genuine')
  expect(readDoorToken(secret, meeting, later(doorMinutes), token)).toBe('genuine')
  expect(readDoorToken(secret, meeting, later(2 * doorMinutes), token)).toBe('expired')
  expect(readDoorToken(secret, meeting, later(-doorMinutes), token)).toBe('expired')
})

it('tells the code of another meeting, and one made with the key of another class', () => {
  const other = meeting.replace(/1$/, '2')
  expect(readDoorToken(secret, meeting, now, doorToken(secret, other, now))).toBe('other-meeting')
  expect(readDoorToken(secret, meeting, now, doorToken('khoa-lop-khac', meeting, now))).toBe('forged')
})

it('takes no token that was changed by a single sign, and nothing that anybody could type', () => {
  const token = doorToken(secret, meeting, now)
  const changed = fc.tuple(fc.nat(token.length - 1), fc.constantFrom(...'abcXYZ019.-_'))
  fc.assert(
    fc.property(changed, ([place, sign]) => {
      const forged = token.slice(0, place) + sign + token.slice(place + 1)
      fc.pre(forged !== token)
      expect(readDoorToken(secret, meeting, now, forged)).not.toBe('genuine')
    }),
  )
  fc.assert(fc.property(fc.string(), (typed) => readDoorToken(secret, meeting, now, typed) !== 'genuine'))
})
