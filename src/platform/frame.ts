import type { Viewer } from '../ui/viewer.ts'
import type { Request } from './web.ts'

/** What every page hands to its layout: where it is, who looks, what to say once. */
export interface Frame {
  readonly path: string
  readonly viewer: Viewer
  readonly flash: string | undefined
  readonly sample: boolean
}

export function frame(c: Request): Frame {
  return { path: c.req.path, viewer: c.var.viewer, flash: c.var.flash, sample: c.var.demonstration }
}
