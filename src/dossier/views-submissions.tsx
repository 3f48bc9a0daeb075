import { civilDateOf } from '../kernel/civil-date.ts'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Difference } from './difference.ts'
import type { FiledCopy } from './model-filed.ts'
import type { Whole } from './model.ts'
import type { Submission } from './submissions.ts'
import type { Rights } from './views-acts.tsx'
import { stepWords } from './words.ts'

export interface SubmissionsProps {
  readonly submissions: readonly Submission[]
  /** The copy that the commune signed, once it did. */
  readonly report: FiledCopy | undefined
  /** What the register says today otherwise than the last submission. */
  readonly since: readonly Difference[]
}

/** Every submission as it was handed in, and what it changed; nothing later changes any of them. */
export function Submissions({ whole: { dossier }, submissions, report, since }: SubmissionsProps & { whole: Whole }) {
  if (submissions.length === 0) return null
  const print = (form: string, { position }: FiledCopy) => paths.dossier.print(dossier.id, form, { lan: position })
  return (
    <Panel title={`Các lần nộp (${submissions.length})`} note="Giữ nguyên như lúc nộp">
      {submissions.toReversed().map((one) => (
        <section class="stack tight" aria-label={`Lần nộp ${one.number}`}>
          <p>
            <strong>Lần {one.number}</strong>, {stepWords[one.act]}, <Day date={civilDateOf(one.at)} />:{' '}
            <a href={print('01', one)}>Mẫu 01</a>, <a href={print('02', one)}>Mẫu 02</a>
          </p>
          {one.number === 1 ? null : (
            <Differences differences={one.differences} before={`Lần ${one.number - 1}`} after={`Lần ${one.number}`} />
          )}
        </section>
      ))}
      {report ? (
        <p>
          Xã ký <Day date={civilDateOf(report.at)} />: <a href={print('03', report)}>Mẫu 03</a>,{' '}
          <a href={print('de-nghi', report)}>Văn bản đề nghị</a>
        </p>
      ) : null}
      {since.length > 0 ? (
        <details>
          <summary>Sổ đã đổi {since.length} điều từ lần nộp cuối; bản đã nộp không đổi</summary>
          <Differences differences={since} before="Đã nộp" after="Trong sổ hôm nay" />
        </details>
      ) : null}
    </Panel>
  )
}

function Differences({
  differences,
  before,
  after,
}: {
  differences: readonly Difference[]
  before: string
  after: string
}) {
  if (differences.length === 0) return <p class="small muted">Không khác {before.toLowerCase()}.</p>
  return (
    <Table
      caption={`Khác nhau: ${differences.length} điều`}
      rows={differences}
      columns={[
        { head: 'Mục', names: true, cell: ({ place }) => place },
        { head: before, cell: (one) => one.before || <span class="muted">trống</span> },
        { head: after, cell: (one) => one.after || <span class="muted">trống</span> },
      ]}
    />
  )
}

/** The forms to print: as filed last, or the draft that bears its mark. */
export function Prints({ whole, rights }: { whole: Whole; rights: Rights }) {
  const { dossier, form01, form02, form03 } = whole
  const lines: [form: string, label: string, shown: boolean][] = [
    ['01', 'Mẫu 01', form01 !== undefined && (dossier.filedOn !== null || rights.write)],
    ['02', 'Mẫu 02', form02 !== undefined && (dossier.filedOn !== null || rights.write)],
    ['03', 'Mẫu 03', form03 !== undefined && (dossier.number !== null || rights.check)],
    ['de-nghi', 'Văn bản đề nghị', form03 !== undefined && (dossier.number !== null || rights.check)],
  ]
  const amended = rights.write && dossier.filedOn !== null
  return (
    <>
      <p class="row small">
        {lines.map(([form, label, shown]) =>
          shown ? <a href={paths.dossier.print(dossier.id, form)}>{label} (PDF)</a> : null,
        )}
      </p>
      {amended ? (
        <p class="row small">
          <a href={paths.dossier.print(dossier.id, '01', { lan: 'nhap' })}>Bản nháp Mẫu 01</a>
          <a href={paths.dossier.print(dossier.id, '02', { lan: 'nhap' })}>Bản nháp Mẫu 02</a>
        </p>
      ) : null}
    </>
  )
}
