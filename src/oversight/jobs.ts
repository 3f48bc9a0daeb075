import type { Context } from '../platform/context.ts'
import type { Tasks } from '../platform/jobs.ts'
import { concludeScoringAgain, tellSitting } from './actions-again.ts'

interface Reaction {
  readonly subject: string
}

export function oversightTasks(open: () => Context): Tasks {
  return {
    'oversight.tell-sitting': ({ subject }: Reaction) => tellSitting(open(), subject),
    'oversight.conclude-scoring-again': ({ subject }: Reaction) => concludeScoringAgain(open(), subject),
  }
}
