import { showCount } from '../kernel/number.ts'
import { placeInWords } from '../kernel/text.ts'
import { groupName } from '../product/groups.ts'
import { Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Fieldset, Form, Hidden, PostButton, Submit, LinkButton } from '../ui/form.tsx'
import { Meter } from '../ui/meter.tsx'
import { Notice } from '../ui/notice.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Stars } from '../ui/stars.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { MatchedDemand, OfferFile } from './actions-reading.ts'
import { units } from './model.ts'
import type { ShownOffer } from './model.ts'
import { monthOptions, priceWords } from './views.tsx'
import { Reasons } from './views-match.tsx'
import { buyerWords, showQuantity, unitWords } from './words.ts'

interface OfferProps extends OfferFile {
  readonly demand: string | undefined
  readonly trouble?: Trouble | undefined
  readonly signedIn: boolean
}

export function OfferView(props: OfferProps) {
  const { offer, mayChange } = props
  return (
    <div class="stack">
      <h1>{offer.productName}</h1>
      {offer.stars > 0 ? (
        <p>
          <Stars n={offer.stars} />
        </p>
      ) : null}
      {offer.withdrawnOn === null ? null : (
        <Notice kind="warning">Nguồn cung này không còn chào. Hãy xem nguồn khác ở trang cung cầu.</Notice>
      )}
      <Panel title="Điều khoản">
        <Facts facts={factsOf(offer)} />
      </Panel>
      <Season offer={offer} />
      {offer.withdrawnOn === null ? <Enquiry {...props} /> : null}
      {mayChange ? <Own {...props} /> : null}
    </div>
  )
}

function factsOf(offer: ShownOffer) {
  const { producerName, communeName, provinceName, groupText, groupNo, unit, minOrder, paymentDays } = offer
  return [
    ['Chủ thể', placeInWords(producerName, communeName, provinceName)],
    ['Nhóm', groupName(groupText, groupNo)],
    ['Sản phẩm', <a href={paths.catalogue.product(offer.productSlug)}>Xem trang sản phẩm</a>],
    ['Giá bán buôn', priceWords(offer)],
    ['Đơn nhỏ nhất', showQuantity(minOrder, unit)],
    ['Chờ tiền được', paymentDays === 0 ? 'Trả ngay khi giao' : `${paymentDays} ngày`],
    ['Chiết khấu được', offer.discountPercent === 0 ? 'Không' : `tới ${offer.discountPercent}%`],
    ['Ghi chú', offer.note || null],
    ['Chào từ ngày', <Day date={offer.offeredOn} />],
  ] as const
}

/** The season calendar: what there is in each month, as bars and in words. */
function Season({ offer: { monthly, unit } }: { offer: ShownOffer }) {
  const most = Math.max(...monthly)
  return (
    <Panel title="Lịch mùa vụ và sức cung" note={`Mỗi tháng, tính bằng ${unitWords[unit]}`}>
      <Table
        caption="Sức cung từng tháng"
        rows={monthly.map((amount, index) => ({ amount, month: index + 1 }))}
        columns={[
          { head: 'Tháng', names: true, cell: ({ month }) => `Tháng ${month}` },
          { head: 'Sức cung', numeric: true, cell: ({ amount }) => (amount === 0 ? 'Hết vụ' : showCount(amount)) },
          {
            head: 'So với tháng nhiều nhất',
            cell: ({ amount }) => <Meter percent={(100 * amount) / most} />,
          },
        ]}
      />
    </Panel>
  )
}

function Enquiry({ offer, buyers, demand, trouble, signedIn }: OfferProps) {
  const [first] = buyers
  if (first === undefined) {
    return (
      <Panel title="Hỏi hàng">
        <p>Chỉ bên mua đã được xác nhận hỏi hàng được: chủ thể biết mình đang trả lời ai.</p>
        <div class="row">
          <LinkButton
            kind="secondary"
            href={signedIn ? paths.trade.buyerBegin() : paths.identity.signIn({ tiep: paths.trade.offer(offer.id) })}
          >
            {signedIn ? 'Đăng ký bên mua' : 'Đăng nhập để hỏi hàng'}
          </LinkButton>
        </div>
      </Panel>
    )
  }
  const onBehalf = buyers.some(({ own }) => !own)
  return (
    <Panel title="Hỏi hàng" note={priceWords(offer)}>
      <Form action={paths.trade.enquire(offer.id)} trouble={trouble} label="Hỏi hàng">
        {demand === undefined ? null : <Hidden name="demand" value={demand} />}
        <Select
          name="buyer"
          label="Bên mua"
          value={buyers.length === 1 ? first.id : undefined}
          blank={buyers.length === 1 ? undefined : 'Chọn bên mua'}
          options={buyers.map(({ id, name, own }) => ({ value: id, label: own ? name : `${name} (hỏi thay)` }))}
          trouble={trouble}
        />
        <Field name="quantity" label="Lượng cần" kind="count" suffix={unitWords[offer.unit]} trouble={trouble} />
        <Field name="wantedOn" label="Cần vào ngày" kind="date" trouble={trouble} />
        <Field name="note" label="Nhắn chủ thể" kind="textarea" optional trouble={trouble} />
        {onBehalf ? <Heard trouble={trouble} /> : null}
        <div class="row">
          <Submit icon="send">Gửi câu hỏi</Submit>
        </div>
      </Form>
    </Panel>
  )
}

/** An officer who acts for a side says how they know. */
export function Heard({ trouble }: { trouble: Trouble | undefined }) {
  return (
    <Field
      name="heard"
      label="Làm thay: ai nói, bằng cách nào"
      hint="Ví dụ: chị Hoa gọi điện sáng nay. Ghi vào sổ cùng tên bạn."
      optional
      trouble={trouble}
    />
  )
}

