import type { UsedUp } from '../identity/model.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { Comment, CommentAct, CommentInput, CommentState } from './model-comment.ts'

const openIn: Readonly<Record<CommentAct, readonly CommentState[]>> = {
  approve: ['waiting'],
  refuse: ['waiting', 'shown'],
  report: ['shown'],
  keep: ['shown'],
  erase: ['waiting', 'shown', 'refused'],
}

export function commentCan(act: CommentAct, { state }: Pick<Comment, 'state'>): boolean {
  return openIn[act].includes(state)
}

export function judgeCommentAct(act: CommentAct, comment: Pick<Comment, 'state'>) {
  return commentCan(act, comment) ? allow(null) : refuse('newsroom/comment-not-now', { overtaken: true })
}

/** A refusal is told to the writer, so it has a reason. */
export function judgeRefusal(act: CommentAct, reason: string | undefined) {
  return act === 'refuse' && !reason ? refuse('newsroom/refusal-without-reason', { field: 'reason' }) : allow(null)
}

export const mostLinks = 1

export function judgeComment({ website, body, name }: Pick<CommentInput, 'website' | 'body' | 'name'>) {
  if (website) return refuse('newsroom/automatic')
  const links = [...`${name} ${body}`.matchAll(/https?:\/\/|www\.|\[url/gi)].length
  return links > mostLinks
    ? refuse('newsroom/too-many-links', { field: 'body', facts: { most: mostLinks } })
    : allow(null)
}

/** What one source, and one writer there, may send in a day; no other source can use it up. */
export function judgeFlood(usedUp: UsedUp | undefined) {
  if (usedUp === undefined) return allow(null)
  if (usedUp.kind === 'words') return refuse('newsroom/said-already', { field: 'body' })
  if (usedUp.kind === 'writer') return refuse('newsroom/enough-for-today', { field: 'email' })
  return refuse('newsroom/too-many', { facts: { minutes: usedUp.waitMinutes } })
}

/** So many wait on one article that the editors are slow; a writer is told, and not turned away. */
export const crowdWaiting = 50
