import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { showCount } from '../kernel/number.ts'
import { Field, FileField } from '../ui/field.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Search } from '../ui/search.tsx'
import { Status, standingStates } from '../ui/status.tsx'
import type { UiState } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { Finding } from './check.ts'
import type { Verdict } from './model.ts'
import { OfflineCheck } from './views-offline.tsx'
import { FindingVerdict } from './views-verdict.tsx'
import { verdictNames } from './words.ts'

export interface Checked {
  readonly content: string
  readonly finding: Finding
}

interface CheckProps {
  readonly asked: string
  /** Answers to what was asked, the surest first. */
  readonly findings: readonly Finding[]
  readonly shelf?: readonly Checked[] | undefined
  readonly at: CivilDate
  readonly checkedAt: Instant
  readonly trouble?: Trouble | undefined
}

export function CheckView({ asked, findings, shelf, at, checkedAt, trouble }: CheckProps) {
  return (
    <div class="stack loose">
      <div class="stack">
        <h1>Kiểm tra chứng nhận</h1>
        <p class="lead">
          Gõ số giấy chứng nhận, mã sản phẩm, mã vạch hoặc tên sản phẩm. Dòng đầu tiên luôn là câu trả lời.
        </p>
        <div class="panel">
          <Search
            action={paths.recognition.verify()}
            label="Số giấy chứng nhận, mã sản phẩm, mã vạch hoặc tên"
            name="so"
            value={asked}
            placeholder="Ví dụ OCOP-51-2026-0147"
            button="Kiểm tra"
            icon="shield-check"
            labelled
          />
        </div>
      </div>
      {findings.length === 0 ? null : (
        <section class="stack" aria-label="Kết quả kiểm tra">
          {findings.map((finding) => (
            <FindingVerdict finding={finding} content={asked} at={at} checkedAt={checkedAt} />
          ))}
        </section>
      )}
      {shelf === undefined ? null : <ShelfTable shelf={shelf} />}
      <div class="stack">
        <OfflineCheck answered={asked !== ''} />
        <PhotoForm trouble={trouble} />
      </div>
      <ShelfForm trouble={trouble} kept={shelf?.map(({ content }) => content).join('\n')} />
    </div>
  )
}

/** Works on every phone, also without JavaScript: the server reads the photo and keeps nothing of it. */
function PhotoForm({ trouble }: { trouble: Trouble | undefined }) {
  return (
    <Form action={paths.recognition.verifyPhoto()} files trouble={trouble} label="Kiểm tra bằng ảnh mã QR">
      <FileField
        name="photo"
        label="Ảnh chụp mã QR"
        hint="JPG, PNG hoặc WebP, tới 20 MB. Đọc xong không giữ ảnh."
        accept="image/jpeg,image/png,image/webp"
        trouble={trouble}
      />
      <Submit kind="secondary" icon="camera">
        Kiểm tra bằng ảnh
      </Submit>
    </Form>
  )
}

function ShelfForm({ trouble, kept }: { trouble: Trouble | undefined; kept: string | undefined }) {
  return (
    <Panel title="Kiểm tra cả kệ hàng" id="danh-sach">
      <Form action={`${paths.recognition.verify()}#danh-sach`} trouble={trouble} label="Kiểm tra danh sách">
        <Field
          name="items"
          label="Danh sách, mỗi dòng một mục"
          kind="textarea"
          rows={6}
          value={kept}
          hint="Dán số giấy chứng nhận, mã sản phẩm, mã vạch hoặc tên. Tối đa 1.000 dòng."
          trouble={trouble}
        />
        <Submit kind="secondary" icon="clipboard-list">
          Kiểm tra danh sách
        </Submit>
      </Form>
    </Panel>
  )
}

const uiStateOf: Record<Verdict, UiState> = {
  ...standingStates,
  'cannot-tell': 'unknown',
  'not-genuine': 'revoked',
  unknown: 'unknown',
}

function ShelfTable({ shelf }: { shelf: readonly Checked[] }) {
  const good = shelf.filter(({ finding: { verdict } }) => verdict === 'valid' || verdict === 'renewal-pending').length
  return (
    <section class="stack" aria-label="Kết quả cả kệ">
      <h2>
        {showCount(good)} trên {showCount(shelf.length)} mục đang có sao OCOP
      </h2>
      <Table
        caption="Kết quả từng mục"
        rows={shelf}
        columns={[
          { head: 'Mục', names: true, cell: ({ content }) => content },
          {
            head: 'Tình trạng',
            cell: ({ finding: { verdict } }) => <Status state={uiStateOf[verdict]}>{verdictNames[verdict]}</Status>,
          },
          {
            head: 'Sản phẩm',
            cell: ({ finding: { certificate } }) =>
              certificate === undefined ? (
                ''
              ) : (
                <a href={paths.recognition.certificate(certificate.number)}>{certificate.productName}</a>
              ),
          },
          { head: 'Vì sao', cell: ({ finding: { reason } }) => reason },
        ]}
      />
    </section>
  )
}
