import { S3mini } from 's3mini'
import type { ObjectStore } from './config.ts'
import { hashOf, keyOf } from './files.ts'
import type { Files } from './files.ts'

/**
 * The same store of files in a bucket that speaks S3. The client signs requests without the hash of the body, and an
 * object's ETag is no hash everywhere, so bytes count as kept only after they were read back.
 * @param patience how long one request may take; a file of 20 MB needs 20 s at 8 Mbit/s.
 */
export function objectFiles({ endpoint, bucket, key, secret, region }: ObjectStore, patience = 30_000): Files {
  const store = new S3mini({
    endpoint: `${endpoint}/${bucket}`,
    accessKeyId: key,
    secretAccessKey: secret,
    region,
    requestAbortTimeout: patience,
  })

  async function bytesOf(hash: string): Promise<Buffer | undefined> {
    const bytes = await store.getObjectArrayBuffer(keyOf(hash))
    return bytes === null ? undefined : Buffer.from(bytes)
  }

  async function holds(hash: string): Promise<boolean> {
    const bytes = await bytesOf(hash)
    return bytes !== undefined && hashOf(bytes) === hash
  }

  return {
    async put(bytes) {
      const hash = hashOf(bytes)
      // A damaged object under this name is written anew: its name says what it must be.
      if (await holds(hash)) return hash
      await store.putObject(keyOf(hash), bytes)
      if (!(await holds(hash))) throw new Error(`File ${hash} was not kept as it was sent`)
      return hash
    },
    async get(hash) {
      const bytes = await bytesOf(hash)
      if (bytes === undefined) throw new Error(`File ${hash} is not in the store`)
      if (hashOf(bytes) !== hash) throw new Error(`File ${hash} no longer matches its hash`)
      return bytes
    },
    has: async (hash) => (await store.objectExists(keyOf(hash))) === true,
    // One folder after the other: a list of everything at once would have to fit into memory.
    async *all() {
      for (let folder = 0; folder < 256; folder++) {
        const found = await store.listObjects('/', `${folder.toString(16).padStart(2, '0')}/`)
        for (const { Key } of found ?? []) yield Key.slice(Key.lastIndexOf('/') + 1)
      }
    },
  }
}
