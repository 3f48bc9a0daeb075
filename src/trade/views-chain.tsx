import type { CivilDate } from '../kernel/civil-date.ts'
import { showMoney } from '../kernel/money.ts'
import { showCount } from '../kernel/number.ts'
import { Check, Select } from '../ui/choice.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, PostButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { Chain, StarSheet } from './actions-chain.ts'
import type { LocalMedian } from './model-chain.ts'
import { leastPeers } from './rules-chain.ts'
import type { StarSum } from './rules-chain.ts'
import { buyerWords } from './words.ts'

function showArea(squareMetres: number): string {
  const hectares = squareMetres / 10_000
  return `${hectares.toLocaleString('vi-VN', { maximumFractionDigits: 2 })} ha`
}

interface ChainProps extends Chain {
  readonly today: CivilDate
  readonly trouble?: Trouble | undefined
}

/** Material area → producer → buyer, on one page. */
export function ChainView(props: ChainProps) {
  const { producer, areas, buyers, closed, mayEnter } = props
  return (
    <div class="stack">
      <h1>Chuỗi giá trị của {producer.name}</h1>
      <p>
        <Status state={closed ? 'done' : 'missing'}>
          {closed ? 'Chuỗi khép kín: vùng nguyên liệu có hợp đồng, bên mua đã nhận hàng' : 'Chuỗi chưa khép kín'}
        </Status>
      </p>
      <Panel title="1. Vùng nguyên liệu" note={`${areas.length} vùng`}>
        {areas.length === 0 ? <p>Chưa ghi vùng nguyên liệu nào.</p> : <Areas {...props} />}
      </Panel>
      <Panel title="2. Chủ thể">
        <Facts
          facts={[
            ['Tên', producer.name],
            ['Lao động', producer.labourTotal === null ? null : showCount(producer.labourTotal)],
            ['Lao động tại chỗ', producer.labourLocal === null ? null : showCount(producer.labourLocal)],
          ]}
        />
      </Panel>
      <Panel title="3. Bên mua" note={`${buyers.length} bên mua đã thỏa thuận`}>
        {buyers.length === 0 ? <p>Chưa có kết nối nào tới bước thỏa thuận.</p> : <Buyers buyers={buyers} />}
      </Panel>
      {mayEnter ? <AreaForm {...props} /> : null}
    </div>
  )
}

function Areas({ producer, areas, mayEnter }: ChainProps) {
  return (
    <Table
      caption="Vùng nguyên liệu"
      rows={areas}
      columns={[
        { head: 'Vùng', names: true, cell: ({ name }) => name },
        { head: 'Cây, con', cell: ({ crop }) => crop },
        { head: 'Nơi', cell: ({ communeName }) => communeName },
        { head: 'Diện tích', numeric: true, cell: ({ squareMetres }) => showArea(squareMetres) },
        { head: 'Số hộ', numeric: true, cell: ({ households }) => showCount(households) },
        { head: 'Hợp đồng', cell: ({ contract }) => (contract ? 'Có' : 'Chưa') },
        {
          head: 'Thời gian',
          cell: ({ id, name, fromDate, toDate }) =>
            toDate === null ? (
              <>
                từ <Day date={fromDate} />
                {mayEnter ? (
                  <PostButton action={paths.trade.endArea(producer.id, id)} kind="quiet">
                    Thôi dùng <span class="hidden-word">{name}</span>
                  </PostButton>
                ) : null}
              </>
            ) : (
              <>
                <Day date={fromDate} /> đến <Day date={toDate} />
              </>
            ),
        },
      ]}
    />
  )
}

function Buyers({ buyers }: Pick<Chain, 'buyers'>) {
  return (
    <Table
      caption="Bên mua"
      rows={buyers}
      columns={[
        { head: 'Bên mua', names: true, cell: ({ name }) => name },
        { head: 'Loại', cell: ({ kind }) => buyerWords[kind] },
        { head: 'Kết nối', numeric: true, cell: ({ connections }) => showCount(connections) },
        { head: 'Đã nhận', numeric: true, cell: ({ received }) => showCount(received) },
        { head: 'Giá trị', numeric: true, cell: ({ value }) => showMoney(value) },
      ]}
    />
  )
}

function AreaForm({ producer, communes, commune, today, trouble }: ChainProps) {
  return (
    <Panel title="Ghi vùng nguyên liệu">
      <Form action={paths.trade.chain(producer.id)} trouble={trouble} label="Ghi vùng nguyên liệu">
        <Field name="name" label="Tên vùng" hint="Ví dụ: Vườn cà phê thôn 3." trouble={trouble} />
        <Field name="crop" label="Cây, con" short trouble={trouble} />
        <Select
          name="commune"
          label="Ở xã, phường"
          value={commune}
          blank="Chọn xã"
          options={communes.map(({ code, name }) => ({ value: code, label: name }))}
          trouble={trouble}
        />
        <div class="fields">
          <Field
            name="squareMetres"
            label="Diện tích"
            hint="Một héc-ta là 10.000 m²."
            kind="count"
            suffix="m²"
            trouble={trouble}
          />
          <Field name="households" label="Số hộ tham gia" kind="count" trouble={trouble} />
        </div>
        <Field name="fromDate" label="Từ ngày" kind="date" value={today} trouble={trouble} />
        <Check name="contract" label="Có hợp đồng liên kết với các hộ" trouble={trouble} />
        <div class="row">
          <Submit>Ghi vùng nguyên liệu</Submit>
        </div>
      </Form>
    </Panel>
  )
}

