import { createHash } from 'node:crypto'
import { record } from '../audit/actions.ts'
import { country, systemActor, visitor } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { countSending } from '../identity/attempts.ts'
import { newId, newSpokenCode, spokenCode } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { fold } from '../kernel/text.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { calendarOf } from '../programme/actions.ts'
import { addWorkingDays } from '../programme/working-days.ts'
import { unitAt } from '../territory/actions.ts'
import { feedbackAccess } from './access.ts'
import { tellSender } from './actions-sender.ts'
import { termDays } from './model.ts'
import type { Level, Matter, MatterInput, MatterKind, PublicationInput } from './model.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { addPublication, endConsent, takeDown } from './store-public.ts'

type Right = keyof typeof feedbackAccess

export function placeOf({ level, communeToday, provinceToday, accountId, recused }: Matter) {
  const unit = level === 'ministry' ? country : level === 'province' ? provinceToday : communeToday
  return {
    unit: unit ?? '',
    province: level === 'ministry' ? country : (provinceToday ?? ''),
    recused,
    ...(accountId === null ? {} : { owner: accountId }),
  }
}

/** The register keeps no copy of the code, only what it can be recognised by. */
export function codeHashOf(code: string): string {
  return createHash('sha256').update(spokenCode(code)).digest('hex')
}

/**
 * Anybody sends a matter; it goes to the level that decides on its subject. The code is told to the sender alone, again when the
 * same form comes again, by a second press or on a poor line.
 */
export function fileMatter(
  ctx: Context,
  input: MatterInput,
  { photo = null, sample = false, source }: { photo?: string | null; sample?: boolean; source?: string } = {},
): Promise<{ id: string; code: string }> {
  return atomically(ctx, async (tx) => {
    orRefuse(rules.judgeMatter(input))
    const unit = await unitAt(tx, input.commune, tx.today)
    if (unit?.kind !== 'commune') throw new Refused({ code: 'feedback/no-such-commune', field: 'commune' })
    const { ma } = input
    const before = ma === undefined ? undefined : await store.matterByCode(tx, codeHashOf(ma))
    if (ma !== undefined && before !== undefined && rules.isSameMatter(before, input))
      return { id: before.id, code: ma }
    const anonymous = tx.actor.id === visitor.id
    const dossier = await ownDossier(tx, input.dossier)
    const id = newId()
    const code = ma === undefined || before !== undefined ? newSpokenCode() : ma
    const added = await store.addMatter(tx, {
      id,
      codeHash: codeHashOf(code),
      kind: input.kind,
      subject: input.kind === 'misuse' ? 'star' : input.subject,
      title: input.title,
      body: input.body,
      about: input.about ?? '',
      senderName: input.senderName ?? '',
      senderPhone: input.senderPhone ?? '',
      accountId: anonymous || tx.actor.id === systemActor.id ? null : tx.actor.id,
      producerId: dossier?.producerId ?? tx.actor.producers[0] ?? null,
      dossierId: dossier?.id ?? null,
      communeCode: input.commune,
      communeOn: tx.today,
      level: rules.levelOf(input.kind, input.subject),
      filedAt: tx.now,
      filedOn: tx.today,
      dueOn: await dueFrom(tx, input.kind, unit.provinceCode),
      consentedAt: input.consent && input.kind !== 'misuse' ? tx.now : null,
      photo,
      crowded: anonymous && (await store.unsignedOn(tx, input.commune, tx.today)) >= rules.crowdADay,
      sample,
    })
    if (!added) return { id: orMissing(await store.matterByCode(tx, codeHashOf(code))).id, code }
    if (source !== undefined) orRefuse(rules.judgeFlood(await countMatter(tx, source, input.body)))
    await record(unnamed(tx), 'feedback.filed', id, { kind: input.kind, commune: input.commune })
    return { id, code }
  })
}

function countMatter(tx: Tx, source: string, body: string) {
  const words = createHash('sha256').update(fold(body)).digest('hex')
  return countSending(tx, [
    ['matter', source],
    ['words', `${source} matter ${words}`],
  ])
}

async function ownDossier(tx: Tx, id: string | undefined): Promise<store.OwnDossier | undefined> {
  if (id === undefined) return undefined
  const found = (await store.dossiersOf(tx, tx.actor.producers)).find((dossier) => dossier.id === id)
  if (!found) throw new Refused({ code: 'feedback/no-such-dossier', field: 'dossier' })
  return found
}

