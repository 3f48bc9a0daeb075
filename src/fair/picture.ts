import { Refused } from '../kernel/refusal.ts'
import type { Files } from '../platform/files.ts'
import { encode, imageFault } from '../platform/image.ts'
import type { BoothPicture } from './model.ts'

const largest = 20 * 1024 * 1024

/**
 * A photo of a booth drawn anew in two widths, without place and device; done before the act, so that no transaction waits.
 * @throws {Refused} when the bytes are no picture, too large or damaged.
 */
export async function preparePicture(
  files: Files,
  bytes: Uint8Array,
): Promise<Omit<BoothPicture, 'id' | 'description'>> {
  if (bytes.byteLength > largest) throw new Refused({ code: 'fair/picture-too-large', field: 'picture' })
  const unreadable = new Refused({ code: 'fair/picture-unreadable', field: 'picture' })
  if (await imageFault(bytes)) throw unreadable
  const [large, small] = await Promise.all([encode(bytes, 1280, 'webp'), encode(bytes, 480, 'webp')]).catch(() => {
    throw unreadable
  })
  const [file, smallFile] = await Promise.all([files.put(large.bytes), files.put(small.bytes)])
  const { width, height } = large
  return { file, width, height, small: smallFile, smallWidth: small.width, smallHeight: small.height }
}
