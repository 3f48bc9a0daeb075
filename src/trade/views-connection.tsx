import type { CivilDate } from '../kernel/civil-date.ts'
import { showMoney } from '../kernel/money.ts'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Hidden, LinkButton, Submit } from '../ui/form.tsx'
import { LinkIf } from '../ui/link-if.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { TurnBar } from '../ui/steps.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { ConnectionFile, TradeDesk } from './actions-desk.ts'
import { connectionActs, sides } from './model-connection.ts'
import type { ConnectionAct, ShownConnection, Side } from './model-connection.ts'
import { connectionCan, turnSide } from './rules-connection.ts'
import { Heard } from './views-offer.tsx'
import { Asked, Way } from './views-way.tsx'
import { priceWords } from './views.tsx'
import { actWords, showQuantity, sideWords, stateLooks, stateWords, turnWords, unitWords } from './words.ts'

/** Everything of the trade that is this person's: connections, offers, buyers. */
export function TradeDeskView(desk: TradeDesk & { readonly demonstration: boolean }) {
  const { connections, offers, buyers, producers, setsTerms, demonstration } = desk
  return (
    <div class="stack">
      <h1>Kết nối cung cầu</h1>
      {connections.total === 0 ? (
        <Empty title="Chưa có kết nối nào" icon="handshake">
          <p>Khi bên mua hỏi hàng, câu hỏi tới đây, tới điện thoại và thư điện tử của chủ thể cùng lúc.</p>
        </Empty>
      ) : (
        <Connections connections={connections} />
      )}
      {producers.length > 0 ? (
        <Panel title="Nguồn cung đang chào">
          {offers.length === 0 ? <p>Chưa chào nguồn cung nào.</p> : <OwnOffers offers={offers} />}
          <div class="row">
            <LinkButton kind="secondary" href={paths.trade.offerBegin()}>
              Chào nguồn cung
            </LinkButton>
          </div>
        </Panel>
      ) : null}
      {producers.map(({ id, name }) => (
        <Own id={id} name={name} />
      ))}
      <p class="row">
        {buyers.map(({ id, name }) => (
          <a href={paths.trade.buyer(id)}>{name}</a>
        ))}
        <a href={paths.trade.buyers()}>Bên mua</a>
        <a href={paths.trade.list()}>Trang cung cầu</a>
        <a href={paths.trade.gifts()}>Kệ quà tặng</a>
        {setsTerms ? <a href={paths.sale.terms()}>Thời hạn của đơn đặt mua</a> : null}
        {demonstration ? <a href={paths.notice.phone()}>Điện thoại mẫu</a> : null}
      </p>
    </div>
  )
}

function Connections({ connections }: Pick<TradeDesk, 'connections'>) {
  return (
    <>
      <Table
        caption="Kết nối, việc đang chờ trước"
        rows={connections.items}
        columns={[
          {
            head: 'Sản phẩm',
            names: true,
            cell: ({ id, productName }) => <a href={paths.trade.connection(id)}>{productName}</a>,
          },
          { head: 'Bên mua', cell: ({ buyerName }) => buyerName },
          { head: 'Chủ thể', cell: ({ producerName }) => producerName },
          { head: 'Lượng', numeric: true, cell: ({ quantity, unit }) => showQuantity(quantity, unit) },
          { head: 'Trạng thái', cell: ({ state }) => <Status state={stateLooks[state]}>{stateWords[state]}</Status> },
          { head: 'Từ ngày', cell: ({ since }) => <Day date={since} /> },
        ]}
      />
      <Pager {...connections} hrefOf={(page) => paths.trade.mine({ trang: page })} />
    </>
  )
}

/** What each producer keeps for itself beside its connections. */
function Own({ id, name }: { id: string; name: string }) {
  return (
    <Panel title={name}>
      <p class="row">
        <a href={paths.trade.chain(id)}>
          Chuỗi giá trị<span class="hidden-word"> của {name}</span>
        </a>
        <a href={paths.trade.starSheet(id)}>
          Sao có đáng không?<span class="hidden-word"> Sổ riêng của {name}</span>
        </a>
        <a href={paths.trade.ownExports()}>
          Sẵn sàng xuất khẩu<span class="hidden-word">, sản phẩm của {name}</span>
        </a>
      </p>
    </Panel>
  )
}

function OwnOffers({ offers }: Pick<TradeDesk, 'offers'>) {
  return (
    <Table
      caption="Nguồn cung đang chào"
      rows={offers}
      columns={[
        {
          head: 'Sản phẩm',
          names: true,
          cell: ({ id, productName }) => <a href={paths.trade.offer(id)}>{productName}</a>,
        },
        { head: 'Giá từ', numeric: true, cell: priceWords },
        { head: 'Chào từ', cell: ({ offeredOn }) => <Day date={offeredOn} /> },
      ]}
    />
  )
}

interface ConnectionProps extends ConnectionFile {
  readonly today: CivilDate
  /** A refusal, and the act of the form it belongs to. */
  readonly trouble?: Trouble | undefined
}

