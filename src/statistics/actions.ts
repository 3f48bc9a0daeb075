import { country } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import { kindWords } from '../producer/words.ts'
import { currentText, rubricById } from '../regime/law.ts'
import { figureById, figures } from './figures/catalogue-of-figures.ts'
import type { Figure } from './figures/figure.ts'
import type { Correction, Dimension, Fact, FigureAnswer, Part, Place, Published, Rising } from './model.ts'
import { answerOf, canSplit, lackOf, reconcile } from './rules.ts'
import type { Reconciliation } from './rules.ts'
import { allPublished, corrections as correctionsOf } from './store-entry.ts'
import * as store from './store.ts'

export const recordsSize = 50
/** Nearer than this to the next band counts as able to rise; no text says how near, so it is ours. */
export const mostPointsShort = 5

/** A place of a figure by its code: the country, a region, a province or a commune. @throws {Refused} for none. */
export async function placeByCode(ctx: Context, code: string | undefined): Promise<Place> {
  if (code === undefined || code === '' || code === country) {
    return { code: country, name: 'Cả nước', provinces: undefined, commune: undefined }
  }
  const region = await store.regionById(ctx, code)
  if (region) return { code, name: region.name, provinces: region.provinces, commune: undefined }
  const [unit] = await store.placeNames(ctx, [code])
  if (!unit) throw new Refused({ code: 'statistics/no-such-place', field: 'place' })
  return code.length === 2
    ? { code, name: unit.name, provinces: [code], commune: undefined }
    : { code, name: unit.name, provinces: undefined, commune: code }
}

/** A figure as of a day for a place, split along one dimension when asked. */
export async function figureAnswer(
  ctx: Context,
  figure: Figure,
  { at, place, by }: { at: CivilDate; place: Place; by?: Dimension | undefined },
): Promise<FigureAnswer> {
  if (by !== undefined && !canSplit(figure, by)) {
    throw new Refused({ code: 'statistics/no-such-dimension', field: 'by' })
  }
  const [value, parts] = await Promise.all([
    store.countOf(ctx, figure, at, place),
    by === undefined ? [] : store.partsOf(ctx, figure, at, place, by),
  ])
  return answerOf(value, by === undefined ? [] : await named(ctx, by, parts))
}

/** The records behind a figure or one part of it: as many as the figure says. */
export async function figureRecords(
  ctx: Context,
  figure: Figure,
  {
    at,
    place,
    part,
    page,
  }: { at: CivilDate; place: Place; part?: { by: Dimension; key: string } | undefined; page: number },
): Promise<{ items: Fact[]; total: number }> {
  const [items, total] = await Promise.all([
    store.recordsOf(ctx, figure, at, place, part, { page, size: recordsSize }),
    part ? store.countPart(ctx, figure, at, place, part) : store.countOf(ctx, figure, at, place),
  ])
  return { items, total }
}

/** Figures in one look: all of them, or those that are asked for. */
export function overview(
  ctx: Context,
  at: CivilDate,
  place: Place,
  asked: readonly Figure[] = figures,
): Promise<{ figure: Figure; value: number }[]> {
  return Promise.all(asked.map(async (figure) => ({ figure, value: await store.countOf(ctx, figure, at, place) })))
}

/** Products that could rise: they lack at most so many points for the next star of the text in force. */
export async function rising(
  ctx: Context,
  { at, place, page }: { at: CivilDate; place: Place; page: number },
): Promise<{ items: Rising[]; total: number }> {
  const from = (stars: number) => (currentText.bands.find((band) => band.stars === stars)?.from ?? 100) * 100
  const asked = { four: from(4), five: from(5), within: mostPointsShort * 100 }
  const found = await store.risingProducts(ctx, at, place, asked, { page, size: recordsSize })
  const items = found.map(({ total: _, ...product }) => ({
    ...product,
    lack: lackOf(
      product,
      currentText,
      product.groupNo === null ? undefined : rubricById(`${currentText.id}/${product.groupNo}`),
    ),
  }))
  return { items, total: found[0]?.total ?? 0 }
}

/** All units of the lowest level, as of today and as they were on the day. */
export async function communeTotals(
  ctx: Context,
  at: CivilDate,
  place: Place,
): Promise<{ today: number; onDay: number }> {
  const [today, onDay] = await Promise.all([store.communeTotal(ctx, place), store.communeTotalThen(ctx, at, place)])
  return { today: today.count, onDay: onDay.count }
}

/** Regions to choose from, as they stand today. */
export function regions(ctx: Context) {
  return store.regions(ctx, ctx.today)
}

/** What was published, with what was corrected of it since, held against its parts and the records. */
export async function reconciled(
  ctx: Context,
): Promise<{ published: Published; place: Place; held: Reconciliation; corrected: Correction[] }[]> {
  const [all, corrections] = await Promise.all([allPublished(ctx), correctionsOf(ctx)])
  return Promise.all(
    all.map(async (published) => {
      const place = await placeByCode(ctx, published.placeCode)
      const figure = orMissing(figureById(published.figure))
      const counted = await store.countOf(ctx, figure, published.at, place)
      const corrected = corrections.filter(({ publishedId }) => publishedId === published.id)
      return { published, place, held: reconcile(published, counted), corrected }
    }),
  )
}

async function named(
  ctx: Context,
  by: Dimension,
  parts: readonly { key: string | null; count: number }[],
): Promise<Part[]> {
  const keys = parts.flatMap(({ key }) => (key === null ? [] : [key]))
  const names = await namesOf(ctx, by, keys)
  return parts.map(({ key, count }) => ({ key, count, label: key === null ? 'Chưa xác định' : (names(key) ?? key) }))
}

async function namesOf(
  ctx: Context,
  by: Dimension,
  keys: readonly string[],
): Promise<(key: string) => string | undefined> {
  if (by === 'stars') return (key) => `${key} sao`
  if (by === 'group') return (key) => rubricById(`26-2026/${key}`)?.name
  if (by === 'kind') return (key) => (kindWords as Record<string, string>)[key]
  if (by === 'year') return (key) => key
  const found = by === 'round' ? await store.roundNames(ctx, keys) : await store.placeNames(ctx, keys)
  const byCode = new Map(found.map(({ code, name }) => [code, name]))
  return (key) => byCode.get(key)
}
