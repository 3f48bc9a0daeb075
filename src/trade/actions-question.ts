import { createHash } from 'node:crypto'
import { record } from '../audit/actions.ts'
import { newSecret } from '../kernel/id.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { enqueue } from '../platform/jobs.ts'
import type { Channel } from '../platform/channel.ts'
import { usualWish, outsideQuiet } from '../notice/rules.ts'
import { producerById } from '../producer/actions.ts'
import { paths } from '../ui/paths.ts'
import type { ShownConnection, Side } from './model-connection.ts'
import { turnSide } from './rules-connection.ts'
import { connectionById, lastPosition } from './store-connection.ts'
import * as questions from './store-question.ts'
import { buyerById } from './store.ts'
import { mailOf, smsOf } from './words-message.ts'

/** The address of a mail is its only key, so the register keeps no copy of it. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

// Letters and digits that no phone's screen confuses; 1 and 2 are answers.
const letters = 'ABCDEFGHKLMNPQRTUVWXY346789'

function codeOf(secret: string): string {
  const bytes = createHash('sha256').update(`code:${secret}`).digest()
  return [...bytes.subarray(0, 4)].map((byte) => letters[byte % letters.length]).join('')
}

async function reachOf(tx: Tx, side: Side, { buyerId, producerId }: ShownConnection) {
  const found = side === 'buyer' ? await buyerById(tx, buyerId) : await producerById(tx, producerId)
  return { phone: found?.phone ?? null, email: found?.email ?? null }
}

/** Asks the side whose turn it is, by text message and by mail; what is sent is born with the step that asks. */
export async function askNext(tx: Tx, connection: ShownConnection, position: number): Promise<void> {
  const side = turnSide(connection.state)
  if (side === null) return
  const { phone, email } = await reachOf(tx, side, connection)
  if (phone === null && email === null) return
  const secret = newSecret()
  const { id: connectionId } = connection
  const question = { connectionId, position, side, code: codeOf(secret), phone, email }
  await questions.addQuestion(tx, question, hashOf(secret), tx.now)
  const key = `${connectionId}:${position}`
  // A telephone rings: at night the question waits for the morning.
  const runAt = outsideQuiet(tx.now, usualWish.quiet)
  if (phone !== null) {
    await enqueue(tx, 'trade.send-sms', { connectionId, position }, `trade.send-sms:${key}`, { runAt })
  }
  if (email !== null) {
    await enqueue(tx, 'trade.send-mail', { connectionId, position, secret }, `trade.send-mail:${key}`)
  }
}

export interface QuestionKey {
  readonly connectionId: string
  readonly position: number
}

/** A question that nobody answered yet, with its connection; a step taken meanwhile leaves nothing to ask. */
async function waiting(tx: Tx, { connectionId, position }: QuestionKey) {
  const question = await questions.lockQuestion(tx, connectionId, position)
  const connection = await connectionById(tx, connectionId)
  const isOpen = question && connection && (await lastPosition(tx, connectionId)) === position
  return isOpen ? { question, connection } : undefined
}

/** Handed over again, it carries the same key. */
function parcelOf({ connectionId, position }: QuestionKey) {
  return { key: `trade-${connectionId}-${position}` }
}

/** A carrier that answers 500 after accepting gets the same key again and sends nothing twice. */
export function sendQuestionSms(ctx: Context, key: QuestionKey, sms: Channel): Promise<void> {
  return atomically(ctx, async (tx) => {
    const found = await waiting(tx, key)
    if (!found || found.question.phone === null || found.question.smsSentAt !== null) return
    const { question, connection } = found
    const text = smsOf(connection, question.code)
    const { state } = await sms.send({ ...parcelOf(key), to: found.question.phone, subject: 'OCOP', text })
    await questions.noteSent(tx, key, 'sms', tx.now)
    await record(tx, 'trade.asked-by-sms', key.connectionId, { side: question.side, state })
  })
}

export function sendQuestionMail(
  ctx: Context,
  key: QuestionKey & { readonly secret: string },
  mail: Channel,
  publicUrl: string,
): Promise<void> {
  return atomically(ctx, async (tx) => {
    const found = await waiting(tx, key)
    if (!found || found.question.email === null || found.question.mailSentAt !== null) return
    const { question, connection } = found
    const link = `${publicUrl}${paths.trade.reply(key.secret)}`
    const { state } = await mail.send({ ...parcelOf(key), to: found.question.email, ...mailOf(connection, link) })
    await questions.noteSent(tx, key, 'mail', tx.now)
    await record(tx, 'trade.asked-by-mail', key.connectionId, { side: question.side, state })
  })
}
