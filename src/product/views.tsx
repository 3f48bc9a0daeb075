import { Select } from '../ui/choice.tsx'
import type { Option, OptionGroup } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Fieldset, Form, Hidden, LinkButton, PostButton, Submit } from '../ui/form.tsx'
import { LinkIf } from '../ui/link-if.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { showGtin } from './gtin.ts'
import { groupingText, packRows } from './model.ts'
import type { Pack, Picture, Product } from './model.ts'
import { missingForPublic } from './rules.ts'
import type { ListedProduct } from './store.ts'
import { missingWords } from './words.ts'

interface ListProps {
  readonly products: readonly ListedProduct[]
  readonly groupName: (product: Product) => string
  readonly manyProducers: boolean
}

export function OwnProducts({ products, groupName, manyProducers }: ListProps) {
  if (products.length === 0) {
    return (
      <Empty icon="package" title="Chưa có sản phẩm nào">
        <p>Mô tả sản phẩm và xếp nhóm trước; hồ sơ dự thi lập sau từ sản phẩm này.</p>
        <LinkButton href={paths.product.begin()} icon="plus">
          Mô tả sản phẩm
        </LinkButton>
      </Empty>
    )
  }
  return (
    <div class="panel flush">
      <Table
        caption="Sản phẩm của tôi"
        rows={products}
        columns={[
          { head: 'Sản phẩm', names: true, cell: ({ id, name }) => <a href={paths.product.file(id)}>{name}</a> },
          ...(manyProducers ? [{ head: 'Chủ thể', cell: ({ producerName }: ListedProduct) => producerName }] : []),
          { head: 'Nhóm', cell: groupName },
          { head: 'Mã', cell: ({ code }) => (code === null ? 'chưa có' : <span class="num">{code}</span>) },
          { head: 'Ảnh', numeric: true, cell: ({ pictures }) => pictures },
          { head: 'Quy cách', numeric: true, cell: ({ packs }) => packs },
          {
            head: 'Tình trạng',
            cell: ({ retiredOn }) =>
              retiredOn === null ? (
                'Đang làm'
              ) : (
                <>
                  Ngừng từ <Day date={retiredOn} />
                </>
              ),
          },
        ]}
      />
    </div>
  )
}

interface DescriptionFormProps {
  readonly action: string
  readonly groups: readonly OptionGroup[]
  /** Asked for when the person acts for several. */
  readonly producers?: readonly Option[] | undefined
  readonly stored?: { readonly product: Product; readonly packs: readonly Pack[] } | undefined
  /** Of a form that begins a product. */
  readonly formKey?: string | undefined
  readonly trouble?: Trouble | undefined
}

export function DescriptionForm({ action, groups, producers = [], stored, formKey, trouble }: DescriptionFormProps) {
  const product = stored?.product
  return (
    <Form action={action} trouble={trouble} panel>
      {formKey === undefined ? null : <Hidden name="key" value={formKey} />}
      {producers.length > 1 ? (
        <Select name="producerId" label="Chủ thể" options={producers} blank="Chọn chủ thể" trouble={trouble} />
      ) : null}
      <Field
        name="name"
        label="Tên sản phẩm"
        hint="Đúng như in trên nhãn, chưa cần ghi khối lượng."
        value={product?.name}
        maxlength={150}
        trouble={trouble}
      />
      {product?.groupNo && (product.code !== null || product.groupText !== groupingText) ? (
        <Hidden name="group" value={product.groupNo} />
      ) : (
        <Select
          name="group"
          label="Nhóm sản phẩm"
          hint="26 nhóm của Quyết định 26/2026/QĐ-TTg; số của nhóm là số bộ tiêu chí. Chè, cà phê và ca cao thuộc ngành Thực phẩm."
          options={groups}
          value={product?.groupNo}
          blank="Chọn một nhóm"
          trouble={trouble}
        />
      )}
      <Field
        name="summary"
        label="Mô tả ngắn"
        hint="Một, hai câu cho người mua, tối đa 300 ký tự."
        kind="textarea"
        rows={2}
        value={product?.summary}
        optional
        trouble={trouble}
      />
      <Field
        name="story"
        label="Câu chuyện sản phẩm"
        hint="Gắn với đất, nguyên liệu, nghề và người làm. Câu chuyện riêng của sản phẩm được tính điểm."
        kind="textarea"
        rows={8}
        value={product?.story}
        optional
        trouble={trouble}
      />
      <PackFields packs={stored?.packs ?? []} trouble={trouble} />
      <div class="row">
        <Submit icon="save">Lưu sản phẩm</Submit>
        <LinkButton href={product ? paths.product.file(product.id) : paths.product.mine()} kind="quiet">
          Quay lại, không lưu
        </LinkButton>
      </div>
    </Form>
  )
}

