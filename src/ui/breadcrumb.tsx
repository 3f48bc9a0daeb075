export interface Crumb {
  readonly label: string
  /** Absent on the page itself, which comes last. */
  readonly href?: string | undefined
}

/** The way to this page; the last crumb is where one stands. */
export function Breadcrumbs({ crumbs, label = 'Vị trí' }: { crumbs: readonly Crumb[]; label?: string }) {
  return (
    <nav class="breadcrumbs" aria-label={label}>
      <ol>
        {crumbs.map(({ href, label: words }) =>
          href === undefined ? (
            <li aria-current="page">{words}</li>
          ) : (
            <li>
              <a href={href}>{words}</a>
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
