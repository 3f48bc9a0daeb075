interface MeterProps {
  /** 0 to 100; more is drawn full. */
  readonly percent: number
  /** Says the figure aloud when no text beside does. */
  readonly label?: string | undefined
}

// An SVG, because a width in a style attribute would need a looser content policy.
export function Meter({ percent, label }: MeterProps) {
  const width = `${Math.round(Math.min(100, Math.max(0, percent)) * 10) / 10}%`
  return label === undefined ? (
    <svg class="meter" aria-hidden="true">
      <rect width={width} height="100%" />
    </svg>
  ) : (
    <svg class="meter" role="img" aria-label={label}>
      <rect width={width} height="100%" />
    </svg>
  )
}
