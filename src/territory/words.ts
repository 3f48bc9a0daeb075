import type { Because, Fate, Finding, LinkKind, UnitToday } from './model.ts'

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
    named === today ? `Mới biết cấp tỉnh: ${today}; chưa ghi xã.` : `Mới biết cấp tỉnh: ${named} nay thuộc ${today}; chưa ghi xã.`,
  split: ({ named, today }) => `${named} đã chia về nhiều đơn vị: ${today}. Cần người xác định địa điểm nằm ở đâu.`,
  disputed: ({ named, today }) => `Hai nguồn chính thức nói khác nhau về ${named}: ${today}. Cần người quyết định.`,
  several: ({ named }) => `Có nhiều đơn vị trùng tên: ${named}. Cần ghi thêm huyện, tỉnh hoặc loại đơn vị.`,
  'several-districts': ({ named }) => `Có nhiều đơn vị cấp huyện trùng tên: ${named}. Cần ghi rõ huyện, thị xã hay thành phố, và xã.`,
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
export function reasonOf({ because, named }: Finding, candidates: readonly UnitToday[], province: UnitToday | null): string {
  return reasons[because]({
    named: listed(named.map(({ fullName }) => fullName)),
    today: listed(candidates.map(({ kind, fullName, provinceName }) => (kind === 'province' ? fullName : `${fullName}, ${provinceName}`))),
    province: province?.fullName ?? 'một tỉnh chưa rõ',
  })
}

export const fateWords: Record<Fate, string> = {
  same: 'Đang có hiệu lực',
  followed: 'Đã theo về một đơn vị hiện hành',
  split: 'Đã chia về nhiều đơn vị',
  disputed: 'Các nguồn mâu thuẫn, chờ người quyết định',
  lost: 'Không có nguồn ghi đơn vị kế tiếp',
  future: 'Chưa có hiệu lực',
}

export const linkWords: Record<LinkKind, string> = {
  kept: 'giữ nguyên',
  merged: 'sáp nhập',
  split: 'chia một phần',
  renamed: 'đổi tên hoặc đổi loại',
  recoded: 'đổi mã',
  moved: 'chuyển đơn vị cha',
  disputed: 'nguồn khác ghi',
}
