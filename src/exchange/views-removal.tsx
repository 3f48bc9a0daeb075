import { showDate } from '../kernel/civil-date.ts'
import { Radios } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import type { Candidate, WaitingRow } from './model.ts'
import { removalKinds } from './words.ts'

interface RemovalProps {
  readonly row: WaitingRow
  readonly candidates: readonly Candidate[]
  readonly trouble?: Trouble | undefined
}

/** Which recognition a row of removal ends; nobody but the officer says so. */
export function RemovalForm({ row, candidates, trouble }: RemovalProps) {
  return (
    <Panel title="Dòng này chấm dứt công nhận nào">
      {candidates.length === 0 ? (
        <p>
          Chưa có công nhận nào trong tỉnh mang tên gần giống. Hãy nhập danh sách công nhận trước, hoặc đưa dòng này
          khỏi danh sách chờ.
        </p>
      ) : (
        <Form action={paths.exchange.removal(row.key)} trouble={trouble}>
          <Radios
            name="certificate"
            label="Công nhận bị chấm dứt"
            hint="Tên gần giống xếp trước. Hệ thống không tự chọn."
            options={candidates.map(choiceOf)}
            trouble={trouble}
          />
          <Radios
            name="kind"
            label="Chấm dứt vì"
            options={Object.entries(removalKinds).map(([value, label]) => ({ value, label }))}
            trouble={trouble}
          />
          <Field
            name="decisionNo"
            label="Số quyết định thu hồi"
            value={row.content.decisionNo}
            placeholder="2919/QĐ-UBND"
            optional
            trouble={trouble}
          />
          <Field
            name="decisionDate"
            label="Ngày quyết định thu hồi"
            kind="date"
            value={row.content.decisionDate}
            hint="Từ ngày này không còn công nhận."
            optional
            trouble={trouble}
          />
          <Field
            name="source"
            label="Lấy từ đâu"
            hint="Quyết định gốc, công văn hoặc địa chỉ trang đã đăng. Ghi vào sổ cùng tên người xem."
            trouble={trouble}
          />
          <Submit>Ghi việc chấm dứt</Submit>
        </Form>
      )}
    </Panel>
  )
}

function choiceOf(candidate: Candidate) {
  const { number, productName, producerName, stars, decisionNumber, decidedOn, expiresOn } = candidate
  const day = decidedOn === null ? '' : ` ngày ${showDate(decidedOn)}`
  return {
    value: number,
    label: `${productName}, ${stars} sao`,
    note: `${producerName} · giấy ${number} · Quyết định ${decisionNumber}${day} · hạn đến ${showDate(expiresOn)}`,
  }
}
