import { country } from '../kernel/actor.ts'
import type { Role, UnitCode } from '../kernel/actor.ts'
import { daysBetween } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { producerById } from '../producer/actions.ts'
import { kindWords } from '../producer/words.ts'
import { placeName } from '../territory/actions.ts'
import { paths } from '../ui/paths.ts'
import { may, placeOf } from './actions.ts'
import { cellId, cellsOf, smallestIn, tablesOf } from './cells.ts'
import type { SumLevel } from './cells.ts'
import type { Owing, ShownSum, Split } from './model.ts'
import { protect } from './rules-protect.ts'
import { dueOn, judgeYear, knownFor, termFor, yearAsked } from './rules.ts'
import * as store from './store.ts'

const size = 30

/** The own producers and what each owes for the last years. */
export async function ownReports(ctx: Context) {
  const asked = yearAsked(ctx.today)
  const years = [asked, asked - 1, asked - 2]
  const [terms, ...owed] = await Promise.all([
    store.terms(ctx),
    ...years.map((year) => store.owingOf(ctx, ctx.actor.producers, year)),
  ])
  return owed.flat().map((one) => ({ ...one, due: dueOn(one.year, termFor(terms, one.year, one.provinceToday ?? '')) }))
}
export type OwnReport = Awaited<ReturnType<typeof ownReports>>[number]

/** Producers that owe a report of a year, in the order of their names. */
export async function producersToTell(ctx: Context, year: number, most: number): Promise<readonly string[]> {
  const { items } = await store.owingPage(ctx, { year, onlySilent: true }, { page: 1, size: most })
  return items.map(({ producerId }) => producerId)
}

/** One year of one producer: what is known, what was told, when it is due, and who may tell. */
export async function yearFile(ctx: Context, producerId: string, year: number) {
  const producer = orMissing(await producerById(ctx, producerId))
  const at = placeOf(producer)
  if (!may(ctx, 'read-report', at)) throw new Refused({ code: 'kernel/not-found' })
  if (!judgeYear(year, ctx.today).ok) throw new Refused({ code: 'kernel/not-found' })
  const [reports, terms] = await Promise.all([store.reportsOf(ctx, producerId), store.terms(ctx)])
  const term = termFor(terms, year, at.province)
  const own = may(ctx, 'tell-own', at)
  return {
    producer,
    year,
    reports: reports.filter((report) => report.year === year),
    known: knownFor(year, reports, producer),
    term,
    due: dueOn(year, term),
    own,
    tells: own || may(ctx, 'tell-for', at),
  }
}
export type YearFile = Awaited<ReturnType<typeof yearFile>>

const readers: readonly Role[] = [
  'commune-officer',
  'commune-leader',
  'province-officer',
  'province-leader',
  'support-officer',
  'ministry-officer',
  'ministry-leader',
  'auditor',
]

export interface OwingAsked {
  /** One of the units this person works for. */
  readonly unit?: string | undefined
  readonly year: number
  readonly onlySilent: boolean
  readonly page: number
}

/** Who owes a report of a year in a unit that this person works for, the widest first. @throws {Refused} for those without one. */
export async function owingList(ctx: Context, { unit: asked, year, onlySilent, page }: OwingAsked) {
  orRefuse(judgeYear(year, ctx.today))
  const postings = ctx.actor.postings
    .filter(({ role }) => readers.includes(role))
    .toSorted((one, other) => widthOf(one.unit) - widthOf(other.unit))
  const posting = postings.find(({ unit }) => unit === asked) ?? postings[0]
  if (posting === undefined) throw new Refused({ code: 'kernel/not-found' })
  const { unit, province } = posting
  const units = await Promise.all(
    [...new Set(postings.map((one) => one.unit))].map(async (code) => ({ code, name: await unitName(ctx, code) })),
  )
  const where =
    unit === country
      ? {}
      : unit.length === 2
        ? { province: unit }
        : unit.length === 5
          ? { commune: unit }
          : { province }
  const [found, terms] = await Promise.all([
    store.owingPage(ctx, { year, onlySilent, ...where }, { page, size }),
    store.terms(ctx),
  ])
  const term = termFor(terms, year, province)
  const list: Page<Owing> = { items: found.items, total: found.total, page, size }
  return { list, silent: found.silent, term, due: dueOn(year, term), year, onlySilent, unit, units }
}

const widthOf = (unit: UnitCode) => (unit === country ? 0 : unit.length)

async function unitName(ctx: Context, code: UnitCode): Promise<string> {
  return code === country ? 'Cả nước' : ((await placeName(ctx, code)) ?? code)
}
export type OwingFile = Awaited<ReturnType<typeof owingList>>

