import type { UnitCode } from '../kernel/actor.ts'
import { country } from '../kernel/actor.ts'
import { roleNames } from '../identity/access.ts'
import { stateWords } from '../dossier/words.ts'
import { showDate } from '../kernel/civil-date.ts'
import { showMoney } from '../kernel/money.ts'

/** Names that the page looked up: things by id, units by code. */
export interface Names {
  readonly thing: (id: string) => string | undefined
  readonly unit: (code: string) => string | undefined
}

interface Said {
  readonly label: string
  readonly says?: ((value: string, names: Names) => string | undefined) | undefined
}

const thing: Said['says'] = (id, { thing: nameOf }) => nameOf(id)
const place: Said['says'] = (code, { unit: nameOf }) => nameOf(code)
const money: Said['says'] = (amount) => showMoney(Number(amount))
const day: Said['says'] = (date) => (/^\d{4}-\d{2}-\d{2}$/.test(date) ? showDate(date) : undefined)
/** A step of a dossier names states, a transfer units, a carrying-over producers, a posting days. */
const anyOf: Said['says'] = (value, names) =>
  lookUp(stateWords, value) ?? names.unit(value) ?? names.thing(value) ?? day(value, names)
const yes = (label: string): Said => ({ label, says: (value) => (value === 'true' ? 'có' : undefined) })

function lookUp(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return words[key]
}

/** The members of a detail that words can say; ids, hashes and codes stay in the line as it was written. */
const members: Readonly<Record<string, Said>> = {
  number: { label: 'Số' },
  code: { label: 'Mã' },
  title: { label: 'Tiêu đề' },
  reason: { label: 'Lý do' },
  why: { label: 'Lý do' },
  note: { label: 'Ghi chú' },
  document: { label: 'Văn bản' },
  clause: { label: 'Điều khoản' },
  source: {
    label: 'Nguồn',
    says: (value, { thing: nameOf }) => nameOf(value) ?? (value.includes(' ') ? value : undefined),
  },
  decision: {
    label: 'Quyết định',
    says: (value, { thing: nameOf }) => nameOf(value) ?? (value.includes('/') ? value : undefined),
  },
  from: { label: 'Từ', says: anyOf },
  to: { label: 'Đến', says: anyOf },
  late: yes('Quá hạn'),
  form: { label: 'Mẫu' },
  papers: { label: 'Số giấy tờ' },
  defects: { label: 'Số điểm phải bổ sung' },
  lines: { label: 'Số dòng' },
  stars: { label: 'Hạng sao' },
  year: { label: 'Năm' },
  round: { label: 'Vòng chấm' },
  amount: { label: 'Số tiền', says: money },
  cost: { label: 'Chi phí', says: money },
  role: { label: 'Vai trò', says: (role) => lookUp(roleNames, role) },
  unit: { label: 'Đơn vị', says: place },
  commune: { label: 'Xã', says: place },
  province: { label: 'Tỉnh', says: place },
  on: { label: 'Ngày', says: day },
  endedOn: { label: 'Ngày kết thúc', says: day },
  meetsOn: { label: 'Ngày họp', says: day },
  product: { label: 'Sản phẩm', says: thing },
  producer: { label: 'Chủ thể', says: thing },
  onBehalfOf: { label: 'Làm thay', says: thing },
  successor: { label: 'Chủ thể kế thừa', says: thing },
  dossier: { label: 'Hồ sơ', says: thing },
  instead: { label: 'Thay hồ sơ', says: thing },
  account: { label: 'Tài khoản', says: thing },
  council: { label: 'Hội đồng', says: thing },
  session: { label: 'Phiên chấm', says: thing },
  policy: { label: 'Chính sách', says: thing },
  certificate: { label: 'Giấy chứng nhận' },
  by: { label: 'Thay bằng', says: thing },
  said: { label: 'Đã công bố' },
  shouldBe: { label: 'Đúng là' },
}

/** `Sản phẩm: Cà phê Ea Kao · Hạng sao: 4`; what no word says is left to the line as it was written. */
export function sayDetail(detail: Readonly<Record<string, unknown>>, names: Names): string[] {
  return Object.entries(detail).flatMap(([name, value]) => {
    const member = members[name]
    if (member === undefined || value === null || typeof value === 'object') return []
    const said = member.says ? member.says(String(value), names) : String(value)
    return said === undefined ? [] : [`${member.label}: ${said}`]
  })
}

/** `commune-officer@24043 editor@52`, as the book keeps the roles held at that moment. */
export function postingsOf(posting: string | null): { role: string; unit: UnitCode }[] {
  return (posting ?? '').split(' ').flatMap((one) => {
    const [role = '', unit = ''] = one.split('@')
    return role === '' ? [] : [{ role, unit }]
  })
}

/** `Cán bộ cấp xã, Xã Ea Kao`; who had no posting acted for a producer, or for themselves. */
export function sayPostings(posting: string | null, { unit: nameOf }: Pick<Names, 'unit'>): string[] {
  return postingsOf(posting).map(({ role, unit: code }) =>
    [lookUp(roleNames, role) ?? role, code === country ? 'trung ương' : (nameOf(code) ?? code)].join(', '),
  )
}
