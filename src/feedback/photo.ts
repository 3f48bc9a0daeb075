import { Refused } from '../kernel/refusal.ts'
import type { Files } from '../platform/files.ts'
import { encode, imageFault } from '../platform/image.ts'

const largestPhoto = 20 * 1024 * 1024

/**
 * A photo of a sender drawn anew, so that neither place nor device of a telephone stays in it, and kept before the act.
 * @throws {Refused} when the bytes are no picture, too large or damaged.
 */
export async function keepPhoto(files: Files, photo: File): Promise<string> {
  if (photo.size > largestPhoto) throw new Refused({ code: 'feedback/photo-too-large', field: 'photo' })
  const bytes = new Uint8Array(await photo.arrayBuffer())
  const fault = await imageFault(bytes)
  if (fault) throw new Refused({ code: `feedback/photo-${fault}`, field: 'photo' })
  const drawn = await encode(bytes, 1280, 'jpeg').catch(() => {
    throw new Refused({ code: 'feedback/photo-unreadable', field: 'photo' })
  })
  return files.put(drawn.bytes)
}
