import { showDate } from '../kernel/civil-date.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { showGtin } from '../product/gtin.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { LinkButton, PostButton, Submit, Form } from '../ui/form.tsx'
import { Field } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { Verdict } from '../ui/verdict.tsx'
import type { Promised } from './actions-read.ts'
import { answerOf } from './answer.ts'
import type { Certificate } from './model.ts'
import { isInForce } from './rules.ts'
import { CertificateVerdict } from './views-verdict.tsx'

interface CertificateViewProps {
  readonly certificate: Certificate
  /** What the producer confirmed to keep, in short. */
  readonly promised: Promised | undefined
  readonly at: CivilDate
  readonly checkedAt: Instant
  readonly printable: boolean
  readonly acts: CertificateActs
  readonly trouble?: Trouble | undefined
}

/** What the person who looks may do here. */
export interface CertificateActs {
  readonly renew: boolean
  readonly upgrade: boolean
  readonly suspend: boolean
  readonly revoke: boolean
}

/** The status page of one certificate: the first line is the answer. */
export function CertificateView({
  certificate,
  promised,
  at,
  checkedAt,
  printable,
  acts,
  trouble,
}: CertificateViewProps) {
  return (
    <div class="with-aside">
      <div class="stack loose">
        {acts.suspend ? null : <ErrorSummary trouble={trouble} />}
        <CertificateVerdict certificate={certificate} at={at} checkedAt={checkedAt} level={1}>
          <LinkButton href={paths.catalogue.product(certificate.productSlug)} wide>
            Xem trang sản phẩm
          </LinkButton>
        </CertificateVerdict>
        <CertificateFactsPanel certificate={certificate} promised={promised} />
      </div>
      <aside class="stack">
        {printable ? (
          <LinkButton href={paths.recognition.certificatePdf(certificate.number)} kind="secondary" icon="download">
            Tải bản in (PDF)
          </LinkButton>
        ) : (
          <p class="small muted">
            Bản giấy do cơ quan cấp in trước khi có hệ thống này. Số ở đây là số tra cứu của hệ thống.
          </p>
        )}
        <LinkButton href={paths.recognition.verify()} kind="quiet" icon="shield-check">
          Kiểm tra giấy khác
        </LinkButton>
        <OwnerActs certificate={certificate} acts={acts} />
        <AuthorityActs certificate={certificate} at={at} acts={acts} trouble={trouble} />
      </aside>
    </div>
  )
}

function CertificateFactsPanel({ certificate, promised }: Pick<CertificateViewProps, 'certificate' | 'promised'>) {
  const {
    number,
    stars,
    issuedOn,
    expiresOn,
    productCode,
    packs,
    placeName,
    producerName,
    producerSlug,
    decision,
    sample,
  } = certificate
  return (
    <Panel title="Giấy chứng nhận này ghi gì" note={sample ? 'Dữ liệu mẫu' : undefined}>
      <Facts
        facts={[
          ['Số', <span class="num">{number}</span>],
          ['Hạng', `${stars} sao`],
          ['Sản phẩm', certificate.productName],
          ['Mã sản phẩm', productCode],
          [
            'Quy cách',
            packs.map(({ label, gtin }) => (gtin === null ? label : `${label} (mã vạch ${showGtin(gtin)})`)).join('; '),
          ],
          ['Chủ thể', <a href={paths.catalogue.producer(producerSlug)}>{producerName}</a>],
          ['Nơi sản xuất', placeName],
          ['Cấp ngày', <Day date={issuedOn} />],
          ['Hết hạn vào cuối ngày', <Day date={expiresOn} />],
          ['Cơ quan cấp', decision.authority],
          [
            'Sau công nhận',
            <>
              {promised === undefined
                ? 'Chủ thể chưa xác nhận cam kết.'
                : `Chủ thể xác nhận ${promised.lines} cam kết ngày ${showDate(promised.on)}.`}{' '}
              <a href={paths.oversight.commitments(number)}>Cam kết chất lượng, kết luận kiểm tra</a>
            </>,
          ],
          [
            'Nguồn công bố',
            decision.sourceUrl === null ? null : (
              <a href={decision.sourceUrl} rel="nofollow noopener">
                Danh sách đã công bố
              </a>
            ),
          ],
        ]}
      />
    </Panel>
  )
}

function OwnerActs({ certificate: { number }, acts }: { certificate: Certificate; acts: CertificateActs }) {
  if (!acts.renew && !acts.upgrade) return null
  return (
    <Panel title="Chủ thể" level={3}>
      {acts.renew ? (
        <PostButton action={paths.recognition.renew(number)} icon="refresh-cw">
          Mở hồ sơ công nhận lại
        </PostButton>
      ) : null}
      {acts.upgrade ? (
        <PostButton action={paths.recognition.upgrade(number)} kind="secondary">
          Mở hồ sơ nâng hạng
        </PostButton>
      ) : null}
      <p class="small muted">
        Hồ sơ công nhận lại nộp từ 180 đến 120 ngày trước ngày hết hạn. Nộp muộn hơn, giấy được kéo dài tối đa 180 ngày
        chờ kết quả (26/2026 Điều 12.3).
      </p>
    </Panel>
  )
}

function AuthorityActs({
  certificate,
  at,
  acts,
  trouble,
}: {
  certificate: Certificate
  at: CivilDate
  acts: CertificateActs
  trouble?: Trouble | undefined
}) {
  if (!acts.suspend && !acts.revoke) return null
  const { status } = answerOf(certificate, at)
  return (
    <Panel title="Cơ quan cấp" level={3}>
      {acts.suspend && isInForce(status) ? (
        <Form action={paths.recognition.suspend(certificate.number)} trouble={trouble} label="Tạm đình chỉ">
          <Field name="reason" label="Lý do tạm đình chỉ" kind="textarea" rows={3} trouble={trouble} />
          <Submit kind="danger" icon="circle-pause">
            Tạm đình chỉ dùng dấu sao
          </Submit>
        </Form>
      ) : null}
      {acts.suspend && status === 'suspended' ? (
        <PostButton action={paths.recognition.liftSuspension(certificate.number)} kind="secondary">
          Cho dùng lại dấu sao
        </PostButton>
      ) : null}
      {acts.revoke && status !== 'revoked' && status !== 'expired' ? (
        <LinkButton href={paths.recognition.revocation({ so: certificate.number })} kind="secondary" icon="ban">
          Soạn quyết định thu hồi
        </LinkButton>
      ) : null}
    </Panel>
  )
}

/** No certificate of this number: said first, with what was perhaps meant. */
export function NoSuchCertificate({
  number,
  similar,
  checkedAt,
}: {
  number: string
  similar: readonly string[]
  checkedAt: Instant
}) {
  return (
    <div class="stack">
      <Verdict
        state="unknown"
        level={1}
        answer={`Không có giấy chứng nhận số ${number}`}
        detail="Có thể gõ nhầm một chữ số."
        checkedAt={checkedAt}
      >
        {similar.length === 0 ? null : (
          <p class="small">
            Số gần giống:{' '}
            {similar.map((one, index) => (
              <>
                {index > 0 ? ', ' : ''}
                <a href={paths.recognition.certificate(one)}>{one}</a>
              </>
            ))}
            .
          </p>
        )}
        <LinkButton href={paths.recognition.verify({ so: number })} kind="secondary" wide>
          Gõ lại số
        </LinkButton>
      </Verdict>
    </div>
  )
}
