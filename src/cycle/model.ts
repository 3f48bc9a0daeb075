import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Dong } from '../kernel/money.ts'
import type { DossierState } from '../dossier/model.ts'
import type { ProducerKind } from '../producer/model.ts'
import { requiredText, typedCount, typedDate, typedMoney } from '../platform/input.ts'

/** Rank in force × volume of a year: what kind of help serves a producer most. `unknown` is never guessed away. */
export const segments = ['leading', 'craft', 'volume', 'starting', 'unknown'] as const
export type Segment = (typeof segments)[number]

/** Where the borders between segments lie: the province's own, else the country's, else the program's. */
export interface Threshold {
  readonly unitCode: UnitCode
  readonly fromDate: CivilDate
  readonly highStars: number
  /** Revenue of a year from which the volume is large. */
  readonly largeYear: Dong
  /** A certificate or paper with fewer days left is about to lapse. */
  readonly warnDays: number
  /** Without an agreement in so many months a producer has no market yet. */
  readonly marketMonths: number
  readonly basis: string | null
}

export type Borders = Omit<Threshold, 'unitCode' | 'fromDate'>

/** One product as far as the next step depends on it. */
export interface ProductFacts {
  readonly productId: string
  readonly producerId: string
  readonly name: string
  readonly certificate: string | null
  readonly stars: number | null
  readonly inForce: boolean
  readonly lastDay: CivilDate | null
  /** The mean of the last scoring; null where the source tells none. */
  readonly meanHundredths: number | null
  /** A dossier of any kind that is on its way. */
  readonly dossierId: string | null
  readonly dossierState: DossierState | null
  readonly dossierDue: CivilDate | null
  /** The reader stepped back from its dossier: nothing is read from it, nothing advised on it. */
  readonly recused: boolean
  readonly offerId: string | null
  readonly offerYear: Dong | null
  /** Agreements with buyers within the months that count. */
  readonly agreements: number
  readonly shelves: number
}

/** What is recorded of a producer; null where nobody told. */
export interface ProducerFacts {
  readonly producerId: string
  readonly name: string
  readonly kind: ProducerKind
  readonly communeName: string | null
  readonly communeToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  readonly toldYear: number | null
  readonly revenue: Dong | null
  readonly labour: number | null
  readonly papers: number
  readonly papersLapsed: number
  readonly papersEnding: number
  readonly classes: number
  readonly supportOpen: number
  readonly products: readonly ProductFacts[]
}

export const helpKinds = [
  'describe',
  'mend-dossier',
  'finish-dossier',
  'renew',
  'regain',
  'papers',
  'report',
  'ask-volume',
  'first-dossier',
  'raise',
  'offer',
  'channel',
  'train',
  'support',
  'chain',
  'export',
  'gift',
] as const
export type HelpKind = (typeof helpKinds)[number]

/** One thing to do next, where it is done, and why it is advised. */
export interface Help {
  readonly kind: HelpKind
  readonly product?: Pick<ProductFacts, 'productId' | 'name' | 'certificate' | 'dossierId'>
  readonly dueOn?: CivilDate
  /** Days, points in hundredths, years, counts: what its sentence needs. */
  readonly count?: number
}

/** The segment with what it was read from, and what to do next; advice, never a refusal. */
export interface Advice {
  readonly segment: Segment
  readonly stars: number
  readonly volume: { readonly from: 'report' | 'offers'; readonly value: Dong } | null
  readonly agreements: number
  readonly shelves: number
  readonly help: readonly Help[]
}

export const ThresholdInput = z.object({
  unit: z.string({ error: 'Hãy chọn nơi.' }).max(5),
  fromDate: typedDate,
  highStars: z
    .string({ error: 'Hãy chọn hạng sao.' })
    .transform(Number)
    .refine((stars) => stars >= 3 && stars <= 5 && Number.isInteger(stars), { error: 'Hãy chọn 3, 4 hoặc 5 sao.' }),
  largeYear: typedMoney,
  warnDays: z
    .string({ error: 'Hãy ghi số ngày.' })
    .pipe(typedCount(730))
    .refine((days) => days > 0, { error: 'Hãy ghi ít nhất 1 ngày.' }),
  marketMonths: z
    .string({ error: 'Hãy ghi số tháng.' })
    .pipe(typedCount(60))
    .refine((months) => months > 0, { error: 'Hãy ghi ít nhất 1 tháng.' }),
  basis: requiredText(300, 'Hãy ghi văn bản hoặc lý do đặt ngưỡng.'),
})
export type ThresholdInput = z.output<typeof ThresholdInput>
