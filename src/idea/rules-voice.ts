import type { CivilDate } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import { fold } from '../kernel/text.ts'
import type { ModerationInput, Voice, VoiceInput } from './model-voice.ts'

/** So many words of strangers may wait on one idea in a day; more is a flood, not a conversation. */
export const mostVoicesADay = 20

const link = /https?:|www\.|\b[a-z0-9-]+\.(com|net|vn|info|shop|xyz)\b/i

export function judgeVoice({ kind, body, phone, website }: VoiceInput, before: readonly Voice[], today: CivilDate) {
  if (website) return refuse('idea/automatic')
  if (kind === 'comment' && body === undefined) return refuse('idea/comment-empty', { field: 'body' })
  if (kind === 'join' && phone === undefined) return refuse('idea/join-needs-phone', { field: 'phone' })
  if (body !== undefined && link.test(body)) return refuse('idea/no-links', { field: 'body' })
  if (body !== undefined && before.some((voice) => fold(voice.body) === fold(body))) {
    return refuse('idea/said-already', { field: 'body' })
  }
  if (before.filter(({ sentOn }) => sentOn === today).length >= mostVoicesADay) return refuse('idea/too-many-voices')
  return allow(null)
}

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
