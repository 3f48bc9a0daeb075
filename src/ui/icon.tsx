import { readFileSync } from 'node:fs'

/** Every symbol of assets/icons.svg (lucide, ISC). */
export const iconNames = [
  'arrow-right',
  'award',
  'badge-check',
  'ban',
  'bell',
  'book-open',
  'calendar',
  'calendar-check',
  'calendar-x',
  'camera',
  'chart-column',
  'check',
  'chevron-down',
  'chevron-left',
  'chevron-right',
  'circle-alert',
  'circle-check',
  'circle-pause',
  'circle-question-mark',
  'circle-x',
  'clipboard-list',
  'clock',
  'clock-alert',
  'cup-soda',
  'download',
  'external-link',
  'eye',
  'file-text',
  'flag',
  'flower-2',
  'gavel',
  'globe',
  'handshake',
  'history',
  'hourglass',
  'image',
  'inbox',
  'info',
  'key-round',
  'landmark',
  'layers',
  'layout-list',
  'leaf',
  'lightbulb',
  'link',
  'list-filter',
  'lock',
  'log-in',
  'log-out',
  'mail',
  'map',
  'map-pin',
  'menu',
  'message-circle',
  'minus',
  'newspaper',
  'package',
  'pencil',
  'phone',
  'plus',
  'printer',
  'refresh-cw',
  'save',
  'scale',
  'scan-line',
  'scroll-text',
  'search',
  'send',
  'share-2',
  'shield-check',
  'spool',
  'sprout',
  'stamp',
  'star',
  'store',
  'tent-tree',
  'trash-2',
  'triangle-alert',
  'undo-2',
  'upload',
  'user',
  'users',
  'vote',
  'wheat',
  'wifi-off',
  'x',
  'zoom-in',
] as const

export type IconName = (typeof iconNames)[number]

const symbols = new Map(
  [
    ...readFileSync(new URL('./assets/icons.svg', import.meta.url), 'utf8').matchAll(
      /<symbol id="i-([^"]+)".*?<\/symbol>/g,
    ),
  ].map(([symbol, name]) => [name, symbol]),
)

/** Ornament beside a word; give `label` only when the icon stands alone. */
export function Icon({ name, turns = false, label }: { name: IconName; turns?: boolean; label?: string | undefined }) {
  const kind = turns ? 'icon turn' : 'icon'
  return label === undefined ? (
    <svg class={kind} aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  ) : (
    <svg class={kind} role="img" aria-label={label}>
      <use href={`#i-${name}`} />
    </svg>
  )
}

/** The symbols a piece of finished HTML refers to, once each, as one hidden sprite. */
export function spriteFor(html: string): string {
  const used = new Set([...html.matchAll(/<use href="#i-([a-z0-9-]+)"/g)].map(([, name]) => name))
  const drawn = [...used].map((name) => symbols.get(name) ?? '').join('')
  return `<svg class="sprite" width="0" height="0" aria-hidden="true">${drawn}</svg>`
}
