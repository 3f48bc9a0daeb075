import { showDate } from '../kernel/civil-date.ts'
import { showCount } from '../kernel/number.ts'
import { Select } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { changesDesk } from './actions-look-up.ts'
import { fateWords, showPeriod } from './words.ts'

interface ChangesProps extends Awaited<ReturnType<typeof changesDesk>> {
  readonly province: string | undefined
  readonly reformTrouble?: Trouble | undefined
  readonly settleTrouble?: Trouble | undefined
}

const lineHint =
  'Mỗi dòng một cặp: mã cũ; mã mới; tên đầy đủ của đơn vị mới; mã tỉnh. Đơn vị nhận thêm đất cũng ghi một dòng cho chính nó.'

/** Where the administrator enters the next resolution, and settles what no source tells. */
export function UnitChanges({ entered, provinces, doubtful, province, reformTrouble, settleTrouble }: ChangesProps) {
  return (
    <div class="stack loose">
      <div class="stack tight">
        <h1>Thay đổi đơn vị hành chính</h1>
        <p class="lead">Nhập nghị quyết mới để hệ thống theo từ ngày có hiệu lực; mọi hồ sơ cũ vẫn đọc như đã ghi.</p>
      </div>
      <Form action={paths.territory.changes()} trouble={reformTrouble} panel id="nhap" label="Nhập nghị quyết">
        <h2>Nhập nghị quyết</h2>
        <Field name="document" label="Số, ký hiệu nghị quyết" hint="Ví dụ 237/NQ-UBTVQH16" trouble={reformTrouble} />
        <Field name="effectiveOn" label="Ngày có hiệu lực" kind="date" trouble={reformTrouble} />
        <Field name="lines" label="Đơn vị cũ → mới" kind="textarea" rows={8} hint={lineHint} trouble={reformTrouble} />
        <div class="row">
          <Submit>Ghi nghị quyết</Submit>
        </div>
      </Form>
      <Form
        action={paths.territory.settle()}
        trouble={settleTrouble}
        panel
        id="ket-luan"
        label="Kết luận đơn vị chưa rõ"
      >
        <h2>Kết luận đơn vị chưa rõ</h2>
        <Field name="oldCode" label="Mã xã cũ" short hint="Mã trong bảng bên dưới" trouble={settleTrouble} />
        <Field
          name="newCodes"
          label="Mã xã hiện hành"
          hint="Nhiều mã cách nhau bằng dấu phẩy, khi đất chia về nhiều xã"
          trouble={settleTrouble}
        />
        <Field name="basis" label="Căn cứ" hint="Văn bản cho biết đơn vị kế tiếp" trouble={settleTrouble} />
        <div class="row">
          <Submit kind="secondary">Ghi kết luận</Submit>
        </div>
      </Form>
      <Doubtful doubtful={doubtful} provinces={provinces} province={province} />
      <Entered entered={entered} />
    </div>
  )
}

function Doubtful({ doubtful, provinces, province }: Pick<ChangesProps, 'doubtful' | 'provinces' | 'province'>) {
  return (
    <Panel title="Đang chờ kết luận" note={province ? `${showCount(doubtful.length)} đơn vị` : undefined}>
      <form class="filter" action={paths.territory.changes()} aria-label="Chọn tỉnh">
        <Select
          name="tinh"
          label="Tỉnh"
          value={province ?? ''}
          blank="Chọn tỉnh"
          options={provinces.map(({ code, fullName }) => ({ value: code, label: fullName }))}
        />
        <button class="button secondary">Xem</button>
      </form>
      {doubtful.length === 0 ? null : (
        <Table
          caption="Xã chưa rõ đơn vị kế tiếp"
          rows={doubtful}
          columns={[
            {
              head: 'Đơn vị',
              names: true,
              cell: ({ code, fullName, validFrom }) => (
                <a href={paths.territory.unit(code, { ngay: validFrom })}>{fullName}</a>
              ),
            },
            { head: 'Mã', cell: ({ code }) => code },
            { head: 'Thời hạn', cell: showPeriod },
            { head: 'Vì sao', cell: ({ fate }) => fateWords[fate] },
          ]}
        />
      )}
    </Panel>
  )
}

const kindWords = { reform: 'Nghị quyết', settlement: 'Kết luận' } as const

function Entered({ entered }: Pick<ChangesProps, 'entered'>) {
  return (
    <Panel title="Đã nhập">
      {entered.length === 0 ? (
        <p class="muted">Chưa có nghị quyết nào ngoài danh mục đã nạp.</p>
      ) : (
        <Table
          caption="Nghị quyết và kết luận đã nhập"
          rows={entered}
          columns={[
            { head: 'Văn bản', names: true, cell: ({ document }) => document },
            { head: 'Loại', cell: ({ kind }) => kindWords[kind] },
            { head: 'Hiệu lực', cell: ({ effectiveOn }) => showDate(effectiveOn) },
            { head: 'Số dòng', numeric: true, cell: ({ lineCount }) => showCount(lineCount) },
          ]}
        />
      )}
    </Panel>
  )
}
