import { addDays, addMonths, civilDateOf, clockOf, showDate, weekdayOf } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { Empty } from '../ui/empty.tsx'
import { LinkButton } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { pathOf } from './calendar-file.ts'
import type { Occasion } from './model.ts'
import { showSpan } from './rules.ts'
import { kindOfOccasion } from './words.ts'

const weekdays = ['Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy', 'CN'] as const

interface CalendarProps {
  /** `2026-11`. */
  readonly month: string
  readonly occasions: readonly Occasion[]
  /** The next ones after this month. */
  readonly coming: readonly Occasion[]
  readonly today: CivilDate
  readonly mayOrganise: boolean
}

/** One calendar of all units: a month at a glance on a wide screen, and a list that a phone reads. */
export function CalendarView({ month, occasions, coming, today, mayOrganise }: CalendarProps) {
  const first = `${month}-01`
  const shift = (months: number) => addMonths(first, months).slice(0, 7)
  return (
    <div class="stack">
      <h1>Sự kiện OCOP</h1>
      <p class="lead">Hội nghị, hội thảo, lễ trao, hội chợ của mọi đơn vị, trên một lịch.</p>
      <div class="row apart">
        <h2>{monthWords(month)}</h2>
        <nav class="row" aria-label="Chọn tháng">
          <LinkButton href={paths.gathering.calendar({ thang: shift(-1) })} kind="secondary" icon="chevron-left">
            Tháng trước
          </LinkButton>
          <LinkButton href={paths.gathering.calendar({ thang: shift(1) })} kind="secondary" icon="chevron-right">
            Tháng sau
          </LinkButton>
        </nav>
      </div>
      <MonthTable first={first} occasions={occasions} today={today} />
      {occasions.length === 0 ? (
        <Empty title="Tháng này chưa có sự kiện nào được công bố" icon="calendar" level={3}>
          {today.startsWith(month) ? (
            <p>{coming.length === 0 ? 'Xem tháng khác.' : 'Các sự kiện sắp tới ở ngay dưới đây.'}</p>
          ) : (
            <p>
              <a href={paths.gathering.calendar()}>Về tháng này</a>, hoặc xem tháng khác.
            </p>
          )}
        </Empty>
      ) : (
        <ul class="occasions">
          {occasions.map((occasion) => (
            <OccasionLine occasion={occasion} />
          ))}
        </ul>
      )}
      {coming.length === 0 ? null : (
        <section class="stack">
          <h2>Sắp tới</h2>
          <ul class="occasions">
            {coming.map((occasion) => (
              <OccasionLine occasion={occasion} />
            ))}
          </ul>
        </section>
      )}
      <p class="row">
        <LinkButton href={paths.gathering.calendarFile()} kind="secondary" icon="calendar">
          Tải lịch chung (.ics)
        </LinkButton>
        <LinkButton href={paths.fair.list()} kind="secondary" icon="tent-tree">
          Hội chợ và tuần hàng
        </LinkButton>
        {mayOrganise ? (
          <LinkButton href={paths.gathering.list()} kind="secondary" icon="clipboard-list">
            Sự kiện của đơn vị
          </LinkButton>
        ) : null}
      </p>
    </div>
  )
}

/** `Tháng 11 năm 2026`. */
export function monthWords(month: string): string {
  const [year, number] = month.split('-')
  return `Tháng ${Number(number)} năm ${year}`
}

function OccasionLine({ occasion }: { occasion: Occasion }) {
  const { title, source, kind, unitName, place, startsAt, cancelled, highlight } = occasion
  return (
    <li class={highlight ? 'occasion is-highlight' : 'occasion'} id={civilDateOf(startsAt)}>
      <p class="when">
        <b>{showDate(civilDateOf(startsAt)).slice(0, 5)}</b>
        {source === 'gathering' ? <span>{clockOf(startsAt)}</span> : null}
      </p>
      <div>
        <p class="small muted">
          {kindOfOccasion(kind)}
          {unitName === null ? null : `, ${unitName}`}
        </p>
        <h3>
          <a href={pathOf(occasion)}>{title}</a>
        </h3>
        <p class="small">
          <Icon name="clock" /> {whenWords(occasion)}
        </p>
        <p class="small">
          <Icon name="map-pin" /> {place}
        </p>
        {cancelled ? <Status state="revoked">Đã hủy</Status> : null}
      </div>
    </li>
  )
}

function whenWords({ source, startsAt, endsAt }: Occasion): string {
  if (source === 'gathering') return showSpan(startsAt, endsAt)
  const [first, last] = [showDate(civilDateOf(startsAt)), showDate(civilDateOf(endsAt))]
  return first === last ? first : `${first} đến ${last}`
}

function MonthTable({
  first,
  occasions,
  today,
}: {
  first: CivilDate
  occasions: readonly Occasion[]
  today: CivilDate
}) {
  const lastDay = addDays(addMonths(first, 1), -1)
  const begin = addDays(first, 1 - weekdayOf(first))
  const weeks = [0, 7, 14, 21, 28, 35].map((from) => addDays(begin, from)).filter((monday) => monday <= lastDay)
  return (
    <table class="month">
      <caption class="hidden-word">{`Lịch ${monthWords(first.slice(0, 7))}`}</caption>
      <thead>
        <tr>
          {weekdays.map((name, index) => (
            <th scope="col" abbr={index === 6 ? 'Chủ nhật' : `Thứ ${name}`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((monday) => (
          <tr>
            {weekdays.map((_, index) => (
              <DayCell date={addDays(monday, index)} month={first.slice(0, 7)} occasions={occasions} today={today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DayProps {
  readonly date: CivilDate
  readonly month: string
  readonly occasions: readonly Occasion[]
  readonly today: CivilDate
}

const inCell = 3

function DayCell({ date, month, occasions, today }: DayProps) {
  if (date.slice(0, 7) !== month) return <td class="outside"></td>
  const here = occasions.filter(({ startsAt, endsAt }) => civilDateOf(startsAt) <= date && date <= civilDateOf(endsAt))
  return (
    <td class={date === today ? 'is-today' : undefined}>
      <time datetime={date}>{Number(date.slice(8))}</time>
      {here.slice(0, inCell).map((occasion) => (
        <a class={occasion.highlight ? 'is-highlight' : undefined} href={pathOf(occasion)}>
          {occasion.cancelled ? <s>{occasion.title}</s> : occasion.title}
        </a>
      ))}
      {here.length > inCell ? <span class="small muted">và {here.length - inCell} nữa, ở dưới</span> : null}
    </td>
  )
}
