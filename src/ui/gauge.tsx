interface GaugeProps {
  /** Points the evidence already supports, of 100. */
  readonly sure: number
  /** Points reachable when what is promised arrives. */
  readonly possible: number
  /** Where each star begins, from the rubric's bands. */
  readonly bands: readonly { readonly stars: number; readonly from: number }[]
}

/** Readiness on one line: sure, possible, and the thresholds of the stars. */
export function Gauge({ sure, possible, bands }: GaugeProps) {
  const marks = bands.map(({ stars, from }) => `${stars} sao ${from}`).join(', ')
  return (
    <svg class="gauge" role="img" aria-label={`${sure} điểm chắc, có thể tới ${possible} điểm. Mốc ${marks}.`}>
      <defs>
        <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="hatch-ground" d="M0 0h8v8H0z" />
          <path class="hatch-line" d="M0 0h4v8H0z" />
        </pattern>
      </defs>
      <rect class="track" width="100%" height="20" rx="4" />
      <rect fill="url(#hatch)" width={`${possible}%`} height="20" rx="4" />
      <rect class="sure" width={`${sure}%`} height="20" rx="4" />
      {bands.map(({ stars, from }) => (
        <>
          <line class="tick" x1={`${from}%`} x2={`${from}%`} y1="-2" y2="24" />
          <text x={`${from}%`} y="38">
            {stars} sao
          </text>
        </>
      ))}
    </svg>
  )
}
