import type { CivilDate } from '../kernel/civil-date.ts'
import { Check, Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field, FileField } from '../ui/field.tsx'
import { Form, Hidden, LinkButton, Submit } from '../ui/form.tsx'
import { paths } from '../ui/paths.ts'
import type { UiState } from '../ui/status.tsx'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { Paper, WalletPaper } from './model.ts'
import { paperKindIds } from './model.ts'
import { standingOf } from './rules.ts'
import type { Standing } from './rules.ts'
import { kindWords, standingWords } from './words.ts'

const look: Record<Standing, UiState> = { 'in-force': 'done', expiring: 'soon', expired: 'late', withdrawn: 'missing' }

interface WalletProps {
  readonly wallets: readonly { producerId: string; producerName: string; papers: readonly WalletPaper[] }[]
  readonly today: CivilDate
}

/** Each paper once, with until when it holds; the same paper serves every dossier. */
export function Wallet({ wallets, today }: WalletProps) {
  return (
    <div class="stack">
      <div class="row apart">
        <h1>Ví minh chứng</h1>
        <LinkButton href={paths.evidence.begin()} icon="upload">
          Thêm giấy tờ
        </LinkButton>
      </div>
      <p class="lead">
        Mỗi giấy tờ chỉ tải lên một lần, dùng lại cho mọi hồ sơ. Hệ thống không hỏi lại giấy mình đã cấp.
      </p>
      {wallets.map(({ producerName, papers }) =>
        papers.length === 0 ? (
          <Empty title={`Ví của ${producerName} chưa có giấy tờ`} icon="file-text">
            <p>Bắt đầu bằng giấy đăng ký kinh doanh; chụp bằng điện thoại cũng được.</p>
          </Empty>
        ) : (
          <Table
            caption={`Giấy tờ của ${producerName}`}
            showCaption
            rows={papers}
            columns={[
              { head: 'Giấy tờ', cell: ({ id, title }) => <a href={paths.evidence.paper(id)}>{title}</a>, names: true },
              { head: 'Loại', cell: ({ kind }) => kindWords[kind] },
              { head: 'Số', cell: ({ number }) => number ?? '–' },
              { head: 'Hết hạn', cell: ({ expiresOn }) => (expiresOn ? <Day date={expiresOn} /> : 'Không thời hạn') },
              { head: 'Tình trạng', cell: (paper) => <StandingMark paper={paper} today={today} /> },
            ]}
          />
        ),
      )}
    </div>
  )
}

function StandingMark({ paper, today }: { paper: Paper; today: CivilDate }) {
  const standing = standingOf(paper, today)
  return <Status state={look[standing]}>{standingWords[standing]}</Status>
}

interface AddProps {
  readonly producers: readonly { id: string; name: string }[]
  readonly products: readonly { id: string; name: string }[]
  readonly trouble: Trouble | undefined
}

export function AddPaper({ producers, products, trouble }: AddProps) {
  const [only] = producers
  return (
    <div class="stack">
      <h1>Thêm giấy tờ</h1>
      <Form action={paths.evidence.begin()} trouble={trouble} files panel>
        {producers.length === 1 && only ? (
          <Hidden name="producerId" value={only.id} />
        ) : (
          <Select
            name="producerId"
            label="Của chủ thể"
            options={producers.map(({ id, name }) => ({ value: id, label: name }))}
            blank="Chọn chủ thể"
            trouble={trouble}
          />
        )}
        <Select
          name="kind"
          label="Loại giấy tờ"
          options={paperKindIds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
          blank="Chọn loại"
          trouble={trouble}
        />
        <Field name="title" label="Tên giấy tờ" trouble={trouble} />
        <FileField
          name="file"
          label="Ảnh chụp hoặc bản quét"
          accept="application/pdf,image/jpeg,image/png,image/webp"
          hint="PDF, JPEG hoặc PNG, tối đa 20 MB."
          trouble={trouble}
        />
        <Field name="issuer" label="Nơi cấp" optional trouble={trouble} />
        <Field name="number" label="Số" optional short trouble={trouble} />
        <Field name="issuedOn" label="Ngày cấp" kind="date" optional trouble={trouble} />
        <Field name="expiresOn" label="Ngày hết hạn" kind="date" optional trouble={trouble} />
        <Check name="openEnded" label="Giấy này không có thời hạn" trouble={trouble} />
        {products.length > 0 ? (
          <Select
            name="productId"
            label="Chỉ dùng cho sản phẩm"
            options={products.map(({ id, name }) => ({ value: id, label: name }))}
            blank="Mọi sản phẩm của chủ thể"
            trouble={trouble}
          />
        ) : null}
        <Submit icon="upload">Cất vào ví</Submit>
      </Form>
    </div>
  )
}

interface PaperProps {
  readonly paper: Paper
  readonly mayWithdraw: boolean
  readonly today: CivilDate
  readonly trouble: Trouble | undefined
}

export function PaperView({ paper, mayWithdraw, today, trouble }: PaperProps) {
  return (
    <div class="stack">
      <h1>{paper.title}</h1>
      <p>
        <StandingMark paper={paper} today={today} />
      </p>
      <Facts
        facts={[
          ['Loại', kindWords[paper.kind]],
          ['Nơi cấp', paper.issuer ?? '–'],
          ['Số', paper.number ?? '–'],
          ['Ngày cấp', paper.issuedOn ? <Day date={paper.issuedOn} /> : '–'],
          ['Hết hạn', paper.expiresOn ? <Day date={paper.expiresOn} /> : 'Không thời hạn'],
          ['Tệp', <a href={paths.evidence.download(paper.id)}>{paper.fileName}</a>],
          ...(paper.withdrawnWhy ? [['Đã rút vì', paper.withdrawnWhy] as const] : []),
        ]}
      />
      {mayWithdraw ? (
        <details>
          <summary>Rút khỏi ví</summary>
          <Form action={paths.evidence.paper(paper.id)} trouble={trouble}>
            <p class="hint">Hồ sơ đã nộp vẫn giữ giấy này.</p>
            <Field name="why" label="Lý do rút" trouble={trouble} />
            <Submit kind="danger">Rút giấy tờ</Submit>
          </Form>
        </details>
      ) : null}
    </div>
  )
}
