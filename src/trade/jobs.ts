import type { Channels } from '../platform/channel.ts'
import type { Context } from '../platform/context.ts'
import type { Tasks } from '../platform/jobs.ts'
import { followPaper, followProduct, matchAll } from './actions-match.ts'
import { sendQuestionMail, sendQuestionSms } from './actions-question.ts'
import type { QuestionKey } from './actions-question.ts'

interface Reaction {
  readonly subject: string
}

interface Outside {
  readonly channels: Channels
  readonly publicUrl: string
}

export function tradeTasks(open: () => Context, { channels, publicUrl }: Outside): Tasks {
  const { email, sms } = channels
  return {
    'trade.match-all': async () => void (await matchAll(open())),
    'trade.follow-paper': ({ subject }: Reaction) => followPaper(open(), subject),
    'trade.follow-product': ({ subject }: Reaction) => followProduct(open(), subject),
    // Without a carrier the page, the mail and the officer remain.
    'trade.send-sms': async (key: QuestionKey) => (sms ? sendQuestionSms(open(), key, sms) : undefined),
    'trade.send-mail': (key: QuestionKey & { readonly secret: string }) =>
      sendQuestionMail(open(), key, email, publicUrl),
  }
}
