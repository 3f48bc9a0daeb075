import type { Context } from '../platform/context.ts'
import type { Tasks } from '../platform/jobs.ts'
import { openEntitlements } from './actions-open.ts'

interface Reaction {
  /** The number of the certificate that was granted. */
  readonly subject: string
}

export function supportTasks(open: () => Context): Tasks {
  return {
    'support.open-entitlements': async ({ subject }: Reaction) => void (await openEntitlements(open(), subject)),
  }
}
