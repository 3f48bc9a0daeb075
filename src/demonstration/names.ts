import type { Chance } from './chance.ts'
import { filled } from './chance.ts'
import type { ProducerKind } from '../producer/model.ts'
import { checkDigit } from '../product/gtin.ts'

/** The sample invents producers, so each is somebody. */
export type MakerKind = Exclude<ProducerKind, 'unknown'>

// A thing and a time or place: no brand is taken from a real maker, and each maker has its own.
const heads = [
  'Mây',
  'Nắng',
  'Sương',
  'Suối',
  'Gió',
  'Đất',
  'Bếp',
  'Vườn',
  'Đồi',
  'Hương',
  'Lá',
  'Hạt',
  'Giọt',
  'Bến',
  'Trăng',
  'Mầm',
  'Nương',
  'Sao',
  'Khói',
  'Mùa',
]
const tails = [
  'Ban Mai',
  'Đầu Mùa',
  'Lưng Đồi',
  'Bà Năm',
  'Nhà Sàn',
  'Ven Sông',
  'Cuối Làng',
  'Chiều Quê',
  'Ba Miền',
  'Đầu Ngõ',
  'Chân Trời',
  'Mẹ Kể',
  'Sớm Mai',
  'Tháng Tám',
]

/** Every brand once, in an order drawn. */
export function brandsFor(chance: Chance): string[] {
  const all = heads.flatMap((head) => tails.filter((tail) => !tail.includes(head)).map((tail) => `${head} ${tail}`))
  return chance.some(all, all.length)
}

interface Person {
  readonly name: string
  readonly sex: 'female' | 'male'
  readonly ethnicity: string
}

const kinh = {
  families: ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Võ', 'Đặng', 'Bùi', 'Huỳnh', 'Đỗ', 'Hồ'],
  female: ['An', 'Bình', 'Cúc', 'Diệp', 'Giang', 'Hạnh', 'Lan', 'Mai', 'Ngân', 'Sương', 'Thảo', 'Yến'],
  male: ['Bảo', 'Cường', 'Dũng', 'Hải', 'Khang', 'Long', 'Nam', 'Phúc', 'Sơn', 'Tâm', 'Vinh', 'Thịnh'],
}

const highlanders = [
  { ethnicity: 'Ê Đê', female: 'H’{given} Mẫu Niê', male: 'Y {given} Mẫu Niê' },
  { ethnicity: 'Gia Rai', female: 'Rơ Châm Mẫu {given}', male: 'Rơ Mah Mẫu {given}' },
  { ethnicity: 'Ba Na', female: 'Y Mẫu {given}', male: 'A Mẫu {given}' },
  { ethnicity: 'Xơ Đăng', female: 'Y Mẫu {given}', male: 'A Mẫu {given}' },
  { ethnicity: 'Cơ Tu', female: 'Alăng Thị Mẫu {given}', male: 'Bhling Mẫu {given}' },
]
const highlandGiven = ['Blai', 'Djan', 'Hrin', 'Kbuôr', 'Lưn', 'Nhôi', 'Pleo', 'Srai', 'Thui', 'Wêm']

/** An invented person; `Mẫu` stands in every name so that nobody takes it for a real one. */
export function personOf(chance: Chance, land: 'highland' | 'coast'): Person {
  const sex = chance.next() < 0.44 ? 'female' : 'male'
  if (land === 'highland' && chance.once(3)) {
    const people = chance.pick(highlanders)
    return { name: filled(people[sex], { given: chance.pick(highlandGiven) }), sex, ethnicity: people.ethnicity }
  }
  const family = chance.pick(kinh.families)
  const given = chance.pick(kinh[sex])
  return { name: sex === 'female' ? `${family} Thị Mẫu ${given}` : `${family} Mẫu ${given}`, sex, ethnicity: 'Kinh' }
}

const makerNames: Record<MakerKind, readonly string[]> = {
  cooperative: ['Hợp tác xã {trade} {brand}', 'Hợp tác xã Nông nghiệp {brand}', 'Hợp tác xã {brand} {place}'],
  company: ['Công ty TNHH {brand}', 'Công ty cổ phần {trade} {brand}'],
  household: ['Hộ kinh doanh {brand}', 'Cơ sở {trade} {brand}'],
  group: ['Tổ hợp tác {trade} {brand}'],
  farm: ['Trang trại {brand}'],
  'tourism-body': ['Ban quản lý du lịch {brand}', 'Trung tâm điều hành du lịch {brand}'],
  other: ['Hội nông dân {brand}'],
}

/** `Hợp tác xã Cà phê Mây Ban Mai` */
export function makerName(chance: Chance, kind: MakerKind, words: Readonly<Record<string, string>>): string {
  return filled(chance.pick(makerNames[kind]), words)
}

const positions: Record<MakerKind, string> = {
  cooperative: 'Giám đốc hợp tác xã',
  company: 'Giám đốc',
  household: 'Chủ hộ',
  group: 'Tổ trưởng',
  farm: 'Chủ trang trại',
  'tourism-body': 'Trưởng ban',
  other: 'Chủ tịch hội',
}

export function positionIn(kind: MakerKind): string {
  return positions[kind]
}

/** `0900 000 007`: a prefix and a row of zeros that no telephone answers. */
export function samplePhone(serial: number): string {
  return `0900${String(serial).padStart(6, '0')}`
}

/** GS1 keeps prefix 952 for examples: no maker and no till has it. Room for 100 products of a maker, 10 packs of each. */
export function sampleGtin(maker: number, product: number, pack: number): string {
  const body = `952${String(maker).padStart(6, '0')}${String(product).padStart(2, '0')}${pack}`
  return `${body}${checkDigit(body)}`
}
