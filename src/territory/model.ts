import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { UnitType } from './names.ts'

export const unitKinds = ['province', 'district', 'commune'] as const
export type UnitKind = (typeof unitKinds)[number]

/** A unit as it was from one day until another. The same code may be another unit after a reform. */
export interface Unit {
  readonly code: UnitCode
  readonly validFrom: CivilDate
  /** The first day it is no more; null while in force. */
  readonly validTo: CivilDate | null
  /** The earliest day it may have begun: earlier than `validFrom` when only lists tell of it. */
  readonly earliestFrom: CivilDate
  readonly kind: UnitKind
  readonly name: string
  readonly fullName: string
  readonly unitType: UnitType
  readonly districtCode: UnitCode | null
  readonly provinceCode: UnitCode
  readonly nameEn: string
  readonly slug: string
  readonly nameKey: string
  readonly nameFold: string
  readonly document: string | null
}

export type LinkKind = 'kept' | 'merged' | 'split' | 'renamed' | 'recoded' | 'moved' | 'disputed' | 'settled'

/** What became of a unit on a day: one row for each pair old → new. */
export interface Link {
  readonly onDay: CivilDate
  readonly oldCode: UnitCode
  readonly newCode: UnitCode
  /** Which validity of the new code. */
  readonly newFrom: CivilDate
  readonly kind: LinkKind
  /** False where official sources contradict each other: a person must settle it. */
  readonly certain: boolean
  readonly document: string | null
}

/** Where a unit of some time is today. `lost`: no source says what it became. `future`: not yet in force. */
export type Fate = 'same' | 'followed' | 'split' | 'disputed' | 'lost' | 'future'

export interface Whereabouts {
  readonly code: UnitCode
  readonly validFrom: CivilDate
  readonly fate: Fate
  /** Today's unit, only when there is exactly one and no doubt. */
  readonly todayCode: UnitCode | null
  readonly todayCodes: readonly UnitCode[]
  readonly todayProvinceCode: UnitCode | null
}

/** One line of a resolution entered by a person: `newCode` stands for the unit from that day. */
export interface ReformLine {
  readonly oldCode: UnitCode
  readonly newCode: UnitCode
  readonly fullName: string
  readonly provinceCode: UnitCode
}

/** The conclusion of a person about a unit whose successor no source gives, or sources dispute. */
export interface SettlementLine {
  readonly oldCode: UnitCode
  readonly onDay: CivilDate
  readonly newCode: UnitCode
  readonly newFrom: CivilDate
}

export type Reform = {
  readonly id: string
  readonly effectiveOn: CivilDate
  readonly document: string
} & (
  | { readonly kind: 'reform'; readonly lines: readonly ReformLine[] }
  | { readonly kind: 'settlement'; readonly lines: readonly SettlementLine[] }
)

/** A unit of some time, with where it is today. */
export interface Followed extends Unit, Omit<Whereabouts, 'code' | 'validFrom'> {}

/** Also, for one made by a reform, which provinces and districts gave to it. */
export interface Placed extends Followed {
  readonly formerProvinces: readonly UnitCode[]
  readonly formerDistricts: readonly UnitCode[]
}

/** A place as somebody wrote it. */
export interface PlaceWords {
  readonly province?: string | undefined
  readonly district?: string | undefined
  readonly commune?: string | undefined
}

export interface UnitToday {
  readonly code: UnitCode
  readonly kind: UnitKind
  readonly name: string
  readonly fullName: string
  readonly slug: string
  readonly provinceCode: UnitCode
  readonly provinceName: string
}

export const outcomes = ['exact', 'split', 'ambiguous', 'unknown'] as const
export type Outcome = (typeof outcomes)[number]

/** Why the answer is what it is; each has its sentence in words.ts. */
export type Because =
  | 'same'
  | 'followed'
  | 'special-zone'
  | 'province'
  | 'split'
  | 'disputed'
  | 'several'
  | 'several-districts'
  | 'several-provinces'
  | 'lost'
  | 'future'
  | 'district-only'
  | 'nothing-said'
  | 'no-such-province'
  | 'no-such-district'
  | 'no-such-commune'
  | 'another-type'

/** What the words came to, in codes. */
export interface Finding {
  readonly outcome: Outcome
  readonly because: Because
  /** Today's units: the one, or those a person may choose from. */
  readonly codes: readonly UnitCode[]
  /** Today's province, when it is certain. */
  readonly provinceCode: UnitCode | null
  /** The units the words named, as they were. */
  readonly named: readonly Placed[]
}

export interface Resolution {
  readonly outcome: Outcome
  readonly candidates: readonly UnitToday[]
  readonly reason: string
  /** Today's province when certain, even if the commune is not. */
  readonly province: UnitToday | null
  /** Today's commune; only when the outcome is exact and a commune was meant. */
  readonly commune: UnitToday | null
  /** The one unit the words name, as it was: the finest level a list tells, a former district too. */
  readonly written: Placed | null
}
