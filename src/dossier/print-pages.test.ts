import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { pdfText } from '../../test/support/pdf-text.ts'
import { renderPdf } from '../platform/pdf.ts'

const source = readFileSync(new URL('./print/form-02.typ', import.meta.url), 'utf8')

/** Form 02 of a product whose part II is so many lines long: each line moves the table of part III down the page. */
function form02(lines: number): Promise<Uint8Array> {
  const part = (name: string) => ({
    name,
    points: '9/40',
    lines: Array.from({ length: 9 }, (_, index) => ({
      code: `${index + 1}.1`,
      name: `Tiêu chí ${index + 1}`,
      option: 'Mức đã chọn',
      note: '',
      points: '1',
      proofs: '',
    })),
  })
  return renderPdf(source, {
    on: '2026-11-24',
    draft: false,
    producer: 'HTX Mẫu',
    placeShort: 'Măng Đen',
    product: 'Cà phê mẫu',
    lines: [],
    parts: { I: [], II: Array.from({ length: lines }, (_, index) => [`Mục ${index + 1}`, 'Một dòng.']), IV: [] },
    rubric: 'bộ 13',
    scores: ['A. Phần một', 'B. Phần hai', 'C. Phần ba'].map(part),
    total: '27',
    changes: null,
    papers: [],
    notes: '',
    signer: 'Người Mẫu',
  })
}

it('the row that names a part of the table never stands last on a page, wherever the page breaks', async () => {
  const breaks = new Set<number>()
  for (let lines = 0; lines < 24; lines++) {
    const pages = await pdfText(await form02(lines))
    for (const page of pages.slice(0, -1)) {
      const rows = page.trim().split('\n')
      breaks.add(rows.length)
      expect([lines, rows.slice(-1).filter((row) => row.includes('Phần '))]).toEqual([lines, []])
    }
  }
  // The breaks fell at different rows, so some of them were at a part's head.
  expect(breaks.size).toBeGreaterThan(3)
})
