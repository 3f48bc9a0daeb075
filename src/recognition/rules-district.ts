import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import { textsInForce } from '../regime/law.ts'
import type { LegalText, ProcedureStep } from '../regime/model.ts'
import { bandOf } from '../regime/stars.ts'
import type { DistrictOutcome } from './model-district.ts'

/** The step at which a district's council scored; undefined for a text that knows no district. */
export function districtStepOf({ procedure }: Pick<LegalText, 'procedure'>): ProcedureStep | undefined {
  return procedure.steps.find(({ level, role }) => level === 'district' && role === 'score')
}

interface Days {
  readonly metOn: CivilDate
  readonly toldOn?: CivilDate | undefined
}

/** The text that the district went by on the day of its session. */
export function judgeDistrictDays({ metOn, toldOn }: Days, today: CivilDate) {
  if (metOn > today) return refuse('recognition/met-in-future', { field: 'metOn' })
  if (toldOn !== undefined && toldOn > today) return refuse('recognition/told-in-future', { field: 'toldOn' })
  if (toldOn !== undefined && toldOn < metOn)
    return refuse('recognition/told-before-session', { field: 'toldOn', facts: { metOn } })
  const text = textsInForce(metOn).findLast((one) => districtStepOf(one) !== undefined)
  return text ? allow(text) : refuse('recognition/no-district-step', { field: 'metOn', facts: { metOn } })
}

/** Whether points go up to the province by the text (1048/2019: from 50), or are told to the commune and the producer. */
export function districtOutcome(text: Pick<LegalText, 'procedure'>, pointsHundredths: number): DistrictOutcome {
  const from = districtStepOf(text)?.proposesFrom
  return from !== undefined && pointsHundredths >= from * 100 ? 'proposed' : 'told'
}

/** The star by the bands of the text; one that the district recognised itself (148/2023: 3) has a decision to enter. */
export function judgeDistrictPoints(text: LegalText, pointsHundredths: number, field: string) {
  const stars = bandOf(text.bands, { sum: pointsHundredths, count: 100 })
  const recognised: readonly number[] = districtStepOf(text)?.recognises ?? []
  if (!recognised.includes(stars)) return allow(stars)
  return refuse('recognition/district-recognised', { field, article: text.number, facts: { stars } })
}

interface Placed {
  readonly communeToday: UnitCode | null
  /** Of its commune as recorded, where that is one of before July 2025. */
  readonly districtCode: UnitCode | null
}

interface District {
  readonly code: UnitCode
  readonly fullName: string
  /** Today's communes on its land of that day. */
  readonly communes: readonly UnitCode[]
}

/** Was the product's commune of that district? Where its commune was split since, the recorded district speaks. */
export function isOfDistrict({ communeToday, districtCode }: Placed, { code, communes }: District): boolean {
  return communeToday === null ? districtCode === code : communes.includes(communeToday)
}

export function judgeInDistrict<Product extends Placed>(product: Product, district: District, field: string) {
  if (isOfDistrict(product, district)) return allow(product)
  return refuse('recognition/not-of-district', { field, facts: { district: district.fullName } })
}

/** A letter of proposal belongs to a session that proposed something. */
export function judgeProposal(proposal: string | undefined, outcomes: readonly DistrictOutcome[]) {
  if (proposal === undefined || outcomes.includes('proposed')) return allow(proposal ?? null)
  return refuse('recognition/nothing-proposed', { field: 'proposal' })
}
