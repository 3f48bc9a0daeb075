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

export interface Flood {
  /** The same words today, on any article. */
  readonly sameWords: number
  /** By this writer today. */
  readonly own: number
  /** Waiting on this article. */
  readonly waiting: number
}

export const mostADay = 5
export const mostWaiting = 50

export function judgeFlood({ sameWords, own, waiting }: Flood) {
  if (sameWords > 0) return refuse('newsroom/said-already', { field: 'body' })
  if (own >= mostADay) return refuse('newsroom/enough-for-today', { field: 'email', facts: { most: mostADay } })
  return waiting >= mostWaiting ? refuse('newsroom/too-many-waiting') : allow(null)
}
