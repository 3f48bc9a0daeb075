import { Refused } from '../kernel/refusal.ts'
import { imageFault, pixelLimit, readSharp } from '../platform/image.ts'

const largestPhoto = 20 * 1024 * 1024

// A certificate's code has about 110 modules a side: on a whole sheet it needs the larger size, near by the smaller is faster.
const sizes = [1_000, 2_000]

/**
 * What the QR code in a photo says; the photo is kept nowhere.
 * @throws {Refused} at the field `photo`: no picture, too large, damaged, or no code in it.
 */
export async function codeOfPhoto(photo: File): Promise<string> {
  const refuse = (why: string) => new Refused({ code: `recognition/photo-${why}`, field: 'photo' })
  if (photo.size > largestPhoto) throw refuse('too-large')
  const bytes = new Uint8Array(await photo.arrayBuffer())
  const fault = await imageFault(bytes)
  if (fault) throw refuse(fault)
  const code = await read(bytes).catch(() => {
    throw refuse('unreadable')
  })
  if (code === undefined) throw refuse('without-code')
  return code
}

async function read(photo: Uint8Array): Promise<string | undefined> {
  const [sharp, { default: jsQr }] = await Promise.all([readSharp(), import('jsqr')])
  const upright = await sharp(photo, { limitInputPixels: pixelLimit }).autoOrient().toColourspace('srgb').toBuffer()
  for (const size of sizes) {
    const { data, info } = await sharp(upright)
      .resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const code = jsQr.default(new Uint8ClampedArray(data), info.width, info.height, { inversionAttempts: 'dontInvert' })
    if (code !== null && code.data !== '') return code.data
  }
  return undefined
}
