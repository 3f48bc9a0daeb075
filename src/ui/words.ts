/** `4` → `4 sao`. */
export function starWords(stars: number): string {
  return `${stars} sao`
}

/** Working days left, as one says them; negative when the day has passed. */
export function dueWords(daysLeft: number): string {
  if (daysLeft < 0) return `Quá hạn ${-daysLeft} ngày`
  return daysLeft === 0 ? 'Hạn hôm nay' : `Còn ${daysLeft} ngày`
}
