import { Refused } from '../kernel/refusal.ts'
import { encode, imageFault } from '../platform/image.ts'
import type { Files } from '../platform/files.ts'
import type { PreparedPicture } from './model.ts'

export const largestPicture = 20 * 1024 * 1024

/**
 * A photo drawn anew in two widths and two formats, and kept; done before the act, so that no transaction waits for it.
 * Measured on 2 cores with a photo of 12 megapixels: 0.8 s.
 * @throws {Refused} when the bytes are no picture, too large or damaged.
 */
export async function preparePicture(files: Files, bytes: Uint8Array): Promise<PreparedPicture> {
  if (bytes.byteLength > largestPicture) throw new Refused({ code: 'product/picture-too-large', field: 'picture' })
  const fault = await imageFault(bytes)
  if (fault) throw new Refused({ code: `product/picture-${fault}`, field: 'picture' })
  const [large, avif, small, smallAvif] = await drawn(bytes)
  const [file, avifFile, smallFile, smallAvifFile] = await Promise.all([
    files.put(large.bytes),
    files.put(avif.bytes),
    files.put(small.bytes),
    files.put(smallAvif.bytes),
  ])
  return {
    file,
    avif: avifFile,
    width: large.width,
    height: large.height,
    small: smallFile,
    smallAvif: smallAvifFile,
    smallWidth: small.width,
    smallHeight: small.height,
  }
}

async function drawn(bytes: Uint8Array) {
  try {
    return await Promise.all([
      encode(bytes, 1280, 'webp'),
      encode(bytes, 1280, 'avif'),
      encode(bytes, 480, 'webp'),
      encode(bytes, 480, 'avif'),
    ])
  } catch {
    throw new Refused({ code: 'product/picture-unreadable', field: 'picture' })
  }
}
