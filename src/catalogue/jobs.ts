import type { Context } from '../platform/context.ts'
import type { Tasks } from '../platform/jobs.ts'
import { refreshFor } from './actions.ts'

export function catalogueTasks(open: () => Context): Tasks {
  return {
    'catalogue.publish': ({ subject }: { subject: string }) => refreshFor(open(), subject),
  }
}
