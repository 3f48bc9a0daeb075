import type { Role, UnitCode } from '../kernel/actor.ts'

/** An account that the sign-in page of a demonstration offers. */
export interface SamplePerson {
  readonly signInName: string
  readonly name: string
  readonly postings: readonly (readonly [Role, UnitCode])[]
}

/** Communes where sample dossiers are on their way, with the name that stands in the account. */
export const liveCommunes = {
  '24280': 'Xã Cư M’gar',
  '24490': 'Xã Krông Pắc',
  '22120': 'Xã Tuy An Đông',
  '23794': 'Xã Mang Yang',
  '21640': 'Phường Bồng Sơn',
  '23473': 'Xã Măng Đen',
  '21548': 'Đặc khu Lý Sơn',
  '22945': 'Phường Phan Thiết',
} as const

export type LiveCommune = keyof typeof liveCommunes

const provinces = { '66': 'Đắk Lắk', '52': 'Gia Lai', '51': 'Quảng Ngãi', '68': 'Lâm Đồng' } as const

const country: UnitCode = 'VN'

function person(signInName: string, name: string, ...postings: SamplePerson['postings']): SamplePerson {
  return { signInName: `mau.${signInName}`, name, postings }
}

const producers: readonly SamplePerson[] = [
  person('chu-the-ca-phe', 'Chủ thể mẫu — Hợp tác xã cà phê ở Cư M’gar'),
  person('chu-the-mang-den', 'Chủ thể mẫu — Hợp tác xã dược liệu ở Măng Đen'),
  person('chu-the-bien', 'Chủ thể mẫu — Nhà thùng nước mắm ở Phan Thiết'),
  person('chu-the-gia-lai', 'Chủ thể mẫu — Công ty mắc ca ở Mang Yang'),
  person('chu-the-moi', 'Chủ thể mẫu mới — chưa có gì'),
  person('ben-mua', 'Người mua mẫu — siêu thị, điểm bán ở Đắk Lắk'),
  person('duoc-uy-quyen', 'Người được ủy quyền mẫu — làm thay nhiều chủ thể'),
]

const communes: readonly SamplePerson[] = [
  person('xa-mang-den', 'Cán bộ xã mẫu — Xã Măng Đen', ['commune-officer', '23473']),
  person('lanh-dao-mang-den', 'Lãnh đạo xã mẫu — Xã Măng Đen', ['commune-leader', '23473']),
  person('xa-cu-mgar', 'Cán bộ xã mẫu — Xã Cư M’gar', ['commune-officer', '24280']),
  person('lanh-dao-cu-mgar', 'Lãnh đạo xã mẫu — Xã Cư M’gar', ['commune-leader', '24280']),
  ...Object.entries(liveCommunes)
    .filter(([code]) => code !== '23473' && code !== '24280')
    .map(([code, name]) => person(`lanh-dao-${code}`, `Lãnh đạo xã mẫu — ${name}`, ['commune-leader', code])),
]

const provincial: readonly SamplePerson[] = Object.entries(provinces).flatMap(([code, name]) => [
  person(`tinh-${code}`, `Cán bộ tỉnh mẫu — ${name}`, ['province-officer', code]),
  person(`lanh-dao-tinh-${code}`, `Lãnh đạo tỉnh mẫu — ${name}`, ['province-leader', code]),
])

const advisers: readonly SamplePerson[] = [
  person('tu-van-66', 'Thành viên Tổ tư vấn mẫu — Đắk Lắk', ['advisory-member', '66']),
  person('tu-van-52', 'Thành viên Tổ tư vấn mẫu — Gia Lai', ['advisory-member', '52']),
  person('tu-van-vn', 'Thành viên Tổ tư vấn mẫu — Trung ương', ['advisory-member', country]),
]

/** A seat of a sample council: who, in which capacity, from which agency. */
export interface SampleSeat {
  readonly person: SamplePerson
  readonly capacity: 'chair' | 'vice-chair' | 'secretary' | 'member'
  readonly agency: string
}

const provincialAgencies = [
  'Sở Công Thương',
  'Sở Y tế',
  'Sở Khoa học và Công nghệ',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Hội Nông dân tỉnh',
] as const
const centralAgencies = [
  'Bộ Công Thương',
  'Bộ Y tế',
  'Bộ Khoa học và Công nghệ',
  'Bộ Văn hóa, Thể thao và Du lịch',
] as const

function council(unit: UnitCode, name: string, leading: string, agencies: readonly string[]): readonly SampleSeat[] {
  const seat = (
    capacity: SampleSeat['capacity'],
    role: Role,
    word: string,
    agency: string,
    key: string,
  ): SampleSeat => ({
    person: person(`hoi-dong-${unit.toLowerCase()}-${key}`, `${word} Hội đồng mẫu — ${name}`, [role, unit]),
    capacity,
    agency,
  })
  return [
    seat('chair', 'council-chair', 'Chủ tịch', leading, 'chu-tich'),
    seat('vice-chair', 'council-member', 'Phó Chủ tịch', 'Cơ quan tham mưu OCOP', 'pho-chu-tich'),
    seat('secretary', 'council-secretary', 'Thư ký', 'Cơ quan tham mưu OCOP', 'thu-ky'),
    ...agencies.map((agency, index) =>
      seat('member', 'council-member', `Thành viên ${index + 1}`, agency, `thanh-vien-${index + 1}`),
    ),
  ]
}

export const councilSeats = {
  '66': council('66', 'Đắk Lắk', 'Ủy ban nhân dân tỉnh', provincialAgencies),
  '52': council('52', 'Gia Lai', 'Ủy ban nhân dân tỉnh', provincialAgencies.slice(0, 4)),
  VN: council(country, 'Trung ương', 'Bộ Nông nghiệp và Môi trường', centralAgencies),
} as const

const central: readonly SamplePerson[] = [
  person('can-bo-bo', 'Cán bộ Bộ mẫu', ['ministry-officer', country]),
  person('lanh-dao-bo', 'Lãnh đạo Bộ mẫu', ['ministry-leader', country]),
]

const others: readonly SamplePerson[] = [
  person('kiem-tra', 'Cán bộ kiểm tra mẫu — Đắk Lắk', ['inspector', '66']),
  person('kiem-toan', 'Kiểm toán mẫu — cả nước', ['auditor', country]),
  person('quan-tri', 'Quản trị hệ thống mẫu', ['administrator', country]),
  person('bien-tap', 'Biên tập viên mẫu — Đắk Lắk', ['editor', '66']),
  person('ho-tro', 'Cán bộ hỗ trợ mẫu — Đắk Lắk', ['support-officer', '66']),
  person('dao-tao', 'Cán bộ đào tạo mẫu — Đắk Lắk', ['training-officer', '66']),
  person('xuc-tien', 'Cán bộ xúc tiến thương mại mẫu — Đắk Lắk', ['trade-officer', '66']),
]

/** In the order of the way of a product, so that the sign-in page reads as a story. */
export const samplePeople: readonly SamplePerson[] = [
  ...producers,
  ...communes,
  ...provincial,
  ...advisers,
  ...Object.values(councilSeats).flatMap((seats) => seats.map(({ person: seated }) => seated)),
  ...central,
  ...others,
]
