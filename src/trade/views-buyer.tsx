import { showMoney } from '../kernel/money.ts'
import { showCount } from '../kernel/number.ts'
import { placeInWords } from '../kernel/text.ts'
import { Checks, Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, PostButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { BuyerFile, OutcomeAnswer, buyerList } from './actions-reading.ts'
import { askIds, buyerKinds, units } from './model.ts'
import type { Buyer } from './model.ts'
import { DemandTable } from './views.tsx'
import { askWords, buyerWords, showQuantity, unitWords } from './words.ts'

function Standing({ buyer }: { buyer: Buyer }) {
  return buyer.confirmedOn === null ? (
    <Status state="waiting">Chờ cán bộ xác nhận</Status>
  ) : (
    <Status state="done">
      Đã xác nhận <Day date={buyer.confirmedOn} />
    </Status>
  )
}

function Buyers({ caption, buyers }: { caption: string; buyers: readonly Buyer[] }) {
  return (
    <Table
      caption={caption}
      rows={buyers}
      columns={[
        { head: 'Bên mua', names: true, cell: ({ id, name }) => <a href={paths.trade.buyer(id)}>{name}</a> },
        { head: 'Loại', cell: ({ kind }) => buyerWords[kind] },
        { head: 'Nơi', cell: ({ provinceName }) => provinceName },
        { head: 'Tình trạng', cell: (buyer) => <Standing buyer={buyer} /> },
      ]}
    />
  )
}

/** Buyers, traders and points of sale that this person works for or looks after. */
export function BuyerList({ list }: { list: Awaited<ReturnType<typeof buyerList>> }) {
  const others = list.items.filter(({ id }) => !list.own.some((own) => own.id === id))
  return (
    <div class="stack">
      <h1>Bên mua</h1>
      {list.own.length > 0 ? (
        <Panel title="Bạn làm việc cho">
          <Buyers caption="Bên mua bạn làm việc cho" buyers={list.own} />
        </Panel>
      ) : null}
      {others.length > 0 ? (
        <Panel title="Ở nơi bạn phụ trách" note={`${showCount(list.total)} bên mua, chờ xác nhận trước`}>
          <Buyers caption="Bên mua ở nơi bạn phụ trách" buyers={others} />
          <Pager {...list} hrefOf={(page) => paths.trade.buyers({ trang: page })} />
        </Panel>
      ) : null}
      {list.own.length + others.length === 0 ? (
        <Empty title="Chưa có bên mua nào" icon="handshake">
          <p>Siêu thị, thương nhân, điểm bán, cơ quan mua quà tặng đăng ký một lần rồi đăng nhu cầu, hỏi hàng.</p>
        </Empty>
      ) : null}
      <div class="row">
        <LinkButton href={paths.trade.buyerBegin()}>Đăng ký bên mua</LinkButton>
      </div>
    </div>
  )
}

interface BuyerFormProps {
  readonly provinces: readonly { readonly code: string; readonly name: string }[]
  readonly trouble?: Trouble | undefined
}

export function BuyerForm({ provinces, trouble }: BuyerFormProps) {
  return (
    <div class="stack">
      <h1>Đăng ký bên mua</h1>
      <p>
        Cán bộ xúc tiến thương mại của tỉnh xác nhận bên mua có thật; từ đó nhu cầu hiện công khai và hỏi hàng được.
        Điện thoại và thư điện tử chỉ dùng để hỏi và trả lời, không hiện công khai.
      </p>
      <Form action={paths.trade.buyerBegin()} trouble={trouble} panel>
        <Select
          name="kind"
          label="Loại bên mua"
          blank="Chọn một loại"
          options={buyerKinds.map((kind) => ({ value: kind, label: buyerWords[kind] }))}
          trouble={trouble}
        />
        <Field name="name" label="Tên" trouble={trouble} />
        <Field name="registrationNo" label="Mã số doanh nghiệp, hộ kinh doanh" short optional trouble={trouble} />
        <Select
          name="province"
          label="Tỉnh, thành phố"
          blank="Chọn một tỉnh, thành phố"
          options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
          trouble={trouble}
        />
        <Field name="address" label="Địa chỉ" trouble={trouble} />
        <Field name="contactName" label="Người liên hệ" trouble={trouble} />
        <Field name="phone" label="Điện thoại nhận tin nhắn" kind="tel" trouble={trouble} />
        <Field name="email" label="Thư điện tử" kind="email" optional trouble={trouble} />
        <div class="row">
          <Submit icon="send">Đăng ký</Submit>
        </div>
      </Form>
    </div>
  )
}

export function BuyerView({ buyer, channels, demands, may, trouble }: BuyerFile & { trouble?: Trouble | undefined }) {
  return (
    <div class="stack">
      <h1>{buyer.name}</h1>
      <p>
        <Standing buyer={buyer} />
      </p>
      {may.confirm ? (
        <Notice kind="info" title="Xác nhận bên mua này có thật?">
          <p>Kiểm tra mã số, địa chỉ, gọi số điện thoại đã ghi. Xác nhận xong thì nhu cầu hiện công khai.</p>
          <PostButton action={paths.trade.confirmBuyer(buyer.id)} icon="check">
            Xác nhận bên mua
          </PostButton>
        </Notice>
      ) : null}
      <Panel title="Thông tin">
        <Facts
          facts={[
            ['Loại', buyerWords[buyer.kind]],
            ['Mã số', buyer.registrationNo],
            ['Địa chỉ', placeInWords(buyer.address, buyer.provinceName)],
            ['Người liên hệ', buyer.contactName],
            ['Điện thoại', buyer.phone],
            ['Thư điện tử', buyer.email],
            ['Đăng ký ngày', <Day date={buyer.registeredOn} />],
            ['Tài khoản làm việc', `${buyer.members.length} người`],
          ]}
        />
      </Panel>
      <Panel title="Kênh và yêu cầu">
        {channels.length === 0 ? <p>Chưa có kênh nào.</p> : <Channels channels={channels} />}
        {may.run ? (
          <div class="row">
            <LinkButton kind="secondary" href={paths.trade.channelBegin(buyer.id)}>
              Mở kênh
            </LinkButton>
          </div>
        ) : null}
      </Panel>
      <Panel title="Nhu cầu">
        {demands.length === 0 ? <p>Chưa đăng nhu cầu nào.</p> : <DemandTable demands={demands} />}
        {may.run ? (
          <div class="row">
            <LinkButton kind="secondary" href={paths.trade.demandBegin(buyer.id)}>
              Đăng nhu cầu
            </LinkButton>
          </div>
        ) : null}
      </Panel>
      {may.run ? <AddMember buyer={buyer} trouble={trouble} /> : null}
    </div>
  )
}

function Channels({ channels }: Pick<BuyerFile, 'channels'>) {
  return (
    <Table
      caption="Kênh và yêu cầu"
      rows={channels}
      columns={[
        { head: 'Kênh', names: true, cell: ({ id, name }) => <a href={paths.trade.channel(id)}>{name}</a> },
        { head: 'Hỏi', cell: ({ asks }) => (asks.length === 0 ? 'Không giấy tờ' : `${asks.length} giấy tờ, mã`) },
        { head: 'Lượng tháng', cell: ({ minQuantity, unit }) => `từ ${showQuantity(minQuantity, unit)}` },
        { head: 'Thanh toán', cell: ({ paymentDays }) => (paymentDays === 0 ? 'ngay' : `${paymentDays} ngày`) },
      ]}
    />
  )
}

function AddMember({ buyer, trouble }: { buyer: Buyer; trouble: Trouble | undefined }) {
  return (
    <Panel title="Thêm người làm việc">
      <Form action={paths.trade.buyerMember(buyer.id)} trouble={trouble} label="Thêm người làm việc">
        <Field name="signInName" label="Tên đăng nhập của người đó" short trouble={trouble} />
        <div class="row">
          <Submit kind="secondary">Thêm</Submit>
        </div>
      </Form>
    </Panel>
  )
}

export function ChannelForm({ buyer, trouble }: { buyer: Buyer; trouble?: Trouble | undefined }) {
  return (
    <div class="stack">
      <h1>Mở kênh</h1>
      <p>Ghi mọi điều kiện ngay từ đầu: chủ thể thấy mình còn thiếu gì trước khi mất công chào hàng.</p>
      <Form action={paths.trade.channelBegin(buyer.id)} trouble={trouble} panel>
        <Field name="name" label="Tên kênh" hint="Ví dụ: Quầy đặc sản, 12 siêu thị miền Trung." trouble={trouble} />
        <Checks
          name="asks"
          label="Giấy tờ, mã phải có"
          options={askIds.map((ask) => ({ value: ask, label: askWords(ask) }))}
          optional
          trouble={trouble}
        />
        <Select
          name="minStars"
          label="Hạng sao"
          value="0"
          options={[0, 3, 4, 5].map((n) => ({ value: String(n), label: n === 0 ? 'Không yêu cầu' : `Từ ${n} sao` }))}
          trouble={trouble}
        />
        <Select
          name="unit"
          label="Đơn vị tính"
          blank="Chọn đơn vị"
          options={units.map((unit) => ({ value: unit, label: unitWords[unit] }))}
          trouble={trouble}
        />
        <Field name="minQuantity" label="Lượng mỗi tháng ít nhất" kind="count" trouble={trouble} />
        <Field name="paymentDays" label="Thanh toán sau" kind="count" suffix="ngày" trouble={trouble} />
        <Field
          name="discountPercent"
          label="Tổng phần trừ vào giá"
          hint="Chiết khấu, khuyến mại, phí kênh cộng lại."
          kind="count"
          suffix="%"
          trouble={trouble}
        />
        <Field name="note" label="Ghi chú" kind="textarea" optional trouble={trouble} />
        <div class="row">
          <Submit>Mở kênh</Submit>
        </div>
      </Form>
    </div>
  )
}

/** Sums of what came of connections; none that would tell of one producer. */
export function OutcomesView({ year, shown, hidden }: OutcomeAnswer) {
  return (
    <div class="stack">
      <h1>Kết quả kết nối cung cầu năm {year}</h1>
      <p>Giá trị bên mua ghi khi đã nhận hàng, cộng theo tỉnh của chủ thể. Tỉnh có dưới 3 chủ thể không in giá trị.</p>
      {shown.length === 0 ? (
        <Empty title="Chưa đủ kết nối để in số cộng" icon="handshake" />
      ) : (
        <Table
          caption={`Kết quả kết nối năm ${year}`}
          rows={shown}
          columns={[
            { head: 'Tỉnh, thành phố', names: true, cell: ({ provinceName }) => provinceName },
            { head: 'Kết nối', numeric: true, cell: ({ connections }) => showCount(connections) },
            { head: 'Chủ thể', numeric: true, cell: ({ producers }) => showCount(producers) },
            { head: 'Giá trị', numeric: true, cell: ({ value }) => showMoney(value) },
          ]}
        />
      )}
      {hidden > 0 ? <p>Ngoài ra {showCount(hidden)} kết nối ở tỉnh có dưới 3 chủ thể.</p> : null}
      <p class="row">
        <a href={paths.trade.outcomes({ nam: year - 1 })}>Năm {year - 1}</a>
        <a href={paths.trade.list()}>Về trang cung cầu</a>
      </p>
    </div>
  )
}
