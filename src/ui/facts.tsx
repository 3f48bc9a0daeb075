import type { Child } from 'hono/jsx'

/** A term and what it is; a pair without a value is left out. */
export type Fact = readonly [term: Child, value: Child]

export function Facts({ facts, narrow = false }: { facts: readonly Fact[]; narrow?: boolean }) {
  return (
    <dl class={narrow ? 'facts narrow' : 'facts'}>
      {facts.map(([term, value]) =>
        value === undefined || value === null || value === '' ? null : (
          <div>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
