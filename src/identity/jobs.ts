import type { Context } from '../platform/context.ts'
import type { Tasks } from '../platform/jobs.ts'
import { forgetOld } from './actions-account.ts'

export function identityTasks(open: () => Context): Tasks {
  return { 'identity.forget-old': () => forgetOld(open()) }
}
