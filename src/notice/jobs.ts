import type { Context } from '../platform/context.ts'
import type { Tasks } from '../platform/jobs.ts'
import { forgetGuests } from './actions-guest.ts'
import { askArrivals, sendCode, sendDue } from './actions-send.ts'
import type { PostOffice, SentCode } from './actions-send.ts'

export function noticeTasks(open: () => Context, office: PostOffice): Tasks {
  return {
    'notice.send-due': async () => void (await sendDue(open, office)),
    'notice.ask-arrivals': () => askArrivals(open, office),
    'notice.forget-guests': () => forgetGuests(open()),
    'notice.send-code': (sent: SentCode) => sendCode(office, sent),
  }
}
