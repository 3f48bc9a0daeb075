import { addDays, showDate } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { RefusalCode } from '../kernel/refusal.ts'
import { listNames } from './list-days.ts'
import type { Because, Fate, Finding, LinkKind, Unit, UnitToday } from './model.ts'
import type { judgeReform, judgeSettlement } from './reform.ts'

function listed(names: readonly string[]): string {
  const unique = [...new Set(names)]
  return unique.length > 8 ? `${unique.slice(0, 8).join(', ')} và ${unique.length - 8} đơn vị khác` : unique.join(', ')
}

interface Said {
  /** The units as they were called. */
  readonly named: string
  /** The units of today. */
  readonly today: string
  readonly province: string
}

const reasons: Record<Because, (said: Said) => string> = {
  same: ({ today }) => `${today} là đơn vị hiện hành.`,
  followed: ({ named, today }) => `Toàn bộ ${named} nay thuộc ${today}.`,
  'special-zone': ({ named, today }) => `${named} không còn đơn vị cấp xã bên dưới và nay là ${today}.`,
  province: ({ named, today }) =>
    named === today
      ? `Mới biết cấp tỉnh: ${today}; chưa ghi xã.`
      : `Mới biết cấp tỉnh: ${named} nay thuộc ${today}; chưa ghi xã.`,
  split: ({ named, today }) => `${named} đã chia về nhiều đơn vị: ${today}. Cần người xác định địa điểm nằm ở đâu.`,
  disputed: ({ named, today }) => `Hai nguồn chính thức nói khác nhau về ${named}: ${today}. Cần người quyết định.`,
  several: ({ named }) => `Có nhiều đơn vị trùng tên: ${named}. Cần ghi thêm huyện, tỉnh hoặc loại đơn vị.`,
  'several-districts': ({ named }) =>
    `Có nhiều đơn vị cấp huyện trùng tên: ${named}. Cần ghi rõ huyện, thị xã hay thành phố, và xã.`,
  'several-provinces': ({ named }) => `Tên tỉnh chưa rõ: ${named}.`,
  lost: ({ named }) =>
    `${named} đã thôi tồn tại trước ngày 01/7/2025 và không có nguồn chính thức nào ghi đơn vị kế tiếp. Cần người xác định.`,
  future: ({ named }) => `${named} chưa có hiệu lực hôm nay.`,
  'district-only': ({ named, province }) =>
    `Mới biết cấp huyện (${named}), nay thuộc ${province}; chưa biết xã. Chọn xã trong các đơn vị nay nằm trên đất huyện cũ.`,
  'nothing-said': () => 'Chưa ghi địa danh nào.',
  'no-such-province': () => 'Không có tỉnh, thành phố nào mang tên này, trước đây cũng như hiện nay.',
  'no-such-district': () => 'Không tìm thấy đơn vị cấp huyện mang tên này trong tỉnh đã ghi.',
  'no-such-commune': () => 'Không tìm thấy đơn vị cấp xã mang tên này trong phạm vi đã ghi.',
  'another-type': ({ named }) => `Có tên này nhưng khác loại đơn vị: ${named}. Cần người xác định.`,
}

/** One sentence that says why a place was, or was not, found. */
export function reasonOf(
  { because, named }: Finding,
  candidates: readonly UnitToday[],
  province: UnitToday | null,
): string {
  return reasons[because]({
    named: listed(named.map(({ fullName }) => fullName)),
    today: listed(
      candidates.map(({ kind, fullName, provinceName }) =>
        kind === 'province' ? fullName : `${fullName}, ${provinceName}`,
      ),
    ),
    province: province?.fullName ?? 'một tỉnh chưa rõ',
  })
}

/** `từ 01/07/2025`, or the list that first has it, when no paper gives the day. */
export function showPeriod({ validFrom, validTo }: Pick<Unit, 'validFrom' | 'validTo'>): string {
  const from = listNames[validFrom] ? `có trong ${listNames[validFrom]}` : `từ ${showDate(validFrom)}`
  if (validTo === null) return `${from} đến nay`
  return listNames[validTo]
    ? `${from}, không còn trong ${listNames[validTo]}`
    : `${from} đến hết ${showDate(addDays(validTo, -1))}`
}

