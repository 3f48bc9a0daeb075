import { ownProducers } from '../../producer/actions.ts'
import { productsOf } from '../../product/actions.ts'
import { groupName } from '../../product/groups.ts'
import { groupingText } from '../../product/model.ts'
import { confirmBuyer, openChannel, postDemand, registerBuyer } from '../../trade/actions-buyer.ts'
import { enquire, takeStep } from '../../trade/actions-connection.ts'
import { enterChains } from './chains.ts'
import { makeOffer } from '../../trade/actions-offer.ts'
import type { BuyerInput, ChannelInput, DemandInput, OfferInput } from '../../trade/model.ts'
import type { StepInput } from '../../trade/model-connection.ts'
import { addDays } from '../../kernel/civil-date.ts'
import type { Stage } from './stage.ts'

const buying = 'mau.ben-mua'
const officer = 'mau.xuc-tien'

const market: BuyerInput = {
  kind: 'supermarket',
  name: 'Siêu thị mẫu Cao Nguyên (dữ liệu mẫu)',
  province: '66',
  address: 'Số 1 đường Mẫu',
  contactName: 'Người mua mẫu',
  phone: '0900000901',
  email: 'ben-mua@vidu.vn',
}
const stop: BuyerInput = {
  ...market,
  kind: 'sales-point',
  name: 'Điểm bán OCOP mẫu ở trạm dừng nghỉ (dữ liệu mẫu)',
  phone: '0900000902',
}
const trader: BuyerInput = {
  ...market,
  kind: 'trader',
  name: 'Thương nhân mẫu gom nông sản (dữ liệu mẫu)',
  phone: '0900000903',
  email: undefined,
}

const shelf: ChannelInput = {
  name: 'Quầy đặc sản, chuỗi mẫu 12 siêu thị',
  asks: ['business-registration', 'food-safety', 'quality-declaration', 'test-result', 'gtin'],
  minStars: 3,
  unit: 'kg',
  minQuantity: 200,
  paymentDays: 45,
  discountPercent: 15,
  note: 'Có hóa đơn; giao về kho trung tâm.',
}
const loose: ChannelInput = {
  name: 'Gom tại vườn',
  asks: ['material-origin'],
  minStars: 0,
  unit: 'kg',
  minQuantity: 500,
  paymentDays: 0,
  discountPercent: 0,
}

/** Sellers whose products are offered, with the months they have goods in, and a price of one kilogram. */
const sellers: readonly (readonly [signInName: string, months: readonly number[], price: number])[] = [
  ['mau.chu-the-ca-phe', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 185_000],
  ['mau.chu-the-gia-lai', [1, 2, 3, 9, 10, 11, 12], 240_000],
  ['mau.chu-the-mang-den', [1, 2, 3, 10, 11, 12], 320_000],
  ['mau.chu-the-bien', [2, 3, 4, 5, 6, 7, 8], 90_000],
]
const offersEach = 3

/** Sold by the kilogram; tourism, the last group, is not. */
function isGoods(group: string): boolean {
  return group !== '' && group !== '26'
}

interface Offered {
  readonly id: string
  readonly group: string
  readonly price: number
  readonly seller: string
  /** A month in which there are goods. */
  readonly month: number
}

/** Buyers, what they ask, what producers offer, and connections in every stage. All of it is invented. */
export async function enterTrade(stage: Stage): Promise<void> {
  const offered: Offered[] = []
  for (const [seller, months, price] of sellers) offered.push(...(await offer(stage, seller, months, price)))
  const marketId = await registerBuyer(await stage.as(buying, 60), market, true)
  await confirmBuyer(await stage.as(officer, 58), marketId)
  await registerBuyer(await stage.as(buying, 2), stop, true)
  const traderId = await registerBuyer(await stage.as(officer, 40), trader, true)
  const groups = [...new Set(offered.map(({ group }) => group))].slice(0, 3)
  await demand(stage, buying, marketId, shelf, groups)
  await demand(stage, officer, traderId, loose, groups.slice(0, 1))
  await connect(stage, marketId, offered)
  await enterChains(stage)
}

async function offer(stage: Stage, seller: string, months: readonly number[], price: number): Promise<Offered[]> {
  const then = await stage.as(seller, 45)
  const producers = (await ownProducers(then)).map(({ id }) => id)
  const products = (await productsOf(then, ...producers)).filter(
    ({ groupText, groupNo, retiredOn }) => groupText === groupingText && isGoods(groupNo) && retiredOn === null,
  )
  const made: Offered[] = []
  for (const [index, { id: product, groupNo: group }] of products.slice(0, offersEach).entries()) {
    const terms: OfferInput = {
      product,
      unit: 'kg',
      price: price + index * 15_000,
      monthly: Object.fromEntries(months.map((month) => [String(month), 250 + 50 * ((month + index) % 4)])),
      minOrder: 20,
      paymentDays: index === 0 ? 45 : 15,
      discountPercent: index === 0 ? 15 : 8,
    }
    made.push({ id: await makeOffer(then, terms, true), group, price: terms.price, seller, month: months[0] ?? 1 })
  }
  return made
}

async function demand(stage: Stage, by: string, buyerId: string, channel: ChannelInput, groups: readonly string[]) {
  const then = await stage.as(by, 30)
  const channelId = await openChannel(then, buyerId, channel)
  for (const group of groups) {
    const wanted: DemandInput = {
      channel: channelId,
      title: `${groupName(groupingText, group)}: hàng cho ${channel.name.toLocaleLowerCase('vi')}`,
      group,
      months: [1, 2, 10, 11, 12],
      quantity: channel.minQuantity,
      until: addDays(then.today, 120),
      note: 'Nhu cầu mẫu, không có thật.',
    }
    await postDemand(then, buyerId, wanted, true)
  }
}

/** How far each connection went, by whom each step was taken, and so many days ago. */
const ways: readonly (readonly (readonly [act: StepInput['act'], ago: number])[])[] = [
  [
    ['quote', 24],
    ['accept', 22],
    ['deliver', 14],
    ['receive', 12],
  ],
  [
    ['quote', 15],
    ['accept', 12],
  ],
  [['quote', 6]],
  [],
]

async function connect(stage: Stage, buyerId: string, offered: readonly Offered[]): Promise<void> {
  for (const [index, way] of ways.entries()) {
    const chosen = offered[index * 2]
    if (chosen === undefined) return
    const asking = await stage.as(buying, (way[0]?.[1] ?? 3) + 2)
    const wantedOn = nextDayIn(asking.today, chosen.month)
    const id = await enquire(asking, chosen.id, { buyer: buyerId, quantity: 60, wantedOn, note: 'Đơn mẫu.' }, true)
    for (const [position, [act, ago]] of way.entries()) {
      const side = act === 'accept' || act === 'receive' ? 'buyer' : 'producer'
      const then = await stage.as(side === 'buyer' ? buying : chosen.seller, ago)
      await takeStep(then, id, { act, side, position: position + 1 })
    }
  }
}

/** The first day of a month that has goods, this year or the next. */
function nextDayIn(today: string, month: number): string {
  const at = (year: number) => `${year}-${String(month).padStart(2, '0')}-28`
  const year = Number(today.slice(0, 4))
  return at(year) >= today ? at(year) : at(year + 1)
}
