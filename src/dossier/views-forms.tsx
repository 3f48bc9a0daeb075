import type { DossierKind } from '../regime/model.ts'
import { Check } from '../ui/choice.tsx'
import { Facts } from '../ui/facts.tsx'
import type { Fact } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Fieldset, Form, Hidden, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import type { Form01, Form02, Form02Field, Form03 } from './model.ts'
import { Seen } from './views-seen.tsx'
import { form02Parts, form02Words, formParaphraseNote } from './words-form.ts'

interface FormProps<Content> {
  readonly id: string
  readonly content: Content | undefined
  readonly trouble: Trouble | undefined
}

/** What the register already holds is shown, never asked again. */
export function Form01View({
  id,
  content,
  known,
  samples,
  trouble,
}: FormProps<Form01> & { known: readonly Fact[]; samples: number }) {
  return (
    <div class="stack">
      <h1>Mẫu 01, phiếu đăng ký đánh giá, phân hạng</h1>
      <Panel title="Đã có trong sổ" note="Không phải khai lại">
        <Facts facts={known} />
      </Panel>
      <Form action={paths.dossier.form01(id)} trouble={trouble} panel>
        <Field
          name="samples"
          label="Số mẫu sản phẩm gửi kèm"
          hint={samples === 0 ? 'Nhóm này không phải gửi mẫu.' : `Cần ${samples} mẫu.`}
          kind="count"
          value={String(content?.samples ?? samples)}
          short
          trouble={trouble}
        />
        <Check
          name="pledge"
          label="Chủ thể cam kết thông tin trong hồ sơ là đúng sự thật và chịu trách nhiệm trước pháp luật."
          checked={content?.pledge ?? false}
          trouble={trouble}
        />
        <Submit>Lưu Mẫu 01</Submit>
      </Form>
    </div>
  )
}

interface Form02Props extends FormProps<Form02> {
  readonly kind: DossierKind
  /** Part I as the register and the wallet hold it. */
  readonly known: readonly Fact[]
  /** What register and plan say already, for boxes in which nothing was written yet. */
  readonly suggested: Form02
  /** The business plan's figures, to hold the results against. */
  readonly planned: readonly Fact[]
}

export function Form02View({ id, content = {}, kind, known, suggested, planned, trouble }: Form02Props) {
  const box = (field: Form02Field) => (
    <>
      <Field
        name={field}
        label={form02Words[field].label}
        hint={form02Words[field].hint}
        kind="textarea"
        value={content[field] ?? suggested[field]}
        rows={field === 'plan' || field === 'description' ? 6 : 3}
        optional={field === 'results'}
        trouble={trouble}
      />
      <Seen name={`xem[${field}]`} field={field} stored={content[field]} trouble={trouble} />
      {content[field] === undefined && suggested[field] ? <Hidden name={`goiY[${field}]`} value="co" /> : null}
    </>
  )
  return (
    <div class="stack">
      <h1>Mẫu 02, báo cáo tự đánh giá</h1>
      <p class="hint">{formParaphraseNote} Lưu được từng phần; phần còn trống sẽ được nhắc trước khi nộp.</p>
      <Panel title="I. Đã có trong sổ và ví minh chứng" note="Không phải khai lại">
        <Facts facts={known} />
      </Panel>
      {planned.length === 0 ? null : (
        <Panel title="Phương án kinh doanh đã lập" note="Để so với kết quả ở phần II">
          <Facts facts={planned} />
        </Panel>
      )}
      <p class="hint">
        Ô chưa lưu lần nào được điền sẵn từ sản phẩm và phương án kinh doanh; hãy đọc lại, sửa cho đúng thực tế rồi lưu.
        Ô đã xóa trắng rồi lưu thì để trắng.
      </p>
      <Form action={paths.dossier.form02(id)} trouble={trouble} panel>
        {form02Parts.map(({ code, name, fields }) => (
          <Fieldset legend={`${code}. ${name}`}>
            {code === 'IV' ? (
              <p class="hint">
                Phần III lấy từ <a href={paths.dossier.selfScore(id)}>Tự chấm</a> và{' '}
                <a href={paths.dossier.checklist(id)}>Danh mục minh chứng</a>.
              </p>
            ) : null}
            {fields.map(box)}
          </Fieldset>
        ))}
        {kind === 'first' ? null : <Fieldset legend="Cập nhật">{box('changes')}</Fieldset>}
        <Submit>Lưu Mẫu 02</Submit>
      </Form>
    </div>
  )
}

export function Form03View({ id, content, trouble }: FormProps<Form03>) {
  return (
    <div class="stack">
      <h1>Mẫu 03, báo cáo của UBND cấp xã</h1>
      <p class="lead">Bốn nội dung, không cho điểm, không xếp sao (26/2026 Điều 7.2).</p>
      <Form action={paths.dossier.communeReport(id)} trouble={trouble} panel>
        <Field
          name="material"
          label="1. Nguồn gốc sản phẩm, nguyên liệu địa phương"
          kind="textarea"
          value={content?.material}
          trouble={trouble}
        />
        <Field
          name="labour"
          label="2. Sử dụng lao động địa phương"
          kind="textarea"
          value={content?.labour}
          trouble={trouble}
        />
        <Field
          name="idea"
          label="3. Nguồn gốc ý tưởng sản phẩm"
          kind="textarea"
          value={content?.idea}
          trouble={trouble}
        />
        <Field
          name="identity"
          label="4. Bản sắc, trí tuệ địa phương"
          kind="textarea"
          value={content?.identity}
          trouble={trouble}
        />
        <Field name="proposal" label="Đề nghị của xã" kind="textarea" value={content?.proposal} trouble={trouble} />
        <Submit>Lưu báo cáo</Submit>
      </Form>
    </div>
  )
}
