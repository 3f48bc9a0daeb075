/** The leaf: white on leaf green, or the other way round on the desk bar. */
export function BrandMark({ onLeaf = false }: { onLeaf?: boolean }) {
  const [ground, leaf] = onLeaf ? ['#fff', '#1b5638'] : ['#1b5638', '#fff']
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true">
      <rect width="40" height="40" rx="9" fill={ground} />
      <path d="M32 8C17 8 8.5 14.5 8.5 24c0 2.6.8 5 2.2 7C24.5 31 32 23 32 8Z" fill={leaf} />
      <path
        d="M9 33C12.5 25.5 17.5 19.5 24.5 15"
        fill="none"
        stroke={ground}
        stroke-width="2.2"
        stroke-linecap="round"
      />
    </svg>
  )
}
