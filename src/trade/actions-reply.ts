import { record } from '../audit/actions.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { move } from './actions-connection.ts'
import { questionOfLink } from './actions-question.ts'
import type { InboundMessage, InboundOutcome, Question, ShownConnection } from './model-connection.ts'
import { actOfDigit, readReply } from './rules-connection.ts'
import { connectionById } from './store-connection.ts'
import * as store from './store-question.ts'
import { replyWords } from './words.ts'

/** Numbers come as 0912…, 84912… or +84912…; the register keeps the first. */
function nationalNumber(phone: string): string {
  return phone.replaceAll(/[^\d]/g, '').replace(/^84/, '0')
}

/**
 * A text message from a phone. The carrier's id makes it count once: sent again, it is answered with the same words and
 * does nothing. What a phone says is never an error to the carrier, or it would come again for ever.
 * @returns what to send back to the phone.
 */
export async function receiveMessage(ctx: Context, given: InboundMessage): Promise<string> {
  const message = { ...given, from: nationalNumber(given.from) }
  try {
    return await atomically(ctx, (tx) => receiveOnce(tx, message, (question) => answer(tx, question, message.text)))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return atomically(ctx, (tx) => receiveOnce(tx, message, async () => 'refused'))
  }
}

async function receiveOnce(
  tx: Tx,
  message: InboundMessage,
  act: (question: Question) => Promise<InboundOutcome>,
): Promise<string> {
  const earlier = await store.earlierReply(tx, message.id)
  if (earlier !== undefined) return earlier
  const { outcome, question } = await understood(tx, message)
  const done = question ? await act(question) : outcome
  const reply = replyWords[done]
  const connectionId = question?.connectionId ?? null
  await store.addInbound(tx, message, { outcome: done, connectionId, reply }, tx.now)
  await record(tx, 'trade.message-received', connectionId ?? message.id, { outcome: done })
  return reply
}

/** Which open question of this phone a message answers. */
async function understood(
  tx: Tx,
  { from, text }: InboundMessage,
): Promise<{ outcome: InboundOutcome; question?: Question }> {
  const reply = readReply(text)
  if (reply === undefined) return { outcome: 'not-understood' }
  const open = await store.openQuestionsOfPhone(tx, from)
  const meant = reply.code === undefined ? open : open.filter(({ code }) => code === reply.code)
  const [question] = meant
  if (question === undefined) return { outcome: open.length > 0 ? 'which-one' : 'nothing-open' }
  return meant.length > 1 ? { outcome: 'which-one' } : { outcome: 'acted', question }
}

async function answer(tx: Tx, question: Question, text: string): Promise<InboundOutcome> {
  const digit = orMissing(readReply(text)).digit
  await takeDigit(tx, question, digit, 'sms')
  return 'acted'
}

async function takeDigit(tx: Tx, question: Question, digit: '1' | '2', means: 'sms' | 'email'): Promise<void> {
  const { connectionId, position, side } = question
  const connection = orMissing(await connectionById(tx, connectionId))
  const act = orMissing(actOfDigit(connection.state, digit))
  const note = `Trả lời ${digit} ${means === 'sms' ? 'qua tin nhắn' : 'qua thư điện tử'}`
  await move(tx, connectionId, { act, side, position, means, note })
}

/** The question behind the link of a mail, for whoever holds it; a question that was answered opens nothing any more. */
export async function questionBehind(
  ctx: Context,
  link: string,
): Promise<{ question: Question; connection: ShownConnection } | undefined> {
  const key = questionOfLink(ctx.keys, link)
  const question = key && (await store.openQuestion(ctx, key))
  const connection = question && (await connectionById(ctx, question.connectionId))
  return question && connection && { question, connection }
}

export function answerByLink(ctx: Context, link: string, digit: '1' | '2'): Promise<void> {
  return atomically(ctx, async (tx) => {
    const found = await questionBehind(tx, link)
    if (!found) throw new Refused({ code: 'trade/link-used', overtaken: true })
    await takeDigit(tx, found.question, digit, 'email')
    await record(tx, 'trade.answered-by-mail', found.question.connectionId)
  })
}
