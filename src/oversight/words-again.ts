import { showStars } from '../evaluation/words.ts'
import { showDate } from '../kernel/civil-date.ts'
import { showHundredths } from '../kernel/number.ts'
import type { NewNotice } from '../notice/model.ts'
import { paths } from '../ui/paths.ts'
import type { Complaint } from './model-complaint.ts'
import type { AgainStep, ScoringAgain } from './model-again.ts'

/** Whose turn it is and what is asked of them; null when nothing is. */
export const againTurns: Record<AgainStep, readonly [string, string] | null> = {
  'to-call': ['Cơ quan tham mưu', 'Đưa hồ sơ vào chương trình một phiên khác'],
  'to-score': ['Hội đồng', 'Chấm lại hồ sơ như đã nộp'],
  'to-decide': ['Cơ quan tham mưu và lãnh đạo', 'Ra quyết định theo kết quả mới'],
  'to-use': ['Cấp tỉnh', 'Dùng kết quả mới của trung ương hoặc tự chấm lại'],
  'goes-up': ['Cấp tỉnh và Bộ', 'Xét tiếp kết quả từ 90 điểm'],
  'to-revoke': ['Cơ quan tham mưu', 'Lập dự thảo thu hồi giấy còn hiệu lực'],
  stands: null,
  decided: null,
}

/** What it means, for the producer and the office alike. */
export const againStepWords: Record<AgainStep, string> = {
  'to-call': 'Chờ xem xét lại theo kết luận khiếu nại. Kết quả cũ và giấy đang có vẫn đứng.',
  'to-score': 'Hồ sơ đã vào chương trình một phiên khác. Kết quả cũ và giấy đang có vẫn đứng.',
  'to-decide':
    'Kết quả mới khác lần đầu. Chưa có quyết định theo kết quả mới, nên kết quả cũ và giấy đang có vẫn đứng.',
  'to-use': 'Kết quả mới của trung ương dưới 90 điểm; cấp tỉnh xét tiếp theo 26/2026 Điều 7.4.',
  'goes-up': 'Kết quả mới từ 90 điểm đã được phê duyệt và đi tiếp lên trung ương.',
  'to-revoke':
    'Kết quả mới không giữ được giấy đang có. Giấy còn hiệu lực cho tới khi có quyết định thu hồi (26/2026 Điều 8).',
  stands: 'Kết quả chấm lại như lần đầu: kết quả cũ đứng, không có quyết định mới.',
  decided: 'Đã xử lý theo kết quả mới.',
}

export function scoreWords(stars: number, meanHundredths: number): string {
  return `${showStars(stars)}, ${showHundredths(meanHundredths)} điểm`
}

/** What the complaint's way keeps of it. */
export function scoredAgainWords(one: ScoringAgain): string {
  const first = scoreWords(one.firstStars, one.firstMeanHundredths)
  const next = scoreWords(one.stars ?? 0, one.meanHundredths ?? 0)
  const on = one.meetsOn === null ? '' : ` ngày ${showDate(one.meetsOn)}`
  return one.outcome === 'same'
    ? `Phiên${on}: ${next}. Như lần đầu (${first}), kết quả cũ đứng.`
    : `Phiên${on}: ${next}. Khác lần đầu (${first}).`
}

type Told = Pick<Complaint, 'id' | 'number' | 'producerId' | 'about'>

function again({ id, producerId, about }: Told, occasion: string, subject: string, body: string): NewNotice {
  const href = paths.oversight.complaint(id)
  const key = `oversight.complaint-${occasion}:${id}`
  return { key, reader: { producer: producerId }, subject: `${subject}: ${about}`, body, href, urgent: true }
}

export function sittingNotice(
  one: Told,
  { sessionId, meetsOn }: Pick<ScoringAgain, 'sessionId' | 'meetsOn'>,
): NewNotice {
  const on = meetsOn === null ? '' : ` ngày ${showDate(meetsOn)}`
  const body = `Theo kết luận khiếu nại ${one.number}, hồ sơ vào phiên chấm lại${on}. Hồ sơ được chấm như đã nộp.`
  return again(one, `sits-${sessionId}`, 'Hồ sơ vào phiên chấm lại', body)
}

export function scoredAgainNotice(one: Told, scoring: ScoringAgain): NewNotice {
  return again(one, 'scored-again', 'Đã có kết quả chấm lại', scoredAgainWords(scoring))
}
