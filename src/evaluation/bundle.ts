import { canonicalJson, sha256 } from '../audit/rules.ts'
import { rubricById, textById } from '../regime/law.ts'
import type { Rubric } from '../regime/model.ts'
import { countBallot, impossibleChoices, lawOf, tallyOf } from './counting.ts'
import type { Council, Regulation, Session, Sitting } from './model.ts'
import type { MinutesPaper } from './paper.ts'
import type { FullResult, Sheet, SheetBallot } from './sheet.ts'
import { spreadOf, tally } from './tally.ts'
import type { Tally } from './tally.ts'
import { verdictOf } from './verdict.ts'

export const bundleFormat = 'ocop-session-1'

/** All that a closed session rests on: whoever holds it recomputes every result with no database. */
export interface Bundle {
  readonly format: typeof bundleFormat
  readonly session: Pick<Session, 'id' | 'text' | 'meetsOn' | 'place' | 'openedAt'>
  readonly council: Council
  readonly regulation: Regulation
  readonly present: readonly string[]
  /** Every dossier called, the accounts that stepped back from it, and whether it was decided. */
  readonly agenda: readonly {
    readonly dossierId: string
    readonly recused: readonly string[]
    readonly decided: boolean
  }[]
  readonly rubrics: readonly { readonly id: string; readonly hash: string }[]
  readonly results: readonly FullResult[]
  /** The minutes as they stood at closing, and their hash. */
  readonly minutes: { readonly content: MinutesPaper; readonly hash: string }
}

export interface SealedBundle {
  readonly bundle: Bundle
  /** SHA-256 of the bundle as canonical JSON; the book keeps it in the entry of the closing, sealed and signed there. */
  readonly seal: string
}

export function hashOf(value: unknown): string {
  return sha256(canonicalJson(value))
}

export function bundleOf(
  { session: { id, text, meetsOn, place, openedAt }, council, regulation, present, items }: Sitting,
  results: readonly FullResult[],
  minutes: MinutesPaper,
): SealedBundle {
  const decided = new Set(results.map(({ dossierId }) => dossierId))
  const rubrics = [...new Set(results.flatMap(({ sheet }) => (sheet.counted.length === 0 ? [] : (sheet.rubric ?? []))))]
  const bundle: Bundle = {
    format: bundleFormat,
    session: { id, text, meetsOn, place, openedAt },
    council,
    regulation,
    present: [...present].toSorted(),
    agenda: items.map(({ dossierId, recused }) => ({
      dossierId,
      recused: [...recused].toSorted(),
      decided: decided.has(dossierId),
    })),
    rubrics: rubrics.map((rubric) => ({ id: rubric, hash: hashOf(rubricById(rubric)) })),
    results,
    minutes: { content: minutes, hash: hashOf(minutes) },
  }
  return { bundle, seal: hashOf(bundle) }
}

/** One thing that the bundle says and that does not come out again. */
export interface BundleFinding {
  readonly where: string
  readonly what: string
  readonly said: string
  readonly found: string
}

type Found = (what: string, said: unknown, found: unknown) => void

/** Everything recomputed from the options; an empty list says that the session ended as its bundle tells. */
export function bundleFindings({ bundle, seal }: SealedBundle): readonly BundleFinding[] {
  const findings: BundleFinding[] = []
  const at =
    (where: string): Found =>
    (what, said, found) => {
      const [left, right] = [canonicalJson(said ?? null), canonicalJson(found ?? null)]
      if (left !== right) findings.push({ where, what, said: left, found: right })
    }
  const whole = at('gói')
  whole('mã niêm phong', seal, hashOf(bundle))
  whole('mã băm của biên bản', bundle.minutes.hash, hashOf(bundle.minutes.content))
  for (const { id, hash } of bundle.rubrics)
    at(`bộ tiêu chí ${id}`)('mã băm', hash, hashOf(rubricById(id as `26-2026/${string}`)))
  if (textById(bundle.session.text) === undefined) {
    whole('văn bản áp dụng', bundle.session.text, null)
    return findings
  }
  const decided = bundle.agenda.filter((one) => one.decided).map(({ dossierId }) => dossierId)
  whole('hồ sơ có kết quả', bundle.results.map(({ dossierId }) => dossierId).toSorted(), decided.toSorted())
  for (const result of bundle.results) recompute(bundle, result, at(result.sheet.product))
  return findings
}

