import type { Context } from '../platform/context.ts'
import type { Tasks } from '../platform/jobs.ts'
import { makePartitions, sealBatch } from './sealing.ts'
import { openBookKey } from './signer.ts'

/** @param keyDirectory where the key of the book lies, or is made at the first start. */
export function auditTasks(open: () => Context, keyDirectory: string): Tasks {
  const signer = openBookKey(keyDirectory)
  return {
    'audit.seal': async () => void (await sealBatch(open(), signer)),
    'audit.partition': () => makePartitions(open()),
  }
}
