import type { Child } from 'hono/jsx'

/** What to write, said before the box. */
export function Hint({ id, children }: { id?: string | undefined; children: Child }) {
  return (
    <p class="hint" id={id}>
      {children}
    </p>
  )
}
