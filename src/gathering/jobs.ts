import type { Context } from '../platform/context.ts'
import type { Tasks } from '../platform/jobs.ts'
import type { SendMail } from '../platform/mail.ts'
import type { Occurrence } from './actions.ts'
import { sendToGuest } from './actions-guests.ts'

interface Letter {
  readonly invitation: string
  readonly about: Occurrence
}

export function gatheringTasks(open: () => Context, sendMail: SendMail, publicUrl: string): Tasks {
  return {
    'gathering.write-to-guest': (letter: Letter) => sendToGuest(open(), letter, sendMail, publicUrl),
  }
}
