import { record } from '../audit/actions.ts'
import type { Instant } from '../kernel/civil-date.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { listTerms, packStandings, signStatusList } from './credential.ts'
import { statusOf } from './rules.ts'
import { lockSubject } from './store.ts'
import * as store from './store-status.ts'

interface Kept {
  readonly token: Uint8Array
  readonly packed: Uint8Array
  readonly keyId: string
  readonly signedAt: number
  readonly askedAt: number
}

// A signature differs each time, and a new list costs every phone a download: one is kept while it still says the truth.
const kept = new WeakMap<object, Kept>()
/** A revocation is in the list at most so many seconds after its decision. */
const lookAgain = 30

/** The signed list of what was done to certificates, for whoever checks without network later. */
export async function statusList(ctx: Context, address: string): Promise<Uint8Array> {
  const now = Date.parse(ctx.now) / 1000
  const last = kept.get(ctx.db)
  const keyId = ctx.keys.current().kid
  const young = last !== undefined && last.keyId === keyId && now - last.signedAt < listTerms.askAgain
  if (young && now >= last.askedAt && now - last.askedAt < lookAgain) return last.token
  const packed = await packedToday(ctx)
  const same = young && Buffer.compare(packed, last.packed) === 0
  const token = same ? last.token : signStatusList(ctx.keys, packed, address, ctx.now)
  kept.set(ctx.db, { token, packed, keyId, signedAt: same ? last.signedAt : now, askedAt: now })
  return token
}

async function packedToday(ctx: Context): Promise<Uint8Array> {
  const [size, exceptions] = await Promise.all([
    store.sizeOfStatusList(ctx),
    store.exceptionalCertificates(ctx, ctx.today),
  ])
  return packStandings(
    size,
    exceptions.map((certificate) => ({
      index: certificate.index,
      status: statusOf(certificate, ctx.today),
      replaced: certificate.ending?.kind === 'replaced' && certificate.ending.endedOn <= ctx.today,
    })),
  )
}

/**
 * A new key signs from now on; what the old one signed stays checkable. The book notes both before the new key signs:
 * after a crash between the two the old key signs on, and the same command again brings the change to its end.
 */
export async function rotateKey(
  ctx: Context,
): Promise<{ readonly from: string; readonly to: string; readonly at: Instant }> {
  const rotated = await atomically(ctx, async (tx) => {
    await lockSubject(tx, 'signing-key')
    const ready = tx.keys.prepare(tx.now)
    await record(tx, 'recognition.key-rotated', ready.to, { from: ready.from })
    return ready
  })
  await atomically(ctx, async (tx) => {
    await lockSubject(tx, 'signing-key')
    tx.keys.activate(rotated.to)
  })
  return { ...rotated, at: ctx.now }
}
