import type { Request } from './web.ts'

/** A document shown in the browser; its name is ASCII, for some viewers spoil others. */
export function showPdf(c: Request, bytes: Uint8Array, name: string): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${name.replaceAll(/[^A-Za-z0-9-]/g, '-')}.pdf"`,
  })
}
