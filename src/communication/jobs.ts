import type { Context } from '../platform/context.ts'
import type { Tasks } from '../platform/jobs.ts'
import { remind, tellArrival, tellCertificate, tellDossier, tellEntitlement, tellSession } from './actions.ts'

interface Reaction {
  readonly subject: string
  readonly entry: string
}

export function communicationTasks(open: () => Context): Tasks {
  return {
    'communication.acknowledge': async ({ subject, entry }: Reaction) => {
      await tellDossier(open(), 'acknowledge', subject, entry)
      await tellArrival(open(), 'arrived-at-commune', subject, entry)
    },
    'communication.tell-return': ({ subject, entry }: Reaction) => tellDossier(open(), 'tell-return', subject, entry),
    'communication.tell-help': ({ subject, entry }: Reaction) => tellDossier(open(), 'tell-help', subject, entry),
    'communication.tell-help-asked': ({ subject, entry }: Reaction) =>
      tellArrival(open(), 'help-asked', subject, entry),
    'communication.tell-result': ({ subject, entry }: Reaction) => tellDossier(open(), 'tell-result', subject, entry),
    'communication.tell-recognition': ({ subject }: Reaction) => tellCertificate(open(), 'tell-recognition', subject),
    'communication.tell-revocation': ({ subject }: Reaction) => tellCertificate(open(), 'tell-revocation', subject),
    'communication.tell-entitlement': ({ subject }: Reaction) => tellEntitlement(open(), subject),
    'communication.tell-arrival': ({ subject, entry }: Reaction) =>
      tellArrival(open(), 'arrived-at-province', subject, entry),
    'communication.tell-session': ({ subject }: Reaction) => tellSession(open(), subject),
    'communication.remind': () => remind(open()),
  }
}
