import { showMoney } from '../kernel/money.ts'
import { showCount } from '../kernel/number.ts'
import { placeInWords } from '../kernel/text.ts'
import { Check, Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, PostButton, Submit } from '../ui/form.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Stars } from '../ui/stars.tsx'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { ExportFile, Shelf, giftChoices, ownExports } from './actions-shelf.ts'
import type { ExportReady } from './model-chain.ts'
import { exportPapers } from './rules-chain.ts'
import type { ExportPoint } from './rules-chain.ts'
import { Fairs } from './views-fairs.tsx'
import { pointWords } from './words-chain.ts'

/** What offices may give: every product with a star in force today. */
export function ShelfView(shelf: Shelf) {
  const { gifts, total, page, size, wanted, provinces, mayShelve } = shelf
  const query = { tinh: wanted.province, 'toi-da': wanted.budget }
  return (
    <div class="stack">
      <h1>Kệ quà tặng OCOP</h1>
      <p class="lead">
        Sản phẩm cho cơ quan, đoàn thể chọn làm quà. Mỗi sản phẩm có công nhận còn hiệu lực hôm nay; hết hiệu lực là tự
        rời kệ.
      </p>
      <form class="panel stack" action={paths.trade.gifts()} aria-label="Tìm quà tặng">
        <div class="fields">
          <Select
            name="tinh"
            label="Của tỉnh, thành phố"
            blank="Cả nước"
            options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
            value={wanted.province}
          />
          <Field name="toi-da" label="Giá tới" kind="money" value={wanted.budget} />
        </div>
        <div class="row">
          <Submit icon="search">Tìm</Submit>
        </div>
      </form>
      <h2 class="hidden-word">Kết quả</h2>
      {total === 0 ? <Empty title="Chưa có quà nào khớp" icon="package" /> : <Gifts gifts={gifts} />}
      <Pager page={page} size={size} total={total} hrefOf={(next) => paths.trade.gifts({ ...query, trang: next })} />
      {mayShelve ? (
        <div class="row">
          <LinkButton href={paths.trade.giftBegin()}>Đưa sản phẩm lên kệ</LinkButton>
        </div>
      ) : null}
    </div>
  )
}

