import { record } from '../audit/actions.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import type { Certificate } from './model.ts'
import { firstDayWithout, isReplacedBy, statusOf } from './rules.ts'
import * as certificates from './store-certificate.ts'

/** A product carries one star at a time: each certificate ends when the next one of the product begins. */
export async function replaceEarlier(tx: Tx, productId: string): Promise<void> {
  const all = (await certificates.certificatesOfProducts(tx, [productId])).toReversed()
  for (const [index, earlier] of all.entries()) {
    const next = all[index + 1]
    if (next === undefined || !isReplacedBy(earlier, next.issuedOn)) continue
    await certificates.addEnding(tx, {
      certificateNumber: earlier.number,
      kind: 'replaced',
      endedOn: next.issuedOn,
      decisionId: next.decision.id,
      ground: null,
      sourceUrl: null,
      replacedBy: next.number,
      recordedAt: tx.now,
      recordedBy: tx.actor.id,
    })
    await record(tx, 'recognition.replaced', earlier.number, { by: next.number, product: productId })
  }
}

// A day's run after a long import may find thousands; each portion is a transaction of its own.
const portion = 200

/** Writes down, once, that certificates ran out: for the public list and for those who were told to renew. */
export async function recordExpiries(ctx: Context): Promise<number> {
  let recorded = 0
  for (let after = ''; ;) {
    const past = await certificates.certificatesPastTerm(ctx, ctx.today, portion, after)
    const last = past.at(-1)
    if (last === undefined) return recorded
    after = last.number
    const ended = past.filter((certificate) => statusOf(certificate, ctx.today) === 'expired')
    await atomically(ctx, async (tx) => {
      for (const certificate of ended) await recordExpiry(tx, certificate)
    })
    recorded += ended.length
  }
}

async function recordExpiry(tx: Tx, certificate: Certificate): Promise<void> {
  const added = await certificates.addEnding(tx, {
    certificateNumber: certificate.number,
    kind: 'expiry-recorded',
    endedOn: firstDayWithout(certificate),
    decisionId: null,
    ground: null,
    sourceUrl: null,
    replacedBy: null,
    recordedAt: tx.now,
    recordedBy: tx.actor.id,
  })
  if (added > 0)
    await record(tx, 'recognition.expired', certificate.number, {
      product: certificate.productId,
      expiresOn: certificate.expiresOn,
    })
}
