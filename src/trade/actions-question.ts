import { recall } from '../notice/actions.ts'
import { ask } from '../notice/actions-phone.ts'
import type { Destined, Reader } from '../notice/model.ts'
import type { Tx } from '../platform/atomically.ts'
import type { SigningKeys } from '../platform/keys.ts'
import { isSealed } from '../platform/seal.ts'
import { producerById } from '../producer/actions.ts'
import { paths } from '../ui/paths.ts'
import type { ShownConnection, Side } from './model-connection.ts'
import { turnSide } from './rules-connection.ts'
import * as questions from './store-question.ts'
import { buyerById } from './store.ts'
import { bodyOf, smsOf, subjectOf } from './words-message.ts'

export interface QuestionKey {
  readonly connectionId: string
  readonly position: number
}

/** The occasion of the notice that asks. */
export function questionKey({ connectionId, position }: QuestionKey): string {
  return `trade.asked:${connectionId}:${position}`
}

const named = ({ connectionId, position }: QuestionKey) => `${connectionId}.${position}`
const sealed = (key: QuestionKey) => `trade.question:${named(key)}`

/** The question that a link was made for; undefined when we did not make it. */
export function questionOfLink(keys: SigningKeys, link: string): QuestionKey | undefined {
  const [, connectionId = '', position = '', signature = ''] =
    /^([0-9a-f-]{36})\.(\d{1,6})\.([\w-]{86})$/.exec(link) ?? []
  const key = { connectionId, position: Number(position) }
  return connectionId !== '' && isSealed(keys, sealed(key), signature) ? key : undefined
}

/** Who is asked for a side, and where its record says that it can be reached. */
async function readerOf(
  tx: Tx,
  side: Side,
  { buyerId, producerId }: ShownConnection,
): Promise<{ reader: Reader; known: Destined[] }> {
  const found = side === 'buyer' ? await buyerById(tx, buyerId) : await producerById(tx, producerId)
  const known: Destined[] = []
  if (found?.phone) known.push({ channel: 'sms', address: found.phone })
  if (found?.email) known.push({ channel: 'email', address: found.email })
  return { reader: side === 'buyer' ? { guest: `trade.buyer:${buyerId}` } : { producer: producerId }, known }
}

/** Asks the side whose turn it is through the post office; what was asked before and not sent yet is asked no more. */
export async function askNext(tx: Tx, connection: ShownConnection, position: number): Promise<void> {
  const { id: connectionId } = connection
  const earlier = await questions.questionsOf(tx, connectionId)
  await recall(tx, earlier.map(questionKey))
  const side = turnSide(connection.state)
  if (side === null) return
  const question = { connectionId, position }
  await questions.addQuestion(tx, { ...question, side }, tx.now)
  const { reader, known } = await readerOf(tx, side, connection)
  await ask(tx, {
    key: questionKey(question),
    reader,
    known,
    subject: subjectOf(connection),
    body: bodyOf(connection),
    sms: (code) => smsOf(connection, code),
    href: paths.trade.reply(named(question)),
    seal: sealed(question),
    urgent: true,
  })
}
