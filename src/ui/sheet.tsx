import type { Child } from 'hono/jsx'

interface SheetProps {
  readonly kind: 'certificate' | 'decision'
  readonly label: string
  readonly children: Child
}

/** A document drawn in `em` from its own width: phone, screen and A4 show one layout. */
export function Sheet({ kind, label, children }: SheetProps) {
  return (
    <div class={kind === 'certificate' ? 'sheet-box landscape' : 'sheet-box portrait'}>
      <article class={`sheet ${kind}`} aria-label={label}>
        {children}
      </article>
    </div>
  )
}
