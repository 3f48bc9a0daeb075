import { country } from '../kernel/actor.ts'
import { readDate } from '../kernel/civil-date.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import { figureAnswer, placeByCode, regions } from '../statistics/actions.ts'
import { figureById, figures } from '../statistics/figures/catalogue-of-figures.ts'
import type { Place } from '../statistics/model.ts'
import { provincesToday } from '../territory/actions.ts'
import type { Citation, EditionInput, ShownCitation } from './model.ts'
import { citationText, judgeCitations } from './rules.ts'

/** What an editor may choose from: every published figure, the country, its regions and provinces. */
export async function figureChoices(ctx: Context) {
  const [provinces, defined] = await Promise.all([provincesToday(ctx), regions(ctx)])
  return {
    figures: figures.map(({ id, title }) => ({ value: id, label: title })),
    places: [
      { value: country, label: 'Cả nước' },
      ...defined.map(({ id, name }) => ({ value: id, label: name })),
      ...provinces.map(({ code, name }) => ({ value: code, label: name })),
    ],
    provinces: provinces.map(({ code, name }) => ({ value: code, label: name })),
  }
}

/** The line that a chosen figure adds to the end of a text; nothing when none is chosen. */
export async function figureToAdd(
  ctx: Context,
  { figure: id, figureOn, figurePlace }: Pick<EditionInput, 'figure' | 'figureOn' | 'figurePlace'>,
): Promise<string> {
  if (id === undefined) return ''
  const onDate = figureOn === undefined ? ctx.today : readDate(figureOn)
  if (onDate === undefined) throw new Refused({ code: 'newsroom/no-such-day', field: 'figureOn' })
  const citation: Citation = { figure: id, onDate, placeCode: figurePlace ?? country }
  await requireKnown(ctx, [citation])
  return `${figureById(id)?.title}: ${citationText(citation)}.`
}

/** @throws {Refused} for a figure, a place or a day that cannot be counted. */
export async function requireKnown(ctx: Context, citations: readonly Citation[]): Promise<void> {
  orRefuse(judgeCitations(citations, ctx.today, (figure) => figureById(figure) !== undefined))
  await Promise.all(citations.map((citation) => placeFor(ctx, citation)))
}

async function placeFor(ctx: Context, citation: Citation): Promise<Place> {
  try {
    return await placeByCode(ctx, citation.placeCode)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    throw new Refused({ code: 'newsroom/no-such-figure', field: 'body', facts: { text: citationText(citation) } })
  }
}

/** Counts each figure once, as it stands in the records now for its day and place. */
export async function valuesOf(
  ctx: Context,
  citations: readonly Citation[],
): Promise<{ citation: Citation; value: number }[]> {
  await requireKnown(ctx, citations)
  return Promise.all(
    citations.map(async (citation) => {
      const { figure, onDate: at, placeCode } = citation
      const place = await placeByCode(ctx, placeCode)
      return { citation, value: (await figureAnswer(ctx, orMissing(figureById(figure)), { at, place })).value }
    }),
  )
}

/** Each figure as cited and as it stands today; what was not published yet is counted now. A region that ended is left out. */
export async function shownCitations(
  ctx: Context,
  citations: readonly Citation[],
  counted: readonly (Citation & { readonly value: number })[],
): Promise<ShownCitation[]> {
  const cited = new Map(counted.map((one) => [citationText(one), one.value]))
  const shown = await Promise.all(
    citations.map(async (citation) => {
      const figure = figureById(citation.figure)
      if (!figure) return []
      const place = await placeFor(ctx, citation).catch(() => undefined)
      if (!place) return []
      const count = async (at: string) => (await figureAnswer(ctx, figure, { at, place })).value
      const then = cited.get(citationText(citation)) ?? (await count(citation.onDate))
      const { title, unit } = figure
      return [{ ...citation, title, unit, placeName: place.name, cited: then, today: await count(ctx.today) }]
    }),
  )
  return shown.flat()
}
