import { showMoney } from '../kernel/money.ts'
import { placeInWords } from '../kernel/text.ts'
import { groupName, groupOptions } from '../product/groups.ts'
import { groupingText } from '../product/model.ts'
import { Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { LinkButton, Submit } from '../ui/form.tsx'
import { Pager } from '../ui/pager.tsx'
import { paths } from '../ui/paths.ts'
import { Stars } from '../ui/stars.tsx'
import { Table } from '../ui/table.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Day } from '../ui/time.tsx'
import type { Board } from './actions-reading.ts'
import type { ShownDemand, ShownOffer } from './model.ts'
import { buyerWords, showQuantity } from './words.ts'

export const monthOptions = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  label: `Tháng ${index + 1}`,
}))

/** `tháng 1–3, 9–12`. */
export function showMonths(months: readonly number[]): string {
  if (months.length === 12) return 'quanh năm'
  const spans: [from: number, to: number][] = []
  for (const month of months) {
    const last = spans.at(-1)
    if (last !== undefined && last[1] === month - 1) last[1] = month
    else spans.push([month, month])
  }
  return `tháng ${spans.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(', ')}`
}

function monthsOf({ monthly }: ShownOffer): number[] {
  return monthly.flatMap((amount, index) => (amount > 0 ? [index + 1] : []))
}

function queryOf({ side, wanted }: Board) {
  return {
    xem: side === 'demands' ? 'can-mua' : undefined,
    q: wanted.q,
    nhom: wanted.groups[0],
    tinh: wanted.province,
    thang: wanted.month,
  }
}

/** The public board of what is offered and what is wanted. */
export function BoardView(board: Board) {
  const { side, offers, demands } = board
  const query = queryOf(board)
  const { total } = side === 'offers' ? offers : demands
  return (
    <div class="stack">
      <h1>Cung cầu sản phẩm OCOP</h1>
      <p class="lead">
        Nguồn cung theo mùa vụ của chủ thể và nhu cầu của bên mua đã xác nhận. Hỏi hàng, báo giá, thỏa thuận và giao
        nhận ghi tại đây; trả lời được bằng tin nhắn một chữ số.
      </p>
      <Tabs
        label="Cung hay cầu"
        tabs={[
          {
            href: paths.trade.list({ ...query, xem: undefined }),
            label: 'Nguồn cung',
            current: side === 'offers',
            count: offers.total,
          },
          {
            href: paths.trade.list({ ...query, xem: 'can-mua' }),
            label: 'Cần mua',
            current: side === 'demands',
            count: demands.total,
          },
        ]}
      />
      <BoardFilters {...board} />
      <h2 class="hidden-word">Kết quả</h2>
      {total === 0 ? <NothingThere {...board} /> : side === 'offers' ? <Offers {...board} /> : <Demands {...board} />}
      <Pager
        page={board.page}
        size={board.size}
        total={total}
        hrefOf={(page) => paths.trade.list({ ...query, trang: page })}
      />
      <p class="row">
        <a href={paths.trade.outcomes()}>Kết quả kết nối</a>
        <a href={paths.trade.gifts()}>Kệ quà tặng</a>
        <a href={paths.trade.exports()}>Sẵn sàng xuất khẩu</a>
        <a href={paths.trade.buyerBegin()}>Đăng ký bên mua</a>
        <a href={paths.trade.offerBegin()}>Chào nguồn cung</a>
      </p>
    </div>
  )
}

function BoardFilters({ side, wanted, provinces }: Board) {
  return (
    <form class="panel stack" action={paths.trade.list()} aria-label="Tìm cung cầu">
      {side === 'demands' ? <input type="hidden" name="xem" value="can-mua" /> : null}
      <div class="fields">
        <Field
          name="q"
          label={side === 'offers' ? 'Tên sản phẩm hoặc chủ thể' : 'Cần mua gì, bên mua'}
          value={wanted.q}
        />
        <Select name="nhom" label="Nhóm sản phẩm" blank="Mọi nhóm" options={groupOptions()} value={wanted.groups[0]} />
        <Select
          name="tinh"
          label={side === 'offers' ? 'Tỉnh, thành phố' : 'Mua từ tỉnh, thành phố'}
          blank="Cả nước"
          options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
          value={wanted.province}
        />
        <Select
          name="thang"
          label="Có hàng trong tháng"
          blank="Bất kỳ tháng nào"
          options={monthOptions}
          value={wanted.month === undefined ? undefined : String(wanted.month)}
        />
      </div>
      <div class="row">
        <Submit icon="search">Tìm</Submit>
      </div>
    </form>
  )
}

function NothingThere({ side }: Board) {
  return (
    <Empty title={side === 'offers' ? 'Không có nguồn cung nào khớp' : 'Không có nhu cầu nào khớp'} icon="search">
      <p>Hãy bỏ bớt điều kiện, hoặc chọn tháng khác: nhiều sản phẩm theo mùa.</p>
      <LinkButton kind="secondary" href={paths.trade.list(side === 'demands' ? { xem: 'can-mua' } : {})}>
        Bỏ mọi điều kiện
      </LinkButton>
    </Empty>
  )
}

function Offers({ offers }: Board) {
  return (
    <Table
      caption="Nguồn cung"
      rows={offers.items}
      columns={[
        {
          head: 'Sản phẩm',
          names: true,
          cell: ({ id, productName, stars }) => (
            <>
              <a href={paths.trade.offer(id)}>{productName}</a> {stars > 0 ? <Stars n={stars} /> : null}
            </>
          ),
        },
        {
          head: 'Chủ thể',
          cell: ({ producerName, communeName, provinceName }) => placeInWords(producerName, communeName, provinceName),
        },
        { head: 'Nhóm', cell: ({ groupText, groupNo }) => groupName(groupText, groupNo) },
        { head: 'Có hàng', cell: (offer) => showMonths(monthsOf(offer)) },
        { head: 'Giá từ', numeric: true, cell: priceWords },
      ]}
    />
  )
}

export function priceWords({ price, unit }: Pick<ShownOffer, 'price' | 'unit'>): string {
  return `${showMoney(price)}/${showQuantity(1, unit).slice(2)}`
}

function Demands({ demands }: Board) {
  return <DemandTable demands={demands.items} />
}

export function DemandTable({ demands }: { demands: readonly ShownDemand[] }) {
  return (
    <Table
      caption="Nhu cầu"
      rows={demands}
      columns={[
        { head: 'Cần mua', names: true, cell: ({ id, title }) => <a href={paths.trade.demand(id)}>{title}</a> },
        {
          head: 'Bên mua',
          cell: ({ channel }) => (
            <>
              {channel.buyerName}, {buyerWords[channel.buyerKind].toLocaleLowerCase('vi')}:{' '}
              <a href={paths.trade.channel(channel.id)}>{channel.name}</a>
            </>
          ),
        },
        { head: 'Nhóm', cell: ({ groupNo }) => groupName(groupingText, groupNo) },
        {
          head: 'Lượng mỗi tháng',
          numeric: true,
          cell: ({ quantity, channel }) => showQuantity(quantity, channel.unit),
        },
        { head: 'Khi nào', cell: ({ months }) => showMonths(months) },
        {
          head: 'Nhận chào đến',
          cell: ({ until, closedOn }) => (closedOn === null ? <Day date={until} /> : 'Đã đóng'),
        },
      ]}
    />
  )
}
