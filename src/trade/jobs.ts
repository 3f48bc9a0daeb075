import type { Context } from '../platform/context.ts'
import type { Tasks } from '../platform/jobs.ts'
import { followPaper, followProduct, matchAll } from './actions-match.ts'

interface Reaction {
  readonly subject: string
}

export function tradeTasks(open: () => Context): Tasks {
  return {
    'trade.match-all': async () => void (await matchAll(open())),
    'trade.follow-paper': ({ subject }: Reaction) => followPaper(open(), subject),
    'trade.follow-product': ({ subject }: Reaction) => followProduct(open(), subject),
  }
}
