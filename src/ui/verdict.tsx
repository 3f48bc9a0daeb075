import type { Child } from 'hono/jsx'
import type { Instant } from '../kernel/civil-date.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { Stars } from './stars.tsx'
import { stateSigns } from './status.tsx'
import type { UiState } from './status.tsx'
import { Moment } from './time.tsx'

interface VerdictProps {
  readonly state: UiState
  /** The first line is the answer. */
  readonly answer: Child
  readonly level?: 1 | 2 | undefined
  readonly icon?: IconName | undefined
  /** Drawn only where the recognition is in force. */
  readonly stars?: number | undefined
  readonly detail?: Child
  readonly product?:
    | { readonly name: string; readonly maker: string; readonly place: string; readonly picture?: string | undefined }
    | undefined
  readonly checkedAt?: Instant | undefined
  readonly children?: Child
}

/** The answer after a scan: answer, whose product, when it was checked. */
export function Verdict({ state, answer, level = 2, icon, stars, detail, product, checkedAt, children }: VerdictProps) {
  return (
    <article class="verdict" data-state={state}>
      <header>
        <Icon name={icon ?? stateSigns[state].icon} />
        {level === 1 ? <h1>{answer}</h1> : <h2>{answer}</h2>}
        {stars === undefined ? null : <Stars n={stars} />}
        {detail ? <p>{detail}</p> : null}
      </header>
      <div class="body">
        {product === undefined ? null : <VerdictProduct {...product} />}
        {children}
        {checkedAt === undefined ? null : (
          <p class="checked">
            <Icon name="refresh-cw" />
            <span>
              Đã kiểm tra với hệ thống OCOP lúc <Moment at={checkedAt} />
            </span>
          </p>
        )}
      </div>
    </article>
  )
}

function VerdictProduct({ name, maker, place, picture }: NonNullable<VerdictProps['product']>) {
  return (
    <div class={picture === undefined ? undefined : 'product'}>
      {picture === undefined ? null : <img src={picture} alt="" width="160" height="160" />}
      <div>
        <p>
          <strong>{name}</strong>
        </p>
        <p class="small">{maker}</p>
        <p class="small muted">{place}</p>
      </div>
    </div>
  )
}
