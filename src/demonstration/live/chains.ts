import { ownProducers } from '../../producer/actions.ts'
import { productsOf } from '../../product/actions.ts'
import { enterArea, keepStarMonth } from '../../trade/actions-chain.ts'
import { giftChoices, keepExport, shelveGift } from '../../trade/actions-shelf.ts'
import { monthsBack } from '../../trade/rules-chain.ts'
import type { Stage } from './stage.ts'

const owner = 'mau.chu-the-ca-phe'
const officer = 'mau.xuc-tien'
const giftsShown = 4

/** One producer's chain and private sheet, its first product on the way abroad, a shelf of gifts. All of it is invented. */
export async function enterChains(stage: Stage): Promise<void> {
  const then = await stage.as(owner, 40)
  const [producer] = await ownProducers(then)
  if (producer === undefined) return
  const area = { crop: 'Cà phê', commune: '24280', households: 46, contract: true, fromDate: stage.day(400) }
  await enterArea(then, producer.id, { ...area, name: 'Vườn cà phê mẫu của 46 hộ', squareMetres: 640_000 }, true)
  for (const back of [3, 2, 1]) {
    const month = monthsBack(then.today, back).slice(0, 7)
    const figures = { cost: 4_000_000 + back * 500_000, starredSales: 38_000_000, otherSales: 61_000_000 }
    await keepStarMonth(then, producer.id, { month, ...figures }, true)
  }
  const [product] = await productsOf(then, producer.id)
  if (product !== undefined) {
    const words = { englishName: 'Sample ground coffee', englishSummary: 'Sample record: medium roasted robusta.' }
    await keepExport(then, product.id, { ...words, hsCode: '090121', markets: 'Japan', englishLabel: false })
  }
  const shelving = await stage.as(officer, 20)
  for (const { id } of (await giftChoices(shelving)).slice(0, giftsShown)) {
    await shelveGift(shelving, { product: id, occasion: 'Tết, đoàn khách (mẫu)', price: 320_000 }, true)
  }
}
