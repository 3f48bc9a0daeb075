import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll } from 'vitest'
import type { ObjectStore } from '../../src/platform/config.ts'

/** What the way to the bucket does to a request; nothing: it goes through. */
export type Mood = (request: IncomingMessage, response: ServerResponse, goOn: () => void) => void

export interface Bucket {
  settings(): ObjectStore
  /** How the store behaves from now on. */
  mood: Mood
}

export const sound: Mood = (_request, _response, goOn) => goOn()

/** A real S3 server with one bucket, and a way to it that can be spoiled. */
export function useBucket(): Bucket {
  const directory = mkdtempSync(join(tmpdir(), 'ocop-bucket-'))
  let server: Server
  const bucket: Bucket = {
    mood: sound,
    settings: () => ({
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      bucket: 'ocop',
      key: 'S3RVER',
      secret: 'S3RVER',
      region: 'us-east-1',
    }),
  }
  beforeAll(async () => {
    const store = new S3rver({ directory, silent: true, configureBuckets: [{ name: 'ocop', configs: [] }] })
    await store.configureBuckets()
    const answer = store.callback()
    server = createServer((request, response) => bucket.mood(request, response, () => void answer(request, response)))
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  })
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
    rmSync(directory, { recursive: true, force: true })
  })
  return bucket
}
