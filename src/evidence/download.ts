import type { Request } from '../platform/web.ts'
import type { paperContent } from './actions.ts'

/**
 * A paper to look at or keep. Whatever a sender put into it runs nowhere: a type that is not guessed, and a sandbox
 * without scripts, forms or a shared origin.
 */
export function sendPaper(
  c: Request,
  { bytes, fileName, mediaType }: Awaited<ReturnType<typeof paperContent>>,
): Response {
  const plain = fileName
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .replaceAll(/[^\w. -]/g, '_')
  c.header('Content-Type', mediaType)
  // A sandboxed PDF does not open in the viewer of some browsers, so it is handed over as a file.
  const how = mediaType === 'application/pdf' ? 'attachment' : 'inline'
  c.header('Content-Disposition', `${how}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`)
  c.header('X-Content-Type-Options', 'nosniff')
  c.set('contentPolicy', "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:")
  c.header('Cache-Control', 'private, no-store')
  return c.body(new Uint8Array(bytes))
}
