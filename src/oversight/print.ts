import { readFileSync } from 'node:fs'
import { renderPdf } from '../platform/pdf.ts'
import type { RecordPaper } from './paper.ts'

const source = readFileSync(new URL('./print/record.typ', import.meta.url), 'utf8')

/** The record (biên bản) of a signed inspection. */
export function renderRecord(paper: RecordPaper): Promise<Uint8Array> {
  return renderPdf(source, paper)
}
