import { showCount } from '../kernel/number.ts'
import { placeInWords } from '../kernel/text.ts'
import { groupName, groupOptions } from '../product/groups.ts'
import { groupingText } from '../product/model.ts'
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
import type { ChannelFile, DemandFile } from './actions-reading.ts'
import type { Channel, Unit } from './model.ts'
import { matchParts, partWorth, termGaps } from './rules.ts'
import type { MatchScore } from './rules.ts'
import { monthOptions, priceWords, showMonths } from './views.tsx'
import { askWords, buyerWords, gapLooks, gapWords, partWords, showQuantity } from './words.ts'

/** The score in words: what is met, and what there is to talk about, each with its points. */
export function Reasons({ match }: { match: MatchScore }) {
  const met = matchParts.filter((part) => match[part] === partWorth[part])
  const short = matchParts.filter((part) => match[part] < partWorth[part])
  return (
    <>
      {met.length === 0 ? null : <span>Khớp {met.map((part) => partWords[part]).join('; ')}. </span>}
      {short.length === 0 ? null : (
        <span class="muted">
          Cần bàn: {short.map((part) => `${partWords[part]} (${match[part]}/${partWorth[part]})`).join('; ')}.
        </span>
      )}
    </>
  )
}

export function DemandView({ demand, matched, mayClose }: DemandFile) {
  const { channel } = demand
  return (
    <div class="stack">
      <h1>{demand.title}</h1>
      {channel.buyerConfirmed ? null : (
        <Notice kind="warning">Bên mua chưa được xác nhận: nhu cầu này chưa hiện công khai.</Notice>
      )}
      {demand.closedOn === null ? null : <Notice kind="info">Nhu cầu này đã đóng.</Notice>}
      <Panel title="Cần mua">
        <Facts
          facts={[
            ['Bên mua', `${channel.buyerName}, ${buyerWords[channel.buyerKind].toLocaleLowerCase('vi')}`],
            ['Kênh và yêu cầu', <a href={paths.trade.channel(channel.id)}>{channel.name}</a>],
            ['Nhóm', groupName(groupingText, demand.groupNo)],
            ['Lượng mỗi tháng', showQuantity(demand.quantity, channel.unit)],
            ['Khi nào', showMonths(demand.months)],
            ['Mua từ', demand.provinceName ?? 'Cả nước'],
            ['Giá tới', demand.priceTo === null ? null : priceWords({ price: demand.priceTo, unit: channel.unit })],
            ['Nhận chào đến', <Day date={demand.until} />],
            ['Ghi chú', demand.note || null],
          ]}
        />
      </Panel>
      <Panel
        title="Nguồn cung khớp"
        note={`${showCount(matched.total)} nguồn cùng nhóm, không nguồn nào bị ẩn; điểm cao trước`}
      >
        {matched.total === 0 ? (
          <Empty title="Chưa có nguồn cung nào cùng nhóm" level={3} icon="inbox" />
        ) : (
          <MatchedOffers demand={demand} matched={matched} mayClose={mayClose} />
        )}
        <Pager {...matched} hrefOf={(page) => paths.trade.demand(demand.id, { trang: page })} />
        <HowScored />
      </Panel>
      {mayClose ? (
        <PostButton action={paths.trade.closeDemand(demand.id)} kind="secondary">
          Đóng nhu cầu
        </PostButton>
      ) : null}
    </div>
  )
}

function MatchedOffers({ demand, matched }: DemandFile) {
  return (
    <Table
      caption="Nguồn cung khớp, điểm cao trước"
      rows={matched.items}
      columns={[
        {
          head: 'Sản phẩm',
          names: true,
          cell: ({ offer }) => <a href={paths.trade.offer(offer.id, { 'nhu-cau': demand.id })}>{offer.productName}</a>,
        },
        {
          head: 'Chủ thể',
          cell: ({ offer }) => placeInWords(offer.producerName, offer.provinceName),
        },
        { head: 'Khớp', numeric: true, cell: ({ match }) => `${match.score}/100` },
        { head: 'Giá từ', numeric: true, cell: ({ offer }) => priceWords(offer) },
        { head: 'Vì sao', cell: ({ match }) => <Reasons match={match} /> },
      ]}
    />
  )
}

