import type { Rubric } from '../regime/model.ts'
import { paraphraseNote } from '../regime/words.ts'
import { Check } from '../ui/choice.tsx'
import { Facts } from '../ui/facts.tsx'
import type { Fact } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import type { Form01, Form02, Form03, SelfScore } from './model.ts'

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

export function Form02View({ id, content, isRenewal, trouble }: FormProps<Form02> & { isRenewal: boolean }) {
  return (
    <div class="stack">
      <h1>Mẫu 02, báo cáo tự đánh giá</h1>
      <Form action={paths.dossier.form02(id)} trouble={trouble} panel>
        <Field
          name="description"
          label="I. Mô tả và tiêu chuẩn của sản phẩm"
          kind="textarea"
          value={content?.description}
          rows={4}
          trouble={trouble}
        />
        <Field
          name="results"
          label="II. Kết quả thực hiện phương án kinh doanh"
          hint="Vùng nguyên liệu, công nghệ, chất lượng, bao bì, thị trường, doanh thu, lợi nhuận."
          kind="textarea"
          value={content?.results}
          rows={6}
          trouble={trouble}
        />
        <Field
          name="plan"
          label="IV. Phương án sản xuất, kinh doanh"
          kind="textarea"
          value={content?.plan}
          rows={6}
          trouble={trouble}
        />
        {isRenewal ? (
          <Field
            name="changes"
            label="Thay đổi từ khi được công nhận"
            kind="textarea"
            value={content?.changes}
            rows={4}
            trouble={trouble}
          />
        ) : null}
        <p class="hint">Phần III lấy từ trang Tự chấm và Danh mục minh chứng.</p>
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

interface SelfScoreProps {
  readonly id: string
  readonly rubric: Rubric
  readonly selfScore: SelfScore
  readonly trouble: Trouble | undefined
}

/** The rubric as it is printed; options in words, points beside them. */
export function SelfScoreView({ id, rubric, selfScore, trouble }: SelfScoreProps) {
  return (
    <div class="stack">
      <h1>Tự chấm: {rubric.name}</h1>
      <Notice kind="info">{paraphraseNote}</Notice>
      <Form action={paths.dossier.selfScore(id)} trouble={trouble}>
        {rubric.sections.map((section) => (
          <section class="panel stack">
            <h2>
              {section.part}.{section.code} {section.name} <span class="small muted">tối đa {section.max} điểm</span>
            </h2>
            {rubric.criteria
              .filter((criterion) => criterion.part === section.part && criterion.section === section.code)
              .map((criterion) => (
                <CriterionField criterion={criterion} selfScore={selfScore} trouble={trouble} />
              ))}
          </section>
        ))}
        <Submit>Lưu tự chấm</Submit>
      </Form>
    </div>
  )
}

function CriterionField({
  criterion,
  selfScore,
  trouble,
}: { criterion: Rubric['criteria'][number] } & Pick<SelfScoreProps, 'selfScore' | 'trouble'>) {
  const { code, name, options, rules } = criterion
  const field = `chon[${code}]`
  const chosen = trouble?.values[field] ?? String(selfScore.choices[code] ?? '')
  const error = trouble?.errors[field]
  return (
    <fieldset
      id={`tc-${code}`}
      aria-invalid={error ? 'true' : undefined}
      aria-describedby={error ? `loi-${code}` : undefined}
    >
      <legend class="label">
        {code} {name}
      </legend>
      {error ? (
        <p class="error" id={`loi-${code}`}>
          {error}
        </p>
      ) : null}
      {rules.map(({ text }) => (
        <p class="hint">{text}</p>
      ))}
      {options.map(({ position, label, points, minimumFor }) => (
        <label class="check" for={`${code}-${position}`}>
          <input
            type="radio"
            id={`${code}-${position}`}
            name={field}
            value={position}
            checked={chosen === String(position)}
          />
          <span>
            {label}
            {minimumFor ? <span class="small muted"> (ngưỡng {minimumFor} sao)</span> : null}
          </span>
          <span class="num">{points}</span>
        </label>
      ))}
    </fieldset>
  )
}
