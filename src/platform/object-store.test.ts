import { beforeEach, describe, expect, it } from 'vitest'
import { sound, useBucket } from '../../test/support/bucket.ts'
import { Refused } from '../kernel/refusal.ts'
import { hashOf, keyOf } from './files.ts'
import { openLog } from './log.ts'
import { objectFiles } from './object-store.ts'
import { filesAnswer, speaking } from './open-files.ts'

const bucket = useBucket()
const bytes = (text: string) => new TextEncoder().encode(text)
const files = (patience = 5_000) => objectFiles(bucket.settings(), patience)

/** Another program with the same key writes over what lies under a hash. */
async function overwrite(hash: string, text: string) {
  const { S3mini } = await import('s3mini')
  const { endpoint, bucket: name, key, secret, region } = bucket.settings()
  const store = new S3mini({ endpoint: `${endpoint}/${name}`, accessKeyId: key, secretAccessKey: secret, region })
  await store.putObject(keyOf(hash), text)
}

beforeEach(() => {
  bucket.mood = sound
})

describe('files in an object store', () => {
  it('come back as they were sent, under the hash of their content', async () => {
    const sent = crypto.getRandomValues(new Uint8Array(60_000))
    const hash = await files().put(sent)
    expect(hash).toBe(hashOf(sent))
    expect(await files().get(hash)).toEqual(Buffer.from(sent))
    expect(await files().has(hash)).toBe(true)
  })

  it('are sent once: the same bytes again write nothing', async () => {
    const first = await files().put(bytes('một lần'))
    bucket.mood = (request, response, goOn) => (request.method === 'PUT' ? response.writeHead(500).end() : goOn())
    expect(await files().put(bytes('một lần'))).toBe(first)
  })

  it('are all listed, for a backup', async () => {
    const hashes = [await files().put(bytes('thứ nhất')), await files().put(bytes('thứ hai'))]
    const listed: string[] = []
    for await (const hash of files().all()) listed.push(hash)
    expect(listed).toEqual(expect.arrayContaining(hashes))
  })

  it('that are not there are said to be so', async () => {
    const nowhere = hashOf(bytes('chưa từng gửi'))
    expect(await files().has(nowhere)).toBe(false)
    await expect(files().get(nowhere)).rejects.toThrow('is not in the store')
  })

  it('that somebody changed are not handed out, and sending them again mends them', async () => {
    const hash = await files().put(bytes('bản đúng'))
    await overwrite(hash, 'bản bị sửa')
    await expect(files().get(hash)).rejects.toThrow('no longer matches its hash')
    expect(await files().put(bytes('bản đúng'))).toBe(hash)
    expect(String(await files().get(hash))).toBe('bản đúng')
  })

  it('count as kept only when they can be read back', async () => {
    // The store says yes and keeps nothing.
    bucket.mood = (request, response, goOn) => {
      if (request.method !== 'PUT') return goOn()
      request.resume()
      response.writeHead(200, { ETag: '"x"' }).end()
    }
    await expect(files().put(bytes('lời hứa suông'))).rejects.toThrow('was not kept as it was sent')
  })

  it.each([
    ['an error of the store', 500],
    ['a key that may not write', 403],
    ['too many requests', 503],
  ])('are not kept through %s', async (_what, status) => {
    bucket.mood = (request, response, goOn) =>
      request.method === 'PUT' ? void response.writeHead(status).end() : goOn()
    await expect(files().put(bytes(`lỗi ${status}`))).rejects.toThrow()
    bucket.mood = sound
    expect(await files().has(hashOf(bytes(`lỗi ${status}`)))).toBe(false)
  })

  it('do not keep a person waiting for a store that never answers', async () => {
    bucket.mood = () => undefined
    await expect(files(200).put(bytes('im lặng'))).rejects.toThrow(/timeout|aborted/i)
    await expect(files(200).get(hashOf(bytes('im lặng')))).rejects.toThrow(/timeout|aborted/i)
  })

  it('arrive through a slow store', async () => {
    bucket.mood = (_request, _response, goOn) => setTimeout(goOn, 150)
    const hash = await files().put(bytes('chậm mà chắc'))
    expect(String(await files().get(hash))).toBe('chậm mà chắc')
  })
})

describe('a store that fails', () => {
  const broken = () => speaking(files(200), openLog('silent'))

  it('is told as a refusal that has words', async () => {
    bucket.mood = (_request, response) => response.writeHead(500).end()
    await expect(broken().put(bytes('x'))).rejects.toThrow(new Refused({ code: 'kernel/file-not-kept' }))
    await expect(broken().get(hashOf(bytes('x')))).rejects.toThrow(new Refused({ code: 'kernel/file-not-read' }))
    await expect(broken().has(hashOf(bytes('x')))).rejects.toThrow(new Refused({ code: 'kernel/file-not-read' }))
  })

  it('does not pass for ready', async () => {
    expect(await filesAnswer(files())).toBe(true)
    bucket.mood = (_request, response) => response.writeHead(500).end()
    expect(await filesAnswer(broken())).toBe(false)
    bucket.mood = () => undefined
    expect(await filesAnswer(files(60_000), 100)).toBe(false)
  })
})
