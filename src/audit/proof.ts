import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import type { Batch, Entry, Finding, Head, Verification } from './model.ts'
import { beginning, faultsOfBatch, faultsOfEntries, hashOfAct } from './rules.ts'
import type { Signer } from './signer.ts'
import * as store from './store-batch.ts'

type Key = Pick<Signer, 'publicKey' | 'keyId' | 'heads'>

/** Proves the whole book against the signer's key and the ends of the chain it noted: every fault, in order. */
export async function verifyBook(ctx: Context, signer: Key): Promise<Verification> {
  // Read first: whatever was noted by now is surely committed when the reading below begins.
  const noted = await signer.heads()
  return atomically(ctx, async (tx) => {
    await store.freezeReading(tx)
    const chain = await verifyChain(tx, signer)
    const waiting = await verifyUnsealed(tx)
    const { entries } = await store.countEntries(tx)
    // Counting is cheap; looking for strangers one by one only when the count says there are some.
    const isExact = entries === chain.found + waiting.found
    const extra = isExact ? [] : (await store.entriesInNoBatch(tx)).map((seq): Finding => ({ kind: 'extra', seq }))
    return {
      batches: chain.hashes.size,
      entries,
      unsealed: waiting.found,
      head: chain.head,
      findings: [...chain.findings, ...cuts(noted, chain.hashes), ...waiting.findings, ...extra],
    }
  })
}

interface Chain {
  readonly findings: readonly Finding[]
  readonly hashes: ReadonlyMap<number, string>
  readonly found: number
  readonly head: Head | undefined
}

async function verifyChain(tx: Tx, { publicKey }: Key): Promise<Chain> {
  const findings: Finding[] = []
  const hashes = new Map<number, string>()
  let previous = beginning
  let number = 0
  let found = 0
  for await (const batch of batches(tx)) {
    for (number++; number < batch.number; number++) findings.push({ kind: 'batch-missing', batch: number })
    const entries = await store.entriesNumbered(tx, batch.members)
    findings.push(...faultsOfBatch(batch, previous, publicKey), ...faultsOfEntries(batch, entries))
    hashes.set(batch.number, batch.hash)
    found += entries.length
    previous = batch.hash
  }
  return { findings, hashes, found, head: number === 0 ? undefined : { number, hash: previous } }
}

async function* batches(tx: Tx): AsyncGenerator<Batch> {
  for (let batch = await store.batchAfter(tx, 0); batch; batch = await store.batchAfter(tx, batch.number)) yield batch
}

/** Ends of the chain that were noted and are no longer in it: the book was cut, or cut and written anew. */
function cuts(noted: readonly Head[], hashes: ReadonlyMap<number, string>): Finding[] {
  const first = noted.find(({ number, hash }) => hashes.get(number) !== hash)
  return first === undefined ? [] : [{ kind: 'cut', batch: first.number }]
}

async function verifyUnsealed(tx: Tx): Promise<{ findings: Finding[]; found: number }> {
  const waiting = await store.unsealedEntries(tx)
  const findings = waiting.flatMap((entry): Finding[] => {
    if (entry.seq === null) return [{ kind: 'missing', seq: entry.waiting }]
    return hashOfAct(entry) === entry.hash ? [] : [{ kind: 'changed', seq: entry.seq }]
  })
  return { findings, found: waiting.filter(({ seq }) => seq !== null).length }
}

/**
 * The sealed book as JSON lines, for tools/verify-book.mjs or anybody's own program: a line about the book with the
 * public key, then each batch followed by its entries. Entries not sealed yet prove nothing and stay out.
 */
export function exportBook(ctx: Context, signer: Key, write: (line: string) => Promise<void>): Promise<void> {
  return atomically(ctx, async (tx) => {
    await store.freezeReading(tx)
    const head = (await store.lastHead(tx)) ?? null
    const { publicKey, keyId } = signer
    await write(JSON.stringify({ kind: 'book', format: 'ocop-book-1', keyId, publicKey, head, exportedAt: ctx.now }))
    for await (const batch of batches(tx)) {
      await write(JSON.stringify({ kind: 'batch', ...batch }))
      for (const entry of inOrder(batch, await store.entriesNumbered(tx, batch.members))) {
        await write(JSON.stringify({ kind: 'entry', ...entry }))
      }
    }
  })
}

function inOrder({ members }: Batch, entries: readonly Entry[]): Entry[] {
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]))
  return members.flatMap((seq) => bySeq.get(seq) ?? [])
}
