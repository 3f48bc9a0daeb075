/** `14906` → `14.906`. */
export function showCount(value: number): string {
  return value.toLocaleString('vi-VN', { maximumFractionDigits: 0 })
}

/** Hundredths of a point → `82,46`; whole points without a fraction → `82`. */
export function showHundredths(hundredths: number): string {
  return (hundredths / 100).toLocaleString('vi-VN', {
    minimumFractionDigits: hundredths % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  })
}
