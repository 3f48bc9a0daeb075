import { PDFiumLibrary } from '@hyzyla/pdfium'
import jsQr from 'jsqr'

/** What a phone held over the lower left quarter of a printed page would read; undefined when it reads nothing. */
export async function qrOfPdf(pdf: Uint8Array, dotsPerInch = 200): Promise<string | undefined> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  try {
    const { data, width, height } = await document.getPage(0).render({ scale: dotsPerInch / 72, render: 'bitmap' })
    const [across, from] = [Math.floor(width / 2), Math.floor(height / 2)]
    const quarter = new Uint8ClampedArray(across * 4 * (height - from))
    for (let row = from; row < height; row++)
      quarter.set(data.subarray(row * width * 4, (row * width + across) * 4), (row - from) * across * 4)
    return jsQr.default(quarter, across, height - from)?.data
  } finally {
    document.destroy()
    library.destroy()
  }
}
