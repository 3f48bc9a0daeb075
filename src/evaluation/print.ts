import { readFileSync } from 'node:fs'
import { renderPdf } from '../platform/pdf.ts'
import type { MinutesPaper, SummaryPaper } from './paper.ts'
import type { BallotPaper } from './paper-ballot.ts'

function sourceOf(name: string): string {
  return readFileSync(new URL(`./print/${name}.typ`, import.meta.url), 'utf8')
}

const sources = { minutes: sourceOf('minutes'), summary: sourceOf('summary'), ballot: sourceOf('ballot') }

export function renderMinutes(paper: MinutesPaper): Promise<Uint8Array> {
  return renderPdf(sources.minutes, paper)
}

export function renderSummary(paper: SummaryPaper): Promise<Uint8Array> {
  return renderPdf(sources.summary, paper)
}

export function renderBallot(paper: BallotPaper): Promise<Uint8Array> {
  return renderPdf(sources.ballot, paper)
}
