import type { Child } from 'hono/jsx'

interface LinkIfProps {
  readonly open: boolean
  readonly href: string
  readonly children?: Child
}

/** A link for whoever may open it, the bare words for anybody else: no link leads its reader to a page that is not there. */
export function LinkIf({ open, href, children }: LinkIfProps) {
  return open ? <a href={href}>{children}</a> : <>{children}</>
}
