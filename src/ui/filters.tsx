import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'

interface FiltersProps {
  readonly action: string
  /** How many filters are in force. */
  readonly inForce: number
  /** `Xem 1.321 sản phẩm`. */
  readonly button: string
  readonly clear: string
  readonly children: Child
}

/** Folded on a phone; `open-filters.js` opens it on wide screens. Put it first inside `.with-aside.filters-first`. */
export function Filters({ action, inForce, button, clear, children }: FiltersProps) {
  return (
    <details class="filters" id="loc">
      <summary>
        <Icon name="list-filter" />
        Lọc kết quả {inForce > 0 ? <span class="count">{inForce}</span> : null}
        <Icon name="chevron-down" />
      </summary>
      <form action={action}>
        {children}
        <div class="row">
          <button class="button">{button}</button>
          <a class="quiet-link" href={clear}>
            Bỏ lọc
          </a>
        </div>
      </form>
    </details>
  )
}
