import { enterPastDossier } from '../../dossier/actions-past.ts'
import { moveDossier } from '../../dossier/actions.ts'
import type { DossierAct } from '../../dossier/model.ts'
import type { Tx } from '../../platform/atomically.ts'
import { describeProduct } from '../../product/actions.ts'
import { enterPastRecognition } from '../../recognition/actions-past.ts'
import type { DecisionLevel } from '../../recognition/model.ts'
import { giveCode } from '../../product/actions.ts'
import { yearOf } from '../../kernel/civil-date.ts'
import type { Place } from '../places.ts'
import { decisionNumber } from '../rounds.ts'
import type { Stage } from './stage.ts'

/** Dossiers of 2024 that their district had in hand when districts ended: a person must say how they go on. */
const stranded: readonly { readonly name: string; readonly acts: readonly (readonly [DossierAct, string])[] }[] = [
  { name: 'Cá mai khô Nắng Bến Phan', acts: [['receive-at-district', '2025-05-20']] },
  {
    name: 'Bánh rế Nắng Bến Phan',
    acts: [
      ['receive-at-district', '2025-05-06'],
      ['score-at-district', '2025-06-12'],
    ],
  },
  {
    name: 'Tương ớt Nắng Bến Phan',
    acts: [
      ['receive-at-district', '2025-04-22'],
      ['score-at-district', '2025-05-28'],
      ['recognise-at-district', '2025-06-26'],
    ],
  },
  {
    name: 'Cốm nếp Nắng Bến Phan',
    acts: [
      ['receive-at-district', '2025-04-15'],
      ['score-at-district', '2025-05-21'],
      ['propose-to-province', '2025-06-20'],
    ],
  },
]

export async function enterStranded(tx: Tx, producerId: string, { oldCode }: Place): Promise<void> {
  for (const { name, acts } of stranded) {
    const summary = 'Hồ sơ còn ở cấp huyện khi cấp huyện kết thúc hoạt động.'
    const { id } = await describeProduct(tx, {
      producerId,
      name,
      group: '7',
      summary,
      packs: [{ label: 'Gói 200 g' }],
      sample: true,
    })
    await enterPastDossier(tx, {
      productId: id,
      kind: 'first',
      text: '148-2023',
      rubric: null,
      commune: oldCode,
      filedOn: '2025-04-08',
      sample: true,
      steps: acts.map(([act, on]) => ({
        act,
        on,
      })),
    })
  }
}

const scored: readonly DossierAct[] = ['put-on-agenda', 'score']

/** What councils outside the sample decided: their minutes are on paper, only the decision is here. */
const endings: Record<'province' | 'ministry', readonly DossierAct[]> = {
  province: [...scored, 'recognise'],
  ministry: [...scored, 'approve-result', 'send-to-ministry', 'score-at-ministry', 'recognise-at-ministry'],
}

export interface DecidedElsewhere {
  readonly dossierId: string
  readonly productId: string
  readonly level: Extract<DecisionLevel, 'province' | 'ministry'>
  readonly authority: string
  readonly unit: string
  readonly commune: string
  readonly province: string
  readonly stars: 4 | 5
  readonly meanHundredths: number
}

/** Decided lately and not told yet: the dossier stands at the recognition itself. */
export async function decideElsewhere(stage: Stage, ago: number, given: DecidedElsewhere): Promise<void> {
  const { dossierId, productId, level, authority, unit, stars, meanHundredths } = given
  const acts = endings[level]
  for (const [index, act] of acts.entries())
    await moveDossier(stage.system(ago + 3 * (acts.length - 1 - index)), dossierId, act)
  const then = stage.system(ago)
  await giveCode(then, { productId, province: given.province, commune: given.commune, year: yearOf(then.today) })
  await enterPastRecognition(then, {
    decision: {
      kind: 'recognise',
      level,
      unitCode: unit,
      unitOn: then.today,
      authority,
      number: decisionNumber(level, unit, then.today),
      year: yearOf(then.today),
      decidedOn: then.today,
      text: '26-2026',
      signerName: 'Lê Văn Mẫu',
      signerTitle: level === 'ministry' ? 'Thứ trưởng' : 'Phó Chủ tịch',
    },
    productId,
    stars,
    dossierId,
    meanHundredths,
    printedHere: true,
    sample: true,
  })
}
