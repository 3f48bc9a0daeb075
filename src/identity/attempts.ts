import { CompiledQuery } from 'kysely'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Tx } from '../platform/atomically.ts'
import type { Runs } from '../platform/db.ts'
import type { UsedUp } from './model.ts'
import { attemptLimits, networkOf } from './rules.ts'
import type { AttemptKind } from './rules.ts'

/** What the limiter says of one more try. */
export interface Tried {
  /** Minutes to wait; undefined when the try may go on. */
  readonly waitMinutes: number | undefined
  /** This very try is the first one over the limit: worth one entry in the book. */
  readonly justSlowed: boolean
}

// The limiter speaks to anything with `query`. For a sign-in that is the context's own connection pool, outside any act,
// so that a refused one still counts.
function limiter({ db }: Runs, kind: AttemptKind): RateLimiterPostgres {
  const query = async ({ text, values }: { text: string; values: unknown[] }) => {
    const { rows } = await db.executeQuery(CompiledQuery.raw(text, values))
    return { rows, rowCount: rows.length }
  }
  const { points, seconds } = attemptLimits[kind]
  return new RateLimiterPostgres({
    storeClient: { query },
    storeType: 'client',
    schemaName: 'identity',
    tableName: 'attempt',
    keyPrefix: kind,
    tableCreated: true,
    clearExpiredByTimeout: false,
    points,
    duration: seconds,
  })
}

/** Counts a try before the password is looked at, so that many at once cannot slip through. */
export async function countTry(runs: Runs, signInName: string, address: string, isKnownPlace: boolean): Promise<Tried> {
  const network = networkOf(address)
  const tries: Promise<Tried>[] = [
    consume(limiter(runs, 'pair'), `${signInName}|${network}`),
    consume(limiter(runs, 'network'), network),
    ...(isKnownPlace ? [] : [consume(limiter(runs, 'strangers'), signInName)]),
  ]
  const answers = await Promise.all(tries)
  const waits = answers.flatMap(({ waitMinutes }) => waitMinutes ?? [])
  return {
    waitMinutes: waits.length === 0 ? undefined : Math.max(...waits),
    justSlowed: answers.some(({ justSlowed }) => justSlowed),
  }
}

/** Counts one more account opened by the public from this network. */
export function countOpening(runs: Runs, address: string): Promise<Tried> {
  return consume(limiter(runs, 'opening'), networkOf(address))
}

/** Counts one more way to the identity provider begun from this network. */
export function countOutside(runs: Runs, address: string): Promise<Tried> {
  return consume(limiter(runs, 'outside'), networkOf(address))
}

/**
 * Counts one more sending in the transaction of its act, so that what is refused is not counted and two at once wait for each
 * other. Keys begin with the source, so that nobody uses up what another may send.
 * @returns the first limit that is used up.
 */
export async function countSending(
  tx: Tx,
  counts: readonly (readonly [kind: AttemptKind, key: string])[],
): Promise<UsedUp | undefined> {
  for (const [kind, key] of counts) {
    const { waitMinutes } = await consume(limiter(tx, kind), key)
    if (waitMinutes !== undefined) return { kind, waitMinutes }
  }
  return undefined
}

/** A success gives the try back; the place counts afresh for this name. */
export async function forgetTries(
  runs: Runs,
  signInName: string,
  address: string,
  isKnownPlace: boolean,
): Promise<void> {
  const network = networkOf(address)
  await limiter(runs, 'pair').delete(`${signInName}|${network}`)
  await limiter(runs, 'network').reward(network, 1)
  if (!isKnownPlace) await limiter(runs, 'strangers').reward(signInName, 1)
}

async function consume(one: RateLimiterPostgres, key: string): Promise<Tried> {
  try {
    await one.consume(key, 1)
    return { waitMinutes: undefined, justSlowed: false }
  } catch (answer) {
    if (!(answer instanceof RateLimiterRes)) throw answer
    return {
      waitMinutes: Math.max(1, Math.ceil(answer.msBeforeNext / 60_000)),
      justSlowed: answer.consumedPoints === one.points + 1,
    }
  }
}
