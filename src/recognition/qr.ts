import { encode } from 'uqr'

export interface QrCode {
  /** Modules along one side, quiet zone of two included. */
  readonly size: number
  /** One SVG path; runs of dark modules in a row are one rectangle. */
  readonly path: string
}

/** A QR code with error correction M: a label that is rubbed or wet still reads. */
export function qrOf(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'M', border: 2 })
  return { size, path: data.map((row, y) => rowPath(row, y)).join('') }
}

function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const from = x
    while (row[x + 1]) x++
    path += `M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`
  }
  return path
}

/** The code as a whole SVG document, for documents on paper. */
export function qrSvg(text: string): string {
  const { size, path } = qrOf(text)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
}
