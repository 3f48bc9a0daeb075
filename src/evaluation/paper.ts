import { showDate, showMoment } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { showHundredths } from '../kernel/number.ts'
import type { ItemLine, SessionFile } from './session-file.ts'
import type { Council, Seat } from './model.ts'
import { lawOf } from './counting.ts'
import type { JudgedGate } from './tally.ts'
import {
  capacityNames,
  fallbackNames,
  gateRuleNames,
  proposalWords,
  quorumWords,
  showStars,
  spreadWords,
  verdictNames,
} from './words.ts'
import { wentUpWithoutGate } from './verdict.ts'

export interface Headed {
  readonly above: string
  readonly authority: string
  readonly symbol: string
  readonly place: string
  readonly on: CivilDate
  readonly title: string
  readonly about: string
  readonly url: string
  readonly sample: boolean
}

export interface MinutesPaper extends Headed {
  readonly opening: string
  readonly seats: readonly (readonly string[])[]
  readonly bases: readonly string[]
  readonly items: readonly {
    readonly position: string
    readonly product: string
    readonly producer: string
    readonly head: string
    readonly lines: readonly string[]
  }[]
  readonly results: readonly (readonly string[])[]
  readonly closing: string
  readonly signers: readonly (readonly [string, string])[]
}

export interface SummaryPaper extends Headed {
  readonly members: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly notes: readonly string[]
  readonly signers: readonly (readonly [string, string])[]
}

const hour = (at: string | null) => (at === null ? '……' : showMoment(at).slice(-5))

export function headOf({ council, session }: Pick<SessionFile, 'council' | 'session'>, url: string) {
  return {
    above:
      council.level === 'ministry' ? 'Bộ Nông nghiệp và Môi trường' : `Ủy ban nhân dân ${lowerFirst(council.unitName)}`,
    authority: council.name,
    place: placeName(council),
    on: session.meetsOn,
    url,
    sample: session.sample,
  }
}

