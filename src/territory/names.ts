import { fold } from '../kernel/text.ts'

const unitTypes = ['Thành phố', 'Tỉnh', 'Quận', 'Huyện', 'Thị xã', 'Phường', 'Xã', 'Thị trấn', 'Đặc khu'] as const

export type UnitType = (typeof unitTypes)[number]

/** One way to read what was written: with a type word taken off, or as a bare name. */
export interface Reading {
  readonly type?: UnitType
  readonly key: string
  readonly fold: string
}

/** Canonical composition; lists from offices carry NFD names and line breaks. */
export function cleanName(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}

/** `Thị Trấn Óc Eo` → `Thị trấn` and `Óc Eo`; undefined when the full name begins with no type. */
export function splitFullName(fullName: string): { type: UnitType; name: string } | undefined {
  const clean = cleanName(fullName)
  const [, word, name] = fullNameForm.exec(clean) ?? []
  const type = unitTypes.find((one) => one.toLowerCase() === word?.toLowerCase())
  return type && name ? { type, name } : undefined
}

const fullNameForm = new RegExp(`^(${unitTypes.join('|')}) (.+)$`, 'i')

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/**
 * A name to compare with all its marks, whatever place the tone was given: `Hòa` and `Hoà`, `Uý` and `Úy`, `B’Lao` and
 * `B'Lao`, `Phường 05` and `Phường 5` have one key. The tone of each syllable is moved to its end.
 */
export function nameKey(name: string): string {
  return plainWords(name)
    .map((word) => {
      const parts = word.normalize('NFD')
      return parts.replaceAll(tones, '').normalize('NFC') + (parts.match(tones)?.join('') ?? '')
    })
    .join(' ')
}

/** The key without any mark. */
export function nameFold(name: string): string {
  return plainWords(name).map(fold).join(' ')
}

function plainWords(name: string): string[] {
  return cleanName(name)
    .toLowerCase()
    .replaceAll(/[’‘`´ʼ]/g, "'")
    .replaceAll(/[\s.,–—-]+/g, ' ')
    .trim()
    .split(' ')
    .map((word) => word.replace(/^0+(?=\d)/, ''))
}

/**
 * Could `written` be `full` with some marks left out? `Dak Lak`, `Đăk Lăk` → `Đắk Lắk`; never the other way round, so a
 * different mark is another name. Both are keys.
 */
export function lacksMarks(written: string, full: string): boolean {
  const [less, more] = [lettersOf(written), lettersOf(full)]
  return (
    less.length === more.length &&
    less.every(
      ({ base, marks }, at) => base === more[at]?.base && marks.every((mark) => more[at]?.marks.includes(mark)),
    )
  )
}

// The tone hangs on the last letter of its syllable in a key, so it is compared like any other mark. A đ is a d with a bar.
function lettersOf(key: string): { base: string; marks: string[] }[] {
  return [...key.normalize('NFD').matchAll(/(\P{M})(\p{M}*)/gu)].map(([, letter = '', marks = '']) =>
    letter === 'đ' ? { base: 'd', marks: ['-', ...marks] } : { base: letter, marks: [...marks] },
  )
}

// Written in full, without marks, or as officers abbreviate: `TP. Phúc Yên`, `TX Nghi Sơn`, `H. Đức Linh`, `P1`.
const typeWords: readonly (readonly [UnitType, RegExp])[] = [
  ['Thành phố', /^(?:thành phố|thanh pho|t\.?\s?p\.?)(?=[\s.]|(?<=\.))/i],
  ['Thị xã', /^(?:thị xã|thi xa|t\.?\s?x\.?)(?=[\s.]|(?<=\.))/i],
  ['Thị trấn', /^(?:thị trấn|thi tran|t\.?\s?t\.?)(?=[\s.]|(?<=\.))/i],
  ['Đặc khu', /^(?:đặc khu|dac khu|đ\.?k\.?)(?=[\s.]|(?<=\.))/i],
  ['Tỉnh', /^(?:tỉnh|tinh|t\.)(?=[\s.]|(?<=\.))/i],
  ['Phường', /^(?:phường|phuong|p\.?)(?=[\s.\d]|(?<=\.))/i],
  ['Huyện', /^(?:huyện|huyen|h\.?)(?=[\s.]|(?<=\.))/i],
  ['Quận', /^(?:quận|quan|q\.?)(?=[\s.\d]|(?<=\.))/i],
  ['Xã', /^(?:xã|xa|x\.?)(?=[\s.]|(?<=\.))/i],
]

// As papers shorten them. A map, for strangers also ask for `constructor`.
const otherNames: ReadonlyMap<string, string> = new Map([
  ['hcm', 'Hồ Chí Minh'],
  ['tphcm', 'Hồ Chí Minh'],
  ['tp hcm', 'Hồ Chí Minh'],
  ['tt hue', 'Thừa Thiên Huế'],
  ['br vt', 'Bà Rịa - Vũng Tàu'],
])

/**
 * How a written place may be read. `Xa Dung` is a bare name and also "xã Dung" without marks: both readings are tried, and
 * the units that exist decide.
 */
export function readingsOf(written: string): Reading[] {
  const clean = cleanName(written).replace(/[,;.]+$/, '')
  const name = otherNames.get(nameFold(clean)) ?? clean
  const bare: Reading = { key: nameKey(name), fold: nameFold(name) }
  const typed = typeWords.flatMap(([type, words]): Reading[] => {
    const rest = clean.replace(words, '')
    if (rest === clean || nameFold(rest) === '') return []
    const known = otherNames.get(nameFold(rest)) ?? rest
    return [{ type, key: nameKey(known), fold: nameFold(known) }]
  })
  return [...typed.slice(0, 1), bare]
}