/** When a change happened, as far as is known. */
export function showChangeDay(day: CivilDate): string {
  return listNames[day] ? `trước ${listNames[day]}` : showDate(day)
}

export const fateWords: Record<Fate, string> = {
  same: 'Đang có hiệu lực',
  followed: 'Đã theo về một đơn vị hiện hành',
  split: 'Đã chia về nhiều đơn vị',
  disputed: 'Các nguồn mâu thuẫn, chờ người quyết định',
  lost: 'Không có nguồn ghi đơn vị kế tiếp',
  future: 'Chưa có hiệu lực',
}

export const districtGone = 'Cấp huyện đã bãi bỏ'

export const linkWords: Record<LinkKind, string> = {
  kept: 'giữ nguyên',
  merged: 'sáp nhập',
  split: 'chia một phần',
  renamed: 'đổi tên hoặc đổi loại',
  recoded: 'đổi mã',
  moved: 'chuyển đơn vị cha',
  disputed: 'nguồn khác ghi',
  settled: 'người có thẩm quyền kết luận',
}

type Code = RefusalCode<typeof judgeReform> | RefusalCode<typeof judgeSettlement>
type Facts = Readonly<Record<string, string | number>>

export const refusals: Record<Code, string | ((facts: Facts) => string)> = {
  'territory/before-lists': 'Danh mục đã nạp đến hết ngày 30/4/2026; chỉ nhập thay đổi có hiệu lực sau ngày đó.',
  'territory/no-lines': 'Chưa có dòng nào. Mỗi dòng ghi: mã cũ; mã mới; tên đầy đủ; mã tỉnh.',
  'territory/line-unreadable': ({ line }) =>
    `Dòng ${line}: mã cũ và mã mới phải là 5 chữ số (xã) hoặc 2 chữ số (tỉnh), cách nhau bằng dấu chấm phẩy.`,
  'territory/mixed-kinds': ({ line }) => `Dòng ${line}: mã cũ và mã mới phải cùng cấp.`,
  'territory/name-without-type': ({ line }) =>
    `Dòng ${line}: tên phải ghi đủ loại đơn vị của cấp ấy, ví dụ “Xã Đức Linh” hoặc “Tỉnh Lâm Đồng”.`,
  'territory/unit-not-in-force': ({ line, code }) =>
    `Dòng ${line}: ${code} không phải đơn vị đang có hiệu lực trước ngày thay đổi.`,
  'territory/line-twice': ({ line }) => `Dòng ${line}: cặp mã này được ghi hai lần.`,
  'territory/no-such-province': ({ line, code }) => `Dòng ${line}: không có tỉnh ${code} vào ngày thay đổi.`,
  'territory/nothing-changes': ({ line, code }) => `Dòng ${line}: ${code} không có gì thay đổi.`,
  'territory/province-split': ({ line, code }) =>
    `Dòng ${line}: tỉnh ${code} chia về nhiều tỉnh; hãy ghi tỉnh nhận mã cũ và từng xã chuyển đi.`,
  'territory/two-names': ({ code }) => `Mã mới ${code} được ghi với hai tên hoặc hai tỉnh khác nhau.`,
  'territory/code-taken': ({ code, name }) =>
    `Mã ${code} đang là ${name}. Nếu đơn vị này nhận thêm đất, hãy ghi cả dòng ${code} → ${code}.`,
  'territory/name-taken': ({ name, code }) => `Trong tỉnh đã có ${name} (mã ${code}).`,
  'territory/not-doubtful': ({ code }) => `${code} không phải đơn vị đang chờ kết luận.`,
  'territory/unit-not-today': ({ code }) =>
    code === '' ? 'Hãy ghi ít nhất một mã xã hiện hành.' : `${code} không phải xã, phường, đặc khu hiện hành.`,
  'territory/other-province': ({ code }) => `${code} không thuộc tỉnh mà tỉnh của đơn vị cũ nay nhập về.`,
}
