import { showMoney } from '../kernel/money.ts'
import { Radios, Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Hidden, PostButton, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Moment } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { SaleDesk } from './actions-reading.ts'
import { paymentWays } from './model.ts'
import type { SoldPack } from './model.ts'
import { helpFrom } from './rules.ts'
import { paymentWords, refusals, stateSigns, stateWords } from './words.ts'

type Troubles = Readonly<Record<string, Trouble>>

export function SaleDeskView({
  sells,
  packs,
  products,
  purchases,
  figures,
  troubles,
  demonstration,
}: SaleDesk & { troubles: Troubles; demonstration: boolean }) {
  return (
    <div class="stack">
      <h1>Bán hàng</h1>
      <p class="lead">
        Người mua đặt trên trang sản phẩm, trả tiền thẳng cho chủ thể, <a href={paths.sale.track()}>theo dõi bằng mã</a>
        .
      </p>
      {demonstration ? (
        <p>
          <a href={paths.notice.phone()}>Điện thoại mẫu</a>
        </p>
      ) : null}
      <Purchases purchases={purchases} />
      {sells ? (
        <>
          <Panel title="Số liệu của tôi" note="chỉ chủ thể thấy">
            <Facts
              facts={[
                ['Đơn', String(figures.orders)],
                ['Đã trả lời', String(figures.answered)],
                ['Hết hạn không trả lời', String(figures.lapsed)],
                ['Tiền hàng đã tới tay', showMoney(figures.revenue)],
              ]}
            />
          </Panel>
          {packs.map((pack) => (
            <PackPanel pack={pack} trouble={troubles[pack.id]} />
          ))}
          {products.length > 0 ? (
            <OpenPack products={products} trouble={troubles['open']} />
          ) : (
            <p>Bán được khi có sản phẩm còn công nhận OCOP đang hiệu lực.</p>
          )}
        </>
      ) : null}
    </div>
  )
}

function Purchases({ purchases }: Pick<SaleDesk, 'purchases'>) {
  if (purchases.length === 0) return <Empty title="Chưa có đơn đặt mua nào">Đơn mới hiện ở đây và được báo đi.</Empty>
  return (
    <Table
      caption="Đơn đặt mua"
      rows={purchases}
      columns={[
        {
          head: 'Đơn',
          names: true,
          cell: ({ id, productName, label, quantity }) => (
            <a href={paths.sale.purchase(id)}>
              {productName}, {quantity} × {label}
            </a>
          ),
        },
        { head: 'Người bán', cell: ({ producerName }) => producerName },
        { head: 'Trạng thái', cell: ({ state }) => <Status state={stateSigns[state]}>{stateWords[state]}</Status> },
        {
          head: 'Đặt lúc',
          cell: (purchase) => (
            <>
              <Moment at={purchase.placedAt} />
              {purchase.state === 'placed' ? (
                <span class="small muted">
                  , xã gọi giúp từ <Moment at={helpFrom(purchase)} />
                </span>
              ) : null}
            </>
          ),
        },
      ]}
    />
  )
}

function PackPanel({ pack, trouble }: { pack: SoldPack; trouble: Trouble | undefined }) {
  return (
    <Panel title={`${pack.productName}, ${pack.label}`}>
      {pack.stars === null ? (
        <p>{`Đã tự ngừng bán. ${refusals['sale/not-in-force'] as string}`}</p>
      ) : (
        <p>
          <a href={paths.sale.order(pack.id)}>Xem như người mua</a>
        </p>
      )}
      <Form action={paths.sale.change(pack.id)} trouble={trouble} id={`pack-${pack.id}`}>
        <Hidden name="seen" value={pack.stock ?? ''} />
        <Field name="price" label="Giá" kind="money" value={pack.price} trouble={trouble} />
        <Field
          name="stock"
          label="Còn"
          kind="count"
          value={pack.stock}
          hint="Để trống nếu làm theo đơn."
          optional
          trouble={trouble}
        />
        <div class="row">
          <Submit kind="secondary">Lưu giá, số còn</Submit>
        </div>
      </Form>
      <PostButton action={paths.sale.close(pack.id)} kind="quiet">
        Thôi bán
      </PostButton>
    </Panel>
  )
}

function OpenPack({ products, trouble }: Pick<SaleDesk, 'products'> & { trouble: Trouble | undefined }) {
  return (
    <Panel title="Bán thêm một quy cách">
      <Form action={paths.sale.desk()} trouble={trouble}>
        <Select
          name="product"
          label="Sản phẩm"
          options={products.map(({ id, name }) => ({ value: id, label: name }))}
          blank="Chọn sản phẩm"
          trouble={trouble}
        />
        <Field name="label" label="Quy cách" hint="Ví dụ: Hộp 500 g." trouble={trouble} />
        <Field name="price" label="Giá" kind="money" trouble={trouble} />
        <Field name="stock" label="Còn" kind="count" hint="Để trống nếu làm theo đơn." optional trouble={trouble} />
        <Field name="least" label="Đặt ít nhất" kind="count" value={1} trouble={trouble} />
        <Field name="delivery" label="Giao ở đâu, bằng cách nào" trouble={trouble} />
        <Field
          name="fee"
          label="Phí giao cả đơn"
          kind="money"
          hint="Để trống nếu không thu."
          optional
          trouble={trouble}
        />
        <Radios
          name="payment"
          label="Khách trả tiền"
          options={paymentWays.map((value) => ({ value, label: paymentWords[value] }))}
          trouble={trouble}
        />
        <div class="row">
          <Submit>Bán quy cách này</Submit>
        </div>
      </Form>
    </Panel>
  )
}
