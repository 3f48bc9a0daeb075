import type { CivilDate } from '../kernel/civil-date.ts'
import { Select } from '../ui/choice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form, PostButton, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import type { Column } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { capacities } from './model.ts'
import type { Member, Predecessor, Producer } from './model.ts'
import { capacityWords, kindWords } from './words.ts'

interface MembersProps {
  readonly producer: Producer
  readonly members: readonly Member[]
  readonly today: CivilDate
  readonly mayAdd: boolean
  readonly mayEnd: boolean
  readonly trouble?: Trouble | undefined
}

export function MembersPanel({ producer, members, today, mayAdd, mayEnd, trouble }: MembersProps) {
  return (
    <Panel title="Người làm thay" note="Ai được nộp và sửa thay chủ thể; cán bộ đều nhìn thấy" id="nguoi-lam-thay">
      {members.length === 0 ? (
        <p class="muted">Chưa có tài khoản nào làm thay chủ thể.</p>
      ) : (
        <Table
          caption={`Người làm thay ${producer.name}`}
          rows={members}
          columns={[
            { head: 'Người', names: true, cell: ({ name }) => name },
            { head: 'Tư cách', cell: ({ capacity }) => capacityWords[capacity] },
            { head: 'Từ', cell: ({ fromDate }) => <Day date={fromDate} /> },
            { head: 'Đến', cell: ({ toDate }) => (toDate === null ? 'không hạn' : <Day date={toDate} />) },
            ...(mayEnd ? [endingColumn(producer, today)] : []),
          ]}
        />
      )}
      {mayAdd ? <MemberForm producer={producer} trouble={trouble} /> : <ErrorSummary trouble={trouble} />}
    </Panel>
  )
}

function endingColumn({ id }: Producer, today: CivilDate): Column<Member> {
  return {
    head: 'Việc',
    cell: ({ accountId, toDate }) =>
      toDate === null || toDate >= today ? (
        <PostButton action={paths.producer.endMember(id)} kind="quiet" hidden={{ accountId }}>
          Cho thôi
        </PostButton>
      ) : null,
  }
}

function MemberForm({ producer, trouble }: Pick<MembersProps, 'producer' | 'trouble'>) {
  const options = capacities.map((value) => ({ value, label: capacityWords[value] }))
  return (
    <Form action={paths.producer.members(producer.id)} trouble={trouble} label="Thêm người làm thay">
      <Field
        name="signInName"
        label="Tên đăng nhập"
        hint="Người được thêm đã có tài khoản."
        short
        autocomplete="off"
        trouble={trouble}
      />
      <Select name="capacity" label="Tư cách" options={options} blank="Chọn tư cách" trouble={trouble} />
      <Field
        name="toDate"
        label="Đến ngày"
        kind="date"
        hint="Người được ủy quyền phải có ngày kết thúc, ví dụ 31/12/2026."
        optional
        trouble={trouble}
      />
      <div class="row">
        <Submit kind="secondary" icon="plus">
          Thêm người làm thay
        </Submit>
      </div>
    </Form>
  )
}

interface LineProps {
  readonly predecessors: readonly Predecessor[]
  readonly successors: readonly { readonly id: string; readonly name: string; readonly onDate: CivilDate }[]
}

export function LinePanel({ predecessors, successors }: LineProps) {
  if (predecessors.length === 0 && successors.length === 0) return null
  return (
    <Panel title="Dòng kế thừa">
      <ul class="stack tight">
        {successors.map(({ id, name, onDate }) => (
          <li>
            Từ <Day date={onDate} />, <a href={paths.producer.file(id)}>{name}</a> kế thừa; sản phẩm và sao đi theo.
          </li>
        ))}
        {predecessors.map(({ id, name, kind, onDate, basis }) => (
          <li>
            Trước <Day date={onDate} />: <a href={paths.producer.file(id)}>{name}</a> ({kindWords[kind]}). Căn cứ:{' '}
            {basis}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function SuccessionForm({ producer, trouble }: { producer: Producer; trouble?: Trouble | undefined }) {
  return (
    <Panel title="Ghi kế thừa" note="Hộ thành hợp tác xã, công ty" id="ke-thua">
      <Form action={paths.producer.succeed(producer.id)} trouble={trouble}>
        <Field
          name="successorCode"
          label="Mã chủ thể kế thừa"
          hint="Chủ thể mới đã đăng ký, ví dụ CT-23473-007."
          short
          trouble={trouble}
        />
        <Field name="onDate" label="Từ ngày" kind="date" trouble={trouble} />
        <Field name="basis" label="Căn cứ" hint="Giấy nào, số nào, ngày nào." trouble={trouble} />
        <div class="row">
          <Submit kind="secondary" icon="arrow-right">
            Ghi kế thừa
          </Submit>
        </div>
      </Form>
    </Panel>
  )
}