function HowScored() {
  return (
    <details>
      <summary>Điểm khớp tính thế nào</summary>
      <p>
        Cộng sáu phần, tối đa 100: {matchParts.map((part) => `${partWords[part]} ${partWorth[part]}`).join('; ')}. Giấy
        tờ tính theo phần đang còn hiệu lực trong ví minh chứng, mùa vụ theo số tháng có hàng, lượng theo tháng ít nhất
        trong các tháng có hàng. Điểm chỉ để sắp thứ tự, không loại ai.
      </p>
    </details>
  )
}

/** What a channel asks; for whoever makes products, what each holds and lacks today. */
export function ChannelView({ channel, gaps }: ChannelFile) {
  return (
    <div class="stack">
      <h1>{channel.name}</h1>
      <Panel title="Kênh này yêu cầu gì" note={channel.buyerName}>
        <Facts
          facts={[
            ['Bên mua', `${channel.buyerName}, ${buyerWords[channel.buyerKind].toLocaleLowerCase('vi')}`],
            ['Hạng sao', channel.minStars === 0 ? 'Không yêu cầu' : `Từ ${channel.minStars} sao`],
            ['Lượng mỗi tháng', `Từ ${showQuantity(channel.minQuantity, channel.unit)}`],
            ['Thanh toán', channel.paymentDays === 0 ? 'Ngay khi nhận hàng' : `Sau ${channel.paymentDays} ngày`],
            ['Chiết khấu, khuyến mại, phí', `${channel.discountPercent}% giá bán`],
            ['Giấy tờ, mã', channel.asks.length === 0 ? 'Không yêu cầu' : channel.asks.map(askWords).join('; ')],
            ['Ghi chú', channel.note || null],
          ]}
        />
      </Panel>
      {gaps.map((gap) => (
        <ProductGaps channel={channel} {...gap} />
      ))}
    </div>
  )
}

type ProductGap = ChannelFile['gaps'][number] & { readonly channel: Channel }

function ProductGaps({ channel, holding, gaps, offer }: ProductGap) {
  const missing = gaps.filter(({ state }) => state === 'missing').length
  return (
    <Panel
      title={holding.productName}
      note={missing === 0 ? 'Đủ giấy tờ, mã của kênh' : `Còn thiếu ${missing} trong ${gaps.length} giấy tờ, mã`}
    >
      {gaps.length === 0 ? null : (
        <Table
          caption={`Giấy tờ của ${holding.productName} so với yêu cầu của kênh`}
          rows={gaps}
          columns={[
            { head: 'Kênh hỏi', names: true, cell: ({ ask }) => askWords(ask) },
            { head: 'Đang có', cell: ({ state }) => <Status state={gapLooks[state]}>{gapWords[state]}</Status> },
            {
              head: 'Việc tiếp theo',
              cell: ({ ask, state, until }) =>
                state === 'missing' ? (
                  <a href={ask === 'gtin' ? paths.product.amend(holding.productId) : paths.evidence.begin()}>
                    {ask === 'gtin' ? 'Ghi mã vạch của bao gói' : 'Thêm giấy vào ví'}
                  </a>
                ) : until === null ? (
                  'Không phải làm gì'
                ) : (
                  <>
                    Còn hiệu lực đến <Day date={until} />
                  </>
                ),
            },
          ]}
        />
      )}
      {offer === undefined ? (
        <p>
          Chưa chào nguồn cung nên chưa so được lượng, thanh toán, chiết khấu.{' '}
          <a href={paths.trade.offerBegin({ 'san-pham': holding.productId })}>Chào nguồn cung</a>
        </p>
      ) : (
        <Terms product={holding.productName} rows={termGaps(channel, offer, holding.stars)} unit={channel.unit} />
      )}
    </Panel>
  )
}

