import { daysBetween } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { showMoney } from '../kernel/money.ts'
import { showCount } from '../kernel/number.ts'
import type { Page } from '../kernel/page.ts'
import { Empty } from '../ui/empty.tsx'
import { LinkButton } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Pager } from '../ui/pager.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import type { Column } from '../ui/table.tsx'
import { Chips, Counters } from '../ui/tabs.tsx'
import type { SupportQueue } from './actions-reading.ts'
import type { ShownEntitlement } from './model.ts'
import { ageBuckets } from './rules.ts'
import type { AgeBucket } from './rules.ts'
import { bucketWords, stateLooks, stateWords, turnOf } from './words.ts'

/** Until the last đồng, or until it was declined. */
export function waitedWords({ openedOn, state, since, paidOn }: ShownEntitlement, today: CivilDate): string {
  const paid = state === 'paid' || state === 'measured'
  const until = (paid ? paidOn : state === 'declined' ? since : null) ?? today
  return `${showCount(daysBetween(openedOn, until))} ngày`
}

function columns(today: CivilDate, own: boolean): readonly Column<ShownEntitlement>[] {
  const product: Column<ShownEntitlement> = {
    head: own ? 'Sản phẩm' : 'Sản phẩm, chủ thể',
    cell: ({ productName, producerName }) =>
      own ? (productName ?? producerName) : [productName, producerName].filter(Boolean).join(', '),
  }
  return [
    {
      head: 'Khoản hỗ trợ',
      names: true,
      cell: ({ id, policyTitle }) => <a href={paths.support.entitlement(id)}>{policyTitle}</a>,
    },
    product,
    { head: 'Số tiền', numeric: true, cell: ({ amount }) => showMoney(amount) },
    { head: 'Đã chi', numeric: true, cell: ({ paid }) => showMoney(paid) },
    { head: 'Trạng thái', cell: ({ state }) => <Status state={stateLooks[state]}>{stateWords[state]}</Status> },
    { head: 'Đến lượt', cell: (one) => turnOf(one)?.join(': ') ?? 'Đã xong' },
    { head: 'Đã chờ', numeric: true, cell: (one) => waitedWords(one, today) },
  ]
}

const looks = { '0-30': 'waiting', '31-60': 'soon', '61-90': 'late', '91': 'late' } as const

interface QueueProps {
  readonly queue: SupportQueue
  readonly age: AgeBucket | undefined
  readonly all: boolean
  readonly today: CivilDate
}

/** What waits, and how long: the money of a recognition is not to gather dust. */
export function QueueView({ queue, age, all, today }: QueueProps) {
  return (
    <div class="stack">
      <h1>Hỗ trợ chủ thể</h1>
      <Counters
        label="Tuổi của khoản chờ chi"
        counters={ageBuckets.map((bucket) => ({
          href: paths.support.queue({ tuoi: bucket }),
          count: queue.counts[bucket],
          label: bucketWords[bucket],
          icon: bucket === '0-30' ? 'clock' : 'clock-alert',
          state: looks[bucket],
          current: age === bucket,
        }))}
      />
      <Chips
        label="Xem"
        chips={[
          { href: paths.support.queue(), label: 'Đang chờ', current: !all && age === undefined },
          { href: paths.support.queue({ xem: 'tat-ca' }), label: 'Tất cả', current: all },
          { href: paths.support.funds(), label: 'Nguồn kinh phí và sổ cái' },
          { href: paths.support.policies(), label: 'Chính sách' },
          { href: paths.support.achieved(), label: 'Đã đem lại gì' },
        ]}
      />
      {queue.items.length === 0 ? (
        <Empty title="Không có khoản hỗ trợ nào ở đây" icon="handshake">
          Khoản mới tự mở khi có quyết định công nhận, hoặc khi chủ thể gửi đề nghị.
        </Empty>
      ) : (
        <Table caption="Khoản hỗ trợ, chờ lâu nhất trước" rows={queue.items} columns={columns(today, false)} />
      )}
      <Pager
        {...queue}
        hrefOf={(trang) => paths.support.queue({ tuoi: age, xem: all ? 'tat-ca' : undefined, trang })}
      />
    </div>
  )
}

/** The producer's own: amount, stage, whose turn, days waited, and how to ask for more. */
export function OwnView({ own, today }: { own: Page<ShownEntitlement>; today: CivilDate }) {
  return (
    <div class="stack">
      <h1>Hỗ trợ của tôi</h1>
      <Notice kind="info">
        Khoản theo quyết định công nhận tự mở ở đây, không phải nộp bản sao giấy chứng nhận. Khoản khác (bao bì, thiết
        kế, nhãn hiệu, xúc tiến) thì gửi đề nghị.
      </Notice>
      <p class="row">
        <LinkButton href={paths.support.ask()} icon="send">
          Đề nghị hỗ trợ
        </LinkButton>
        <LinkButton href={paths.support.policies()} kind="secondary">
          Xem chính sách
        </LinkButton>
      </p>
      {own.items.length === 0 ? (
        <Empty title="Chưa có khoản hỗ trợ nào" icon="handshake">
          Khi sản phẩm được công nhận và tỉnh hoặc xã có chính sách, khoản hỗ trợ hiện ở đây cùng số tiền và người đang
          xử lý.
        </Empty>
      ) : (
        <Table caption="Các khoản hỗ trợ" rows={own.items} columns={columns(today, true)} />
      )}
      <Pager {...own} hrefOf={(trang) => paths.support.mine({ trang })} />
    </div>
  )
}
