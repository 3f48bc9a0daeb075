/** Whole đồng. A number holds them exactly up to nine million billion; the database keeps `bigint`. */
export type Dong = number

/** `95000000` → `95.000.000 đồng`. */
export function showMoney(amount: Dong): string {
  return `${amount.toLocaleString('vi-VN', { maximumFractionDigits: 0 })} đồng`
}