function showMonth(month: CivilDate): string {
  return `Tháng ${Number(month.slice(5, 7))}/${month.slice(0, 4)}`
}

/** Is the star worth it: the producer's own sheet, from three numbers a month. */
export function StarSheetView(props: StarSheet & { readonly trouble?: Trouble | undefined }) {
  const { producer, months, sum, median, choices, trouble } = props
  return (
    <div class="stack">
      <h1>Sao có đáng không?</h1>
      <p>
        Sổ riêng của {producer.name}: ba con số mỗi tháng, cộng tiền hàng bán thẳng mà người mua đã nhận. Không cán bộ
        nào, kể cả kiểm toán, mở được trang này. Số của bạn chỉ góp vào số giữa ẩn danh của tỉnh khi có từ {leastPeers}{' '}
        chủ thể khác trở lên.
      </p>
      <Panel title="Mười hai tháng qua" note={`${months.length} tháng có số`}>
        {months.length === 0 ? <p>Ghi tháng đầu tiên ở dưới để thấy kết quả.</p> : <Worth sum={sum} median={median} />}
      </Panel>
      <Panel title="Ghi một tháng">
        <Form action={paths.trade.starSheet(producer.id)} trouble={trouble} label="Ghi một tháng">
          <Select
            name="month"
            label="Tháng"
            value={choices[0]?.slice(0, 7)}
            options={choices.map((month) => ({ value: month.slice(0, 7), label: showMonth(month) }))}
            trouble={trouble}
          />
          <Field
            name="cost"
            label="Chi cho sao"
            hint="Hồ sơ, kiểm nghiệm, bao bì, phí. Không có thì ghi 0."
            kind="money"
            trouble={trouble}
          />
          <Field
            name="starredSales"
            label="Bán được từ sản phẩm có sao, ngoài đơn đặt mua ở đây"
            hint="Đơn đặt mua mà người mua đã nhận được cộng sẵn, không tính phí giao."
            kind="money"
            trouble={trouble}
          />
          <Field name="otherSales" label="Bán được từ sản phẩm khác" kind="money" trouble={trouble} />
          <div class="row">
            <Submit>Ghi tháng này</Submit>
          </div>
        </Form>
      </Panel>
      {months.length > 0 ? <Months months={months} /> : null}
    </div>
  )
}

function Worth({ sum, median }: { sum: StarSum; median: LocalMedian | undefined }) {
  const nearby = (value: number | null | undefined, words: (value: number) => string) =>
    median === undefined
      ? `Chưa đủ ${leastPeers} chủ thể khác`
      : value === null || value === undefined
        ? 'Chưa có'
        : words(value)
  const perThousand = (value: number) => `${showMoney(value)} cho 1.000 đồng bán được`
  const percent = (value: number) => `${value}%`
  const rows = [
    ['Chi cho sao', showMoney(sum.cost), ''],
    ['Bán được từ sản phẩm có sao', showMoney(sum.starredSales), ''],
    ['Bán được từ sản phẩm khác', showMoney(sum.otherSales), ''],
    [
      'Chi phí của sao',
      sum.costPerThousand === null ? 'Chưa bán' : perThousand(sum.costPerThousand),
      nearby(median?.costPerThousand, perThousand),
    ],
    [
      'Phần của sản phẩm có sao',
      sum.starredPercent === null ? 'Chưa bán' : percent(sum.starredPercent),
      nearby(median?.starredPercent, percent),
    ],
  ] as const
  return (
    <>
      <Table
        caption="Sao có đáng không, mười hai tháng qua"
        rows={rows}
        columns={[
          { head: 'Con số', names: true, cell: ([what]) => what },
          { head: 'Của bạn', cell: ([, own]) => own },
          { head: 'Số giữa trong tỉnh', cell: ([, , others]) => others },
        ]}
      />
      <Notice kind="info">
        {sum.starredSales > sum.cost
          ? `Sản phẩm có sao bán được nhiều hơn chi cho sao ${showMoney(sum.starredSales - sum.cost)}.`
          : `Chi cho sao chưa được bù: còn thiếu ${showMoney(sum.cost - sum.starredSales)}.`}{' '}
        Đây là doanh thu, chưa trừ giá vốn.
      </Notice>
    </>
  )
}

function Months({ months }: Pick<StarSheet, 'months'>) {
  return (
    <Panel title="Từng tháng">
      <Table
        caption="Các tháng có số, mới nhất trước"
        rows={months}
        columns={[
          { head: 'Tháng', names: true, cell: ({ month }) => showMonth(month) },
          { head: 'Chi cho sao', numeric: true, cell: ({ cost }) => showMoney(cost) },
          { head: 'Có sao, tự ghi', numeric: true, cell: ({ starredSales }) => showMoney(starredSales) },
          { head: 'Bán thẳng, cộng sẵn', numeric: true, cell: ({ received }) => showMoney(received) },
          { head: 'Khác', numeric: true, cell: ({ otherSales }) => showMoney(otherSales) },
        ]}
      />
    </Panel>
  )
}
