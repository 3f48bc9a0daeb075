/** Canonical composition (TCVN 6909 is precomposed), runs of white space collapsed, ends trimmed; no NUL, which nothing can store. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('\0', '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim()
}

/** Words as they stand, for a LIKE: its two wildcards and its escape are letters here. */
export function likeWords(words: string): string {
  return words.replaceAll(/[\\%_]/g, String.raw`\$&`)
}

/** Lower case without Vietnamese marks: `Đắk Lắk` → `dak lak`. The same fold the database does with unaccent. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** `Cà phê Đắk Hà` → `ca-phe-dak-ha`; at most 80 characters. */
export function slugOf(text: string): string {
  return fold(text)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')
}

/** `Xã Măng Đen` → `xã Măng Đen`: a name that begins with its kind, inside a sentence. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}

/** `Hợp tác xã Ea Pốk, xã Ea Pốk, tỉnh Đắk Lắk`: what a place lies in runs small; what is not known is left out. */
export function placeInWords(...parts: readonly (string | null | undefined)[]): string {
  const known = parts.filter((part) => part !== null && part !== undefined && part !== '') as readonly string[]
  return known.map((part, index) => (index > 0 && kindOfUnit.test(part) ? lowerFirst(part) : part)).join(', ')
}

const kindOfUnit = /^(?:Tỉnh|Thành phố|Quận|Huyện|Thị xã|Thị trấn|Xã|Phường|Đặc khu) /

const collator = new Intl.Collator('vi')

/** Vietnamese alphabetical order. */
export function compareVietnamese(left: string, right: string): number {
  return collator.compare(left, right)
}
