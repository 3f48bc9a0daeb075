import { readFileSync } from 'node:fs'
import { renderPdf } from '../platform/pdf.ts'
import { qrSvg } from '../recognition/qr.ts'
import type { CompletionFacts } from './model-certificate.ts'

/** The layout of certificates of completion issued today; an earlier one never changes. */
export const currentLayout = 'v1'

const layouts: Readonly<Record<string, string>> = {
  v1: readFileSync(new URL('./certificates/v1.typ', import.meta.url), 'utf8'),
}

/** The same facts, address and layout give the same bytes, in ten years too. */
export function renderCompletion(layout: string, facts: CompletionFacts, url: string): Promise<Uint8Array> {
  const source = layouts[layout]
  if (source === undefined) throw new Error(`No layout ${layout} of certificates of completion`)
  return renderPdf(source, { ...facts, url, qr: qrSvg(url) })
}