function PackFields({ packs, trouble }: { packs: readonly Pack[]; trouble?: Trouble | undefined }) {
  const rows = Array.from({ length: packRows }, (_, row) => packs[row])
  return (
    <Fieldset
      legend="Quy cách đóng gói"
      hint="Sao gắn với sản phẩm ở những quy cách này. Mã vạch là dãy 8, 12, 13 hoặc 14 chữ số dưới các vạch. Dòng nào chưa có thì để trống."
    >
      {rows.map((pack, row) => (
        <div class="row">
          <Field
            name={`label[${row}]`}
            label={`Quy cách ${row + 1}`}
            placeholder={row === 0 ? 'Hộp 200 g' : undefined}
            value={pack?.label}
            trouble={trouble}
          />
          <Field
            name={`gtin[${row}]`}
            label={`Mã vạch ${row + 1}`}
            kind="text"
            short
            value={pack?.gtin == null ? undefined : showGtin(pack.gtin)}
            autocomplete="off"
            trouble={trouble}
          />
        </div>
      ))}
    </Fieldset>
  )
}

interface FactsProps {
  readonly product: Product
  readonly producerName: string
  /** The register says more of a producer than a product needs. */
  readonly readsProducer: boolean
  readonly packs: readonly Pack[]
  readonly pictures: readonly Picture[]
  readonly groupName: string
  readonly place: string
}

export function ProductFacts({ product, producerName, readsProducer, packs, pictures, groupName, place }: FactsProps) {
  const missing = missingForPublic(product, pictures, packs)
  return (
    <Panel title="Mô tả" note={product.code === null ? 'Chưa có mã' : <span class="num">{product.code}</span>}>
      {missing.length === 0 ? (
        <p>
          <Status state="done">Trang công khai đủ nội dung</Status>
        </p>
      ) : (
        <p>
          <Status state="missing">Còn thiếu</Status> {missing.map((one) => missingWords[one]).join(', ')}. Thiếu những
          mục này vẫn lập được hồ sơ, nhưng người mua sẽ không thấy.
        </p>
      )}
      <Facts
        facts={[
          [
            'Chủ thể',
            <LinkIf open={readsProducer} href={paths.producer.file(product.producerId)}>
              {producerName}
            </LinkIf>,
          ],
          ['Nhóm', groupName],
          ['Nơi làm ra', place],
          ['Mô tả ngắn', product.summary],
          ['Câu chuyện', product.story && <span class="prose">{product.story}</span>],
          ['Quy cách', packs.length > 0 && <PackList packs={packs} />],
          ['Ngừng từ', product.retiredOn && <Day date={product.retiredOn} />],
        ]}
      />
    </Panel>
  )
}

function PackList({ packs }: { packs: readonly Pack[] }) {
  return (
    <ul class="stack tight">
      {packs.map(({ label, gtin }) => (
        <li>
          {label}
          {gtin === null ? (
            ', chưa có mã vạch'
          ) : (
            <>
              , mã vạch <span class="num">{showGtin(gtin)}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

export function SiblingsPanel({
  siblings,
}: {
  siblings: readonly { readonly id: string; readonly name: string; readonly code: string | null }[]
}) {
  if (siblings.length === 0) return null
  return (
    <Panel title="Sản phẩm khác của chủ thể" note="Sao chỉ gắn với sản phẩm được công nhận">
      <ul class="stack tight">
        {siblings.map(({ id, name, code }) => (
          <li>
            <a href={paths.product.file(id)}>{name}</a>
            {code === null ? <span class="muted"> · chưa có mã</span> : <span class="num muted"> · {code}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function Retiring({ product }: { product: Product }) {
  return (
    <details>
      <summary>Ngừng sản phẩm này</summary>
      <div class="stack tight">
        <p>Hồ sơ và sao đã có vẫn giữ trong sổ; sản phẩm không sửa được nữa và không lập được hồ sơ mới.</p>
        <PostButton action={paths.product.retire(product.id)} kind="danger">
          Ghi sản phẩm đã ngừng
        </PostButton>
      </div>
    </details>
  )
}
