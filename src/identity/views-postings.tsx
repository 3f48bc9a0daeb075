import type { Role } from '../kernel/actor.ts'
import { Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, PostButton, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { roleNames } from './access.ts'
import type { HeldPosting, PostingState } from './model.ts'
import type { PlaceChoice } from './actions-posting.ts'
import { stateOfPosting } from './rules.ts'
import { postingStateWords } from './words.ts'

const signs = {
  active: 'valid',
  future: 'waiting',
  ended: 'expired',
  unsettled: 'returned',
  unconfirmed: 'returned',
} as const satisfies Record<PostingState, string>

function StateOf({ posting, today }: { posting: HeldPosting; today: string }) {
  const state = stateOfPosting(posting, today)
  return <Status state={signs[state]}>{postingStateWords[state]}</Status>
}

function Term({ fromDate, toDate, endedOn }: HeldPosting) {
  const last = endedOn ?? toDate
  return (
    <>
      Từ <Day date={fromDate} />
      {last === null ? null : (
        <>
          {endedOn === null ? ' đến hết ' : ' đến '}
          <Day date={last} />
        </>
      )}
    </>
  )
}

interface PostingTableProps {
  readonly postings: readonly HeldPosting[]
  readonly today: string
  /** Shows who, leading to the page of the posting. */
  readonly withPeople?: boolean
}

export function PostingTable({ postings, today, withPeople = false }: PostingTableProps) {
  const people = {
    head: 'Người',
    names: true,
    cell: ({ id, accountName }: HeldPosting) => <a href={paths.identity.posting(id)}>{accountName}</a>,
  }
  return (
    <Table
      caption="Phân công"
      rows={postings}
      columns={[
        ...(withPeople ? [people] : []),
        { head: 'Vai trò', names: !withPeople, cell: ({ role }) => roleNames[role] },
        { head: 'Đơn vị', cell: ({ unitName }) => unitName },
        { head: 'Thời hạn', cell: (posting) => <Term {...posting} /> },
        { head: 'Tình trạng', cell: (posting) => <StateOf posting={posting} today={today} /> },
      ]}
    />
  )
}

interface BoardProps {
  readonly postings: readonly HeldPosting[]
  readonly today: string
  readonly roles: readonly Role[]
  readonly places: readonly PlaceChoice[]
  readonly trouble?: Trouble | undefined
}

export function PostingBoard({ postings, today, roles, places, trouble }: BoardProps) {
  return (
    <div class="stack">
      <h1>Phân công</h1>
      <p class="muted">
        Vai trò ở đơn vị có thời hạn, do lãnh đạo đơn vị giao và được ghi vào sổ. Khi đơn vị sáp nhập, quyền đi theo đơn
        vị mới.
      </p>
      <section class="panel flush" aria-label="Danh sách phân công">
        {postings.length === 0 ? (
          <Empty icon="users" title="Chưa có phân công nào">
            Giao vai trò đầu tiên ở bên dưới.
          </Empty>
        ) : (
          <PostingTable postings={postings} today={today} withPeople />
        )}
      </section>
      {roles.length === 0 ? null : <GrantForm roles={roles} places={places} today={today} trouble={trouble} />}
    </div>
  )
}

function GrantForm({ roles, places, today, trouble }: Pick<BoardProps, 'roles' | 'places' | 'today' | 'trouble'>) {
  return (
    <Form action={paths.identity.postings()} trouble={trouble} panel label="Giao vai trò">
      <h2>Giao vai trò</h2>
      <Field
        name="signInName"
        label="Tên đăng nhập của người được giao"
        hint="Người quản trị mở tài khoản trước; bạn giao vai trò."
        short
        trouble={trouble}
      />
      <Select
        name="role"
        label="Vai trò"
        options={roles.map((role) => ({ value: role, label: roleNames[role] }))}
        blank="Chọn một vai trò"
        trouble={trouble}
      />
      <Select
        name="unit"
        label="Đơn vị"
        options={places.map(({ unit, name }) => ({ value: unit, label: name }))}
        value={places[0]?.unit}
        trouble={trouble}
      />
      <Field name="from" label="Từ ngày" kind="date" value={today} trouble={trouble} />
      <Field
        name="to"
        label="Đến hết ngày"
        kind="date"
        hint="Để trống khi chưa định ngày thôi."
        optional
        trouble={trouble}
      />
      <div class="row">
        <Submit>Giao vai trò</Submit>
      </div>
    </Form>
  )
}

interface FileProps {
  readonly posting: HeldPosting
  readonly today: string
  readonly isOwn: boolean
  readonly places: readonly PlaceChoice[]
  readonly ending?: Trouble | undefined
  readonly settling?: Trouble | undefined
}

export function PostingFile({ posting, today, isOwn, places, ending, settling }: FileProps) {
  const state = stateOfPosting(posting, today)
  return (
    <div class="stack">
      <h1>{posting.accountName}</h1>
      <Panel title={roleNames[posting.role]}>
        <Facts
          facts={[
            ['Đơn vị', posting.unitName],
            ['Tên đăng nhập', posting.signInName],
            ['Thời hạn', <Term {...posting} />],
            ['Tình trạng', <StateOf posting={posting} today={today} />],
          ]}
        />
      </Panel>
      {state === 'unconfirmed' && !isOwn ? <ConfirmPanel id={posting.id} /> : null}
      {state === 'unsettled' ? <SettleForm posting={posting} places={places} trouble={settling} /> : null}
      {state === 'ended' ? null : (
        <Form action={paths.identity.endPosting(posting.id)} trouble={ending} panel label="Thôi phân công">
          <h2>Thôi phân công</h2>
          <Field
            name="reason"
            label="Lý do"
            kind="textarea"
            rows={2}
            hint="Quyền thôi ngay trong hôm nay."
            trouble={ending}
          />
          <div class="row">
            <Submit kind="danger">Thôi phân công</Submit>
          </div>
        </Form>
      )}
    </div>
  )
}

function ConfirmPanel({ id }: { id: string }) {
  return (
    <Panel title="Xác nhận lại">
      <p>
        Người quản trị vừa cấp lại mật khẩu cho tài khoản này. Hãy hỏi trực tiếp người được giao; khi đúng là người đó
        đang giữ tài khoản, xác nhận để quyền có hiệu lực trở lại.
      </p>
      <PostButton action={paths.identity.confirmPosting(id)}>Đúng người, xác nhận</PostButton>
    </Panel>
  )
}

function SettleForm({
  posting,
  places,
  trouble,
}: Pick<FileProps, 'posting' | 'places'> & { trouble: Trouble | undefined }) {
  const options = places
    .filter(({ unit }) => unit.length === posting.unitCode.length)
    .map(({ unit, name }) => ({ value: unit, label: name }))
  return (
    <Form action={paths.identity.settlePosting(posting.id)} trouble={trouble} panel label="Đơn vị đã chia">
      <h2>Đơn vị đã chia</h2>
      <p class="muted">{posting.unitName} đã được chia cho nhiều đơn vị. Hãy chọn nơi người này làm việc tiếp.</p>
      <Select name="unit" label="Đơn vị hôm nay" options={options} blank="Chọn một đơn vị" trouble={trouble} />
      <div class="row">
        <Submit>Chuyển phân công</Submit>
      </div>
    </Form>
  )
}
