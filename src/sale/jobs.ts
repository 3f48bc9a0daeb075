import type { Context } from '../platform/context.ts'
import type { Tasks } from '../platform/jobs.ts'
import { forgetContacts, lapseDue } from './actions.ts'

export function saleTasks(open: () => Context): Tasks {
  return {
    'sale.lapse-due': () => lapseDue(open()),
    'sale.forget-contacts': async () => void (await forgetContacts(open())),
  }
}
