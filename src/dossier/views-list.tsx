import type { Page } from '../kernel/page.ts'
import { Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Form, LinkButton, Submit } from '../ui/form.tsx'
import { Pager } from '../ui/pager.tsx'
import { paths } from '../ui/paths.ts'
import { Queue } from '../ui/queue.tsx'
import { Counters } from '../ui/tabs.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { QueueRow, View } from './actions-queue.ts'
import { askedOf, kindWords, turnWords } from './words.ts'

interface ListProps {
  readonly view: View
  readonly list: Page<QueueRow>
  readonly counts: Readonly<Record<View, number>>
  readonly mayOpen: boolean
  /** Of a commune, where dossiers are written for producers that agreed. */
  readonly assists: boolean
}

/** The queue of whoever looks: what is mine, what is late, what runs, what is done. */
export function DossierList({ view, list, counts, mayOpen, assists }: ListProps) {
  return (
    <div class="stack">
      <div class="row apart">
        <h1>Hồ sơ</h1>
        {mayOpen ? (
          <LinkButton href={paths.dossier.begin()} icon="plus">
            Lập hồ sơ
          </LinkButton>
        ) : null}
      </div>
      <Counters counters={countersOf(view, counts, assists)} />
      {list.items.length === 0 ? (
        <Empty title="Không có hồ sơ nào ở mục này" icon="inbox">
          <p>Hãy xem mục khác, hoặc chờ tới lượt.</p>
        </Empty>
      ) : (
        <DossierQueue rows={list.items} />
      )}
      <Pager
        page={list.page}
        total={list.total}
        size={list.size}
        hrefOf={(page) => paths.dossier.list({ muc: view, trang: page })}
      />
    </div>
  )
}

const shown = [
  { view: 'cua-toi', label: 'Đến lượt tôi', icon: 'inbox' },
  { view: 'tre-han', label: 'Quá hạn', icon: 'circle-alert', state: 'late' },
  { view: 'soan-thay', label: 'Soạn thay', icon: 'pencil' },
  { view: 'dang-xu-ly', label: 'Đang xử lý', icon: 'hourglass' },
  { view: 'da-xong', label: 'Đã xong', icon: 'circle-check' },
] as const

function countersOf(current: ListProps['view'], counts: ListProps['counts'], assists: boolean) {
  return shown
    .filter(({ view }) => assists || view !== 'soan-thay')
    .map(({ view, ...look }) => ({ ...look, href: hrefOf(view), count: counts[view], current: view === current }))
}

/** Dossiers with whose turn it is and until when. */
export function DossierQueue({ rows }: { rows: readonly QueueRow[] }) {
  return (
    <Queue
      caption="Hồ sơ, hạn gần nhất trước"
      rows={rows.map((row) => ({
        id: row.id,
        href: paths.dossier.file(row.id),
        name: row.productName,
        sub: [row.number, row.producerName, row.placeName].filter(Boolean).join(' · '),
        step: askedOf(row),
        stepNote: kindWords[row.kind],
        turn: turnWords[row.turn],
        ...(row.dueOn === null ? {} : { dueOn: row.dueOn }),
        ...(row.daysLeft === null ? {} : { daysLeft: row.daysLeft }),
      }))}
    />
  )
}

function hrefOf(view: View): string {
  return paths.dossier.list({ muc: view })
}

interface OpenProps {
  readonly products: readonly { id: string; name: string; group: string }[]
  readonly trouble: Trouble | undefined
}

export function OpenView({ products, trouble }: OpenProps) {
  return (
    <div class="stack">
      <h1>Lập hồ sơ</h1>
      {products.length === 0 ? (
        <Empty title="Chưa có sản phẩm nào để lập hồ sơ" icon="package">
          <p>
            Hãy <a href={paths.product.begin()}>mô tả sản phẩm</a> và xếp vào nhóm trước.
          </p>
        </Empty>
      ) : (
        <Form action={paths.dossier.begin()} trouble={trouble} panel>
          <Select
            name="productId"
            label="Sản phẩm"
            options={products.map(({ id, name, group }) => ({ value: id, label: `${name} (${group})` }))}
            blank="Chọn sản phẩm"
            trouble={trouble}
          />
          <p class="hint">Nâng hạng và phân hạng lại được lập từ giấy chứng nhận của sản phẩm.</p>
          <Submit>Lập hồ sơ</Submit>
        </Form>
      )}
    </div>
  )
}
