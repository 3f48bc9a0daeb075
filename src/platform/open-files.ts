import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Refused } from '../kernel/refusal.ts'
import type { Config } from './config.ts'
import { localFiles } from './files.ts'
import type { Files } from './files.ts'
import type { Log } from './log.ts'
import { objectFiles } from './object-store.ts'

/** The operator's object store when there is one; otherwise a directory beside the database. */
export function openFiles(
  { objectStore, dataDirectory }: Pick<Config, 'objectStore' | 'dataDirectory'>,
  log: Log,
): Files {
  return speaking(objectStore ? objectFiles(objectStore) : localFiles(join(dataDirectory, 'files')), log)
}

/**
 * A store that fails says so in words a person can act on, and tells the operator why. Files are kept before an act
 * begins, so a refusal here leaves nothing half-saved.
 */
export function speaking(files: Files, log: Log): Files {
  const orSay = async <Result>(code: string, asked: Promise<Result>): Promise<Result> => {
    try {
      return await asked
    } catch (error) {
      log.error({ err: error }, 'the store of files failed')
      throw new Refused({ code })
    }
  }
  return {
    put: (bytes) => orSay('kernel/file-not-kept', files.put(bytes)),
    get: (hash) => orSay('kernel/file-not-read', files.get(hash)),
    has: (hash) => orSay('kernel/file-not-read', files.has(hash)),
    all: () => files.all(),
  }
}

const probe = new TextEncoder().encode('OCOP: kho tệp ghi được và đọc được')

/** Keeps a line of text, once, and reads it. @returns whether the store can be trusted with a file now. */
export async function filesAnswer(files: Files, patience = 5_000): Promise<boolean> {
  const asked = files.put(probe).then((hash) => files.get(hash))
  const answered = asked.then(
    () => true,
    () => false,
  )
  return Promise.race([answered, delay(patience, false, { ref: false })])
}
