import type { Context } from '../platform/context.ts'
import type { Tasks } from '../platform/jobs.ts'
import { claimBack } from './actions-claim.ts'
import { openEntitlements } from './actions-open.ts'

interface Reaction {
  /** The number of the certificate that was granted or revoked. */
  readonly subject: string
}

export function supportTasks(open: () => Context): Tasks {
  return {
    'support.claim-back': async ({ subject }: Reaction) => void (await claimBack(open(), subject)),
    'support.open-entitlements': async ({ subject }: Reaction) => void (await openEntitlements(open(), subject)),
  }
}
