import { allow, refuse } from '../kernel/refusal.ts'
import type { Idea, LookInput, Publicity } from './model.ts'

type Offered = Pick<Idea, 'openToPublic' | 'lookShown'>

export function publicityOf({ openToPublic, lookShown }: Offered): Publicity {
  if (!openToPublic) return 'closed'
  if (lookShown === null) return 'waiting'
  return lookShown ? 'shown' : 'held'
}

/** What is shown may be held back later and the other way round; nothing is held back without a reason. */
export function judgeLook(idea: Offered, { decision, reason }: LookInput) {
  const stands = publicityOf(idea)
  if (stands === 'closed') return refuse('idea/not-for-everybody')
  if (stands === (decision === 'show' ? 'shown' : 'held')) return refuse('idea/looked-already', { overtaken: true })
  return decision === 'hold' && reason === undefined
    ? refuse('idea/hold-needs-reason', { field: 'reason' })
    : allow(decision)
}