/** `Tỉnh Quảng Ngãi` → `Quảng Ngãi`; the country's council sits in Hà Nội. */
function placeName({ level, unitName }: Council): string {
  return level === 'ministry' ? 'Hà Nội' : unitName.replace(/^(Tỉnh|Thành phố|Huyện|Thị xã|Quận) /, '')
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

/** Minutes of a closed session as one reader may have them. */
export function minutesPaper(file: SessionFile, url: string): MinutesPaper {
  const { council, session, present, lines } = file
  const decided = lines.filter(({ result }) => result !== undefined)
  const here = council.seats.filter(({ accountId }) => present.has(accountId)).length
  return {
    ...headOf(file, url),
    symbol: 'BB-HĐ',
    title: 'Biên bản',
    about: `Họp ${council.name}`,
    opening: `Ngày ${showDate(session.meetsOn)}, từ ${hour(session.openedAt)} đến ${hour(session.closedAt)}, tại ${session.place}, ${council.name} (thành lập theo Quyết định số ${council.decisionNo} ngày ${showDate(council.decidedOn)}) họp đánh giá, phân hạng ${decided.length} sản phẩm.`,
    seats: council.seats.map((seat, index) => [
      String(index + 1),
      seat.name,
      capacityNames[seat.capacity],
      seat.agency,
      present.has(seat.accountId) ? 'Có' : 'Vắng',
    ]),
    bases: regulationLines(file),
    items: decided.map((line, index) => minutesItem(line, index + 1)),
    results: decided.map((line, index) => resultRow(line, index + 1)),
    closing: `Có mặt ${here} trên ${council.seats.length} người trong danh sách Hội đồng. Phiên họp kết thúc lúc ${hour(session.closedAt)} cùng ngày. Biên bản được lập từ các phiếu đã gửi.`,
    signers: [
      ['Thư ký', nameOf(council, 'secretary')],
      ['Chủ tịch Hội đồng', nameOf(council, 'chair')],
    ],
  }
}

function nameOf({ seats }: Council, capacity: Seat['capacity']): string {
  return seats.find((seat) => seat.capacity === capacity)?.name ?? ''
}

function regulationLines({ regulation, session, council: { level } }: SessionFile): readonly string[] {
  return [
    `Quy chế hoạt động của Hội đồng: ${regulation.documentNo}, có hiệu lực từ ${showDate(regulation.effectiveOn)}.`,
    `Văn bản áp dụng: ${lawOf(session.text).number}. Túc số: ${lowerFirst(quorumWords(regulation))}. Điểm của sản phẩm là trung bình cộng các phiếu, không làm tròn khi xếp hạng.`,
    `Độ lệch giữa các phiếu không quá ${spreadWords(regulation)}. Ngưỡng sao: ${lowerFirst(gateRuleNames[regulation.gateRule])}. ${fallbackNames[regulation.fallback]}.`,
    ...(level === 'ministry'
      ? []
      : [`Kết quả chuyển lên cấp trên: ${lowerFirst(proposalWords(regulation.proposes))}.`]),
  ]
}

function minutesItem(
  { productName, producerName, note, result, reexaminationId }: ItemLine,
  position: number,
): MinutesPaper['items'][number] {
  const lines: string[] = []
  if (reexaminationId !== null)
    lines.push(
      'Xem xét lại theo kết luận khiếu nại, trên hồ sơ như đã nộp; kết quả lần đầu được giữ nguyên trong phiên trước.',
    )
  if (result) {
    const { sheet, spread, gates, stars } = result
    if (sheet.recused.length > 0) lines.push(`Không tham gia chấm: ${sheet.recused.join(', ')}.`)
    for (const { round, ballots } of sheet.earlier)
      lines.push(
        `Vòng ${round}: ${ballots.length} phiếu, lệch ${spreadOfTotals(ballots)} điểm, Hội đồng thảo luận và chấm lại.`,
      )
    lines.push(`Lệch giữa các phiếu: ${spread} điểm.`)
    if (sheet.settledBecause)
      lines.push(`Người điều hành chốt vòng ${sheet.scoringRound} dù còn lệch: ${sheet.settledBecause}`)
    const unmet = unmetGates(gates, stars)
    if (unmet !== '') lines.push(`Chưa đạt ngưỡng: ${unmet}.`)
    if (wentUpWithoutGate(result)) lines.push('Chuyển lên cấp trên theo điểm, còn thiếu ngưỡng nêu trên.')
  }
  if (note !== '') lines.push(`Ý kiến thảo luận: ${note}`)
  return {
    position: String(position),
    product: productName,
    producer: producerName,
    head: result ? `${showStars(result.stars)}, ${showHundredths(result.meanHundredths)} điểm.` : '',
    lines,
  }
}

function spreadOfTotals(ballots: readonly { readonly total: number }[]): number {
  const totals = ballots.map(({ total }) => total)
  return Math.max(...totals) - Math.min(...totals)
}

/** The gates between the star that was given and the next: why it is not more. */
export function unmetGates(gates: readonly JudgedGate[], stars: number): string {
  return gates
    .filter((gate) => !gate.met && gate.stars > stars)
    .map(({ criterion, stars: of, need }) => `${criterion} (${of} sao cần ${need} điểm)`)
    .join(', ')
}

function resultRow({ productName, result }: ItemLine, position: number): readonly string[] {
  if (!result) return [String(position), productName, '', '', '', '']
  const { ballots, meanHundredths, stars, verdict } = result
  return [
    String(position),
    productName,
    String(ballots),
    showHundredths(meanHundredths),
    showStars(stars),
    verdictNames[verdict],
  ]
}

/** One row a product, one column a member who cast anywhere in the session. */
export function summaryPaper(file: SessionFile, url: string): SummaryPaper {
  const { council, lines } = file
  const decided = lines.flatMap((line) => (line.result ? [{ line, result: line.result }] : []))
  const members = council.seats.filter(({ accountId }) =>
    decided.some(({ result }) => result.sheet.counted.some(({ seat }) => seat === accountId)),
  )
  const totalOf = (result: NonNullable<ItemLine['result']>, accountId: string) =>
    result.sheet.counted.find(({ seat }) => seat === accountId)?.total
  return {
    ...headOf(file, url),
    symbol: 'BTH-HĐ',
    title: 'Bảng tổng hợp',
    about: 'Điểm đánh giá, phân hạng sản phẩm',
    members: members.map(({ name }) => name),
    rows: decided.map(({ line, result }, index) => [
      String(index + 1),
      `${line.productName} (${line.producerName})`,
      ...members.map(({ accountId }) => String(totalOf(result, accountId) ?? '')),
      `${result.totalPoints}/${result.ballots}`,
      showHundredths(result.meanHundredths),
      showStars(result.stars),
      verdictNames[result.verdict],
    ]),
    notes: [
      'Ô trống: người không tham gia chấm sản phẩm đó hoặc vắng. Tổng: tổng điểm trên số phiếu. Trung bình chỉ làm tròn khi in.',
    ],
    signers: [
      ['Thư ký', nameOf(council, 'secretary')],
      ['Chủ tịch Hội đồng', nameOf(council, 'chair')],
    ],
  }
}