/** Sums of a year for the country or a province, with what would tell of somebody taken out. */
export async function outcomes(
  ctx: Context,
  { year, province, by }: { year: number; province: UnitCode | undefined; by: Split },
) {
  orRefuse(judgeYear(year, ctx.today))
  const [all, terms, years] = await Promise.all([store.outcomeSums(ctx, year), store.terms(ctx), store.yearsTold(ctx)])
  // The sums of all pages are protected together: what one page shows must not give away what another hides.
  const shown = protect(cellsOf(all, terms, year), tablesOf(all))
  const level: SumLevel = by === 'kind' && province !== undefined ? 'province-kind' : by
  const parts = all
    .filter((row) => row.level === level && (province === undefined || row.province === province))
    .toSorted((one, other) => other.reported - one.reported || other.owing - one.owing)
  const names = await namesOf(ctx, by, parts)
  return {
    year,
    by,
    smallestCell: smallestIn(terms, year, province ?? null),
    years: years.map((told) => told.year),
    total:
      shown(cellId(province === undefined ? 'country' : 'province', province ?? null, province ?? null)) ?? nothing,
    sums: parts.flatMap((row) => {
      const sum = shown(cellId(level, row.province, row.key))
      return sum ? [{ ...sum, name: names.get(row.key ?? '') ?? row.key ?? 'Chưa xác định' }] : []
    }),
  }
}

/** A province where nobody owes a report. */
const nothing: ShownSum = {
  key: null,
  owing: 0,
  reported: 0,
  revenue: 0,
  labourTotal: 0,
  labourLocal: 0,
  labourFemale: 0,
  labourMinority: 0,
  closedChain: 0,
  careAsked: 0,
  environmentCare: 0,
  cultureKept: 0,
  materialSquareMetres: 0,
  monthlyIncome: 0,
  told: { revenue: 0, labourTotal: 0, labourLocal: 0, labourFemale: 0, labourMinority: 0, monthlyIncome: 0 },
}
export type Outcomes = Awaited<ReturnType<typeof outcomes>>

async function namesOf(ctx: Context, by: Split, parts: readonly { key: string | null }[]) {
  if (by === 'kind') return new Map<string, string>(Object.entries(kindWords))
  const codes = parts.flatMap(({ key }) => (key === null ? [] : [key]))
  return new Map((await store.placeNames(ctx, codes)).map(({ code, name }) => [code, name]))
}

export async function termList(ctx: Context) {
  const units = ctx.actor.postings
    .map(({ unit }) => unit)
    .filter((unit) => may(ctx, 'set-term', { unit, province: unit }))
  return { terms: await store.terms(ctx), units: [...new Set(units)] }
}

/** For producers: the report they owe. For the commune's officer: how many are silent past the day. */
export async function deskItems(ctx: Context): Promise<DeskItem[]> {
  const year = yearAsked(ctx.today)
  const communes = ctx.actor.postings.filter(({ role }) => role === 'commune-officer').map(({ unit }) => unit)
  const producers = ctx.actor.producers
  if (communes.length === 0 && producers.length === 0) return []
  const [owed, terms] = await Promise.all([
    producers.length === 0 ? [] : store.owingOf(ctx, producers, year),
    store.terms(ctx),
  ])
  const ownItems = owed.filter(({ reportId }) => reportId === null).map((one) => ownItem(ctx, one, terms))
  const lateItems = await Promise.all(communes.map((commune) => lateItem(ctx, commune, year, terms)))
  return [...ownItems, ...lateItems.flat()]
}

type Terms = Awaited<ReturnType<typeof store.terms>>

function ownItem({ today }: Context, one: Owing, terms: Terms): DeskItem {
  const due = dueOn(one.year, termFor(terms, one.year, one.provinceToday ?? ''))
  return {
    id: `${one.producerId}-${one.year}`,
    href: paths.outcome.year(one.producerId, one.year),
    title: `Báo cáo năm ${one.year}`,
    sub: one.name,
    act: 'Xem số đã điền sẵn và gửi',
    dueOn: due,
    daysLeft: daysBetween(today, due),
    plainDays: true,
    turn: 'Chủ thể',
  }
}

async function lateItem(ctx: Context, commune: UnitCode, year: number, terms: Terms): Promise<DeskItem[]> {
  const province = ctx.actor.postings.find(({ unit }) => unit === commune)?.province ?? ''
  const due = dueOn(year, termFor(terms, year, province))
  if (due >= ctx.today) return []
  const { silent } = await store.owingPage(ctx, { year, commune, onlySilent: true }, { page: 1, size: 1 })
  if (silent === 0) return []
  return [
    {
      id: `cham-${commune}-${year}`,
      href: paths.outcome.owing({ nam: year, xem: 'chua', noi: commune }),
      title: `${silent} chủ thể chưa báo cáo năm ${year}`,
      act: 'Nhắc hoặc ghi thay',
      dueOn: due,
      daysLeft: daysBetween(ctx.today, due),
      plainDays: true,
      turn: 'Cán bộ xã',
    },
  ]
}
