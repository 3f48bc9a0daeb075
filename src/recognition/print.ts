import { readFileSync } from 'node:fs'
import { renderPdf } from '../platform/pdf.ts'
import type { PrintedFacts } from './model.ts'
import type { DecisionPaper } from './paper.ts'
import type { LetterToMinistry } from './paper-letter.ts'
import { qrSvg } from './qr.ts'

/** The layout of certificates issued today. */
export const currentLayout = 'v2'

function sourceOf(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}

const layouts: Readonly<Record<string, { readonly source: string; readonly signed: boolean }>> = {
  v1: { source: sourceOf('./certificates/v1.typ'), signed: false },
  v2: { source: sourceOf('./certificates/v2.typ'), signed: true },
}
const decisionSource = sourceOf('./print/decision.typ')
const letterSource = sourceOf('./print/letter-to-ministry.typ')

/** Was this certificate printed by the system, so that it can be printed again? */
export function isPrintable(layout: string): boolean {
  return layout in layouts
}

/** Does the QR code of this layout carry signed content behind the address? */
export function isSigned(layout: string): boolean {
  return layouts[layout]?.signed ?? false
}

/** The same facts, address and layout give the same bytes, in ten years too. */
export function renderCertificate(layout: string, facts: PrintedFacts, url: string): Promise<Uint8Array> {
  const found = layouts[layout]
  if (found === undefined) throw new Error(`No certificate layout ${layout}`)
  const [address] = url.split('#')
  return renderPdf(found.source, { ...facts, url: address, qr: qrSvg(url) })
}

export function renderDecision(paper: DecisionPaper): Promise<Uint8Array> {
  return renderPdf(decisionSource, paper)
}

export function renderLetter(letter: LetterToMinistry): Promise<Uint8Array> {
  return renderPdf(letterSource, letter)
}
