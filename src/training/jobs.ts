import type { Context } from '../platform/context.ts'
import type { Tasks } from '../platform/jobs.ts'
import { tellCancelled, tellCertificate, tellSeat } from './actions-telling.ts'

interface Reaction {
  /** An enrolment, a class, the number of a certificate: what the fact was about. */
  readonly subject: string
}

export function trainingTasks(open: () => Context): Tasks {
  return {
    'training.tell-seat': ({ subject }: Reaction) => tellSeat(open(), subject),
    'training.tell-cancelled': ({ subject }: Reaction) => tellCancelled(open(), subject),
    'training.tell-certificate': ({ subject }: Reaction) => tellCertificate(open(), subject),
  }
}
