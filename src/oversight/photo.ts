import { Refused } from '../kernel/refusal.ts'
import type { Files } from '../platform/files.ts'
import { encode, imageFault } from '../platform/image.ts'

const largestPhoto = 20 * 1024 * 1024

/**
 * A photo taken on the spot, drawn anew so that the place stored by the telephone is gone, and kept before the act.
 * A browser sends an empty file where none was chosen.
 * @throws {Refused} when the bytes are no picture, too large or damaged.
 */
export async function keepPhoto(files: Files, photo: File | undefined): Promise<string | null> {
  if (photo === undefined || photo.size === 0) return null
  if (photo.size > largestPhoto) throw new Refused({ code: 'oversight/photo-too-large', field: 'photo' })
  const bytes = new Uint8Array(await photo.arrayBuffer())
  const fault = await imageFault(bytes)
  if (fault) throw new Refused({ code: `oversight/photo-${fault}`, field: 'photo' })
  const drawn = await encode(bytes, 1280, 'jpeg').catch(() => {
    throw new Refused({ code: 'oversight/photo-unreadable', field: 'photo' })
  })
  return files.put(drawn.bytes)
}
