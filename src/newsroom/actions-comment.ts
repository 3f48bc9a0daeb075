import { createHash } from 'node:crypto'
import { record } from '../audit/actions.ts'
import { countSending } from '../identity/attempts.ts'
import { newId, newSecret } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { fold } from '../kernel/text.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { paths } from '../ui/paths.ts'
import { newsroomAccess } from './access.ts'
import { placeOf, unitsOf } from './actions.ts'
import type { Comment, CommentAct, CommentInput, ModerateInput } from './model-comment.ts'
import * as rules from './rules-comment.ts'
import * as store from './store-comment.ts'
import { articleBySlug } from './store.ts'

export const commentsSize = 20

function hashOf(kind: 'key' | 'email' | 'words', text: string): string {
  return createHash('sha256').update(`newsroom.comment ${kind} ${text}`).digest('hex')
}

/** A reader comments on a published article, without an account. It waits; the key opens its page. */
export function writeComment(
  ctx: Context,
  slug: string,
  input: CommentInput,
  { source, sample = false }: { source?: string; sample?: boolean } = {},
): Promise<{ id: string; secret: string; crowded: boolean }> {
  return atomically(ctx, async (tx) => {
    orRefuse(rules.judgeComment(input))
    const article = orMissing(await articleBySlug(tx, slug))
    if (article.state !== 'published') throw new Refused({ code: 'kernel/not-found' })
    const id = newId()
    const secret = newSecret()
    const comment = {
      id,
      articleId: article.id,
      secretHash: hashOf('key', secret),
      emailHash: hashOf('email', input.email),
      name: input.name,
      body: input.body,
      on: tx.today,
      at: tx.now,
      sample,
    }
    if (source !== undefined) orRefuse(rules.judgeFlood(await countComment(tx, source, input)))
    const crowded = (await store.waitingOn(tx, article.id)) >= rules.crowdWaiting
    await store.addComment(tx, comment)
    await record(tx, 'newsroom.comment-written', id, { article: article.id })
    return { id, secret, crowded }
  })
}

function countComment(tx: Tx, source: string, { email, body }: CommentInput) {
  return countSending(tx, [
    ['comment', source],
    ['writer', `${source} ${hashOf('email', email)}`],
    ['words', `${source} comment ${hashOf('words', fold(body))}`],
  ])
}

async function take(tx: Tx, id: string, act: CommentAct, reason: string): Promise<void> {
  await store.addCommentStep(tx, id, { act, reason, by: tx.actor.id, at: tx.now })
  await record(tx, `newsroom.comment-${pastOf[act]}`, id)
}

const pastOf: Record<CommentAct, string> = {
  approve: 'approved',
  refuse: 'refused',
  report: 'reported',
  keep: 'kept',
  erase: 'erased',
}

/** An editor of the article's unit lets it be seen, or not; a reported one is kept or taken away. */
export function moderateComment(ctx: Context, id: string, { act, reason }: ModerateInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const comment = orMissing(await store.lockComment(tx, id))
    if (!newsroomAccess['moderate-comments'](tx.actor, placeOf(comment)))
      throw new Refused({ code: 'kernel/not-found' })
    orRefuse(rules.judgeCommentAct(act, comment))
    orRefuse(rules.judgeRefusal(act, reason))
    await take(tx, id, act, reason ?? '')
  })
}

/** Any reader says that a comment should not be there; it stays until an editor has looked. */
export function reportComment(ctx: Context, id: string, { reason }: { reason: string }): Promise<void> {
  return atomically(ctx, async (tx) => {
    const comment = orMissing(await store.lockComment(tx, id))
    if (!rules.commentCan('report', comment)) throw new Refused({ code: 'kernel/not-found' })
    // Reported before and not looked at yet: once is enough.
    if (!comment.reported) await take(tx, id, 'report', reason)
  })
}

/** Its writer takes it back by the key of its page; name and words are gone. */
export function eraseComment(ctx: Context, id: string, { ma }: { ma: string }): Promise<void> {
  return atomically(ctx, async (tx) => {
    const comment = orMissing(await store.lockComment(tx, id))
    if (!(await store.wrote(tx, id, { secretHash: hashOf('key', ma) }))) throw new Refused({ code: 'kernel/not-found' })
    orRefuse(rules.judgeCommentAct('erase', comment))
    await take(tx, id, 'erase', '')
  })
}

/**
 * Who lost the key asks with the address it was written with. An address is known to others too, so an editor decides; and
 * the answer is the same for a wrong one, or the page would tell who wrote.
 */
export function askRemoval(ctx: Context, id: string, { email }: { email: string }): Promise<void> {
  return atomically(ctx, async (tx) => {
    const comment = orMissing(await store.lockComment(tx, id))
    if (!rules.commentCan('report', comment)) throw new Refused({ code: 'kernel/not-found' })
    const matches = await store.wrote(tx, id, { emailHash: hashOf('email', email) })
    if (matches) await take(tx, id, 'report', 'Người viết xin gỡ; thư điện tử khớp với lúc gửi.')
  })
}

/** The page of one comment: for everybody while it is shown, for its writer always. */
export async function commentPage(
  ctx: Context,
  id: string,
  secret: string | undefined,
): Promise<{ comment: Comment; isWriter: boolean }> {
  const comment = orMissing(await store.commentById(ctx, id))
  const isWriter = secret !== undefined && (await store.wrote(ctx, id, { secretHash: hashOf('key', secret) }))
  const isPublic = comment.state === 'shown' && comment.articleState === 'published'
  if (!isWriter && !isPublic) throw new Refused({ code: 'kernel/not-found' })
  return { comment, isWriter }
}

export function commentsUnder(ctx: Context, articleId: string, page: number) {
  return store.shownComments(ctx, articleId, { page, size: commentsSize })
}

export function commentQueue(ctx: Context, page: number) {
  return store.commentsToModerate(ctx, unitsOf(ctx.actor), { page, size: commentsSize })
}

export async function deskItems(ctx: Context): Promise<DeskItem[]> {
  if (unitsOf(ctx.actor).length === 0) return []
  const { total } = await commentQueue(ctx, 1)
  if (total === 0) return []
  return [
    {
      id: 'binh-luan',
      href: paths.newsroom.comments(),
      title: `${total} bình luận chờ duyệt`,
      act: 'Duyệt bình luận',
      dueOn: null,
      daysLeft: null,
      turn: 'Biên tập viên',
    },
  ]
}
