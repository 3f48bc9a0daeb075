import { showDate } from '../kernel/civil-date.ts'
import { showHundredths } from '../kernel/number.ts'
import { Facts } from '../ui/facts.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { Day } from '../ui/time.tsx'
import type { Ready } from './actions-council.ts'
import type { AgainRule, Result } from './model.ts'
import type { Reexamination } from './model-again.ts'
import { maySitAgain } from './rules-again.ts'
import { againOutcomeNames, againWords, showStars, verdictNames } from './words.ts'

function sitters({ sat }: Reexamination): string {
  return sat.length === 0 ? 'Biên bản giấy không ghi từng phiếu' : sat.map(({ name }) => name).join(', ')
}

/** Before a session is called: which of the dossiers were decided already, who scored them, and whether these sit again. */
export function OrderedAgain({ ready, rule }: { ready: readonly Ready[]; rule: AgainRule | null }) {
  const ordered = ready.flatMap(({ productName, again }) => (again === null ? [] : [{ productName, again }]))
  if (ordered.length === 0) return null
  return (
    <Panel title={`Chờ xem xét lại theo kết luận khiếu nại (${ordered.length})`}>
      <p>Hồ sơ được chấm như đã nộp; kết quả cũ đứng cho tới khi có quyết định mới. {againWords(rule)}.</p>
      <ul class="stack tight">
        {ordered.map(({ productName, again }) => (
          <li>
            <strong>{productName}</strong>: khiếu nại {again.cause}, yêu cầu ngày {showDate(again.orderedOn)}. Chấm lần
            đầu ngày {showDate(again.firstMeetsOn)}: {sitters(again)}.
          </li>
        ))}
      </ul>
    </Panel>
  )
}

interface AgainProps {
  readonly again: Reexamination
  readonly rule: AgainRule | null
  readonly result: Pick<Result, 'stars' | 'meanHundredths' | 'verdict'> | undefined
}

/** The first result stays unsaid until the session is closed: members score what was filed, not what others gave. */
export function AgainPanel({ again, rule, result }: AgainProps) {
  const { outcome } = again
  return (
    <Panel title="Xem xét lại theo kết luận khiếu nại" note={again.cause}>
      <p>Chấm trên hồ sơ như đã nộp lần đầu, không bổ sung.</p>
      <Facts
        facts={[
          ['Yêu cầu chấm lại ngày', <Day date={again.orderedOn} />],
          ['Phiên lần đầu', <Day date={again.firstMeetsOn} />],
          ['Đã chấm lần đầu', sitters(again)],
          ['Người đã chấm', againWords(rule)],
          ...(result === undefined || outcome === null
            ? []
            : ([
                ['Kết quả lần đầu', scoreWords(again.firstStars, again.firstMeanHundredths, again.firstVerdict)],
                ['Kết quả lần này', scoreWords(result.stars, result.meanHundredths, result.verdict)],
                ['So với lần đầu', againOutcomeNames[outcome]],
              ] as const)),
        ]}
      />
      {maySitAgain({ sitsAgain: rule }) ? null : (
        <Notice kind="info">Người đã chấm lần đầu không thấy hồ sơ này trong phiên.</Notice>
      )}
    </Panel>
  )
}

function scoreWords(stars: number, meanHundredths: number, verdict: Result['verdict']): string {
  return `${showStars(stars)}, ${showHundredths(meanHundredths)} điểm. ${verdictNames[verdict]}`
}
