import type { Context } from '../platform/context.ts'
import type { Tasks } from '../platform/jobs.ts'
import { carryOver } from './actions.ts'

export function productTasks(open: () => Context): Tasks {
  return {
    'product.carry-over': ({ subject }: { subject: string }) => carryOver(open(), subject),
  }
}
