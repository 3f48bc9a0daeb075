import { Radios, Select } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { textById } from '../regime/law.ts'
import { pastRows, pastTexts } from './model-round.ts'

interface RoundProps {
  readonly trouble?: Trouble | undefined
}

/** Rows that stand open at first; the others open on demand, or when something was typed in them. */
const openRows = 5

/** The papers of one old round, in the order in which they lie on the desk. */
export function PastRoundView({ trouble }: RoundProps) {
  const typed = (row: string) => ['product', 'stars', 'points'].some((name) => trouble?.values[`${name}[${row}]`])
  const later = pastRows.slice(openRows)
  return (
    <div class="stack">
      <h1>Nhập vòng cũ từ giấy</h1>
      <p class="lead">
        Quyết định công nhận của huyện hoặc tỉnh theo 1048/2019, 148/2023. Ghi đúng như trên giấy, kể cả đơn vị nay
        không còn. Trang quyết định ghi rõ ai nhập lại, ngày nào.
      </p>
      <p class="small muted">
        Vòng mà huyện chỉ chấm, không ra quyết định (1048/2019), nhập ở{' '}
        <a href={paths.recognition.districtRoundBegin()}>Nhập vòng huyện từ giấy</a>.
      </p>
      <Form action={paths.recognition.pastRound()} trouble={trouble} label="Vòng cũ">
        <PapersPanel trouble={trouble} />
        <Panel title="Sản phẩm của quyết định">
          <p class="small muted">
            Sản phẩm phải có trong sổ của tỉnh. Ghi mã, phần cuối địa chỉ trang sản phẩm, hoặc đúng tên.
          </p>
          {pastRows.slice(0, openRows).map((row) => (
            <LineRow row={row} trouble={trouble} />
          ))}
          <details open={later.some(typed)}>
            <summary>Thêm dòng, đến {pastRows.length} sản phẩm</summary>
            <div class="stack">
              {later.map((row) => (
                <LineRow row={row} trouble={trouble} />
              ))}
            </div>
          </details>
        </Panel>
        <p class="small muted">Nhập xong không sửa được. Sai sót được chỉ ra hết trước khi lưu, không lưu nửa chừng.</p>
        <Submit icon="check">Nhập vòng này</Submit>
      </Form>
    </div>
  )
}

function PapersPanel({ trouble }: RoundProps) {
  return (
    <Panel title="Quyết định">
      <Radios
        name="text"
        label="Văn bản áp dụng"
        options={pastTexts.map((value) => ({ value, label: textById(value)?.title ?? value }))}
        trouble={trouble}
      />
      <Field name="province" label="Tỉnh, thành phố lúc đó" placeholder="Kon Tum" trouble={trouble} />
      <Field
        name="district"
        label="Huyện lúc đó"
        hint="Để trống khi tỉnh ký. Theo 148/2023 huyện công nhận 3 sao; theo 1048/2019 huyện chỉ đề nghị."
        optional
        trouble={trouble}
      />
      <Field name="number" label="Số quyết định" placeholder="88/QĐ-UBND" trouble={trouble} short />
      <Field name="decidedOn" label="Ngày ký" kind="date" trouble={trouble} />
      <Field name="minutes" label="Biên bản phiên chấm: số, ngày" optional trouble={trouble} />
    </Panel>
  )
}

function LineRow({ row, trouble }: RoundProps & { readonly row: string }) {
  return (
    <div class="row named">
      <Field name={`product[${row}]`} label={`Sản phẩm ${row}`} trouble={trouble} optional={row !== '1'} />
      <Select
        name={`stars[${row}]`}
        label="Hạng"
        blank="Chọn"
        options={['3', '4', '5'].map((value) => ({ value, label: `${value} sao` }))}
        trouble={trouble}
      />
      <Field name={`points[${row}]`} label="Điểm" kind="decimal" trouble={trouble} optional />
    </div>
  )
}
