import { civilDateOf } from '../kernel/civil-date.ts'
import { showCount } from '../kernel/number.ts'
import { Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { figures } from './figures/catalogue-of-figures.ts'
import type { Correction, Published } from './model.ts'

interface PublishedFormProps {
  readonly places: readonly { code: string; name: string }[]
  readonly trouble?: Trouble | undefined
}

export function PublishedFormView({ places, trouble }: PublishedFormProps) {
  return (
    <div class="stack">
      <h1>Ghi con số đã công bố</h1>
      <p class="lead">
        Ghi đúng như nguồn đã in, kể cả khi các phần không cộng bằng tổng. Trang đối chiếu nói rõ chỗ chênh.
      </p>
      <Form action={paths.statistics.enterPublished()} trouble={trouble}>
        <Field name="title" label="Câu đã công bố" hint="Ví dụ: 70 sản phẩm OCOP đến hết năm 2022." trouble={trouble} />
        <Select
          name="placeCode"
          label="Địa bàn"
          options={places.map(({ code, name }) => ({ value: code, label: name }))}
          trouble={trouble}
        />
        <Field name="at" label="Tính đến ngày" kind="date" trouble={trouble} />
        <Select
          name="figure"
          label="So với con số nào của hệ thống"
          options={figures.map(({ id, title }) => ({ value: id, label: title }))}
          blank="Chọn một con số"
          trouble={trouble}
        />
        <Field name="total" label="Tổng đã công bố" kind="count" trouble={trouble} />
        <Field
          name="parts"
          label="Các phần đã công bố"
          kind="textarea"
          rows={4}
          hint="Mỗi phần một dòng: tên, dấu hai chấm, số. Ví dụ: 4 sao: 8"
          optional
          trouble={trouble}
        />
        <Field
          name="sourceTitle"
          label="Ai công bố, ở đâu, ngày nào"
          hint="Ví dụ: Báo cáo 12/BC-SNN ngày 05/01/2023."
          trouble={trouble}
        />
        <Field name="sourceUrl" label="Địa chỉ trang nguồn" placeholder="https://…" optional trouble={trouble} />
        <Submit>Ghi con số</Submit>
      </Form>
    </div>
  )
}

interface CorrectionFormProps {
  readonly published: Published
  readonly trouble?: Trouble | undefined
}

export function CorrectionForm({ published, trouble }: CorrectionFormProps) {
  const { id, title, total, parts, at } = published
  return (
    <div class="stack">
      <h1>Đính chính con số đã công bố</h1>
      <p class="lead">
        {title} (tính đến <Day date={at} />
        ). Con số đã in giữ nguyên; đính chính đứng bên cạnh, ai cũng đọc được và không xóa được.
      </p>
      <Form action={paths.statistics.correct(id)} trouble={trouble}>
        <Select
          name="part"
          label="Con số cần đính chính"
          options={[
            { value: '', label: `Tổng: ${showCount(total)}` },
            ...parts.map(({ label, count }) => ({ value: label, label: `${label}: ${showCount(count)}` })),
          ]}
          trouble={trouble}
        />
        <Field name="shouldBe" label="Đúng ra là" kind="count" trouble={trouble} />
        <Field name="reason" label="Vì sao sai" kind="textarea" rows={3} trouble={trouble} />
        <Field name="source" label="Căn cứ" hint="Văn bản hoặc hồ sơ cho thấy con số đúng." trouble={trouble} />
        <Submit>Công khai đính chính</Submit>
      </Form>
    </div>
  )
}

/** What was said, when, what it should have been, and why: the latest first. */
export function CorrectionsView({ all }: { all: readonly Correction[] }) {
  return (
    <div class="stack">
      <h1>Nhật ký đính chính số liệu</h1>
      <p class="lead">Con số đã công bố không bị sửa âm thầm: mỗi lần sai được ghi lại ở đây và không xóa được.</p>
      {all.length === 0 ? (
        <Empty title="Chưa có đính chính nào">
          <p>
            Xem <a href={paths.statistics.published()}>những con số đã công bố và chỗ chênh</a>.
          </p>
        </Empty>
      ) : (
        <Table
          caption={`${showCount(all.length)} đính chính`}
          rows={all}
          columns={[
            { head: 'Ngày đính chính', cell: ({ at }) => <Day date={civilDateOf(at)} /> },
            { head: 'Đã công bố', cell: saidOf, names: true },
            { head: 'Đã nói', cell: ({ said }) => showCount(said), numeric: true },
            { head: 'Đúng ra', cell: ({ shouldBe }) => showCount(shouldBe), numeric: true },
            { head: 'Vì sao', cell: ({ reason }) => reason },
            { head: 'Căn cứ', cell: ({ source }) => source },
          ]}
        />
      )}
    </div>
  )
}

function saidOf({ title, part, statedOn }: Correction) {
  return (
    <>
      {title}
      {part === null ? '' : `, phần “${part}”`} (tính đến <Day date={statedOn} />)
    </>
  )
}
