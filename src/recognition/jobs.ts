import type { Context } from '../platform/context.ts'
import type { Tasks } from '../platform/jobs.ts'
import { printAndPublish } from './actions-certificate.ts'
import { draftDecision } from './actions-draft.ts'
import { recordExpiries } from './actions-ending.ts'

interface Reaction {
  /** The session that closed, or the number of the certificate that was granted. */
  readonly subject: string
}

export function recognitionTasks(open: () => Context, publicUrl: string): Tasks {
  return {
    'recognition.draft-decision': async ({ subject }: Reaction) =>
      void (await draftDecision(open(), { sessionId: subject })),
    'recognition.print-certificate': ({ subject }: Reaction) => printAndPublish(open(), subject, publicUrl),
    'recognition.record-expiry': async () => void (await recordExpiries(open())),
  }
}
