import type { Child } from 'hono/jsx'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { LinkButton } from '../ui/form.tsx'
import { paths } from '../ui/paths.ts'
import { standingStates } from '../ui/status.tsx'
import { Day } from '../ui/time.tsx'
import { Verdict } from '../ui/verdict.tsx'
import { answerOf } from './answer.ts'
import type { Finding } from './check.ts'
import type { Certificate, Verdict as VerdictWord } from './model.ts'
import { isInForce } from './rules.ts'
import { verdictNames } from './words.ts'

/** Whose product, by which decision: what stands under the answer. */
export function CertificateVerdict({
  certificate,
  at,
  checkedAt,
  level = 2,
  children,
}: {
  certificate: Certificate
  at: CivilDate
  checkedAt: Instant
  level?: 1 | 2
  children?: Child
}) {
  const { status, line, detail } = answerOf(certificate, at)
  return (
    <Verdict
      state={standingStates[status]}
      level={level}
      answer={line}
      detail={detail}
      checkedAt={checkedAt}
      stars={isInForce(status) ? certificate.stars : undefined}
      product={{
        name: certificate.productName,
        maker: certificate.producerName,
        place: certificate.placeName,
        picture: certificate.picture === null ? undefined : paths.product.image(certificate.picture.file),
      }}
    >
      <p class="small">
        <DecisionWords certificate={certificate} />
      </p>
      {children}
    </Verdict>
  )
}

function DecisionWords({ certificate: { decision, endedBy } }: { certificate: Certificate }) {
  return (
    <>
      Quyết định <a href={paths.recognition.decision(decision.id)}>{decision.number}</a>
      {decision.decidedOn === null ? null : (
        <>
          , ngày <Day date={decision.decidedOn} />
        </>
      )}
      , {decision.authority}.
      {endedBy === null ? null : (
        <>
          {' '}
          Kết thúc theo Quyết định <a href={paths.recognition.decision(endedBy.id)}>{endedBy.number}</a>.
        </>
      )}
    </>
  )
}

/** A verdict without a certificate to show: nothing of the text's own claims is repeated but the text itself. */
function BareVerdict({
  verdict,
  reason,
  checkedAt,
  content,
}: {
  verdict: VerdictWord
  reason: string
  checkedAt: Instant
  content?: string
}) {
  return (
    <Verdict
      state={verdict === 'not-genuine' ? 'revoked' : 'unknown'}
      icon={verdict === 'not-genuine' ? 'circle-x' : undefined}
      answer={content === undefined ? reason : `${verdictNames[verdict]}: ${content}`}
      detail={content === undefined ? undefined : reason}
      checkedAt={checkedAt}
    />
  )
}

export function FindingVerdict({
  finding,
  content,
  at,
  checkedAt,
}: {
  finding: Finding
  content: string
  at: CivilDate
  checkedAt: Instant
}) {
  const { certificate, verdict, reason } = finding
  if (certificate === undefined)
    return <BareVerdict verdict={verdict} reason={reason} checkedAt={checkedAt} content={content} />
  return (
    <CertificateVerdict certificate={certificate} at={at} checkedAt={checkedAt}>
      <LinkButton href={paths.recognition.certificate(certificate.number)} kind="secondary" icon="shield-check" wide>
        Giấy chứng nhận {certificate.number}
      </LinkButton>
    </CertificateVerdict>
  )
}
