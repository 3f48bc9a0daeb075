import type { Child } from 'hono/jsx'
import { starWords } from './words.ts'

const kindClass = { recognised: 'stars', estimate: 'stars estimate', 'not-in-force': 'stars not-in-force' } as const

interface StarsProps {
  readonly n: number
  /** Gold says one thing: a recognition in force. A threshold or a self-assessment is green, a past star hollow. */
  readonly kind?: keyof typeof kindClass | undefined
  /** In place of `4 sao`: `4 sao, tự chấm`. */
  readonly children?: Child
}

/** The word carries the meaning; the five drawings beside it are silent. */
export function Stars({ n, kind = 'recognised', children }: StarsProps) {
  return (
    <span class={kindClass[kind]}>
      {[1, 2, 3, 4, 5].map((place) => (
        <svg viewBox="0 0 24 24" aria-hidden="true" class={place <= n ? undefined : 'off'}>
          <use href="#i-star" />
        </svg>
      ))}
      <span class="word">{children ?? starWords(n)}</span>
    </span>
  )
}
