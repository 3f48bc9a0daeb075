import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../kernel/text.ts'
import { cleanName, lacksMarks, nameFold, nameKey, readingsOf, splitFullName } from './names.ts'

describe('names', () => {
  test.each([
    ['Hòa An', 'Hoà An'],
    ['Thủy Nguyên', 'Thuỷ Nguyên'],
    ['Nguyễn Uý', 'Nguyễn Úy'],
    ['B’Lao', "B'Lao"],
    ['Bà Rịa - Vũng Tàu', 'Bà Rịa – Vũng Tàu'],
    ['Thừa Thiên - Huế', 'Thừa Thiên Huế'],
    ['05', '5'],
    ['Thanh\nHóa'.normalize('NFD'), 'Thanh  Hoá'],
  ])('%s and %s are one name', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other))
  })

  test.each([
    ['Phú Hải', 'Phú Hài'],
    ['Văn Lang', 'Văn Lăng'],
    ['Đức Hòa', 'Đức Hoa'],
    ['Đa Kai', 'Da Kai'],
  ])('%s and %s are two names', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other))
  })

  test.each([
    ['Dak Lak', 'Đắk Lắk', true],
    ['Đăk Lăk', 'Đắk Lắk', true],
    ['Hoàng Hóa', 'Hoằng Hóa', true],
    ['Phu Hai', 'Phú Hải', true],
    ['Phú Hài', 'Phú Hải', false],
    ['Đắk Lắk', 'Dak Lak', false],
    ['Ðức Lin', 'Đức Linh', false],
  ])('%s may be %s with marks left out: %s', (written, full, answer) => {
    expect(lacksMarks(nameKey(written), nameKey(full))).toBe(answer)
  })

  test('any name with all or some of its marks taken away may be that name', () => {
    const names = ['Đắk Lắk', 'Hoằng Hóa', 'Thừa Thiên Huế', 'Ô Quý Hồ', 'Phường Đúc', "Ea M'Droh", 'Nguyễn Uý']
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.infiniteStream(fc.boolean()), (name, keep) => {
        const thinned = [...name.normalize('NFD')]
          .filter((letter) => !/\p{M}/u.test(letter) || keep.next().value)
          .join('')
        expect(lacksMarks(nameKey(thinned), nameKey(name))).toBe(true)
        expect(nameFold(thinned)).toBe(nameFold(name))
        expect(lacksMarks(nameKey(fold(name)), nameKey(name))).toBe(true)
      }),
    )
  })

  test.each([
    ['TP. Phúc Yên', 'Thành phố', 'Phúc Yên'],
    ['tp.Huế', 'Thành phố', 'Huế'],
    ['TX Nghi Sơn', 'Thị xã', 'Nghi Sơn'],
    ['T.X. Kỳ Anh', 'Thị xã', 'Kỳ Anh'],
    ['TT. Óc Eo', 'Thị trấn', 'Óc Eo'],
    ['H. Đức Linh', 'Huyện', 'Đức Linh'],
    ['Q.1', 'Quận', '1'],
    ['P05', 'Phường', '5'],
    ['xa Duc Tin', 'Xã', 'Duc Tin'],
    ['ĐK Phú Quốc', 'Đặc khu', 'Phú Quốc'],
    ['tỉnh Bình Thuận', 'Tỉnh', 'Bình Thuận'],
    ['huyện Đức Linh,', 'Huyện', 'Đức Linh'],
  ])('%s reads as %s %s', (written, type, name) => {
    expect(readingsOf(written)).toContainEqual({ type, key: nameKey(name), fold: nameFold(name) })
  })

  test.each(['Phú Quốc', 'Hà Trung', 'Thanh Hóa', 'Quang Trung', 'Xuân Lộc', 'constructor', '__proto__'])(
    '%s is a bare name',
    (written) => {
      expect(readingsOf(written)).toEqual([{ key: nameKey(written), fold: nameFold(written) }])
    },
  )

  test('a full name splits into type and name, whatever its capitals', () => {
    expect(splitFullName('Thị Trấn Óc Eo')).toEqual({ type: 'Thị trấn', name: 'Óc Eo' })
    expect(splitFullName('xã Bắc Sơn')).toEqual({ type: 'Xã', name: 'Bắc Sơn' })
    expect(splitFullName('Óc Eo')).toBeUndefined()
    expect(cleanName(' Thị trấn\n Óc Eo '.normalize('NFD'))).toBe('Thị trấn Óc Eo')
  })
})
