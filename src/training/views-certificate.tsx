import { showDate } from '../kernel/civil-date.ts'
import type { Instant } from '../kernel/civil-date.ts'
import { Empty } from '../ui/empty.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, PostButton, Submit } from '../ui/form.tsx'
import { paths } from '../ui/paths.ts'
import { Search } from '../ui/search.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { Verdict } from '../ui/verdict.tsx'
import type { certificatePage } from './actions-certificate.ts'

type CheckProps = Awaited<ReturnType<typeof certificatePage>> & {
  readonly now: Instant
  readonly troubles: { readonly keep?: Trouble; readonly end?: Trouble }
}

/** The answer first: does this certificate stand, and for what. */
export function CompletionView({ certificate, mayPrint, mayKeep, mayEnd, now, troubles }: CheckProps) {
  const { number, facts, issuedOn, endedWhy, endedOn } = certificate
  const stands = endedWhy === null
  return (
    <div class="stack loose">
      <ErrorSummary trouble={troubles.keep} />
      <Verdict
        level={1}
        state={stands ? 'valid' : 'revoked'}
        answer={stands ? 'Chứng nhận này là thật' : 'Chứng nhận này đã hủy'}
        detail={stands ? `Cấp ngày ${showDate(issuedOn)}` : `Hủy ngày ${showDate(endedOn ?? issuedOn)}: ${endedWhy}`}
        checkedAt={now}
      >
        <Facts
          facts={[
            ['Số', number],
            ['Người học', facts.personName],
            ['Chủ thể', facts.producerName],
            ['Khóa', facts.courseTitle],
            ['Lớp', `${facts.className}, ${showDate(facts.from)}–${showDate(facts.to)}`],
            ['Có mặt', `${facts.attended}/${facts.meetings} buổi`],
            ['Bài kiểm tra', facts.test === null ? undefined : `Đúng ${facts.test.correct}/${facts.test.total} câu`],
            ['Nơi cấp', facts.authority],
          ]}
        />
      </Verdict>
      <p class="small muted">
        Ghi nhận việc học trong Chương trình OCOP; không phải văn bằng, chứng chỉ của hệ thống giáo dục quốc dân.
      </p>
      <div class="row">
        {mayPrint ? (
          <LinkButton href={paths.training.certificatePdf(number)} icon="download">
            Tải bản in (PDF)
          </LinkButton>
        ) : null}
        {mayKeep ? (
          <PostButton action={paths.training.keepCertificate(number)} kind="secondary" icon="file-text">
            Đưa vào ví minh chứng
          </PostButton>
        ) : null}
      </div>
      {mayEnd ? (
        <details class="panel" open={troubles.end !== undefined}>
          <summary>Hủy chứng nhận cấp nhầm</summary>
          <Form action={paths.training.endCertificate(number)} trouble={troubles.end}>
            <Field name="reason" label="Vì sao hủy" trouble={troubles.end} />
            <Submit kind="danger">Hủy chứng nhận</Submit>
          </Form>
        </details>
      ) : null}
    </div>
  )
}

/** Type the number of a paper in one's hand. */
export function FindCompletionView({ asked }: { asked: string | undefined }) {
  return (
    <div class="stack">
      <h1>Kiểm tra chứng nhận khóa học</h1>
      <section class="panel">
        <Search
          action={paths.training.certificates()}
          label="Số in trên chứng nhận"
          name="so"
          value={asked ?? ''}
          placeholder="Ví dụ TH-66-2026-0012-7KQF3M"
          button="Kiểm tra"
          icon="shield-check"
          labelled
        />
      </section>
      {asked === undefined ? null : (
        <Empty title="Không có chứng nhận mang số này" icon="circle-question-mark">
          Gõ lại đúng từng ký tự. Số đúng mà vẫn không thấy thì giấy đó không do hệ thống này cấp.
        </Empty>
      )}
    </div>
  )
}
