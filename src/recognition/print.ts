import { readFileSync } from 'node:fs'
import { renderPdf } from '../platform/pdf.ts'
import type { PrintedFacts } from './model.ts'
import type { DecisionPaper } from './paper.ts'
import { qrSvg } from './qr.ts'

/** The layout of certificates issued today. */
export const currentLayout = 'v1'

function sourceOf(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}

const layouts: Readonly<Record<string, string>> = { v1: sourceOf('./certificates/v1.typ') }
const decisionSource = sourceOf('./print/decision.typ')

/** Was this certificate printed by the system, so that it can be printed again? */
export function isPrintable(layout: string): boolean {
  return layout in layouts
}

/** The same facts, address and layout give the same bytes, in ten years too. */
export function renderCertificate(layout: string, facts: PrintedFacts, url: string): Promise<Uint8Array> {
  const source = layouts[layout]
  if (source === undefined) throw new Error(`No certificate layout ${layout}`)
  return renderPdf(source, { ...facts, url, qr: qrSvg(url) })
}

export function renderDecision(paper: DecisionPaper): Promise<Uint8Array> {
  return renderPdf(decisionSource, paper)
}
