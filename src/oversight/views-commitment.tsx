import { Check } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { CommitmentFile } from './actions-commitment.ts'
import { outcomeWords } from './words.ts'

export function CommitmentView(props: CommitmentFile & { readonly trouble?: Trouble | undefined }) {
  const { certificate, commitments, mayConfirm } = props
  return (
    <div class="stack">
      <h1>Cam kết chất lượng: {certificate.productName}</h1>
      <p class="lead">
        {certificate.stars} sao, giấy{' '}
        <a href={paths.recognition.certificate(certificate.number)}>{certificate.number}</a>.
      </p>
      {mayConfirm ? <ConfirmForm {...props} /> : <Promises commitments={commitments} />}
      <Outcomes {...props} />
    </div>
  )
}

function Promises({ commitments }: Pick<CommitmentFile, 'commitments'>) {
  const [first] = commitments
  if (first === undefined) {
    return (
      <Empty title="Chủ thể chưa xác nhận cam kết" icon="file-text">
        Nội dung kiểm tra sau công nhận vẫn áp dụng theo 26/2026 Điều 9.
      </Empty>
    )
  }
  return (
    <Panel title="Chủ thể cam kết" note={<Day date={first.confirmedOn} />}>
      <Lines lines={commitments} />
    </Panel>
  )
}

function Lines({ lines }: { readonly lines: readonly { readonly text: string; readonly basis: string }[] }) {
  return (
    <ol class="checks">
      {lines.map(({ text, basis }) => (
        <li>
          <span>
            {text}
            <span class="small muted note">{basis}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}

function ConfirmForm({ certificate, offered, trouble }: CommitmentFile & { readonly trouble?: Trouble | undefined }) {
  return (
    <Panel title="Xác nhận cam kết">
      <p>Các nội dung này cũng là danh mục khi có người đến kiểm tra.</p>
      <Lines lines={offered} />
      <Form action={paths.oversight.commitments(certificate.number)} trouble={trouble} label="Xác nhận cam kết">
        <Field
          name="own"
          label="Cam kết thêm của chủ thể"
          hint="Mỗi dòng một cam kết, ví dụ: Đổi hàng trong 7 ngày nếu gói bị hở."
          kind="textarea"
          rows={3}
          optional
          trouble={trouble}
        />
        <Check name="agreed" label="Chúng tôi giữ các cam kết trên trong thời hạn của giấy" trouble={trouble} />
        <div class="row">
          <Submit icon="check">Xác nhận</Submit>
        </div>
      </Form>
    </Panel>
  )
}

/** Only what is concluded: an open inspection is nobody's business yet. */
function Outcomes({ outcomes }: CommitmentFile) {
  return (
    <Panel title="Kết luận kiểm tra">
      {outcomes.length === 0 ? (
        <p class="muted">Chưa có kết luận kiểm tra nào.</p>
      ) : (
        <Table
          caption="Kết luận kiểm tra, mới nhất trước"
          rows={outcomes}
          columns={[
            { head: 'Ngày kiểm tra', cell: ({ visitedOn }) => <Day date={visitedOn} /> },
            { head: 'Đơn vị', cell: ({ unitName }) => unitName ?? 'Đơn vị đã chia' },
            {
              head: 'Kết luận',
              cell: ({ outcome }) => (
                <Status state={outcome === 'revocation' ? 'revoked' : 'done'}>{outcomeWords[outcome]}</Status>
              ),
            },
            { head: 'Số', cell: ({ number }) => number },
          ]}
        />
      )}
    </Panel>
  )
}
