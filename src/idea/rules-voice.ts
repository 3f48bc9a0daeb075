import type { UsedUp } from '../identity/model.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { ModerationInput, Voice, VoiceInput } from './model-voice.ts'

const link = /https?:|www\.|\b[a-z0-9-]+\.(com|net|vn|info|shop|xyz)\b/i

export function judgeVoice({ kind, body, phone, website }: VoiceInput) {
  if (website) return refuse('idea/automatic')
  if (kind === 'comment' && body === undefined) return refuse('idea/comment-empty', { field: 'body' })
  if (kind === 'join' && phone === undefined) return refuse('idea/join-needs-phone', { field: 'phone' })
  if (body !== undefined && link.test(body)) return refuse('idea/no-links', { field: 'body' })
  return allow(null)
}

/** What one source may send in a day; no other source can use it up. */
export function judgeVoiceFlood(usedUp: UsedUp | undefined) {
  if (usedUp === undefined) return allow(null)
  if (usedUp.kind === 'words') return refuse('idea/said-already', { field: 'body' })
  return refuse('idea/too-many-voices', { facts: { minutes: usedUp.waitMinutes } })
}

/** So many wait on one idea that the commune is slow; whoever speaks is told, and not turned away. */
export const crowdWaiting = 20

/** Nothing is hidden without a reason that the commune answers for. */
export function judgeModeration({ id, shown }: Voice, { decision, reason }: ModerationInput) {
  if (shown !== null) return refuse('idea/moderated-already', { overtaken: true })
  return decision === 'hide' && reason === undefined
    ? refuse('idea/hide-needs-reason', { field: `reason[${id}]` })
    : allow(null)
}

export function judgeVisit(visitedOn: CivilDate, filedOn: CivilDate, today: CivilDate) {
  if (visitedOn > today) return refuse('idea/visit-in-future', { field: 'visitedOn' })
  return visitedOn < filedOn ? refuse('idea/visit-before-idea', { field: 'visitedOn' }) : allow(visitedOn)
}
