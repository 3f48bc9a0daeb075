import { Field } from '../ui/field.tsx'
import { Fieldset, Form, Hidden, LinkButton, PostButton, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import type { Whole } from './model.ts'
import { dossierCan } from './rules.ts'

/** What the reader may do with this dossier; computed once, from access and the state table. */
export interface Rights {
  readonly turn: boolean
  readonly write: boolean
  readonly file: boolean
  readonly askHelp: boolean
  readonly sayWritten: boolean
  readonly withdraw: boolean
  readonly check: boolean
  readonly sign: boolean
  /** Checks at the commune and does not sign there. */
  readonly officer: boolean
  readonly receive: boolean
  readonly receiveAtMinistry: boolean
  readonly signAtProvince: boolean
  readonly advise: boolean
  readonly ask: boolean
}

interface ActProps {
  readonly whole: Whole
  readonly rights: Rights
  readonly trouble: Trouble | undefined
}

/** The acts of commune and province on one dossier, one primary button. */
export function ActForms(props: ActProps) {
  return (
    <>
      <AtCommune {...props} />
      <TakeBack {...props} />
      <Receiving {...props} />
      <Advising {...props} />
      <Calling {...props} />
      <Withdrawing {...props} />
    </>
  )
}

/** The number of steps is the key of the press: pressed twice, the second finds the first. */
const keyOf = ({ steps }: Whole) => `b${steps.length}`

function AtCommune({ whole, rights, trouble }: ActProps) {
  const { dossier, form03 } = whole
  const { id } = dossier
  const key = keyOf(whole)
  if (!rights.check || !dossierCan('report-from-commune', dossier)) return null
  return (
    <Panel title="Kiểm tra ở xã">
      <div class="row">
        <LinkButton href={paths.dossier.communeReport(id)} kind={form03 ? 'secondary' : 'primary'}>
          {form03 ? 'Sửa báo cáo Mẫu 03' : 'Soạn báo cáo Mẫu 03'}
        </LinkButton>
        <LinkButton href={paths.dossier.giveBack(id)} kind="secondary" icon="undo-2">
          Trả lại để bổ sung
        </LinkButton>
      </div>
      {dossierCan('receive-at-commune', dossier) ? (
        <PostButton action={paths.dossier.receiveAtCommune(id)} hidden={{ key }} kind="secondary">
          Xác nhận đã nhận
        </PostButton>
      ) : null}
      {form03 && rights.officer && dossierCan('send-for-signature', dossier) ? (
        <PostButton action={paths.dossier.sendForSignature(id)} hidden={{ key }} icon="send">
          Trình lãnh đạo xã ký
        </PostButton>
      ) : null}
      {form03 && rights.sign ? (
        <Form action={paths.dossier.forward(id)} trouble={trouble}>
          <Hidden name="key" value={key} />
          <p>Ký báo cáo Mẫu 03, văn bản đề nghị và chuyển hồ sơ lên tỉnh. Số phiếu và mã sản phẩm được cấp ngay.</p>
          <Submit icon="stamp">Ký và chuyển tỉnh</Submit>
        </Form>
      ) : form03 && !dossierCan('send-for-signature', dossier) ? (
        <p class="muted">Chờ lãnh đạo xã ký và chuyển.</p>
      ) : null}
    </Panel>
  )
}

function Receiving({ whole, rights, trouble }: ActProps) {
  const { dossier } = whole
  const key = keyOf(whole)
  return (
    <>
      {rights.receive && dossierCan('receive-at-province', dossier) ? (
        <Panel title="Tiếp nhận ở tỉnh">
          <Form action={paths.dossier.receive(dossier.id)} trouble={trouble}>
            <Hidden name="key" value={key} />
            <Submit>Tiếp nhận hồ sơ</Submit>
          </Form>
        </Panel>
      ) : null}
      {rights.receiveAtMinistry && dossierCan('receive-at-ministry', dossier) ? (
        <Panel title="Tiếp nhận ở Bộ">
          <p class="small muted">Tiếp nhận xong, tỉnh không lấy lại hồ sơ được nữa.</p>
          <PostButton action={paths.dossier.receiveAtMinistry(dossier.id)} hidden={{ key }}>
            Tiếp nhận hồ sơ
          </PostButton>
        </Panel>
      ) : null}
    </>
  )
}

function Advising({ whole: { dossier }, rights }: ActProps) {
  return (
    <>
      {rights.advise && (dossierCan('start-advice', dossier) || dossierCan('report-advice', dossier)) ? (
        <LinkButton
          href={paths.evaluation.advice(dossier.id)}
          kind={dossierCan('report-advice', dossier) ? 'primary' : 'secondary'}
          icon="arrow-right"
        >
          {dossierCan('report-advice', dossier) ? 'Ghi kết quả thẩm định' : 'Chuyển Tổ tư vấn thẩm định'}
        </LinkButton>
      ) : null}
      {rights.ask && dossierCan('ask-completion', dossier) ? (
        <LinkButton href={paths.dossier.askCompletion(dossier.id)} kind="secondary" icon="undo-2">
          Yêu cầu hoàn thiện
        </LinkButton>
      ) : null}
    </>
  )
}

/** The council's own page puts it on the agenda; without this way the reader's turn ends here. */
function Calling({ whole: { dossier }, rights }: ActProps) {
  if (!rights.turn || !(dossier.state === 'advised' || dossier.state === 'received-by-ministry')) return null
  return (
    <Panel title="Đưa vào phiên chấm">
      <p>Mở Hội đồng rồi triệu tập phiên: hồ sơ này có sẵn trong danh sách đang chờ.</p>
      <LinkButton href={paths.evaluation.councils()} icon="arrow-right">
        Chọn Hội đồng
      </LinkButton>
    </Panel>
  )
}

function Withdrawing({ whole, rights, trouble }: ActProps) {
  if (!rights.withdraw || !dossierCan('withdraw', whole.dossier)) return null
  return (
    <details open={trouble?.errors['reason'] !== undefined}>
      <summary>Rút hồ sơ</summary>
      <Form action={paths.dossier.withdraw(whole.dossier.id)} trouble={trouble}>
        <Hidden name="key" value={keyOf(whole)} />
        <Field name="reason" label="Lý do rút" kind="textarea" trouble={trouble} />
        <Submit kind="danger">Rút hồ sơ</Submit>
      </Form>
    </details>
  )
}

/** Sent up by mistake: whoever signed it takes it back, and the page says until when and on whose word. */
function TakeBack({ whole, rights, trouble }: ActProps) {
  const { dossier } = whole
  const [action, until] =
    rights.sign && dossierCan('take-back', dossier)
      ? [
          paths.dossier.takeBack(dossier.id),
          'tỉnh tiếp nhận. Thời hạn của xã vẫn tính từ ngày nộp, số phiếu giữ nguyên',
        ]
      : rights.signAtProvince && dossierCan('take-back-from-ministry', dossier)
        ? [paths.dossier.takeBackFromMinistry(dossier.id), 'Bộ tiếp nhận. Quyết định phê duyệt kết quả giữ nguyên']
        : []
  if (action === undefined) return null
  return (
    <details>
      <summary>Lấy lại hồ sơ đã chuyển nhầm</summary>
      <Form action={action} trouble={trouble}>
        <Hidden name="key" value={keyOf(whole)} />
        <p>
          Lấy lại được cho tới khi {until}.{' '}
          <span class="small muted">Văn bản không nêu việc này; đây là mặc định.</span>
        </p>
        <Field name="reason" label="Lý do lấy lại" kind="textarea" trouble={trouble} />
        <Submit kind="secondary">Lấy lại hồ sơ</Submit>
      </Form>
    </details>
  )
}

interface ReturnProps {
  readonly action: string
  readonly title: string
  readonly key: string
  /** A return was made before at this stage: a new one needs the leader's reason. */
  readonly again: boolean
  readonly places: readonly { value: string; label: string }[]
  readonly trouble: Trouble | undefined
}

const defectRows = 6

/** Every defect in one form; rows left empty are no defects. */
export function ReturnView({ action, title, key, again, places, trouble }: ReturnProps) {
  return (
    <div class="stack">
      <h1>{title}</h1>
      <p class="lead">Nêu mọi thiếu sót trong một lần, mỗi điều gắn với một điều khoản. Chủ thể thấy nguyên văn.</p>
      <Form action={action} trouble={trouble} panel>
        <Hidden name="key" value={key} />
        <DefectRow row={0} places={places} trouble={trouble} />
        <details open={trouble !== undefined}>
          <summary>Thêm điều, đến {defectRows} điều</summary>
          <div class="stack">
            {Array.from({ length: defectRows - 1 }, (_, row) => (
              <DefectRow row={row + 1} places={places} trouble={trouble} />
            ))}
          </div>
        </details>
        {again ? (
          <Field
            name="lateReason"
            label="Vì sao lần trước chưa nêu"
            hint="Hồ sơ đã được trả lại một lần ở bước này; lý do được lưu và đếm công khai."
            kind="textarea"
            trouble={trouble}
          />
        ) : null}
        <Submit>Gửi lại cho chủ thể</Submit>
      </Form>
    </div>
  )
}

function DefectRow({
  row,
  places,
  trouble,
}: {
  row: number
  places: ReturnProps['places']
  trouble: Trouble | undefined
}) {
  const chosen = trouble?.values[`cho[${row}]`]
  return (
    <Fieldset legend={`Điều ${row + 1}`}>
      <div class="field">
        <label for={`cho-${row}`}>Ở phần nào</label>
        <select id={`cho-${row}`} name={`cho[${row}]`}>
          {places.map(({ value, label }) => (
            <option value={value} selected={chosen === value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <Field name={`thieu[${row}]`} label="Thiếu gì, cần làm gì" optional={row > 0} trouble={trouble} />
      <Field name={`dieu[${row}]`} label="Theo điều khoản" value="26/2026 Điều 6.2" short trouble={trouble} />
    </Fieldset>
  )
}
