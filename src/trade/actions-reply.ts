import { record } from '../audit/actions.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import type { PhoneAsker } from '../notice/actions-phone.ts'
import type { Digit } from '../notice/model-phone.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { move } from './actions-connection.ts'
import { questionOfLink } from './actions-question.ts'
import type { QuestionKey } from './actions-question.ts'
import type { Question, ShownConnection } from './model-connection.ts'
import { actOfDigit } from './rules-connection.ts'
import { connectionById } from './store-connection.ts'
import * as store from './store-question.ts'
import { standingOf } from './words-message.ts'

/** `<connection>:<position>`, as the occasion of a question says it. */
function questionAbout(about: string): QuestionKey {
  const [connectionId = '', position = ''] = about.split(':')
  return { connectionId, position: Number(position) }
}

/** What a digit of a telephone does to a connection. */
export const connectionByPhone: PhoneAsker = {
  async answer(tx, about, digit) {
    await takeDigit(tx, orMissing(await store.openQuestion(tx, questionAbout(about))), digit, 'sms')
  },
  standing: async (ctx, about) => standingOf(orMissing(await connectionById(ctx, questionAbout(about).connectionId))),
  refused: () => 'Can bo xuc tien thuong mai se goi lai.',
}

async function takeDigit(tx: Tx, question: Question, digit: Digit, means: 'sms' | 'email'): Promise<void> {
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

export function answerByLink(ctx: Context, link: string, digit: Digit): Promise<void> {
  return atomically(ctx, async (tx) => {
    const found = await questionBehind(tx, link)
    if (!found) throw new Refused({ code: 'trade/link-used', overtaken: true })
    await takeDigit(tx, found.question, digit, 'email')
    await record(tx, 'trade.answered-by-mail', found.question.connectionId)
  })
}
