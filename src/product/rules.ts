import { allow, refuse } from '../kernel/refusal.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { judgeGtin } from './gtin.ts'
import type { Description, Grouping, Pack, Picture, Product } from './model.ts'

export type PackCode =
  | Extract<ReturnType<typeof judgeGtin>, { ok: false }>['refusal']['code']
  | 'product/gtin-twice'
  | 'product/pack-twice'

/** The packs with their numbers as GTIN-14, or every fault of the rows at once. */
export function judgePacks(typed: Description['packs']): { packs: Pack[]; faults: Refusal<PackCode>[] } {
  const packs: Pack[] = []
  const faults: Refusal<PackCode>[] = []
  for (const [index, { label, gtin, row = index }] of typed.entries()) {
    const field = `gtin[${row}]`
    const judged = gtin === undefined ? allow(null) : judgeGtin(gtin, field)
    if (!judged.ok) faults.push(judged.refusal)
    else if (packs.some((pack) => pack.gtin !== null && pack.gtin === judged.value)) {
      faults.push({ code: 'product/gtin-twice', field })
    } else if (packs.some((pack) => pack.label === label)) {
      faults.push({ code: 'product/pack-twice', field: `label[${row}]` })
    } else packs.push({ label, gtin: judged.value })
  }
  return { packs, faults }
}

/** Name and group are part of a recognition: once a code was given, only a new decision changes them. */
export function judgeAmendment(product: Product, wanted: Pick<Description, 'name' | 'group'>) {
  if (product.retiredOn !== null) return refuse('product/retired')
  if (product.code !== null && wanted.name !== product.name) return refuse('product/name-fixed', { field: 'name' })
  // Old lists name no group: the first one said is no change.
  if (product.code !== null && product.groupNo !== '' && wanted.group !== product.groupNo)
    return refuse('product/group-fixed', { field: 'group' })
  return allow(wanted)
}

/**
 * A product recognised under an earlier text keeps that group, and gets one of today's text beside it, so that it can be
 * filed again. Within one text a recognised group stays.
 */
export function judgeRegrouping(
  product: Product,
  { text, known }: { text: string; known: readonly Pick<Grouping, 'text'>[] },
) {
  if (product.retiredOn !== null) return refuse('product/retired')
  const grouped = (product.groupText === text && product.groupNo !== '') || known.some((one) => one.text === text)
  if (grouped) return refuse('product/grouped-already', { field: 'group' })
  return allow(text)
}

export const mostPictures = 8

export function judgePictureCount(product: Product, pictures: readonly Picture[]) {
  if (product.retiredOn !== null) return refuse('product/retired')
  if (pictures.length >= mostPictures)
    return refuse('product/too-many-pictures', { field: 'picture', facts: { most: mostPictures } })
  return allow(pictures.length)
}

export function judgeSamePicture(pictures: readonly Picture[], file: string) {
  return pictures.some((picture) => picture.file === file)
    ? refuse('product/picture-twice', { field: 'picture' })
    : allow(file)
}

export interface CodeParts {
  readonly province: string
  readonly commune: string
  readonly serial: number
  readonly year: number
}

/** `51-23473-07-2026`: (T)-(X)-(STT)-20YY as the forms of 26/2026 print it. */
export function productCode({ province, commune, serial, year }: CodeParts): string {
  return `${province}-${commune}-${String(serial).padStart(2, '0')}-${year}`
}

/** What a visitor's page of this product still lacks; a list for its producer, never a condition. */
export function missingForPublic(product: Product, pictures: readonly Picture[], packs: readonly Pack[]) {
  const missing: ('summary' | 'story' | 'pictures' | 'packs')[] = []
  if (product.summary === '') missing.push('summary')
  if (product.story === '') missing.push('story')
  if (pictures.length === 0) missing.push('pictures')
  if (packs.length === 0) missing.push('packs')
  return missing
}
