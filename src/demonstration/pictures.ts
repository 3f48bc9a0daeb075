import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { preparePicture } from '../product/picture.ts'
import type { PreparedPicture } from '../product/model.ts'
import type { Files } from '../platform/files.ts'
import type { Chance } from './chance.ts'
import { ownDrawings } from './drawings.ts'
import type { Drawing } from './goods/model.ts'

/** Pictures for products, drawn and kept once; many products share one, so disk and start stay small. */
export interface PictureBook {
  of(drawing: Drawing, chance: Chance): PreparedPicture
}

const drawn: readonly Drawing[] = [
  'atiso-do',
  'ca-phe',
  'det-zeng',
  'du-lich',
  'gao-nuong',
  'gio-may',
  'mac-ca',
  'mat-ong',
  'nuoc-mam',
  'toi-ly-son',
  'tra-o-long',
  'xoai-say',
  'chai',
  'hu',
  'chau-cay',
]

/** Hue turned by degrees, saturation and light as factors: the same drawing in another afternoon. */
const lights = [
  { hue: 0, saturation: 1, brightness: 1 },
  { hue: 16, saturation: 0.92, brightness: 1.05 },
  { hue: -18, saturation: 1.08, brightness: 0.96 },
] as const

const width = 640

/**
 * Draws every picture anew from the same drawings: the same bytes on every machine with the same encoder. One after
 * another: all at once they filled the threads that answers need too, and the first page waited 13 s.
 */
export async function openPictureBook(files: Files): Promise<PictureBook> {
  const book = new Map<Drawing, PreparedPicture[]>()
  for (const drawing of drawn) {
    const shelf: PreparedPicture[] = []
    for (const light of lights) shelf.push(await paint(files, drawing, light))
    book.set(drawing, shelf)
  }
  return { of: (drawing, chance) => chance.pick(book.get(drawing) ?? []) }
}

async function paint(files: Files, drawing: Drawing, light: (typeof lights)[number]): Promise<PreparedPicture> {
  return preparePicture(files, await drawingAt(drawing, width, light))
}

/** A drawing as the bytes of a picture, so many points wide. */
export function drawingAt(
  drawing: Drawing,
  points: number,
  light: (typeof lights)[number] = lights[0],
): Promise<Buffer> {
  return sharp(Buffer.from(sourceOf(drawing)), { density: 96 })
    .resize({ width: points })
    .modulate(light)
    .png({ compressionLevel: 1 })
    .toBuffer()
}

function sourceOf(drawing: Drawing): string {
  if (drawing === 'chai' || drawing === 'hu' || drawing === 'chau-cay') return ownDrawings[drawing]
  return readFileSync(new URL(`../ui/assets/img/${drawing}.svg`, import.meta.url), 'utf8')
}
