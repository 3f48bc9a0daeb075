import { Refused } from '../kernel/refusal.ts'
import type { Files } from '../platform/files.ts'
import { encode, imageFault } from '../platform/image.ts'
import type { ArticlePicture } from './model.ts'

const largestPicture = 20 * 1024 * 1024

export type DrawnPicture = Omit<ArticlePicture, 'description' | 'source'>

/**
 * A photo drawn anew and kept, before the act: JPEG for the page, for programs that show previews of links read no other
 * kind reliably; WebP for lists.
 * @throws {Refused} when the bytes are no picture, too large or damaged.
 */
export async function drawPicture(files: Files, picture: File): Promise<DrawnPicture> {
  if (picture.size > largestPicture) throw new Refused({ code: 'newsroom/picture-too-large', field: 'picture' })
  const bytes = new Uint8Array(await picture.arrayBuffer())
  const fault = await imageFault(bytes)
  if (fault) throw new Refused({ code: `newsroom/picture-${fault}`, field: 'picture' })
  const [large, small] = await Promise.all([encode(bytes, 1200, 'jpeg'), encode(bytes, 480, 'webp')]).catch(() => {
    throw new Refused({ code: 'newsroom/picture-unreadable', field: 'picture' })
  })
  const [file, smallFile] = await Promise.all([files.put(large.bytes), files.put(small.bytes)])
  return { file, small: smallFile, width: large.width, height: large.height }
}
