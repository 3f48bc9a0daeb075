import { createHash } from 'node:crypto'
import { Refused } from '../kernel/refusal.ts'
import type { Files } from '../platform/files.ts'
import { encode, imageFault, mediaTypeOf } from '../platform/image.ts'
import type { Paper, SentFile } from './model.ts'
import { tidyFileName } from './rules.ts'

export type FileFault = 'too-large' | 'unknown' | 'heic' | 'too-many-pixels' | 'unreadable' | 'locked'

export const largestFile = 20 * 1024 * 1024

/** 2,400 points across an A4 page are 290 dpi: stamps and small print stay legible. */
const scanWidth = 2_400

export interface KeptFile extends Pick<Paper, 'file' | 'fileName' | 'mediaType' | 'bytes'> {
  /** SHA-256 of the bytes as they were sent. */
  readonly source: string
}

/**
 * A scan or photo, judged by its content, and kept: PDF as it is, photos drawn anew without place and device.
 * Done before the act, so that no transaction waits for it.
 * @throws {Refused} when it is neither, too large, damaged or locked.
 */
export async function keepFile(files: Files, { name, bytes }: SentFile): Promise<KeptFile> {
  if (bytes.byteLength > largestFile) throw refusedFile('too-large')
  const source = createHash('sha256').update(bytes).digest('hex')
  const isPdf = (await mediaTypeOf(bytes)) === 'application/pdf'
  const mediaType = isPdf ? 'application/pdf' : 'image/jpeg'
  const kept = isPdf ? readablePdf(bytes) : await redrawn(bytes)
  return {
    source,
    file: await files.put(kept),
    fileName: tidyFileName(name, mediaType),
    mediaType,
    bytes: kept.byteLength,
  }
}

function readablePdf(bytes: Uint8Array): Uint8Array {
  // The trailer, or the dictionary of the cross-reference stream, names it in plain text when the file is locked.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (text.includes('/Encrypt')) throw refusedFile('locked')
  if (!text.subarray(-2_048).includes('%%EOF')) throw refusedFile('unreadable')
  return bytes
}

async function redrawn(bytes: Uint8Array): Promise<Uint8Array> {
  const fault = await imageFault(bytes)
  if (fault) throw refusedFile(fault === 'not-an-image' ? 'unknown' : fault)
  try {
    return (await encode(bytes, scanWidth, 'jpeg')).bytes
  } catch {
    throw refusedFile('unreadable')
  }
}

function refusedFile(fault: FileFault): Refused {
  return new Refused({ code: `evidence/file-${fault}`, field: 'file' })
}
