import { pageCount } from '../kernel/page.ts'
import type { Page } from '../kernel/page.ts'
import { Icon } from './icon.tsx'

interface PagerProps extends Pick<Page<unknown>, 'page' | 'total' | 'size'> {
  readonly hrefOf: (page: number) => string
  readonly label?: string | undefined
}

/** First, last, and those around; nothing when one page holds all. */
export function Pager({ page, total, size, hrefOf, label = 'Trang kết quả' }: PagerProps) {
  const last = pageCount({ total, size })
  if (last === 1) return null
  return (
    <nav class="pagination" aria-label={label}>
      <ul>
        {page > 1 ? (
          <li>
            <a href={hrefOf(page - 1)} rel="prev">
              <Icon name="chevron-left" />
              Trang trước
            </a>
          </li>
        ) : null}
        {pagesAround(page, last).map((one) => (
          <li>
            {one === 'gap' ? <span>…</span> : <PageLink number={one} current={one === page} href={hrefOf(one)} />}
          </li>
        ))}
        {page < last ? (
          <li>
            <a href={hrefOf(page + 1)} rel="next">
              Trang sau
              <Icon name="chevron-right" />
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

function PageLink({ number, current, href }: { number: number; current: boolean; href: string }) {
  return current ? (
    <span aria-current="page">{number}</span>
  ) : (
    <a href={href} aria-label={`Trang ${number}`}>
      {number}
    </a>
  )
}

/** `5 of 133` → 1 … 4 5 6 … 133. */
export function pagesAround(page: number, last: number): (number | 'gap')[] {
  const near = [1, page - 1, page, page + 1, last].filter((one) => one >= 1 && one <= last)
  const shown = [...new Set(near)].sort((left, right) => left - right)
  return shown.flatMap((one, index) => {
    const before = shown[index - 1]
    if (before === undefined || one - before === 1) return [one]
    return one - before === 2 ? [one - 1, one] : ['gap' as const, one]
  })
}
