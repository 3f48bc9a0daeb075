import type { Child } from 'hono/jsx'

export interface Column<Row> {
  readonly head: Child
  readonly cell: (row: Row) => Child
  /** Figures: aligned at the end, digits of one width. */
  readonly numeric?: boolean | undefined
  /** Short words or figures: as wide in every table that stands under another. */
  readonly narrow?: boolean | undefined
  /** The column that names the row. */
  readonly names?: boolean | undefined
}

interface TableProps<Row> {
  /** What the table holds; read out, and the name of its scrolling region. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** Totals, one cell a column. */
  readonly foot?: readonly Child[] | undefined
  readonly showCaption?: boolean | undefined
  /** A list on a phone although it is of figures: each row is read alone, and the columns are too many to stand. */
  readonly listed?: boolean | undefined
  /** Anchor of a row. */
  readonly rowId?: ((row: Row) => string) | undefined
}

/**
 * A table in a region of its own that scrolls sideways, by keyboard too, when the screen is narrow. On a phone a table of words
 * becomes a list, each cell after its head; a table of figures stays one, for figures are compared down a column.
 */
export function Table<Row>({ caption, columns, rows, foot, showCaption = false, rowId, ...shape }: TableProps<Row>) {
  const words = columns.filter(({ numeric }) => !numeric).length
  const listed = shape.listed ?? (columns.length > 2 && words >= columns.length / 2)
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={`Bảng: ${caption}`}>
      <table class={listed ? 'table listed' : 'table'}>
        <caption class={showCaption ? undefined : 'hidden-word'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, numeric, narrow }) => (
              <th scope="col" class={[numeric && 'num', narrow && 'narrow'].filter(Boolean).join(' ') || undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr id={rowId?.(row)}>
              {columns.map(({ head, cell, numeric, names }) => (
                <Cell numeric={numeric} names={names} head={listed && typeof head === 'string' ? head : undefined}>
                  {cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
        {foot === undefined ? null : (
          <tfoot>
            <tr>
              {foot.map((cell, index) => (
                <Cell numeric={columns[index]?.numeric} names={index === 0}>
                  {cell}
                </Cell>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

function Cell({
  numeric,
  names,
  head,
  children,
}: {
  numeric?: boolean | undefined
  names?: boolean | undefined
  head?: string | undefined
  children: Child
}) {
  if (names) return <th scope="row">{children}</th>
  return (
    <td
      class={numeric ? 'num' : undefined}
      data-head={head === '' ? undefined : head}
      data-none={children === '–' ? '' : undefined}
    >
      {children}
    </td>
  )
}
