import { Select } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Fieldset, Form, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { askKinds, costRows, otherRows, planMonths, writtenParts } from './model.ts'
import type { CostLine, Plan } from './model.ts'
import { askWords, guidanceNote, partWords } from './words.ts'

interface FormProps {
  readonly plan: Plan
  readonly mayWrite: boolean
  readonly trouble: Trouble | undefined
  /** The troubles are of what is stored, not of what was typed just now. */
  readonly stored: boolean
}

/** Written and counted part by part; it is saved as far as it goes. */
export function PlanForm({ plan, mayWrite, trouble, stored }: FormProps) {
  if (!mayWrite) return <Notice kind="info">Phương án đang ở chỗ xã; xã nhận xét xong thì sửa tiếp được.</Notice>
  const shown = stored && trouble ? { ...trouble, values: storedValues(plan) } : trouble
  const { content } = plan
  return (
    <div class="stack">
      <h1>Soạn phương án kinh doanh</h1>
      <p class="hint">{guidanceNote}</p>
      <Form action={paths.plan.write(plan.id)} trouble={shown} panel>
        <Field name="title" label="Tên phương án" value={plan.title} trouble={shown} />
        <Fieldset
          legend="1. Viết"
          hint="Ngắn, đúng việc mình làm. Trước khi gửi xã cần ba phần đầu: sản phẩm, nguyên liệu, thị trường."
        >
          {writtenParts.map((part) => (
            <Field
              name={part}
              {...partWords[part]}
              kind="textarea"
              value={content.written[part]}
              optional={!['product', 'material', 'market'].includes(part)}
              trouble={shown}
            />
          ))}
        </Fieldset>
        <Fieldset legend="2. Giá và chi phí của một đơn vị">
          <Field
            name="unit"
            label="Đơn vị bán"
            hint="Ví dụ hũ 500 g, kg, lượt khách."
            value={content.unit}
            short
            trouble={shown}
          />
          <Field name="price" label="Giá bán một đơn vị" kind="money" value={content.price || null} trouble={shown} />
          <CostLines name="cost" lines={content.unitCosts} rows={costRows} what="Chi phí một đơn vị" trouble={shown} />
        </Fieldset>
        <Fieldset
          legend="3. Chi phí cố định mỗi tháng"
          hint="Tiền thuê, lương cố định, điện nước, phí sàn; bán nhiều hay ít đều phải trả."
        >
          <CostLines name="fixed" lines={content.fixedCosts} rows={costRows} what="Chi phí tháng" trouble={shown} />
        </Fieldset>
        <Investments plan={plan} trouble={shown} />
        <Months plan={plan} trouble={shown} />
        <Fieldset legend="6. Tiền">
          <Field
            name="ownMoney"
            label="Vốn tự có"
            kind="money"
            value={content.ownMoney || null}
            optional
            trouble={shown}
          />
          <Field
            name="loan"
            label="Vốn vay, nhận ở tháng 1"
            kind="money"
            value={content.loan || null}
            optional
            trouble={shown}
          />
          <Field
            name="repay"
            label="Trả nợ mỗi tháng, gốc và lãi"
            kind="money"
            value={content.repay || null}
            optional
            trouble={shown}
          />
        </Fieldset>
        <Asks plan={plan} trouble={shown} />
        <div class="row">
          <Submit icon="save">Lưu và tính lại</Submit>
          <a href={paths.plan.file(plan.id)}>Về phương án</a>
        </div>
      </Form>
    </div>
  )
}

/** A sending that was refused is redrawn over the stored words. */
function storedValues({ content, title }: Plan): Trouble['values'] {
  const rows = (name: string, lines: readonly CostLine[]) =>
    lines.flatMap(({ label, amount }, row) => [
      [`${name}Label[${row}]`, label],
      [`${name}Amount[${row}]`, amount.toLocaleString('vi-VN')],
    ])
  return Object.fromEntries([
    ['title', title],
    ...writtenParts.map((part) => [part, content.written[part]]),
    ...(['unit', 'firstMonth'] as const).map((name) => [
      name,
      name === 'firstMonth' ? monthTyped(content.firstMonth) : content[name],
    ]),
    ...(['price', 'ownMoney', 'loan', 'repay'] as const).map((name) => [
      name,
      content[name] ? content[name].toLocaleString('vi-VN') : '',
    ]),
    ['paidAfter', String(content.paidAfter)],
    ...rows('cost', content.unitCosts),
    ...rows('fixed', content.fixedCosts),
    ...rows('invest', content.investments),
    ...content.investments.map(({ month }, row) => [`investMonth[${row}]`, String(month)]),
    ...content.units.map((units, month) => [`units[${month}]`, units === 0 ? '' : units.toLocaleString('vi-VN')]),
    ...content.asks.flatMap(({ kind, what, amount }, row) => [
      [`askKind[${row}]`, kind],
      [`askWhat[${row}]`, what],
      [`askAmount[${row}]`, amount.toLocaleString('vi-VN')],
    ]),
  ]) as Trouble['values']
}

