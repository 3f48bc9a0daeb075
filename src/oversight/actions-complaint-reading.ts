import { country } from '../kernel/actor.ts'
import type { Role, UnitCode } from '../kernel/actor.ts'
import { daysBetween } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { calendarOf, calendarsOf } from '../programme/actions.ts'
import { workingDaysBetween } from '../programme/working-days.ts'
import { placeName } from '../territory/actions.ts'
import { paths } from '../ui/paths.ts'
import { oversightAccess } from './access.ts'
import { provinceOf } from './actions.ts'
import { placeOfComplaint, unitsAbove } from './actions-complaint.ts'
import type { Complaint } from './model-complaint.ts'
import { fileBy, termFor } from './rules-complaint.ts'
import { scoringOf } from './store-again.ts'
import * as store from './store-complaint.ts'
import { againTurns } from './words-again.ts'
import { complaintTurn } from './words-complaint.ts'

const size = 20

const offices: readonly Role[] = ['commune-officer', 'province-officer', 'ministry-officer']
const leaders: readonly Role[] = ['commune-leader', 'province-leader', 'ministry-leader']

function unitsWith({ actor }: Context, roles: readonly Role[]): readonly UnitCode[] {
  return [...new Set(actor.postings.filter(({ role }) => roles.includes(role)).map(({ unit }) => unit))]
}

/** The own ones of a producer, or those that a unit answers or looks at. */
export async function complaintList(
  ctx: Context,
  page: number,
): Promise<Page<Complaint> & { readonly own: boolean; readonly sets: boolean }> {
  const { producers, id: reader } = ctx.actor
  const units = unitsWith(ctx, [...offices, ...leaders, 'auditor'])
  const own = units.length === 0
  const wanted = own ? { producers, reader } : { units: units.includes(country) ? ('all' as const) : units, reader }
  return { ...(await store.complaints(ctx, wanted, { page, size })), page, size, own, sets: termUnits(ctx).length > 0 }
}

/** What may be complained of, each with the last day for it and where that day comes from. */
export async function complaintChoices(ctx: Context) {
  const [subjects, terms] = await Promise.all([
    store.contestableOf(ctx, ctx.actor.producers),
    store.complaintTerms(ctx),
  ])
  const choices = await Promise.all(
    subjects.map(async (subject) => {
      const unit = subject.unit ?? ''
      const term = termFor(terms, unitsAbove(unit, await provinceOf(ctx, unit)), ctx.today)
      return { ...subject, lastDay: fileBy(subject, term), basis: term.basis }
    }),
  )
  return choices.filter(({ lastDay }) => lastDay >= ctx.today)
}
export type ComplaintChoice = Awaited<ReturnType<typeof complaintChoices>>[number]

export async function complaintFile(ctx: Context, id: string) {
  const complaint = orMissing(await store.complaintById(ctx, id))
  const at = placeOfComplaint(complaint)
  if (!oversightAccess['read-complaint'](ctx.actor, at)) throw new Refused({ code: 'kernel/not-found' })
  const { dueOn, state, unitToday, provinceToday } = complaint
  const [steps, scoring, terms, calendar] = await Promise.all([
    store.complaintSteps(ctx, id),
    scoringOf(ctx, complaint.number, ctx.today),
    store.complaintTerms(ctx),
    calendarOf(ctx, provinceToday ?? country),
  ])
  const daysLeft =
    dueOn === null
      ? null
      : state === 'filed'
        ? workingDaysBetween(ctx.today, dueOn, calendar)
        : daysBetween(ctx.today, dueOn)
  const may = {
    receive: oversightAccess['receive-complaint'](ctx.actor, at),
    answer: oversightAccess['answer-complaint'](ctx.actor, at),
    withdraw: oversightAccess['file-complaint'](ctx.actor, at),
  }
  return {
    complaint,
    steps,
    scoring,
    term: termFor(terms, unitsAbove(unitToday ?? '', provinceToday ?? ''), ctx.today),
    daysLeft,
    may,
  }
}
export type ComplaintFile = Awaited<ReturnType<typeof complaintFile>>

/** Units whose terms this person may enter. */
export function termUnits(ctx: Context): readonly UnitCode[] {
  return unitsWith(ctx, leaders).filter((unit) => unit.length === 2)
}

export async function complaintTermPage(ctx: Context) {
  const units = await Promise.all(
    termUnits(ctx).map(async (code) => ({
      code,
      name: code === country ? 'Cả nước' : ((await placeName(ctx, code)) ?? code),
    })),
  )
  if (units.length === 0) throw new Refused({ code: 'kernel/not-found' })
  const own = units.map(({ code }) => code)
  const terms = await store.complaintTerms(ctx)
  return { units, terms: terms.filter(({ unitCode }) => own.includes(unitCode)) }
}

export async function complaintDeskItems(ctx: Context): Promise<DeskItem[]> {
  const { id: reader } = ctx.actor
  const ask = async (exactly: readonly UnitCode[], wanted: Pick<store.ComplaintsWanted, 'states' | 'toRevokeOn'>) =>
    exactly.length === 0
      ? []
      : (await store.complaints(ctx, { exactly, reader, ...wanted }, { page: 1, size: 50 })).items
  const units = unitsWith(ctx, offices)
  const [ofOffice, toAnswer, toRevoke] = await Promise.all([
    ask(units, { states: ['filed', 'reexamining'] }),
    ask(unitsWith(ctx, leaders), { states: ['received'] }),
    ask(units, { states: ['answered'], toRevokeOn: ctx.today }),
  ])
  // On an agenda it is the council's turn, which has the session on its own desk.
  const mine = [...ofOffice.filter(({ sitsOn }) => sitsOn === null), ...toAnswer, ...toRevoke]
  if (mine.length === 0) return []
  const calendars = await calendarsOf(ctx)
  return mine.map((one) => {
    const { dueOn, state } = one
    const plainDays = state !== 'filed'
    const calendar = calendars(one.provinceToday ?? country)
    const left = (on: string) => (plainDays ? daysBetween(ctx.today, on) : workingDaysBetween(ctx.today, on, calendar))
    const [turn, act] = complaintTurn(one) ?? againTurns['to-revoke'] ?? ['', '']
    return {
      id: one.id,
      href: paths.oversight.complaint(one.id),
      title: one.about,
      sub: `${one.number} · ${one.producerName}`,
      act,
      dueOn,
      daysLeft: dueOn === null ? null : left(dueOn),
      plainDays,
      turn,
    }
  })
}