export function ConnectionView(props: ConnectionProps) {
  const { connection } = props
  const turn = turnSide(connection.state)
  return (
    <div class="stack">
      <h1>{connection.productName}</h1>
      {turn === null ? (
        <p>
          <Status state={stateLooks[connection.state]}>{stateWords[connection.state]}</Status>
        </p>
      ) : (
        <TurnBar
          owner={sideWords[turn]}
          act={turnWords[connection.state] ?? ''}
          since={connection.since}
          icon="handshake"
          mine={props.means[turn] !== undefined && props.means[turn] !== 'officer'}
        />
      )}
      <Panel title={showMoney(connection.quantity * connection.price)} note={stateWords[connection.state]}>
        <Facts facts={factsOf(connection, props.readsBuyer)} />
      </Panel>
      <Came {...props} />
      <Acts {...props} />
      <Way {...props} />
      <Asked {...props} />
    </div>
  )
}

function factsOf(connection: ShownConnection, readsBuyer: boolean) {
  const { buyerId, buyerName, producerName, quantity, unit, price, wantedOn, askedOn, offerId, demandId } = connection
  return [
    [
      'Bên mua',
      <LinkIf open={readsBuyer} href={paths.trade.buyer(buyerId)}>
        {buyerName}
      </LinkIf>,
    ],
    ['Chủ thể', producerName],
    ['Lượng', showQuantity(quantity, unit)],
    ['Đơn giá', priceWords({ price, unit })],
    ['Cần vào ngày', <Day date={wantedOn} />],
    ['Hỏi ngày', <Day date={askedOn} />],
    ['Nguồn cung', <a href={paths.trade.offer(offerId)}>Xem nguồn cung</a>],
    ['Nhu cầu', demandId === null ? null : <a href={paths.trade.demand(demandId)}>Xem nhu cầu</a>],
  ] as const
}

function Came({ connection, outcome }: ConnectionProps) {
  if (outcome === undefined) return null
  return (
    <Panel title="Kết quả kết nối" note="Hai bên cùng thấy; công khai chỉ có số cộng">
      <Facts
        facts={[
          ['Đã nhận', showQuantity(outcome.quantity, connection.unit)],
          ['Giá trị', showMoney(outcome.value)],
          ['Ngày nhận', <Day date={outcome.onDate} />],
          ['Ghi chú', outcome.note || null],
        ]}
      />
    </Panel>
  )
}

function Acts(props: ConnectionProps) {
  const { connection, means } = props
  // An officer may speak for both; the act that is waited for stands above stopping for the other side.
  const turn = turnSide(connection.state)
  return (
    <>
      {sides
        .toSorted((one, other) => Number(other === turn) - Number(one === turn))
        .flatMap((side) =>
          means[side] === undefined
            ? []
            : connectionActs
                .filter((act) => connectionCan(act, connection.state, side))
                .map((act) => <ActForm {...props} side={side} act={act} />),
        )}
    </>
  )
}

/** Acts that ask for nothing but a word, and those with figures. */
const asksFigures: readonly ConnectionAct[] = ['quote', 'receive']

function ActForm(props: ConnectionProps & { readonly side: Side; readonly act: ConnectionAct }) {
  const { connection, steps, means, side, act, today } = props
  const trouble = troubleOf(props)
  const officer = means[side] === 'officer'
  const title = officer ? `${actWords[act]} thay ${sideWords[side].toLocaleLowerCase('vi')}` : actWords[act]
  return (
    <Panel title={title}>
      <Form action={paths.trade.step(connection.id)} trouble={trouble} label={title} id={`${act}-${side}`}>
        <Hidden name="act" value={act} />
        <Hidden name="side" value={side} />
        <Hidden name="position" value={steps.length} />
        {asksFigures.includes(act) ? <Figures {...props} trouble={trouble} /> : null}
        {act === 'receive' ? (
          <Field name="onDate" label="Ngày nhận" kind="date" value={today} trouble={trouble} />
        ) : null}
        <Field
          name="note"
          label={act === 'cancel' ? 'Vì sao dừng' : act === 'report-short' ? 'Còn thiếu gì' : 'Nhắn bên kia'}
          optional={act !== 'cancel'}
          trouble={trouble}
        />
        {officer ? <Heard trouble={trouble} /> : null}
        <div class="row">
          <Submit kind={act === 'decline' || act === 'cancel' || act === 'report-short' ? 'secondary' : 'primary'}>
            {title}
          </Submit>
        </div>
      </Form>
    </Panel>
  )
}

/** A refusal is drawn at the form that was sent, not at its neighbours. */
function troubleOf({ trouble, act, side }: { trouble?: Trouble | undefined; act: ConnectionAct; side: Side }) {
  return trouble?.values['act'] === act && trouble.values['side'] === side ? trouble : undefined
}

function Figures({ connection, act, trouble }: ConnectionProps & { readonly act: ConnectionAct }) {
  const { quantity, price, unit } = connection
  return (
    <div class="fields">
      <Field
        name="quantity"
        label={act === 'receive' ? 'Đã nhận' : 'Lượng giao được'}
        kind="count"
        value={quantity}
        suffix={unitWords[unit]}
        trouble={trouble}
      />
      {act === 'receive' ? (
        <Field
          name="value"
          label="Giá trị đã trả hoặc phải trả"
          kind="money"
          value={quantity * price}
          trouble={trouble}
        />
      ) : (
        <Field name="price" label="Giá cho một đơn vị" kind="money" value={price} trouble={trouble} />
      )}
    </div>
  )
}
