import type { Child } from 'hono/jsx'

/** A component as HTML. What stands inside may load by itself, so the text is awaited. */
export async function htmlOf(node: Child): Promise<string> {
  return String(await (node ?? '').toString())
}
