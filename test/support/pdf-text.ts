import { extractText, getDocumentProxy } from 'unpdf'

/** The text of a PDF, one string a page, as a reader would copy it; for golden tests. */
export async function pdfText(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false })
  return text
}
