import { addDays } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { enterPastDossier } from '../dossier/actions-past.ts'
import type { DossierAct } from '../dossier/model.ts'
import type { Tx } from '../platform/atomically.ts'
import type { DossierKind } from '../regime/model.ts'
import type { ProductPlan } from './history-plan.ts'
import { reformDay } from './places.ts'
import type { Place } from './places.ts'
import { rubricUnder, textOfDecision } from './rounds.ts'

/** How a dossier of the past ended. */
export type WayName = 'by-district' | 'by-province' | 'by-ministry' | 'result-approved' | 'sent-to-ministry' | 'failed'

/** Acts with the days between them and the decision; negative is before it. */
type Way = readonly (readonly [DossierAct, number])[]

const throughDistrict: Way = [
  ['receive-at-district', -105],
  ['score-at-district', -90],
]
const toProvince: Way = [...throughDistrict, ['propose-to-province', -80], ['receive-at-province', -75]]
const throughCommune: Way = [
  ['report-from-commune', -100],
  ['receive-at-province', -95],
]
const throughCouncil: Way = [
  ['start-advice', -70],
  ['report-advice', -40],
  ['put-on-agenda', -30],
  ['score', -12],
]
const told: Way = [
  ['notify', 2],
  ['publish', 3],
]
const upToMinistry: Way = [
  ['approve-result', -6],
  ['send-to-ministry', -4],
]

/** The steps of a text that knew districts differ from those of the two-level texts. */
function stepsOf(way: WayName, hadDistricts: boolean): Way {
  const council = [...(hadDistricts ? toProvince : throughCommune), ...throughCouncil]
  const ways: Record<WayName, Way> = {
    'by-district': [...throughDistrict, ['recognise-at-district', 0], ...told],
    'by-province': [...council, ['recognise', 0], ...told],
    'by-ministry': [...council, ...upToMinistry, ['score-at-ministry', -2], ['recognise-at-ministry', 0], ...told],
    'result-approved': [...council, ['approve-result', 0]],
    'sent-to-ministry': [...council, ['approve-result', 0], ['send-to-ministry', 4]],
    failed: [...council, ['not-recognise', 0], ['notify', 2]],
  }
  return ways[way]
}

interface PastWay {
  readonly productId: string
  readonly place: Place
  readonly plan: ProductPlan
  readonly way: WayName
  readonly decidedOn: CivilDate
  readonly kind?: DossierKind
}

/** Enters the dossier behind a decision of the past, filed in the commune of that time. @returns its id. */
export async function enterWay(
  tx: Tx,
  { productId, place, plan, way, decidedOn, kind = 'first' }: PastWay,
): Promise<string> {
  const text = textOfDecision(decidedOn)
  const filedOn = addDays(decidedOn, -120)
  const { id } = await enterPastDossier(tx, {
    productId,
    kind,
    text,
    rubric: rubricUnder(text, plan.good.group),
    filedOn,
    sample: true,
    commune: filedOn < reformDay ? place.oldCode : place.todayCode,
    steps: stepsOf(way, text === '1048-2019' || text === '148-2023').map(([act, after]) => ({
      act,
      on: addDays(decidedOn, after),
    })),
  })
  return id
}
