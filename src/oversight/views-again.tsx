import { Facts } from '../ui/facts.tsx'
import { LinkButton } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Day } from '../ui/time.tsx'
import type { AgainStep, ScoringAgain } from './model-again.ts'
import { againStep } from './rules-again.ts'
import { againStepWords, scoreWords } from './words-again.ts'

interface AgainProps {
  readonly scoring: ScoringAgain
  /** Somebody of the office that handles the complaint, or its leader: they are given the page of the next step. */
  readonly staff: boolean
}

/** Both results side by side and what comes next; on no public page. */
export function ScoringAgainPanel({ scoring, staff }: AgainProps) {
  const step = againStep(scoring)
  const { stars, meanHundredths, meetsOn, certificateNumber } = scoring
  return (
    <Panel title="Xem xét lại kết quả">
      <p>{againStepWords[step]}</p>
      <Facts
        facts={[
          ['Yêu cầu chấm lại ngày', <Day date={scoring.orderedOn} />],
          [
            'Kết quả lần đầu',
            <>
              {scoreWords(scoring.firstStars, scoring.firstMeanHundredths)}, phiên ngày{' '}
              <Day date={scoring.firstMeetsOn} />
            </>,
          ],
          ['Phiên chấm lại', meetsOn === null ? null : <Day date={meetsOn} />],
          ['Kết quả chấm lại', stars === null || meanHundredths === null ? null : scoreWords(stars, meanHundredths)],
          [
            'Giấy còn hiệu lực',
            certificateNumber === null ? null : (
              <a href={paths.recognition.certificate(certificateNumber)}>{certificateNumber}</a>
            ),
          ],
        ]}
      />
      {staff ? <NextPage step={step} scoring={scoring} /> : null}
    </Panel>
  )
}

function NextPage({ step, scoring }: { step: AgainStep; scoring: ScoringAgain }) {
  const { sessionId, certificateNumber, meetsOn } = scoring
  const revoked = {
    so: certificateNumber ?? '',
    'ket-luan': 'Kết quả chấm lại theo kết luận khiếu nại',
    ngay: meetsOn ?? undefined,
  }
  const next: Partial<Record<AgainStep, readonly [string, string]>> = {
    'to-call': [paths.evaluation.councils(), 'Chọn Hội đồng và triệu tập phiên'],
    'to-score': [paths.evaluation.session(sessionId ?? ''), 'Mở phiên chấm lại'],
    'to-decide': [paths.recognition.drafts(), 'Mở dự thảo quyết định'],
    'to-use': [paths.recognition.drafts(), 'Mở việc chờ quyết định'],
    'goes-up': [paths.recognition.drafts(), 'Mở việc chờ quyết định'],
    'to-revoke': [paths.recognition.revocation(revoked), 'Lập dự thảo thu hồi'],
  }
  const page = next[step]
  if (page === undefined) return null
  return (
    <p>
      <LinkButton href={page[0]} kind={step === 'to-score' ? 'secondary' : 'primary'}>
        {page[1]}
      </LinkButton>
    </p>
  )
}
