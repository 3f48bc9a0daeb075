import { record } from '../audit/actions.ts'
import { country } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { slugOf } from '../kernel/text.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { provincesToday, unitsToday } from '../territory/actions.ts'
import { statisticsAccess } from './access.ts'
import { placeByCode } from './actions.ts'
import { figureById } from './figures/catalogue-of-figures.ts'
import type { CorrectionInput, EndRegionInput, Place, Published, PublishedInput, RegionInput } from './model.ts'
import { judgeCorrection, judgeRegion } from './rules.ts'
import * as store from './store-entry.ts'

/** Keeps a total published elsewhere exactly as printed, to be held against its parts and the records. */
export function enterPublished(ctx: Context, input: PublishedInput): Promise<Published> {
  return atomically(ctx, async (tx) => {
    const place = await placeByCode(tx, input.placeCode)
    if (ctx.actor.id !== 'system') await refuseStranger(tx, place)
    if (input.at > tx.today) throw new Refused({ code: 'statistics/in-future', field: 'at' })
    orMissing(figureById(input.figure))
    const published: Published = { id: newId(), ...input }
    await store.savePublished(tx, published, { account: ctx.actor.id, at: ctx.now })
    await record(tx, 'statistics.published-entered', published.id, { title: published.title })
    return published
  })
}

/** The provinces for which this person may enter what was published; the country besides for the ministry. */
export async function placesToEnter(ctx: Context): Promise<{ code: string; name: string }[]> {
  const all = [{ code: country, name: 'Cả nước' }, ...(await provincesToday(ctx))]
  return all.filter(({ code }) => statisticsAccess['enter-published'](ctx.actor, { unit: code, province: code }))
}

/** A published figure that this person may correct. @throws {Refused} for others. */
export async function publishedById(ctx: Context, id: string): Promise<Published> {
  const published = orMissing(await store.publishedById(ctx, id))
  await refuseStranger(ctx, await placeByCode(ctx, published.placeCode))
  return published
}

/** Says publicly that a published figure was wrong; the figure itself stays as it was printed. */
export function correct(ctx: Context, id: string, input: CorrectionInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    const published = await publishedById(tx, id)
    const { part, said } = orRefuse(judgeCorrection(published, input))
    const { shouldBe, reason, source } = input
    const correction = { id: newId(), publishedId: id, part, said, shouldBe, reason, source, at: tx.now }
    await store.addCorrection(tx, correction, tx.actor.id)
    await record(tx, 'statistics.corrected', correction.id, { published: id, said, shouldBe })
  })
}

/** Every correction, the latest first. */
export function corrections(ctx: Context) {
  return store.corrections(ctx)
}

/** A region of provinces from a day on: figures can be asked for it from now on. */
export function defineRegion(ctx: Context, input: RegionInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    refuseOthers(tx)
    const id = slugOf(input.name)
    const known = { isTaken: (await store.regionIds(tx)).includes(id), provinces: await provincesToday(tx) }
    orRefuse(judgeRegion(input, id, known))
    if (!(await store.addRegion(tx, { ...input, id }, { account: tx.actor.id, at: tx.now }))) {
      throw new Refused({ code: 'statistics/region-exists', field: 'name' })
    }
    await record(tx, 'statistics.region-defined', id, { provinces: input.provinces.join(' '), source: input.source })
  })
}

/** A region is no longer used from a day on; what was counted for it keeps its address. */
export function endRegion(ctx: Context, { region: id, on }: EndRegionInput): Promise<void> {
  return atomically(ctx, async (tx) => {
    refuseOthers(tx)
    const region = orMissing((await store.regionsEver(tx)).find((one) => one.id === id))
    if (region.validTo !== null) throw new Refused({ code: 'statistics/region-ended' })
    if (on <= region.validFrom) throw new Refused({ code: 'statistics/ends-before', field: 'on' })
    await store.endRegion(tx, id, on)
    await record(tx, 'statistics.region-ended', id, { on })
  })
}

export function regionsEver(ctx: Context) {
  return store.regionsEver(ctx)
}

export function mayDefine(ctx: Context): boolean {
  return statisticsAccess['define-region'](ctx.actor)
}

function refuseOthers(ctx: Context): void {
  if (!mayDefine(ctx)) throw new Refused({ code: 'kernel/not-found' })
}

async function refuseStranger(ctx: Context, { code, commune }: Place): Promise<void> {
  const [unit] = commune === undefined ? [] : await unitsToday(ctx, [commune])
  const province = unit?.provinceCode ?? (/^\d{2}$/.test(code) ? code : country)
  const asked = { unit: province === country ? country : code, province }
  if (!statisticsAccess['enter-published'](ctx.actor, asked)) throw new Refused({ code: 'statistics/not-editor' })
}