const termWords = {
  stars: ['Hạng sao', (n: number) => (n === 0 ? 'không' : `${n} sao`)],
  quantity: ['Lượng tháng nhiều nhất', (n: number, unit: Unit) => showQuantity(n, unit)],
  payment: ['Chờ tiền', (n: number) => `${n} ngày`],
  discount: ['Chiết khấu', (n: number) => `${n}%`],
} as const

interface TermsProps {
  readonly product: string
  readonly rows: ReturnType<typeof termGaps>
  readonly unit: Unit
}

function Terms({ product, rows, unit }: TermsProps) {
  return (
    <Table
      caption={`Điều khoản của ${product} so với yêu cầu của kênh`}
      rows={rows}
      columns={[
        { head: 'Điều khoản', names: true, cell: ({ term }) => termWords[term][0] },
        { head: 'Kênh hỏi', cell: ({ term, asked }) => termWords[term][1](asked, unit) },
        { head: 'Đang chào', cell: ({ term, given }) => termWords[term][1](given, unit) },
        {
          head: 'Kết luận',
          cell: ({ met }) => <Status state={met ? 'done' : 'missing'}>{met ? 'Đạt' : 'Cần bàn'}</Status>,
        },
      ]}
    />
  )
}

interface DemandFormProps {
  readonly buyer: { readonly id: string; readonly name: string }
  readonly channels: readonly Channel[]
  readonly provinces: readonly { readonly code: string; readonly name: string }[]
  readonly trouble?: Trouble | undefined
}

export function DemandForm({ buyer, channels, provinces, trouble }: DemandFormProps) {
  if (channels.length === 0) {
    return (
      <div class="stack">
        <h1>Đăng nhu cầu</h1>
        <Empty title="Chưa có kênh nào" icon="inbox">
          <p>Nhu cầu đi theo yêu cầu của một kênh: giấy tờ, mã, thanh toán, chiết khấu. Hãy mở kênh trước.</p>
          <LinkButton href={paths.trade.channelBegin(buyer.id)}>Mở kênh</LinkButton>
        </Empty>
      </div>
    )
  }
  return (
    <div class="stack">
      <h1>Đăng nhu cầu</h1>
      <Form action={paths.trade.demandBegin(buyer.id)} trouble={trouble} panel>
        <Select
          name="channel"
          label="Kênh"
          value={channels.length === 1 ? channels[0]?.id : undefined}
          blank={channels.length === 1 ? undefined : 'Chọn kênh'}
          options={channels.map(({ id, name }) => ({ value: id, label: name }))}
          trouble={trouble}
        />
        <Field name="title" label="Cần mua gì" hint="Ví dụ: Cà phê bột gói 250 g." trouble={trouble} />
        <Select name="group" label="Nhóm sản phẩm" blank="Chọn một nhóm" options={groupOptions()} trouble={trouble} />
        <Select
          name="province"
          label="Mua từ tỉnh, thành phố"
          optional
          blank="Cả nước"
          options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
          trouble={trouble}
        />
        <Field
          name="quantity"
          label="Lượng mỗi tháng"
          hint="Theo đơn vị tính của kênh."
          kind="count"
          trouble={trouble}
        />
        <Checks name="months" label="Các tháng cần hàng" options={monthOptions} across trouble={trouble} />
        <Field name="priceTo" label="Giá mua tới" kind="money" optional trouble={trouble} />
        <Field name="until" label="Nhận chào đến hết ngày" kind="date" trouble={trouble} />
        <Field name="note" label="Ghi chú" kind="textarea" optional trouble={trouble} />
        <div class="row">
          <Submit icon="send">Đăng nhu cầu</Submit>
        </div>
      </Form>
    </div>
  )
}
