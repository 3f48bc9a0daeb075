import { country } from '../kernel/actor.ts'
import type { Role, UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { calendarOf, calendarsOf } from '../programme/actions.ts'
import { paths } from '../ui/paths.ts'
import { daysUntil } from './clock.ts'
import type { DossierState } from './model.ts'
import { dossierStates } from './model.ts'
import { canWrite, dossierCan, isEnded, turnOf, whoseTurn } from './rules.ts'
import type { TurnOwner } from './rules.ts'
import type { QueueLine } from './store-queue.ts'
import * as store from './store-queue.ts'
import { askedOf, turnWords } from './words.ts'

export const queueSize = 30

export interface QueueRow extends QueueLine {
  readonly turn: TurnOwner
  readonly daysLeft: number | null
}

export const views = ['cua-toi', 'tre-han', 'soan-thay', 'dang-xu-ly', 'da-xong', 'tat-ca'] as const
export type View = (typeof views)[number]

/** States in which the next step belongs to somebody like this person. */
function mine({ actor }: Context): readonly DossierState[] {
  const owners = new Set<TurnOwner>()
  if (actor.producers.length > 0) owners.add('producer')
  for (const { role } of actor.postings) {
    if (role === 'commune-officer') owners.add('commune-officer')
    // The leader answers for the whole commune, and a small one has nobody else.
    if (role === 'commune-leader') owners.add('commune-officer').add('commune-leader')
    if (role === 'province-officer') owners.add('province').add('advisory-team')
    if (role === 'advisory-member') owners.add('advisory-team')
    if (role === 'province-leader') owners.add('province-leader')
    // Receiving and calling a session are the officer's; the leader signs, and a draft waits on that desk by itself.
    if (role === 'ministry-officer') owners.add('ministry')
  }
  // The advisory team takes up by itself what the province received; the rest of the province's turn is not its own.
  const advises = actor.postings.some(({ role }) => role === 'advisory-member')
  return dossierStates.filter(
    (state) => owners.has(whoseTurn(state)) || (advises && dossierCan('start-advice', { state })),
  )
}

/** Today's communes where this person may write for a producer that agreed. */
function communesOf({ actor }: Context): readonly UnitCode[] {
  return actor.postings.flatMap(({ role, unit }) => (communeRoles.has(role) ? [unit] : []))
}

export function assistsSomewhere(ctx: Context): boolean {
  return communesOf(ctx).length > 0
}

const communeRoles: ReadonlySet<Role> = new Set(['commune-officer', 'commune-leader'])

function filterOf(ctx: Context, view: View): store.QueueFilter {
  const { id, producers, postings } = ctx.actor
  const base = { id, producers, postings }
  const running = dossierStates.filter((state) => !isEnded(state))
  const filters: Record<View, store.QueueFilter> = {
    'cua-toi': { ...base, waiting: { states: mine(ctx), communes: communesOf(ctx) } },
    'tre-han': { ...base, states: running, late: ctx.today },
    'soan-thay': { ...base, states: dossierStates.filter(canWrite), assisted: true },
    'dang-xu-ly': { ...base, states: running },
    'da-xong': { ...base, states: dossierStates.filter(isEnded) },
    'tat-ca': base,
  }
  return filters[view]
}

/** One page of the queue this person may read, with working days left. */
export async function queueOf(
  ctx: Context,
  view: View,
  page: number,
  narrowed: Pick<store.QueueFilter, 'window' | 'states'> = {},
): Promise<Page<QueueRow>> {
  const filter = { ...filterOf(ctx, view), ...narrowed }
  const [items, total] = await Promise.all([
    store.queue(ctx, filter, { page, size: queueSize }),
    store.countQueue(ctx, filter),
  ])
  return { items: await withDays(ctx, items), total, page, size: queueSize }
}

export async function countsOf(ctx: Context): Promise<Record<View, number>> {
  const counts = await Promise.all(
    views.map(async (view) => [view, await store.countQueue(ctx, filterOf(ctx, view))] as const),
  )
  return Object.fromEntries(counts) as Record<View, number>
}

async function withDays(ctx: Context, lines: readonly QueueLine[]): Promise<QueueRow[]> {
  const calendars = await calendarsOf(ctx)
  return lines.map((line) => ({
    ...line,
    turn: turnOf(line),
    daysLeft: line.dueOn === null ? null : daysUntil(line.dueOn, ctx.today, calendars(line.provinceToday ?? country)),
  }))
}

/** Working days until a deadline; negative when late. */
export async function daysLeft(ctx: Context, dueOn: CivilDate, province: string | null): Promise<number> {
  return daysUntil(dueOn, ctx.today, await calendarOf(ctx, province ?? country))
}

/** After the council the next act belongs to an upper slice, which puts it on the desk itself. */
const spokenForAbove: readonly DossierState[] = [
  'scored',
  'not-recognised',
  'recognised-by-province',
  'result-approved',
  'scored-by-ministry',
  'recognised-by-ministry',
  'below-90',
]

export async function deskItems(ctx: Context): Promise<DeskItem[]> {
  const states = mine(ctx).filter((state) => !spokenForAbove.includes(state))
  if (states.length === 0) return []
  const waiting = { states, communes: communesOf(ctx) }
  const lines = await store.queue(ctx, { ...filterOf(ctx, 'tat-ca'), waiting }, { page: 1, size: 100 })
  return (await withDays(ctx, lines)).map((line) =>
    itemOf(line, line.turn === 'advisory-team' ? paths.evaluation.advice(line.id) : paths.dossier.file(line.id)),
  )
}

/** What this person's producers handed in and others have in their hands: nothing to do, but good to know. */
export async function underWay(ctx: Context): Promise<DeskItem[]> {
  const { id, producers } = ctx.actor
  if (producers.length === 0) return []
  const states = dossierStates.filter((state) => !isEnded(state) && whoseTurn(state) !== 'producer')
  const lines = await store.queue(ctx, { id, producers, postings: [], states }, { page: 1, size: queueSize })
  return (await withDays(ctx, lines)).map((line) => itemOf(line, paths.dossier.file(line.id)))
}

function itemOf(line: QueueRow, href: string): DeskItem {
  return {
    id: line.id,
    href,
    title: line.productName,
    sub: [line.number, line.producerName].filter(Boolean).join(' · '),
    act: askedOf(line),
    dueOn: line.dueOn,
    daysLeft: line.daysLeft,
    turn: turnWords[line.turn],
  }
}
