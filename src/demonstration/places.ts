import type { CivilDate } from '../kernel/civil-date.ts'
import type { Context } from '../platform/context.ts'
import { unitAt, unitsToday } from '../territory/actions.ts'
import { searchUnits } from '../territory/actions-look-up.ts'
import type { Land } from './goods/model.ts'

/** A province of before 1 July 2025, where its records are kept today, and how many makers the sample has there. */
export interface OldProvince {
  readonly code: string
  readonly today: string
  readonly makers: number
  readonly lands: readonly Land[]
}

export const oldProvinces: readonly OldProvince[] = [
  { code: '66', today: '66', makers: 34, lands: ['highland'] },
  { code: '54', today: '66', makers: 14, lands: ['coast'] },
  { code: '64', today: '52', makers: 30, lands: ['highland'] },
  { code: '52', today: '52', makers: 20, lands: ['coast'] },
  { code: '62', today: '51', makers: 20, lands: ['highland'] },
  { code: '51', today: '51', makers: 16, lands: ['coast'] },
  { code: '68', today: '68', makers: 24, lands: ['highland'] },
  { code: '67', today: '68', makers: 12, lands: ['highland'] },
  { code: '60', today: '68', makers: 18, lands: ['coast'] },
  { code: '56', today: '56', makers: 12, lands: ['coast'] },
  { code: '58', today: '56', makers: 9, lands: ['coast'] },
  { code: '49', today: '48', makers: 18, lands: ['coast', 'highland'] },
  { code: '48', today: '48', makers: 7, lands: ['coast'] },
]

/** The last day of districts and of the old provinces; the two-level government began on 1 July 2025. */
export const reformDay: CivilDate = '2025-07-01'

/** A commune of before the reform that lasted from 2020 to it, and the one commune it belongs to today. */
export interface Place {
  readonly oldCode: string
  readonly oldDistrict: string
  readonly oldProvince: string
  readonly todayCode: string
  readonly todayName: string
  readonly todayProvince: string
}

const beforeAnyRound: CivilDate = '2020-05-01'

/** Communes whose whole land went to one commune of today: nothing about them has to be guessed. */
export async function placesOf(ctx: Context, { code, today }: OldProvince): Promise<Place[]> {
  const { items } = await searchUnits(ctx, {
    at: beforeAnyRound,
    kind: 'commune',
    province: code,
    limit: 500,
    offset: 0,
  })
  const followed = items.filter(
    ({ validTo, todayCode, districtCode }) => validTo === reformDay && todayCode !== null && districtCode !== null,
  )
  const names = new Map(
    (
      await unitsToday(
        ctx,
        followed.map(({ todayCode }) => todayCode ?? ''),
      )
    ).map((unit) => [unit.code, unit]),
  )
  return followed.flatMap(({ code: oldCode, districtCode, todayCode }) => {
    const unit = names.get(todayCode ?? '')
    return unit?.provinceCode === today
      ? [
          {
            oldCode,
            oldDistrict: districtCode ?? '',
            oldProvince: code,
            todayCode: unit.code,
            todayName: inSentence(unit.fullName),
            todayProvince: today,
          },
        ]
      : []
  })
}

/** `Xã Măng Đen` inside a sentence: `xã Măng Đen`. */
export function inSentence(fullName: string): string {
  return fullName.charAt(0).toLowerCase() + fullName.slice(1)
}

/** The whole name of a unit as it was called on a day. */
export async function nameOn(ctx: Context, code: string, on: CivilDate): Promise<string> {
  const unit = await unitAt(ctx, code, on)
  if (!unit) throw new Error(`There was no unit ${code} on ${on}`)
  return unit.fullName
}