function recompute(bundle: Bundle, result: FullResult, found: Found): void {
  const { sheet } = result
  const law = lawOf(bundle.session.text)
  const judged = sheet.recorded.length > 0 ? recordedTally(bundle, sheet) : countedTally(bundle, sheet, found)
  if (judged === undefined) return
  found('tổng điểm', result.totalPoints, judged.mean.total)
  found('số phiếu', result.ballots, judged.mean.ballots)
  found('điểm trung bình (phần trăm)', result.meanHundredths, judged.meanHundredths)
  found('độ lệch', result.spread, judged.spread)
  found('ngưỡng sao', result.gates, judged.gates)
  found('hạng sao', result.stars, judged.stars)
  found('kết luận', result.verdict, verdictOf(law, bundle.council.level, judged, bundle.regulation))
  if (sheet.recorded.length === 0) rulesOf(bundle, result, found)
}

function recordedTally({ session, regulation }: Bundle, { recorded }: Sheet): Tally {
  const totals = recorded.map((total, seat) => ({ accountId: String(seat), total, points: {}, stopped: false }))
  return tally(totals, { bands: lawOf(session.text).bands, gates: [] }, regulation)
}

function countedTally({ session, regulation }: Bundle, sheet: Sheet, found: Found): Tally | undefined {
  const rubric = sheet.rubric === null ? undefined : rubricById(sheet.rubric)
  if (rubric === undefined) {
    found('bộ tiêu chí', sheet.rubric, null)
    return undefined
  }
  for (const { ballots } of sheet.earlier) for (const ballot of ballots) recount(rubric, ballot, found)
  return tallyOf(
    session.text,
    rubric,
    sheet.counted.map((ballot) => recount(rubric, ballot, found)),
    regulation,
  )
}

function recount(rubric: Rubric, line: SheetBallot, found: Found) {
  const { seat, comment, castAt } = line
  const impossible = impossibleChoices(rubric, line.choices)
  found(`mức không có trong bộ tiêu chí, phiếu của ${line.name}`, impossible, [])
  const choices = Object.fromEntries(Object.entries(line.choices).filter(([code]) => !impossible.includes(code)))
  const ballot = {
    id: seat,
    dossierId: '',
    accountId: seat,
    scoringRound: 1,
    choices,
    comment,
    castAt,
    supersededAt: null,
  }
  const counted = countBallot(rubric, ballot)
  found(`điểm từng tiêu chí của ${line.name}`, line.points, counted.points)
  found(`tổng điểm của ${line.name}`, line.total, counted.total)
  return counted
}

/** Seats, recusals, presence, quorum and spread, as closing asked for them. */
function rulesOf(
  { council, regulation, present, agenda }: Bundle,
  { dossierId, sheet }: FullResult,
  found: Found,
): void {
  const recused = agenda.find((one) => one.dossierId === dossierId)?.recused ?? []
  const voters = council.seats.filter(({ votes, accountId }) => votes && !recused.includes(accountId))
  const entitled = voters.map(({ accountId }) => accountId).filter((id) => present.includes(id))
  found('người đã bỏ phiếu', sheet.counted.map(({ seat }) => seat).toSorted(), entitled.toSorted())
  const { quorumNumerator, quorumDenominator, spreadPoints } = regulation
  found('đủ túc số', true, entitled.length * quorumDenominator >= quorumNumerator * voters.length)
  const spread = spreadOf(sheet.counted.map(({ total }) => total))
  found(
    'độ lệch trong quy chế, hoặc đã chốt có lý do',
    true,
    spread <= spreadPoints || (sheet.settledBecause ?? null) !== null,
  )
}
