import type { Child } from 'hono/jsx'
import type { CivilDate } from '../kernel/civil-date.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { Status } from './status.tsx'
import type { UiState } from './status.tsx'
import { Day, Weekday } from './time.tsx'
import { dueWords } from './words.ts'

export interface Step {
  readonly title: string
  readonly state: 'done' | 'current' | 'ahead'
  /** Dates and words under the title, a line each. */
  readonly notes?: readonly Child[] | undefined
}

/** The way of one product. `across` lays it flat on wide screens. */
export function Stepper({ steps, across = true }: { steps: readonly Step[]; across?: boolean }) {
  return (
    <ol class={across ? 'stepper across' : 'stepper'}>
      {steps.map(({ title, state, notes = [] }) => (
        <li class={state === 'done' ? 'is-done' : undefined} aria-current={state === 'current' ? 'step' : undefined}>
          <b>{title}</b>
          {notes.map((note) => (
            <small>{note}</small>
          ))}
        </li>
      ))}
    </ol>
  )
}

export interface Turn {
  /** Who acts next: `Chủ thể`, `Cán bộ xã`, `Lãnh đạo xã`, `Cấp tỉnh`. */
  readonly owner: string
  /** What is awaited of them: `Kiểm tra thành phần`. */
  readonly act?: string | undefined
  readonly since: CivilDate
  readonly dueOn?: CivilDate | undefined
  /** Working days until `dueOn`, or plain ones; negative when late. */
  readonly daysLeft?: number | undefined
  readonly plainDays?: boolean | undefined
  /** The article that sets the term. */
  readonly article?: string | undefined
  /** Why the day is not the one first told. */
  readonly moved?: string | undefined
  readonly icon?: IconName | undefined
  /** It is the reader's own turn. */
  readonly mine?: boolean | undefined
}

/** Whose turn, since when, until when, and how many working days are left. */
export function TurnBar(turn: Turn) {
  const { owner, act, since, dueOn, daysLeft, plainDays = false, article, moved, icon = 'user', mine = false } = turn
  return (
    <section class={mine ? 'turn-bar is-mine' : 'turn-bar'} aria-label={mine ? 'Đến lượt bạn' : `Đến lượt ${owner}`}>
      <p class="owner">
        <Icon name={icon} />
        <span>
          {mine ? (
            'Đến lượt bạn'
          ) : (
            <>
              Đến lượt <strong>{owner}</strong>
            </>
          )}
          {act === undefined ? null : (
            <>
              : <strong>{act}</strong>
            </>
          )}
        </span>
      </p>
      <p>
        Từ <Day date={since} />
      </p>
      {dueOn === undefined ? (
        <p class="muted">Văn bản không ấn định thời hạn</p>
      ) : (
        <p>
          Hạn <Day date={dueOn} />
          {article === undefined ? null : <span class="muted small"> ({article})</span>}
          {moved === undefined ? null : <span class="muted small"> · {moved}</span>}
        </p>
      )}
      {daysLeft === undefined ? null : <DaysLeft daysLeft={daysLeft} working={!plainDays} />}
    </section>
  )
}

/** Late, soon (two working days or fewer), or in good time. */
export function dueState(daysLeft: number): UiState | undefined {
  if (daysLeft < 0) return 'late'
  return daysLeft <= 2 ? 'soon' : undefined
}

const dueIcons = { late: 'circle-alert', soon: 'clock-alert' } as const

export function dueIcon(daysLeft: number): IconName {
  const state = dueState(daysLeft)
  return state === 'late' || state === 'soon' ? dueIcons[state] : 'calendar'
}

export function DaysLeft({ daysLeft, working = false }: { daysLeft: number; working?: boolean }) {
  return (
    <Status state={dueState(daysLeft) ?? 'waiting'} icon={dueIcon(daysLeft)}>
      {leftWords(daysLeft, working)}
    </Status>
  )
}

function leftWords(daysLeft: number, working: boolean): string {
  return working && daysLeft !== 0 ? `${dueWords(daysLeft)} làm việc` : dueWords(daysLeft)
}

/** In a queue: the days left in the count of their own deadline, and the day itself under them. */
export function Due({ dueOn, daysLeft, working }: { dueOn: CivilDate; daysLeft: number; working: boolean }) {
  return (
    <>
      <b>
        <Icon name={dueIcon(daysLeft)} /> {leftWords(daysLeft, working)}
      </b>{' '}
      <span class="sub">
        <Weekday date={dueOn} />
      </span>
    </>
  )
}
