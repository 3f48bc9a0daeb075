import { systemActor } from '../kernel/actor.ts'
import { civilDateOf, showDate } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { record } from '../audit/actions.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { placeOfProducer } from '../producer/access.ts'
import { producerById } from '../producer/actions.ts'
import { evidenceAccess } from './access.ts'
import { keepFile } from './file.ts'
import type { NewPaper, Paper, SentFile, WalletPaper } from './model.ts'
import { faultsOfPaper, judgeWithdrawal } from './rules.ts'
import * as store from './store.ts'

type Act = keyof typeof evidenceAccess

async function may(ctx: Context, act: Act, producerId: string): Promise<boolean> {
  if (ctx.actor.id === systemActor.id) return true
  const producer = await producerById(ctx, producerId)
  if (producer === undefined) return false
  if (evidenceAccess[act](ctx.actor, placeOfProducer(producer))) return true
  // Papers of a predecessor are kept, and read, by whoever carries it on.
  const heirs = producer.closedOn === null ? [] : await store.heirsOf(ctx, producerId)
  return heirs.some((heir) => ctx.actor.producers.includes(heir))
}

/**
 * A paper enters the wallet, once, for every dossier that will need it.
 * @throws {Refused} every fault of its words at once; `evidence/already-in-wallet` for a file that is there.
 */
export async function addPaper(ctx: Context, paper: NewPaper, sent: SentFile): Promise<string> {
  if (!(await may(ctx, 'add', paper.producerId)))
    throw new Refused({ code: 'evidence/no-such-producer', field: 'producerId' })
  const faults = ctx.actor.id === systemActor.id ? [] : faultsOfPaper(paper, ctx.today)
  if (faults.length > 0) throw new Refused(...faults)
  const kept = await keepFile(ctx.files, sent)
  return atomically(ctx, async (tx) => {
    if (paper.productId !== undefined && !(await store.productBelongsTo(tx, paper.productId, paper.producerId))) {
      throw new Refused({ code: 'evidence/no-such-product', field: 'productId' })
    }
    const same = await store.sameFile(tx, paper.producerId, kept.source)
    if (same) {
      const addedOn = showDate(civilDateOf(same.addedAt))
      throw new Refused({ code: 'evidence/already-in-wallet', field: 'file', facts: { title: same.title, addedOn } })
    }
    const id = newId()
    await store.addPaper(tx, { id, paper, kept, at: tx.now, by: tx.actor.id })
    await record(tx, 'evidence.added', id, { producer: paper.producerId, kind: paper.kind, file: kept.file })
    return id
  })
}

/** Taken out of the wallet for a reason; dossiers that were filed with it keep it. */
export function withdrawPaper(ctx: Context, id: string, why: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const paper = orMissing(await store.lockPaper(tx, id))
    if (!(await may(tx, 'withdraw', paper.producerId))) throw new Refused({ code: 'kernel/not-found' })
    orRefuse(judgeWithdrawal(paper))
    await store.withdrawPaper(tx, id, { at: tx.now, by: tx.actor.id, why })
    await record(tx, 'evidence.withdrawn', id, { why })
  })
}

/** The papers of a producer, its predecessors' included; the caller has judged who may read them. */
export function papersOf(ctx: Context, producerId: string): Promise<WalletPaper[]> {
  return store.walletOf(ctx, producerId)
}

export async function wallet(ctx: Context, producerId: string): Promise<WalletPaper[]> {
  if (!(await may(ctx, 'read', producerId))) throw new Refused({ code: 'kernel/not-found' })
  return papersOf(ctx, producerId)
}

/** May the actor keep papers in this wallet? */
export function mayAdd(ctx: Context, producerId: string): Promise<boolean> {
  return may(ctx, 'add', producerId)
}

export async function paperFor(ctx: Context, id: string): Promise<{ paper: Paper; mayWithdraw: boolean }> {
  const paper = orMissing(await store.paperById(ctx, id))
  if (!(await may(ctx, 'read', paper.producerId))) throw new Refused({ code: 'kernel/not-found' })
  return { paper, mayWithdraw: paper.withdrawnAt === null && (await may(ctx, 'withdraw', paper.producerId)) }
}

/** The day by which the next round in the producer's province is done: papers that lapse before it are told. */
export function nextEvaluation(ctx: Context, producerId: string): Promise<CivilDate | undefined> {
  return store.nextEvaluation(ctx, producerId, ctx.today)
}

/** Products a paper may be said to be for; same floor, so read through the window. */
export function productsForPapers(ctx: Context, producerId: string) {
  return store.productsOf(ctx, producerId)
}

export function paperById(ctx: Context, id: string): Promise<Paper | undefined> {
  return store.paperById(ctx, id)
}

/** The kept bytes of a paper; the caller has judged who may open it (the wallet here, a dossier above). */
export async function paperContent(ctx: Context, paper: Pick<Paper, 'file' | 'fileName' | 'mediaType'>) {
  return { bytes: await ctx.files.get(paper.file), fileName: paper.fileName, mediaType: paper.mediaType }
}
