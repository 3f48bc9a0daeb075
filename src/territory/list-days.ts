import type { CivilDate } from '../kernel/civil-date.ts'

/**
 * The days the lists speak for. Only the last two are days of resolutions; the others are years of a list. The list of 2019
 * also answers for earlier days, back to the decision that gave units their codes (124/2004/QĐ-TTg): older ones are not at hand.
 */
export const listDays = {
  list2019: '2004-07-08',
  after2019: '2019-01-01',
  list2022: '2022-01-01',
  listJune2025: '2025-01-01',
  reform2025: '2025-07-01',
  reform2026: '2026-04-30',
} as const satisfies Record<string, CivilDate>

/** Lists whose changes have no day of their own, as people call them. */
export const listNames: Readonly<Record<CivilDate, string>> = {
  [listDays.list2019]: 'danh mục năm 2019',
  [listDays.list2022]: 'danh mục năm 2022',
  [listDays.listJune2025]: 'danh mục tháng 6/2025',
}
