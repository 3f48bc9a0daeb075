import { encode } from 'uqr'

interface QrProps {
  readonly text: string
  /** What it is and where it leads. */
  readonly label: string
}

/** A code as one path, black on white with a quiet zone of four modules. */
export function Qr({ text, label }: QrProps) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path d={data.map(runsOf).join('')} />
    </svg>
  )
}

/** Dark modules of a row, side by side ones as one bar. */
function runsOf(row: readonly boolean[], y: number): string {
  const starts = row.flatMap((dark, x) => (dark && !row[x - 1] ? [x] : []))
  return starts
    .map((x) => {
      const end = row.indexOf(false, x)
      const length = (end < 0 ? row.length : end) - x
      return `M${x} ${y}h${length}v1h-${length}z`
    })
    .join('')
}
