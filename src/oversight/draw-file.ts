import { csvLine } from '../platform/csv.ts'
import type { InspectionPlan, ShownCandidate } from './model-plan.ts'
import { riskWords } from './words-plan.ts'

/** The frozen list as CSV (RFC 4180), with the seed in every line so that the file draws again by itself. */
export function drawCsv(plan: InspectionPlan, candidates: readonly ShownCandidate[]): string {
  const heads = [
    'hat_giong',
    'so_giay',
    'san_pham',
    'chu_the',
    'sao',
    'so_ve',
    'ly_do',
    'thu_tu_duoc_rut',
    've_nho_nhat',
  ]
  const lines = candidates.map((one) => [
    plan.seed ?? '',
    one.certificateNumber,
    one.productName,
    one.producerName,
    String(one.stars),
    String(one.weight),
    one.reasons.map(({ risk, points }) => `${riskWords[risk]} (${points})`).join('; '),
    one.rank === null ? '' : String(one.rank),
    one.ticket ?? '',
  ])
  return [heads, ...lines].map((cells) => `${csvLine(cells)}\r\n`).join('')
}
