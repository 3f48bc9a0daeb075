import type { Child } from 'hono/jsx'
import type { CivilDate } from '../kernel/civil-date.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { Due, dueState } from './steps.tsx'

export interface QueueRow {
  readonly id: string
  readonly href: string
  readonly name: Child
  /** Number and owner, under the name. */
  readonly sub?: Child
  readonly step: Child
  readonly stepNote?: Child
  readonly dueOn?: CivilDate | undefined
  readonly daysLeft?: number | undefined
  /** The deadline is counted in plain days, as the text sets it; otherwise in working days. */
  readonly plainDays?: boolean | undefined
  readonly turn: string
  readonly turnIcon?: IconName | undefined
  /** Open beside the list. */
  readonly open?: boolean | undefined
}

interface QueueProps {
  readonly caption: string
  readonly rows: readonly QueueRow[]
  /** Name of the tick boxes, when the list stands in a form that acts on several at once. */
  readonly pick?: string | undefined
  readonly picked?: readonly string[] | undefined
}

/** Work, nearest deadline first: a table on wide screens, a stack of cards on a phone. */
export function Queue({ caption, rows, pick, picked = [] }: QueueProps) {
  return (
    <table class={pick === undefined ? 'queue no-pick' : 'queue'}>
      <caption class="hidden-word">{caption}</caption>
      <thead>
        <tr>
          {pick === undefined ? null : (
            <th scope="col">
              <span class="hidden-word">Chọn</span>
            </th>
          )}
          <th scope="col">Sản phẩm, chủ thể</th>
          <th scope="col">Bước</th>
          <th scope="col">Hạn</th>
          <th scope="col">Đến lượt</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr class={row.open ? 'is-open' : undefined}>
            {pick === undefined ? null : <Pick row={row} name={pick} picked={picked.includes(row.id)} />}
            <QueueCells {...row} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Pick({ row, name, picked }: { row: QueueRow; name: string; picked: boolean }) {
  const id = `chon-${row.id}`
  return (
    <td class="pick">
      <label class="tick" for={id}>
        <input type="checkbox" id={id} name={name} value={row.id} checked={picked} />
        <span class="hidden-word">Chọn {row.name}</span>
      </label>
    </td>
  )
}

function QueueCells({
  href,
  name,
  sub,
  step,
  stepNote,
  dueOn,
  daysLeft,
  plainDays = false,
  turn,
  turnIcon = 'user',
  open,
}: QueueRow) {
  return (
    <>
      <td class="what">
        <a class="name" href={href} aria-current={open ? 'true' : undefined}>
          {name}
        </a>
        {sub === undefined ? null : <span class="sub">{sub}</span>}
      </td>
      <td class="step">
        {step}
        {stepNote === undefined ? null : <span class="sub"> {stepNote}</span>}
      </td>
      <td class="due" data-state={daysLeft === undefined ? undefined : dueState(daysLeft)}>
        {dueOn === undefined || daysLeft === undefined ? (
          <span class="sub">Chưa đặt hạn</span>
        ) : (
          <Due dueOn={dueOn} daysLeft={daysLeft} working={!plainDays} />
        )}
      </td>
      <td class="turn">
        <span class="turn-of">
          <Icon name={turnIcon} />
          {turn}
        </span>
      </td>
    </>
  )
}