function Gifts({ gifts }: Pick<Shelf, 'gifts'>) {
  return (
    <Table
      caption="Kệ quà tặng"
      rows={gifts}
      columns={[
        {
          head: 'Sản phẩm',
          names: true,
          cell: ({ productName, productSlug }) => <a href={paths.catalogue.product(productSlug)}>{productName}</a>,
        },
        { head: 'Sao', cell: ({ stars }) => <Stars n={stars} /> },
        {
          head: 'Chủ thể',
          cell: ({ producerName, provinceName }) => placeInWords(producerName, provinceName),
        },
        { head: 'Hợp dịp', cell: ({ occasion, note }) => [occasion, note].filter(Boolean).join('. ') },
        { head: 'Giá', numeric: true, cell: ({ price }) => showMoney(price) },
        ...(gifts.some(({ mayTakeOff }) => mayTakeOff)
          ? [
              {
                head: 'Rút',
                cell: ({ id, productName, mayTakeOff }: Shelf['gifts'][number]) =>
                  mayTakeOff ? (
                    <PostButton action={paths.trade.takeGiftOff(id)} kind="quiet">
                      Rút <span class="hidden-word">{productName}</span>
                    </PostButton>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  )
}

interface GiftFormProps {
  readonly products: Awaited<ReturnType<typeof giftChoices>>
  readonly trouble?: Trouble | undefined
}

export function GiftForm({ products, trouble }: GiftFormProps) {
  return (
    <div class="stack">
      <h1>Đưa sản phẩm lên kệ quà tặng</h1>
      {products.length === 0 ? (
        <Empty title="Không còn sản phẩm có sao nào chưa lên kệ" icon="package" />
      ) : (
        <Form action={paths.trade.giftBegin()} trouble={trouble} panel>
          <Select
            name="product"
            label="Sản phẩm"
            blank="Chọn sản phẩm"
            options={products.map(({ id, name, producerName, stars }) => ({
              value: id,
              label: `${name}, ${stars} sao, ${producerName}`,
            }))}
            trouble={trouble}
          />
          <Field name="occasion" label="Hợp dịp" hint="Tết, hội nghị, đoàn khách." trouble={trouble} />
          <Field name="price" label="Giá một phần quà" kind="money" trouble={trouble} />
          <Field name="note" label="Ghi chú" hint="Hộp, túi, đặt trước mấy ngày." optional trouble={trouble} />
          <div class="row">
            <Submit>Đưa lên kệ</Submit>
          </div>
        </Form>
      )}
    </div>
  )
}

/** For buyers abroad, in English: products that meet the whole list today. */
export function ExportListView({ products }: { products: readonly ExportReady[] }) {
  return (
    <div class="stack">
      <h1>Sản phẩm sẵn sàng xuất khẩu</h1>
      <p>
        Đủ mọi điểm của danh sách mặc định hôm nay. Danh sách này không phải quy định của pháp luật; mỗi thị trường có
        yêu cầu riêng.
      </p>
      <div class="stack" lang="en">
        <h2>OCOP products ready for export</h2>
        <p>
          OCOP is Vietnam’s One Commune One Product programme. Each product below holds a star in force today, papers in
          force and an English label. Prices and documents on request.
        </p>
        {products.length === 0 ? (
          <Empty title="No product meets the whole list today" level={3} icon="globe" />
        ) : (
          products.map((product) => <ExportCard product={product} />)
        )}
      </div>
      <p>
        <a href={paths.trade.ownExports()}>Chủ thể: xem sản phẩm của tôi còn thiếu gì</a>
      </p>
    </div>
  )
}

function ExportCard({ product }: { product: ExportReady }) {
  const { englishName, englishSummary, hsCode, markets, stars, producerName, provinceName, productSlug } = product
  return (
    <Panel title={englishName} level={3} note={`HS ${hsCode}`}>
      <p>{englishSummary}</p>
      <p class="small">
        {stars} stars, in force. Made by <span lang="vi">{producerName}</span>
        {provinceName === null ? '' : `, ${provinceName}`}. Aimed at: {markets}.{' '}
        <a href={paths.catalogue.product(productSlug)}>
          Product page<span class="hidden-word"> of {englishName}</span>
        </a>
      </p>
    </Panel>
  )
}

export function OwnExportsView({ products }: { products: Awaited<ReturnType<typeof ownExports>> }) {
  return (
    <div class="stack">
      <h1>Sẵn sàng xuất khẩu</h1>
      {products.length === 0 ? (
        <Empty title="Chưa có sản phẩm nào" icon="package">
          <LinkButton href={paths.product.begin()}>Mô tả sản phẩm</LinkButton>
        </Empty>
      ) : (
        <Table
          caption="Sản phẩm và mức sẵn sàng"
          rows={products}
          columns={[
            {
              head: 'Sản phẩm',
              names: true,
              cell: ({ productId, productName }) => <a href={paths.trade.exportRecord(productId)}>{productName}</a>,
            },
            { head: 'Đạt', numeric: true, cell: ({ met, of }) => `${showCount(met)}/${showCount(of)}` },
          ]}
        />
      )}
      <p>
        <a href={paths.trade.exports()}>Danh sách công khai</a>
      </p>
    </div>
  )
}

export function ExportView({ product, kept, points, fairs, trouble }: ExportFile & { trouble?: Trouble | undefined }) {
  return (
    <div class="stack">
      <h1>{product.name}</h1>
      <p>
        Danh sách mặc định của hệ thống, không phải quy định của pháp luật. Giấy tờ, mã, sao đọc từ ví minh chứng, bao
        gói và công nhận; đủ mọi điểm thì hiện ở danh sách công khai bằng tiếng Anh.
      </p>
      <Panel title="Mức sẵn sàng" note={`${points.filter(({ met }) => met).length}/${points.length} điểm`}>
        <Table
          caption="Mức sẵn sàng xuất khẩu"
          rows={points}
          columns={[
            { head: 'Điểm', names: true, cell: ({ point }) => pointWords(point) },
            {
              head: 'Hôm nay',
              cell: ({ met }) => <Status state={met ? 'done' : 'missing'}>{met ? 'Có' : 'Còn thiếu'}</Status>,
            },
            {
              head: 'Việc tiếp theo',
              cell: ({ point, met }) => (met ? '' : <NextStep point={point} id={product.id} />),
            },
          ]}
        />
      </Panel>
      <Fairs fairs={fairs} />
      <Panel title="Ghi bằng tiếng Anh">
        <Form action={paths.trade.exportRecord(product.id)} trouble={trouble} label="Ghi bằng tiếng Anh">
          <Field name="englishName" label="Tên tiếng Anh" value={kept?.englishName} trouble={trouble} />
          <Field
            name="englishSummary"
            label="Mô tả tiếng Anh"
            kind="textarea"
            value={kept?.englishSummary}
            trouble={trouble}
          />
          <Field
            name="hsCode"
            label="Mã HS"
            hint="6 hoặc 8 chữ số. Chưa biết thì để trống và hỏi hải quan."
            short
            optional
            value={kept?.hsCode}
            trouble={trouble}
          />
          <Field name="markets" label="Thị trường nhắm tới" value={kept?.markets} trouble={trouble} />
          <Check
            name="englishLabel"
            label="Nhãn trên bao gói đã có tiếng Anh"
            checked={kept?.englishLabel}
            trouble={trouble}
          />
          <div class="row">
            <Submit>Lưu</Submit>
          </div>
        </Form>
      </Panel>
    </div>
  )
}

function NextStep({ point, id }: { point: ExportPoint; id: string }) {
  if (point === 'gtin') return <a href={paths.product.amend(id)}>Ghi mã vạch của bao gói</a>
  if (point === 'star') return <a href={paths.dossier.list()}>Xem hồ sơ đánh giá</a>
  const isPaper = (exportPapers as readonly ExportPoint[]).includes(point)
  return isPaper ? <a href={paths.evidence.begin()}>Thêm giấy vào ví</a> : <>Ghi ở mẫu bên dưới</>
}
