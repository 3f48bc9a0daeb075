import { createHash } from 'node:crypto'
import { record } from '../audit/actions.ts'
import { countSending } from '../identity/attempts.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { fold } from '../kernel/text.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { paths } from '../ui/paths.ts'
import { ideaAccess } from './access.ts'
import { communesOfWork, ideaFor, lockedFor, placeOf } from './actions.ts'
import type { ModerationInput, Visit, VisitInput, Voice, VoiceInput } from './model-voice.ts'
import { aspects } from './model-voice.ts'
import { publicityOf } from './rules-look.ts'
import { crowdWaiting, judgeModeration, judgeVisit, judgeVoice, judgeVoiceFlood } from './rules-voice.ts'
import * as store from './store-voice.ts'
import { ideaById, lockIdea } from './store.ts'

/** The commune went to see: before its answer or after it, as often as it likes. @param pictures drawn anew and kept already. */
export function recordVisit(
  ctx: Context,
  ideaId: string,
  { visitedOn, present, grade, note }: Omit<VisitInput, 'picture'>,
  pictures: readonly string[],
): Promise<void> {
  return atomically(ctx, async (tx) => {
    const idea = await lockedFor(tx, ideaId, 'record-visit')
    orRefuse(judgeVisit(visitedOn, idea.filedOn, tx.today))
    const findings = Object.fromEntries(
      aspects.map((aspect) => [aspect, { grade: grade[aspect], note: note[aspect] }]),
    ) as Visit['findings']
    const id = newId()
    await store.addVisit(tx, ideaId, { id, visitedOn, present, findings, pictures }, tx.actor.id, tx.now)
    await record(tx, 'idea.visited', ideaId, { visit: id, on: visitedOn, pictures: pictures.length })
  })
}

export function visitsOf(ctx: Context, ideaId: string): Promise<Visit[]> {
  return store.visitsOf(ctx, ideaId)
}

/** A picture of a visit, for whoever may read the idea. @throws {Refused} not found otherwise. */
export async function photoOf(ctx: Context, ideaId: string, hash: string, secret: string | undefined) {
  await ideaFor(ctx, ideaId, secret)
  if (!(await store.holdsPicture(ctx, ideaId, hash))) throw new Refused({ code: 'kernel/not-found' })
  return ctx.files.get(hash)
}

/** Anybody speaks on a public idea; nothing is seen before the commune looked at it. @param source who sends, see sourceOf. */
export function speakOn(
  ctx: Context,
  ideaId: string,
  input: VoiceInput,
  source?: string,
): Promise<{ crowded: boolean }> {
  return atomically(ctx, async (tx) => {
    const idea = orMissing(await lockIdea(tx, ideaId))
    if (publicityOf(idea) !== 'shown') throw new Refused({ code: 'kernel/not-found' })
    orRefuse(judgeVoice(input))
    if (source !== undefined) orRefuse(judgeVoiceFlood(await countVoice(tx, ideaId, source, input)))
    const crowded = (await store.waitingOn(tx, ideaId)) >= crowdWaiting
    const { kind, name, phone = null, body = '' } = input
    const voice = { id: newId(), kind, name, phone, body, sentOn: tx.today, at: tx.now, sample: idea.sample }
    await store.addVoice(tx, ideaId, voice)
    await record(tx, 'idea.spoken', ideaId, { voice: voice.id, kind })
    return { crowded }
  })
}

function countVoice(tx: Tx, ideaId: string, source: string, { body }: VoiceInput) {
  const words = createHash('sha256')
    .update(fold(body ?? ''))
    .digest('hex')
  return countSending(tx, [
    ['voice', source],
    ...(body === undefined ? [] : [['words', `${source} voice ${ideaId} ${words}`] as const]),
  ])
}

export function moderateVoice(ctx: Context, ideaId: string, voiceId: string, input: ModerationInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    await lockedFor(tx, ideaId, 'moderate-voice')
    const voice = orMissing(await store.lockVoice(tx, ideaId, voiceId))
    orRefuse(judgeModeration(voice, input))
    const { decision, reason = '' } = input
    await store.addModeration(tx, voiceId, { shown: decision === 'show', reason, by: tx.actor.id, at: tx.now })
    await record(tx, 'idea.voice-moderated', ideaId, { voice: voiceId, decision })
  })
}

/** What everybody hears: names of those who commented, and how many endorse or want to join. */
export interface Heard {
  readonly endorsements: number
  readonly joining: number
  readonly comments: readonly Voice[]
}

export async function heardOn(ctx: Context, ideaId: string): Promise<Heard> {
  const [counts, shown] = await Promise.all([store.shownCounts(ctx, ideaId), store.shownComments(ctx, ideaId)])
  return { ...counts, comments: shown }
}

/** All of them with their telephones, for the commune and the proposer; nothing for anybody else. */
export async function voicesFor(ctx: Context, ideaId: string, seesProposer: boolean) {
  const at = placeOf(orMissing(await ideaById(ctx, ideaId)))
  return {
    voices: seesProposer ? await store.voicesOf(ctx, ideaId) : [],
    mayModerate: ideaAccess['moderate-voice'](ctx.actor, at),
  }
}

export async function voiceDeskItems(ctx: Context): Promise<DeskItem[]> {
  const communes = communesOfWork(ctx.actor)
  if (communes.length === 0) return []
  return (await store.ideasWithWaitingVoices(ctx, communes)).map(({ id, title, waiting }) => ({
    id: `${id}-y-kien`,
    href: `${paths.idea.file(id)}#y-kien`,
    title,
    sub: `${waiting} ý kiến chờ duyệt`,
    act: 'Duyệt ý kiến',
    dueOn: null,
    daysLeft: null,
    turn: 'Cán bộ xã',
  }))
}
