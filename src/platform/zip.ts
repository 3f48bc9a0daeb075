import { createInflateRaw } from 'node:zlib'

/** One file of an archive: where its packed bytes lie. */
export interface ZipEntry {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly isDeflated: boolean
}

/** The archive lies about itself, is cut off, or unpacks to more than allowed. */
export class ZipFault extends Error {
  readonly kind: 'damaged' | 'too-large'

  constructor(kind: 'damaged' | 'too-large') {
    super(`zip ${kind}`)
    this.kind = kind
  }
}

const endOfDirectory = 0x06_05_4b_50
const inDirectory = 0x02_01_4b_50
const beforeFile = 0x04_03_4b_50
// What may follow a file's bytes: its sizes again. A hidden file would need 30 bytes for its header alone.
const longestDescriptor = 24

/**
 * The files of an archive in the order they lie. Nothing may lie between them: a reader that walks the archive from its
 * start then meets the same files as one that trusts the directory.
 * @throws {ZipFault} when the directory and the archive differ.
 */
export function zipEntries(bytes: Buffer): ZipEntry[] {
  try {
    return readEntries(bytes)
  } catch (error) {
    // A number that points past the end of the bytes.
    if (error instanceof RangeError) throw new ZipFault('damaged')
    throw error
  }
}

function readEntries(bytes: Buffer): ZipEntry[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  if (end < 0 || bytes.readUInt32LE(end) !== endOfDirectory) throw new ZipFault('damaged')
  let at = bytes.readUInt32LE(end + 16)
  const entries: (ZipEntry & { readonly offset: number })[] = []
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== inDirectory) throw new ZipFault('damaged')
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const offset = bytes.readUInt32LE(at + 42)
    const start = startOf(bytes, offset, name)
    const isDeflated = bytes.readUInt16LE(at + 10) !== 0
    entries.push({ name, offset, start, end: start + bytes.readUInt32LE(at + 20), isDeflated })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  entries.sort((left, right) => left.offset - right.offset)
  entries.reduce((reached, { offset, end: after }) => {
    if (offset < reached || offset - reached > longestDescriptor) throw new ZipFault('damaged')
    return after
  }, 0)
  return entries
}

function startOf(bytes: Buffer, offset: number, name: string): number {
  const nameLength = bytes.readUInt16LE(offset + 26)
  const named = bytes.toString('utf8', offset + 30, offset + 30 + nameLength)
  if (bytes.readUInt32LE(offset) !== beforeFile || named !== name) throw new ZipFault('damaged')
  return offset + 30 + nameLength + bytes.readUInt16LE(offset + 28)
}

/** A file unpacked piece by piece; what is not asked for is not unpacked. */
export async function* unpack(bytes: Buffer, { start, end, isDeflated }: ZipEntry): AsyncGenerator<Buffer> {
  const packed = bytes.subarray(start, end)
  if (!isDeflated) {
    yield packed
    return
  }
  const inflating = createInflateRaw()
  inflating.end(packed)
  try {
    for await (const piece of inflating) yield piece as Buffer
  } catch {
    throw new ZipFault('damaged')
  }
}
