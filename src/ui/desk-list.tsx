import type { Child } from 'hono/jsx'
import type { Page } from '../kernel/page.ts'
import { Empty } from './empty.tsx'
import type { IconName } from './icon.tsx'
import { Pager } from './pager.tsx'
import { Table } from './table.tsx'
import type { Column } from './table.tsx'

interface DeskListProps<Row> {
  readonly title: string
  /** Buttons under the title. */
  readonly acts: Child
  readonly page: Page<Row>
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly empty: { readonly title: string; readonly icon: IconName; readonly words: string }
  readonly hrefOf: (page: number) => string
}

/** What an office looks after, a page at a time, with what it can begin. */
export function DeskList<Row>({ title, acts, page, caption, columns, empty, hrefOf }: DeskListProps<Row>) {
  return (
    <div class="stack">
      <h1>{title}</h1>
      <p class="row">{acts}</p>
      {page.items.length === 0 ? (
        <Empty title={empty.title} icon={empty.icon}>
          {empty.words}
        </Empty>
      ) : (
        <Table caption={caption} rows={page.items} columns={columns} />
      )}
      <Pager {...page} hrefOf={hrefOf} />
    </div>
  )
}
