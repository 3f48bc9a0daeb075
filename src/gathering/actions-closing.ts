import { record } from '../audit/actions.ts'
import { keepFile } from '../evidence/file.ts'
import type { SentFile } from '../evidence/model.ts'
import { holdersOf } from '../identity/actions-posting.ts'
import { showDate } from '../kernel/civil-date.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { tell } from '../notice/actions.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { gatheringAccess } from './access.ts'
import { lockFor, takeStep } from './actions.ts'
import { honourChoices, officesOf, placeOf, placeOfConclusion } from './actions-reading.ts'
import { paths } from '../ui/paths.ts'
import type { Conclusion, ConclusionInput, MinutesInput, ReportInput } from './model.ts'
import * as rules from './rules.ts'
import * as closing from './store-closing.ts'
import { countsOf } from './store-guests.ts'
import * as store from './store.ts'

/** A paper of the event: kept once as what it is, photos without place and device. */
export async function addPaper(
  ctx: Context,
  eventId: string,
  paper: { title: string; public: boolean },
  sent: SentFile,
): Promise<void> {
  const event = orMissing(await store.eventById(ctx, eventId))
  if (!gatheringAccess['organise-event'](ctx.actor, placeOf(event))) throw new Refused({ code: 'kernel/not-found' })
  const { file, fileName, mediaType, bytes } = await keepFile(ctx.files, sent)
  return atomically(ctx, async (tx) => {
    const id = newId()
    const kept = { id, title: paper.title, isPublic: paper.public, file, fileName, mediaType, bytes }
    await closing.addPaper(tx, eventId, kept, tx.actor.id, tx.now)
    await record(tx, 'gathering.paper-added', eventId, { paper: id, public: paper.public })
  })
}

/** Which decisions the ceremony honours; nobody types a number. */
export function chooseHonours(ctx: Context, eventId: string, decisions: readonly string[]): Promise<void> {
  return atomically(ctx, async (tx) => {
    const event = await lockFor(tx, eventId, 'organise-event', 'amend')
    const known = new Set((await honourChoices(tx, event)).map(({ id }) => id))
    if (event.kind !== 'ceremony' || decisions.some((id) => !known.has(id))) {
      throw new Refused({ code: 'gathering/no-such-decision', field: 'decision' })
    }
    if (event.state !== 'draft') orRefuse(rules.judgeAnnouncement(event.kind, decisions.length))
    await closing.keepHonours(tx, eventId, decisions, tx.actor.id, tx.now)
    await record(tx, 'gathering.honours-chosen', eventId, { decisions })
  })
}

/** The minutes close the event, and with them the figures of the day stand for good. */
export function writeMinutes(ctx: Context, eventId: string, input: MinutesInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const event = await lockFor(tx, eventId, 'close-event', 'conclude')
    orRefuse(rules.judgeBegun(event, tx.now))
    const { invited, accepted, present } = await countsOf(tx, eventId)
    const honoured = await closing.honoursOf(tx, eventId)
    const minutes = {
      body: input.minutes,
      isPublic: input.publish,
      invited,
      accepted,
      present,
      honoured,
      writtenAt: tx.now,
    }
    await closing.addMinutes(tx, eventId, minutes, tx.actor.id)
    await takeStep(tx, eventId, 'conclude', 'concluded')
    await record(tx, 'gathering.concluded', eventId, { present, honoured })
  })
}

/** A task with its office and its day; it waits on the desk of whoever holds that office. */
export function addConclusion(ctx: Context, eventId: string, { body, owner, dueOn }: ConclusionInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const event = await lockFor(tx, eventId, 'close-event', 'add-conclusion')
    orRefuse(rules.judgeBegun(event, tx.now))
    orRefuse(rules.judgeDue(dueOn, tx.today))
    const office = (await officesOf(tx, placeOf(event).unit)).find(({ value }) => value === owner)
    if (office === undefined) throw new Refused({ code: 'gathering/no-such-owner', field: 'owner' })
    const id = newId()
    const conclusion = { id, eventId, body, ownerRole: office.role, ownerUnit: office.unit, dueOn }
    await closing.addConclusion(tx, conclusion, tx.actor.id, tx.today, tx.now)
    await tellOffice(tx, event.title, conclusion)
    await record(tx, 'gathering.task-concluded', eventId, { conclusion: id, owner, dueOn })
  })
}

/** Whoever holds the office is told, and not only finds it on the desk. */
async function tellOffice(
  tx: Tx,
  title: string,
  { id, body, ownerRole, ownerUnit, dueOn }: Omit<Conclusion, 'position'>,
): Promise<void> {
  const holders = await holdersOf(tx, ownerRole, ownerUnit)
  const told = {
    subject: `Việc được giao: ${title}`,
    body: `Kết luận giao việc, làm xong trước hết ngày ${showDate(dueOn)}: ${body}`,
    href: paths.gathering.conclusion(id),
    urgent: true,
  }
  await tell(
    tx,
    holders.map((account) => ({ ...told, key: `gathering.task:${id}:${account}`, reader: { account } })),
  )
}

/** The office says how far it is; `done` ends it. */
export function reportConclusion(ctx: Context, id: string, { result, done }: ReportInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const conclusion = orMissing(await closing.lockConclusion(tx, id))
    if (!gatheringAccess['report-conclusion'](tx.actor, placeOfConclusion(conclusion))) {
      throw new Refused({ code: 'kernel/not-found' })
    }
    orRefuse(rules.judgeReport(conclusion.doneOn))
    await closing.addReport(tx, id, { done, result, onDate: tx.today }, tx.actor.id, tx.now)
    await record(tx, 'gathering.conclusion-reported', id, { done })
  })
}
