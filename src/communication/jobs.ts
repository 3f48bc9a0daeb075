import type { Context } from '../platform/context.ts'
import type { Tasks } from '../platform/jobs.ts'
import type { SendMail } from '../platform/mail.ts'
import { sendNotice, tellDossier, tellRevocation } from './actions.ts'

interface Reaction {
  readonly subject: string
  readonly entry: string
}

export function communicationTasks(open: () => Context, sendMail: SendMail, publicUrl: string): Tasks {
  return {
    'communication.acknowledge': ({ subject, entry }: Reaction) => tellDossier(open(), 'acknowledge', subject, entry),
    'communication.tell-return': ({ subject, entry }: Reaction) => tellDossier(open(), 'tell-return', subject, entry),
    'communication.tell-result': ({ subject, entry }: Reaction) => tellDossier(open(), 'tell-result', subject, entry),
    'communication.tell-revocation': ({ subject }: Reaction) => tellRevocation(open(), subject),
    'communication.send': ({ notice }: { notice: string }) => sendNotice(open(), notice, sendMail, publicUrl),
  }
}
