import { record } from '../audit/actions.ts'
import { visitor } from '../kernel/actor.ts'
import { newReplyCode } from '../kernel/id.ts'
import { Refused } from '../kernel/refusal.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { deliveriesOf, tell } from './actions.ts'
import type { NewNotice } from './model.ts'
import type { Digit, InboundMessage, PhoneQuestion } from './model-phone.ts'
import { nationalNumber, understand } from './rules-phone.ts'
import * as store from './store-phone.ts'
import { replyWords } from './words-phone.ts'

/** A slice that asks telephones. `about` is what follows the colon in the occasion of its notice. */
export interface PhoneAsker {
  /** Does what the digit means. @throws {Refused} when its rules say no; then nothing is done. */
  answer(tx: Tx, about: string, digit: Digit): Promise<void>
  /** How the matter stands now, in letters every phone has. Said anew each time and kept nowhere: it may name somebody. */
  standing(ctx: Context, about: string): Promise<string>
  /** Why it was not done and what to do, in letters every phone has. */
  refused(refusal: Refusal): string
}

/** By the slice whose name the occasion begins with; the application hands them over, for they stand above. */
export type PhoneAskers = Readonly<Record<string, PhoneAsker>>

/** Tells, and takes the answer by one digit from the telephone that was told, until the notice is recalled. */
export async function ask(
  tx: Tx,
  { sms, ...notice }: Omit<NewNotice, 'sms'> & { sms: (code: string) => string },
): Promise<void> {
  const code = newReplyCode()
  await tell(tx, [{ ...notice, sms: sms(code) }])
  // The answer of a telephone is known by the number that was told.
  const told = (await deliveriesOf(tx, [notice.key])).get(notice.key)
  const went = told?.find(({ channel }) => channel === 'sms')
  if (went) await store.addQuestion(tx, { key: notice.key, code, phone: nationalNumber(went.address) }, tx.now)
}

/** The codes by which a telephone names the questions of these occasions; none where no telephone was asked. */
export async function phoneCodesOf(ctx: Context, keys: readonly string[]): Promise<Map<string, string>> {
  return new Map((await store.codesOf(ctx, keys)).map(({ key, code }) => [key, code]))
}

type Act = (tx: Tx, asker: PhoneAsker, about: string, digit: Digit) => Promise<Pick<store.Heard, 'outcome' | 'reply'>>

/**
 * A text message from a phone. The carrier's id makes it count once: sent again, it is answered by how it was heard and does
 * nothing. What a phone says is never an error to the carrier, or it would come again for ever.
 * @returns what to send back to the phone.
 */
export async function receiveMessage(ctx: Context, given: InboundMessage, askers: PhoneAskers): Promise<string> {
  const message = { ...given, from: nationalNumber(given.from) }
  // A telephone speaks, whoever is signed in where its message comes in.
  const receive = (act: Act) => atomically({ ...ctx, actor: visitor }, (tx) => receiveOnce(tx, message, askers, act))
  try {
    return await receive(async (tx, asker, about, digit) => {
      await asker.answer(tx, about, digit)
      return { outcome: 'acted', reply: replyWords.acted }
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const [refusal] = error.refusals
    return receive(async (_tx, asker) => {
      const why = refusal === undefined ? '' : ` ${asker.refused(refusal)}`
      return { outcome: 'refused', reply: `${replyWords.refused}${why}` }
    })
  }
}

async function receiveOnce(tx: Tx, message: InboundMessage, askers: PhoneAskers, act: Act): Promise<string> {
  const before = await store.heardBefore(tx, message.id)
  if (before !== undefined) return said(tx, before, askers)
  const { outcome, question, digit } = understand(message.text, await store.questionsOfPhone(tx, message.from))
  const key = question?.key ?? null
  const fixed = { outcome, reply: replyWords[outcome] }
  const done = question && digit ? await act(tx, ...askerOf(question, askers), digit) : fixed
  const heard = { ...done, key }
  await store.addInbound(tx, message, heard, tx.now)
  await record(tx, 'notice.message-received', message.id, { outcome: heard.outcome, ...(key === null ? {} : { key }) })
  return said(tx, heard, askers)
}

/** What was heard, and how the matter stands that it was about. */
async function said(ctx: Context, { outcome, key, reply }: store.Heard, askers: PhoneAskers): Promise<string> {
  if (key === null || outcome === 'refused') return reply
  const [asker, about] = askerOf({ key }, askers)
  return `${reply} ${await asker.standing(ctx, about)}`
}

/** @throws when a slice asks whom the application does not let answer: a fault of the program. */
function askerOf({ key }: Pick<PhoneQuestion, 'key'>, askers: PhoneAskers): [asker: PhoneAsker, about: string] {
  const asker = askers[key.slice(0, key.indexOf('.'))]
  if (asker === undefined) throw new Error(`Nobody takes the answer to ${key}`)
  return [asker, key.slice(key.indexOf(':') + 1)]
}
