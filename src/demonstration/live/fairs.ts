import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import {
  addBoothPicture,
  applyToFair,
  keepAsEvidence,
  tellFairOutcome,
  writeBooth,
} from '../../fair/actions-producer.ts'
import { openPoint, putOnShelf } from '../../fair/actions-point.ts'
import { applyChoices, fairFile } from '../../fair/actions-reading.ts'
import { callFair, chooseApplicant, closeFair, markAttendance, openFair } from '../../fair/actions.ts'
import type { FairInput } from '../../fair/model.ts'
import type { PointClass } from '../../fair/model-point.ts'
import { orMissing } from '../../kernel/refusal.ts'
import { addDays } from '../../kernel/civil-date.ts'
import type { Stage } from './stage.ts'

const officer = 'mau.xuc-tien'
const maker = 'mau.chu-the-ca-phe'

const week: Omit<FairInput, 'opensOn' | 'closesOn' | 'applyBy'> = {
  unit: '66',
  kind: 'week',
  reach: 'province',
  title: 'Tuần hàng OCOP Tây Nguyên (mẫu)',
  summary: 'Bày và bán tại chỗ năm ngày; gian hàng có trang riêng trên mạng.',
  organiser: 'Sở Công Thương (mẫu)',
  province: '66',
  place: 'Quảng trường mẫu, Buôn Ma Thuột',
  audience: 'Người tiêu dùng và khách du lịch (mẫu)',
  booths: 24,
  leastStars: 0,
  highlight: false,
  edition: 0,
}

/** A fair behind with its results, one ahead with a booth on the web, one of the ministry, and places that sell. */
export async function enterFairs(stage: Stage, certificates: readonly string[]): Promise<void> {
  await heldWeek(stage)
  await comingWeek(stage)
  await festival(stage)
  await sellingPoints(stage, certificates)
}

function lasting(stage: Stage, opens: number, days: number) {
  const opensOn = addDays(stage.tx.today, opens)
  return { opensOn, closesOn: addDays(opensOn, days), applyBy: addDays(opensOn, -10) }
}

async function call(stage: Stage, ago: number, input: FairInput): Promise<string> {
  const id = await openFair(await stage.as(officer, ago), input, true)
  await callFair(await stage.as(officer, ago), id)
  return id
}

async function apply(stage: Stage, ago: number, id: string, who: string): Promise<string> {
  const asking = await stage.as(who, ago)
  const { fair } = await fairFile(await stage.as(officer, ago), id)
  const { products } = await applyChoices(asking, fair.slug)
  const producer = orMissing(products[0]).producerId
  const own = products.filter(({ producerId }) => producerId === producer).slice(0, 3)
  const brought = own.map((product) => product.id)
  return applyToFair(asking, id, { producer, products: brought, wish: 'both' })
}

async function choose(stage: Stage, ago: number, id: string, application: string, booth: string): Promise<void> {
  const reason = 'Hàng sẵn, nhãn đúng, đã dự lần trước.'
  await chooseApplicant(await stage.as(officer, ago), id, application, { outcome: 'chosen', booth, reason })
}

async function heldWeek(stage: Stage): Promise<void> {
  const input = { ...week, ...lasting(stage, -40, 4), title: 'Phiên chợ nông sản tháng trước (mẫu)' }
  const id = await call(stage, 75, input)
  const application = await apply(stage, 72, id, maker)
  await choose(stage, 70, id, application, 'B2')
  await markAttendance(await stage.as(officer, 39), id, {
    shown: [application],
    attended: [application],
  })
  await tellFairOutcome(await stage.as(maker, 30), application, {
    contracts: 2,
    contractValue: 180_000_000,
    distributors: 3,
    revenue: 64_500_000,
    note: 'Hai cửa hàng ở Nha Trang lấy thử.',
  })
  await keepAsEvidence(await stage.as(maker, 29), application)
  await closeFair(await stage.as(officer, 25), id)
}

async function comingWeek(stage: Stage): Promise<void> {
  const id = await call(stage, 9, { ...week, ...lasting(stage, 26, 4) })
  const application = await apply(stage, 6, id, maker)
  await choose(stage, 4, id, application, 'A5')
  const writing = await stage.as(maker, 2)
  await writeBooth(writing, application, {
    words: 'Mời quý khách thử cà phê rang mộc tại gian A5.\nCó quà cho khách mang theo bình.',
    filmUrl: 'https://vidu.vn/phim-gian-hang-mau',
  })
  await addBoothPicture(writing, application, 'Quầy cà phê của hợp tác xã (hình vẽ mẫu)', await drawing('ca-phe'))
  const second = await apply(stage, 5, id, 'mau.chu-the-gia-lai')
  await choose(stage, 4, id, second, 'A6')
  const showing = await stage.as('mau.chu-the-gia-lai', 1)
  await writeBooth(showing, second, { words: 'Mắc ca rang nứt vỏ, thử tại gian A6.' })
  await addBoothPicture(showing, second, 'Mắc ca đóng hộp (hình vẽ mẫu)', await drawing('mac-ca'))
  await apply(stage, 3, id, 'mau.chu-the-bien')
}

function drawing(name: string): Promise<Buffer> {
  const source = readFileSync(new URL(`../../ui/assets/img/${name}.svg`, import.meta.url))
  return sharp(source, { density: 96 }).resize({ width: 960 }).png({ compressionLevel: 1 }).toBuffer()
}

/** On the calendar in another province, open to everybody's application. */
async function festival(stage: Stage): Promise<void> {
  const ministry = await stage.as('mau.can-bo-bo', 7)
  const id = await openFair(
    ministry,
    {
      ...week,
      ...lasting(stage, 38, 3),
      unit: 'VN',
      kind: 'festival',
      reach: 'country',
      title: 'Festival OCOP toàn quốc (mẫu)',
      organiser: 'Bộ Nông nghiệp và Môi trường (mẫu)',
      province: '01',
      place: 'Trung tâm triển lãm mẫu',
      audience: 'Khách cả nước và nhà nhập khẩu (mẫu)',
      booths: 220,
      leastStars: 3,
      highlight: true,
    },
    true,
  )
  await callFair(ministry, id)
}

const places: readonly (readonly [PointClass, string, string])[] = [
  ['station', 'Quầy OCOP sân bay (mẫu)', 'Sảnh đi, cửa số 2'],
  ['market', 'Gian OCOP siêu thị mẫu Buôn Ma Thuột', 'Tầng 1'],
  ['post-office', 'Điểm bưu điện văn hóa xã (mẫu)', 'Cạnh Ủy ban nhân dân xã'],
]

async function sellingPoints(stage: Stage, certificates: readonly string[]): Promise<void> {
  const keeper = await stage.as(officer, 20)
  for (const [index, [kind, name, address]] of places.entries()) {
    const id = await openPoint(
      keeper,
      {
        unit: '66',
        class: kind,
        name,
        address,
        commune: '24280',
        keeper: 'Người phụ trách mẫu',
        phone: '0900000000',
        hours: '08:00–20:00 hằng ngày',
        openedOn: addDays(stage.tx.today, -200),
      },
      true,
    )
    for (const number of certificates.slice(index * 2, index * 2 + 4)) await putOnShelf(keeper, id, number)
  }
}
