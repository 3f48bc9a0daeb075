import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { addPicture } from '../product/actions.ts'
import { chanceFrom } from './chance.ts'
import type { Drawing } from './goods/model.ts'
import type { EnteredMaker, EnteredProduct, Historian } from './history.ts'
import { enterMaker, enterRecognition } from './history.ts'
import { planMakers } from './history-plan.ts'
import type { MakerPlan } from './history-plan.ts'
import { brandsFor } from './names.ts'
import type { PictureBook } from './pictures.ts'
import { oldProvinces, placesOf } from './places.ts'
import { roundsBefore } from './rounds.ts'

const seed = 2_018

/** Enters the past of all sample provinces. @returns the products, for those who hang pictures. */
export async function enterHistory(ctx: Context): Promise<readonly EnteredProduct[]> {
  const plans = await planCountry(ctx)
  const homes = [...new Set(oldProvinces.map(({ today }) => today))]
  // Side by side: each province signs its own decisions, so none waits for another. The ministry comes after all.
  const entered = await Promise.all(
    homes.map((home, index) => enterHome(ctx, plans.filter(({ place }) => place.todayProvince === home), index)),
  )
  await atomically(ctx, async (tx) => {
    const historian = openHistory(homes.length)
    for (const { forMinistry } of entered.flat()) {
      for (const line of forMinistry) await enterRecognition(tx, historian, line)
    }
  })
  return entered.flatMap((makers) => makers.flatMap(({ products }) => products))
}

/** Everything drawn in one order, so that the same day gives the same country. */
async function planCountry(ctx: Context): Promise<MakerPlan[]> {
  const chance = chanceFrom(seed)
  const [brands, names] = [brandsFor(chance), new Set<string>()]
  const places = await Promise.all(oldProvinces.map((province) => placesOf(ctx, province)))
  return oldProvinces.flatMap((province, index) =>
    planMakers({ chance, brands, names, today: ctx.today, rounds: roundsBefore(ctx.today, province.code) }, province, places[index] ?? []),
  )
}

function enterHome(ctx: Context, plans: readonly MakerPlan[], index: number): Promise<EnteredMaker[]> {
  return atomically(ctx, async (tx: Tx) => {
    const historian = openHistory(index)
    const entered: EnteredMaker[] = []
    for (const plan of plans) entered.push(await enterMaker(tx, historian, plan))
    return entered
  })
}

function openHistory(index: number): Historian {
  return { chance: chanceFrom(seed + 1 + index), serial: 1 + index * 100, rounds: new Map(), names: new Map() }
}

/** One drawing for each product, out of few: many products share one. */
export async function hangPictures(ctx: Context, book: PictureBook, products: readonly { readonly id: string; readonly name: string; readonly drawing: Drawing }[]): Promise<void> {
  const chance = chanceFrom(seed)
  await atomically(ctx, async (tx) => {
    for (const { id, name, drawing } of products) {
      await addPicture(tx, id, book.of(drawing, chance), `Hình vẽ minh họa ${name}, dữ liệu mẫu`)
    }
  })
}
