/** A small sound PDF of one empty page; `mark` makes its bytes its own. */
export function pdfOf(mark: string): Uint8Array {
  const body = `%PDF-1.4
% ${mark}
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R/Size 4>>
%%EOF
`
  return new TextEncoder().encode(body)
}
