import { expect, it } from 'vitest'
import { placeInWords } from './text.ts'

it.each([
  [['Hợp tác xã Ea Pốk', 'Xã Ea Pốk', 'Tỉnh Đắk Lắk'], 'Hợp tác xã Ea Pốk, xã Ea Pốk, tỉnh Đắk Lắk'],
  [['Xã Ea Pốk', 'Đắk Lắk'], 'Xã Ea Pốk, Đắk Lắk'],
  [['Đặc khu Phú Quốc', null, 'Tỉnh An Giang'], 'Đặc khu Phú Quốc, tỉnh An Giang'],
  [['', undefined, 'Tỉnh An Giang'], 'Tỉnh An Giang'],
  [[null], ''],
])('%j reads %s', (parts, words) => {
  expect(placeInWords(...parts)).toBe(words)
})