interface LinesProps {
  readonly name: 'cost' | 'fixed'
  readonly lines: readonly CostLine[]
  readonly rows: number
  readonly what: string
  readonly trouble: Trouble | undefined
}

function CostLines({ name, lines, rows, what, trouble }: LinesProps) {
  return (
    <>
      {Array.from({ length: rows }, (_, row) => (
        <div class="row">
          <Field
            name={`${name}Label[${row}]`}
            label={`${what}, dòng ${row + 1}`}
            value={lines[row]?.label}
            optional={row > 0}
            trouble={trouble}
          />
          <Field
            name={`${name}Amount[${row}]`}
            label="Số tiền"
            kind="money"
            value={lines[row]?.amount}
            optional={row > 0}
            trouble={trouble}
          />
        </div>
      ))}
    </>
  )
}

type PartProps = Pick<FormProps, 'plan' | 'trouble'>

function Investments({ plan: { content }, trouble }: PartProps) {
  return (
    <Fieldset legend="4. Mua sắm một lần" hint="Máy, sửa xưởng, thiết kế nhãn; ghi tháng trả tiền, từ 1 đến 12.">
      {Array.from({ length: otherRows }, (_, row) => (
        <div class="row">
          <Field
            name={`investLabel[${row}]`}
            label={`Mua gì, dòng ${row + 1}`}
            value={content.investments[row]?.label}
            optional
            trouble={trouble}
          />
          <Field
            name={`investAmount[${row}]`}
            label="Số tiền"
            kind="money"
            value={content.investments[row]?.amount}
            optional
            trouble={trouble}
          />
          <Field
            name={`investMonth[${row}]`}
            label="Tháng"
            kind="count"
            value={content.investments[row]?.month}
            optional
            trouble={trouble}
          />
        </div>
      ))}
    </Fieldset>
  )
}

/** `2027-01` → `1/2027`. */
export function monthTyped(month: string): string {
  const [year = '', number = ''] = month.split('-')
  return month === '' ? '' : `${Number(number)}/${year}`
}

function Months({ plan: { content }, trouble }: PartProps) {
  return (
    <Fieldset legend="5. Số lượng làm và bán từng tháng" hint="Tháng không bán thì để trống.">
      <Field
        name="firstMonth"
        label="Tháng 1 của phương án là"
        hint="Tháng/năm, ví dụ 1/2027."
        value={monthTyped(content.firstMonth)}
        short
        trouble={trouble}
      />
      <div class="row">
        {Array.from({ length: planMonths }, (_, month) => (
          <Field
            name={`units[${month}]`}
            label={`Tháng ${month + 1}`}
            kind="count"
            value={content.units[month] || null}
            trouble={trouble}
          />
        ))}
      </div>
      <Select
        name="paidAfter"
        label="Người mua trả tiền"
        options={['Ngay khi mua', 'Sau 1 tháng', 'Sau 2 tháng', 'Sau 3 tháng'].map((label, value) => ({
          value: String(value),
          label,
        }))}
        value={String(content.paidAfter)}
        trouble={trouble}
      />
    </Fieldset>
  )
}

function Asks({ plan: { content }, trouble }: PartProps) {
  return (
    <Fieldset
      legend="7. Đề nghị hỗ trợ"
      hint="Không tính vào tiền của phương án. Đề nghị chính thức gửi ở trang Hỗ trợ của tôi khi tỉnh, xã có chính sách."
    >
      {Array.from({ length: otherRows }, (_, row) => (
        <div class="row">
          <Select
            name={`askKind[${row}]`}
            label={`Loại, dòng ${row + 1}`}
            options={askKinds.map((value) => ({ value, label: askWords[value] }))}
            value={content.asks[row]?.kind}
            blank="Chọn loại"
            optional
            trouble={trouble}
          />
          <Field
            name={`askWhat[${row}]`}
            label="Việc cần hỗ trợ"
            value={content.asks[row]?.what}
            optional
            trouble={trouble}
          />
          <Field
            name={`askAmount[${row}]`}
            label="Ước tính"
            kind="money"
            value={content.asks[row]?.amount}
            optional
            trouble={trouble}
          />
        </div>
      ))}
    </Fieldset>
  )
}
