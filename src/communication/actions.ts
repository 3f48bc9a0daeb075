import { record } from '../audit/actions.ts'
import { newId } from '../kernel/id.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { enqueue } from '../platform/jobs.ts'
import type { SendMail } from '../platform/mail.ts'
import { producerById } from '../producer/actions.ts'
import { paths } from '../ui/paths.ts'
import type { Notice, NoticeFacts, NoticeKind } from './model.ts'
import * as store from './store.ts'
import { noticeWords } from './words.ts'

/** Tells the producers behind a dossier or a closed session; running it again tells nobody twice. */
export function tellDossier(ctx: Context, kind: NoticeKind, subject: string, occasion: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    for (const dossier of await store.dossiersBehind(tx, subject)) {
      const outcome = dossier.stars === null ? null : dossier.stars >= 3 ? `${dossier.stars} sao` : 'chưa đủ 3 sao'
      await tell(
        tx,
        `${kind}:${dossier.dossierId}:${occasion}`,
        kind,
        dossier.producerId,
        paths.dossier.file(dossier.dossierId),
        {
          ...dossier,
          outcome,
        },
      )
    }
  })
}

export function tellRevocation(ctx: Context, certificate: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    for (const { number, producerId, productName } of await store.certificatesBehind(tx, certificate)) {
      const facts = { productName, dossierNumber: null, outcome: null }
      await tell(
        tx,
        `tell-revocation:${number}`,
        'tell-revocation',
        producerId,
        paths.recognition.certificate(number),
        facts,
      )
    }
  })
}

async function tell(
  tx: Tx,
  key: string,
  kind: NoticeKind,
  producerId: string,
  href: string,
  facts: NoticeFacts,
): Promise<void> {
  const recipient = (await producerById(tx, producerId))?.email ?? null
  const notice: Notice = {
    id: newId(),
    producerId,
    ...noticeWords[kind](facts),
    href,
    madeAt: tx.now,
    recipient,
    sentAt: null,
  }
  if (!(await store.addNotice(tx, key, notice))) return
  await record(tx, 'communication.told', notice.id, { kind, producer: producerId })
  if (recipient !== null)
    await enqueue(tx, 'communication.send', { notice: notice.id }, `communication.send:${notice.id}`)
}

/** Sends a waiting notice; when the mail server refuses, the row stays unsent and the job comes back. */
export function sendNotice(ctx: Context, id: string, sendMail: SendMail, publicUrl: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const notice = await store.noticeToSend(tx, id)
    if (!notice?.recipient) return
    await sendMail({
      to: notice.recipient,
      subject: notice.subject,
      text: `${notice.body}\n\nXem tại: ${publicUrl}${notice.href}`,
    })
    await store.markSent(tx, id, tx.now)
    await record(tx, 'communication.sent', id)
  })
}

/** Everything the system told the producers this person acts for. */
export function toldTo(ctx: Context): Promise<Notice[]> {
  return store.noticesOf(ctx, ctx.actor.producers)
}
