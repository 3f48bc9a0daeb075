import type { Viewer } from '../ui/viewer.ts'
import type { Request } from './web.ts'

/** What every page hands to its layout: where it is, who looks, what to say once. */
export interface Frame {
  readonly path: string
  readonly viewer: Viewer
  readonly flash: string | undefined
  /** Sample records may stand on this page. */
  readonly sample: boolean
  readonly demonstration: boolean
}

export function frame(c: Request): Frame {
  const { viewer, flash, demonstration } = c.var
  return { path: c.req.path, viewer, flash, sample: demonstration, demonstration }
}

/**
 * For a page that is bare until the sample programme stands: it says so, and loads itself again. Only where nobody
 * types more than a question: a form would lose its text.
 */
export function growingFrame(c: Request): Frame & { readonly building: boolean } {
  const { building } = c.var
  if (building) c.header('Refresh', '5')
  return { ...frame(c), building }
}

/** For the page of one record: invented only where the record itself is a sample. */
export function recordFrame(c: Request, { sample }: { readonly sample: boolean }): Frame {
  return { ...frame(c), sample: c.var.demonstration && sample }
}

/** For a page of law, of places, or of words about the site: in a demonstration too, nothing there is invented. */
export function realFrame(c: Request): Frame {
  return { ...frame(c), sample: false }
}
