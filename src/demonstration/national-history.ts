import type { Tx } from '../platform/atomically.ts'
import { addPicture } from '../product/actions.ts'
import { chanceFrom } from './chance.ts'
import type { EnteredProduct, Historian } from './history.ts'
import { enterMaker } from './history.ts'
import { planMakers } from './history-plan.ts'
import type { MakerPlan } from './history-plan.ts'
import { brandsFor } from './names.ts'
import type { PictureBook } from './pictures.ts'
import { oldProvinces, placesOf } from './places.ts'
import { roundsBefore } from './rounds.ts'

const seed = 2_018

/** Enters the past of all sample provinces. @returns the products, for those who hang pictures. */
export async function enterHistory(tx: Tx): Promise<readonly EnteredProduct[]> {
  const historian: Historian = { chance: chanceFrom(seed + 1), serial: 1, rounds: new Map(), names: new Map() }
  const products: EnteredProduct[] = []
  for (const plan of await planCountry(tx)) products.push(...(await enterMaker(tx, historian, plan)))
  return products
}

/** Everything drawn in one order, so that the same day gives the same country. */
async function planCountry(tx: Tx): Promise<MakerPlan[]> {
  const chance = chanceFrom(seed)
  const [brands, names] = [brandsFor(chance), new Set<string>()]
  const plans: MakerPlan[] = []
  for (const province of oldProvinces) {
    const ground = { chance, brands, names, today: tx.today, rounds: roundsBefore(tx.today, province.code) }
    plans.push(...planMakers(ground, province, await placesOf(tx, province)))
  }
  return plans
}

/** One drawing for each product, out of few: many products share one. */
export async function hangPictures(tx: Tx, book: PictureBook, products: readonly EnteredProduct[]): Promise<void> {
  const chance = chanceFrom(seed)
  for (const { id, name, drawing } of products) {
    await addPicture(tx, id, book.of(drawing, chance), `Hình vẽ minh họa ${name}, dữ liệu mẫu`)
  }
}
