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
  c.header('Content-Disposition', `inline; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Content-Security-Policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:")
  c.header('Cache-Control', 'private, no-store')
  return c.body(new Uint8Array(bytes))
}