async function dueFrom(tx: Tx, kind: MatterKind, province: string): Promise<CivilDate> {
  return addWorkingDays(tx.today, termDays[kind], await calendarOf(tx, province))
}

/** Only the office at work sees who wrote; the book is read by others and never forgets, so it names no sender. */
const unnamed = (tx: Tx): Tx => ({ ...tx, actor: visitor })

async function lockFor(tx: Tx, id: string, right: Right): Promise<Matter> {
  const matter = orMissing(await store.lockMatter(tx, id))
  if (!feedbackAccess[right](tx.actor, placeOf(matter))) throw new Refused({ code: 'kernel/not-found' })
  return matter
}

/** To the level that should answer, with a reason the sender reads. The term goes on: it is the sender's, not the office's. */
export function transferMatter(
  ctx: Context,
  id: string,
  { level, reason }: { level: Level; reason: string },
): Promise<void> {
  return atomically(ctx, async (tx) => {
    const matter = await lockFor(tx, id, 'transfer-matter')
    orRefuse(rules.judgeTransfer(matter, level))
    orRefuse(rules.judgeAct('transfer', matter))
    await store.addTransfer(tx, id, { from: matter.level, to: level, reason, by: tx.actor.id, at: tx.now })
    await record(tx, 'feedback.transferred', id, { from: matter.level, to: level })
  })
}

export function answerMatter(ctx: Context, id: string, { text }: { text: string }): Promise<void> {
  return atomically(ctx, async (tx) => {
    const matter = await lockFor(tx, id, 'answer-matter')
    orRefuse(rules.judgeAct('answer', matter))
    const { level, dueOn } = matter
    const round = matter.reopened ? 2 : 1
    await store.addAnswer(tx, id, { round, text, level, dueOn, by: tx.actor.id, on: tx.today, at: tx.now })
    await tellSender(tx, matter, round)
    await record(tx, 'feedback.answered', id, { round })
  })
}

/** The sender is not content: once, with a new term. With the code, or signed in as who sent it. */
export function reopenMatter(
  ctx: Context,
  id: string,
  { ma, reason }: { ma?: string | undefined; reason: string },
): Promise<void> {
  return atomically(ctx, async (tx) => {
    const matter = await lockForSender(tx, id, ma)
    orRefuse(rules.judgeAct('reopen', matter))
    const dueOn = await dueFrom(tx, matter.kind, matter.provinceToday ?? country)
    await store.addReopening(tx, id, { reason, dueOn, on: tx.today, at: tx.now })
    await record(unnamed(tx), 'feedback.reopened', id)
  })
}

/** The sender takes the consent back: what was published is gone at once, and stays so. */
export function takeBackConsent(ctx: Context, id: string, { ma }: { ma?: string | undefined }): Promise<void> {
  return atomically(ctx, async (tx) => {
    await lockForSender(tx, id, ma)
    await endConsent(tx, id, tx.now)
    await record(unnamed(tx), 'feedback.consent-taken-back', id)
  })
}

export async function lockForSender(tx: Tx, id: string, code: string | undefined): Promise<Matter> {
  const matter = orMissing(await store.lockMatter(tx, id))
  const holdsCode = code !== undefined && (await store.holdsCode(tx, id, codeHashOf(code)))
  if (!holdsCode && !feedbackAccess['reopen-matter'](tx.actor, placeOf(matter))) {
    throw new Refused({ code: 'kernel/not-found' })
  }
  return matter
}

/** Question and answer for everybody, without the sender; a later publication replaces the earlier. */
export function publishAnswer(ctx: Context, id: string, input: PublicationInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const matter = await lockFor(tx, id, 'publish-answer')
    orRefuse(rules.judgeAct('publish', matter))
    orRefuse(rules.judgePublication(matter, input))
    await addPublication(tx, id, input, tx.actor.id, tx.now)
    await record(tx, 'feedback.published', id)
  })
}

export function takeDownAnswer(ctx: Context, id: string, { reason }: { reason: string }): Promise<void> {
  return atomically(ctx, async (tx) => {
    await lockFor(tx, id, 'publish-answer')
    await takeDown(tx, id, reason, tx.actor.id, tx.now)
    await record(tx, 'feedback.taken-down', id, { reason })
  })
}