function Own({ offer, matched }: OfferProps) {
  return (
    <>
      <Panel title="Nhu cầu khớp với nguồn cung này" note={`${showCount(matched.total)} nhu cầu cùng nhóm`}>
        {matched.total === 0 ? (
          <Empty title="Chưa có nhu cầu nào cùng nhóm" level={3} icon="inbox" />
        ) : (
          <Matched matched={matched.items} />
        )}
        <Pager {...matched} hrefOf={(page) => paths.trade.offer(offer.id, { trang: page })} />
      </Panel>
      <div class="row">
        <LinkButton kind="secondary" href={paths.trade.offerBegin({ 'san-pham': offer.productId })}>
          Chào lại với giá, sức cung khác
        </LinkButton>
        <PostButton action={paths.trade.withdrawOffer(offer.id)} kind="quiet">
          Thôi chào nguồn này
        </PostButton>
      </div>
    </>
  )
}

function Matched({ matched }: { matched: readonly MatchedDemand[] }) {
  return (
    <Table
      caption="Nhu cầu khớp, điểm cao trước"
      rows={matched}
      columns={[
        {
          head: 'Cần mua',
          names: true,
          cell: ({ demand }) => <a href={paths.trade.demand(demand.id)}>{demand.title}</a>,
        },
        {
          head: 'Bên mua',
          cell: ({ demand: { channel } }) => (
            <>
              {channel.buyerName}, {buyerWords[channel.buyerKind].toLocaleLowerCase('vi')}:{' '}
              <a href={paths.trade.channel(channel.id)}>xem còn thiếu gì</a>
            </>
          ),
        },
        { head: 'Khớp', numeric: true, cell: ({ match }) => `${match.score}/100` },
        { head: 'Vì sao', cell: ({ match }) => <Reasons match={match} /> },
      ]}
    />
  )
}

interface OfferFormProps {
  readonly products: readonly { readonly id: string; readonly name: string }[]
  readonly product: string | undefined
  readonly before: ShownOffer | undefined
  readonly trouble?: Trouble | undefined
}

export function OfferForm({ products, product, before, trouble }: OfferFormProps) {
  if (products.length === 0) return <NothingToOffer />
  return (
    <div class="stack">
      <h1>Chào nguồn cung</h1>
      <p>
        Giá, sức cung từng tháng và điều khoản hiện công khai ở trang cung cầu. Chào lại thì bản cũ thôi hiện. Câu hỏi
        của bên mua tới nơi nhận thông báo mà chủ thể đã chọn, chưa chọn thì tới điện thoại và thư điện tử trong sổ; trả
        lời được bằng tin nhắn một chữ số.
      </p>
      <Form action={paths.trade.offerBegin()} trouble={trouble} panel>
        <Select
          name="product"
          label="Sản phẩm"
          value={product ?? (products.length === 1 ? products[0]?.id : undefined)}
          blank={products.length === 1 ? undefined : 'Chọn sản phẩm'}
          options={products.map(({ id, name }) => ({ value: id, label: name }))}
          trouble={trouble}
        />
        <Select
          name="unit"
          label="Đơn vị tính"
          value={before?.unit}
          blank="Chọn đơn vị"
          options={units.map((unit) => ({ value: unit, label: unitWords[unit] }))}
          trouble={trouble}
        />
        <Field name="price" label="Giá bán buôn cho một đơn vị" kind="money" value={before?.price} trouble={trouble} />
        <SupplyFields before={before} trouble={trouble} />
        <TermFields before={before} trouble={trouble} />
        <Field name="note" label="Ghi chú" kind="textarea" optional value={before?.note} trouble={trouble} />
        <div class="row">
          <Submit icon="send">Chào nguồn cung</Submit>
        </div>
      </Form>
    </div>
  )
}

function NothingToOffer() {
  return (
    <div class="stack">
      <h1>Chào nguồn cung</h1>
      <Empty title="Chưa có sản phẩm để chào" icon="package">
        <p>Hãy mô tả sản phẩm trước; mỗi sản phẩm chào một nguồn cung.</p>
        <LinkButton href={paths.product.begin()}>Mô tả sản phẩm</LinkButton>
      </Empty>
    </div>
  )
}

type OfferPartProps = Pick<OfferFormProps, 'before' | 'trouble'>

function SupplyFields({ before, trouble }: OfferPartProps) {
  return (
    <Fieldset legend="Sức cung từng tháng" hint="Số hàng giao được trong tháng. Tháng hết vụ để trống.">
      <div class="fields">
        {monthOptions.map(({ value, label }, index) => (
          <Field
            name={`monthly[${value}]`}
            label={label}
            kind="count"
            value={before?.monthly[index] || undefined}
            trouble={trouble}
          />
        ))}
      </div>
    </Fieldset>
  )
}

function TermFields({ before, trouble }: OfferPartProps) {
  return (
    <>
      <Field name="minOrder" label="Đơn nhỏ nhất" kind="count" value={before?.minOrder} trouble={trouble} />
      <Field
        name="paymentDays"
        label="Chờ tiền được nhiều nhất"
        hint="Siêu thị thường trả sau 30–60 ngày. Ghi 0 khi cần trả ngay."
        kind="count"
        suffix="ngày"
        value={before?.paymentDays}
        trouble={trouble}
      />
      <Field
        name="discountPercent"
        label="Chiết khấu được nhiều nhất"
        hint="Gồm cả khuyến mại và phí kênh trừ vào giá."
        kind="count"
        suffix="%"
        value={before?.discountPercent}
        trouble={trouble}
      />
    </>
  )
}
