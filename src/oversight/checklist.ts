import type { Rubric } from '../regime/model.ts'
import type { CheckItem } from './model.ts'

/** The three contents of a post-check (26/2026 Điều 9) as promises; the producer adds its own. */
const byLaw: readonly { readonly text: string; readonly basis: string }[] = [
  { text: 'Giữ chất lượng và các tiêu chí như trong hồ sơ đã được công nhận.', basis: '26/2026 Điều 9' },
  {
    text: 'Chỉ in dấu OCOP và số sao trên đúng sản phẩm này, trong thời hạn của giấy.',
    basis: '26/2026 Điều 8, Điều 9',
  },
  { text: 'Quảng cáo đúng sự thật về sản phẩm và hạng sao.', basis: '26/2026 Điều 9' },
]

export interface PaperToKeep {
  readonly title: string
  readonly number: string | null
  readonly expiresOn: string
}

/** What is laid before the producer: the law's contents, and its own papers that run out. */
export function commitmentsFor(papers: readonly PaperToKeep[]): readonly { text: string; basis: string }[] {
  return [
    ...byLaw,
    ...papers.map(({ title, number }) => ({
      text: `Gia hạn trước khi hết hạn: ${[title, number].filter(Boolean).join(', số ')}.`,
      basis: 'Giấy tờ trong hồ sơ, ví minh chứng',
    })),
  ]
}

const markQuestions = [
  ['D1', 'Dấu OCOP và số sao trên bao bì đúng giấy chứng nhận, đúng sản phẩm'],
  ['D2', 'Không in dấu OCOP trên sản phẩm khác của cơ sở'],
  ['D3', 'Quảng cáo, trang bán hàng nói đúng hạng sao và thời hạn'],
  ['D4', 'Mã trên bao bì mở đúng trang của giấy chứng nhận'],
] as const

/** What is asked on the spot: the promises that were confirmed, the use of the mark, each criterion of the rubric. */
export function checklistFor(
  commitments: readonly { readonly text: string; readonly basis: string }[],
  rubric: Rubric | undefined,
): readonly CheckItem[] {
  const promised = commitments.length > 0 ? commitments : byLaw
  const items = [
    ...promised.map(({ text, basis }, index) => ({
      code: `K${index + 1}`,
      part: 'commitments' as const,
      question: text,
      basis: commitments.length > 0 ? `Cam kết đã xác nhận · ${basis}` : basis,
    })),
    ...markQuestions.map(([code, question]) => ({
      code,
      part: 'mark' as const,
      question,
      basis: '26/2026 Điều 9: dùng dấu, quảng cáo',
    })),
    ...(rubric?.criteria ?? []).map(({ code, name }) => ({
      code,
      part: 'criteria' as const,
      question: `${name}: vẫn như hồ sơ đã chấm`,
      basis: `Tiêu chí ${code} · 26/2026 Điều 9`,
    })),
  ]
  return items.map((item, index) => ({ ...item, position: index + 1 }))
}
