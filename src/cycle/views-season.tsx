import type { Child } from 'hono/jsx'
import { isBetweenMonthDays, showDate, showMonthDay } from '../kernel/civil-date.ts'
import type { CivilDate, MonthDay } from '../kernel/civil-date.ts'
import { Select } from '../ui/choice.tsx'
import type { Option } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Hidden, Submit } from '../ui/form.tsx'
import { LinkIf } from '../ui/link-if.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { SeasonCalendar } from './actions-season.ts'
import type { CycleStep } from './model-steps.ts'
import { seasonSteps } from './model-season.ts'
import type { SeasonStep } from './model-season.ts'
import { stepWords } from './words.ts'

interface SeasonsProps {
  readonly province: { readonly code: string; readonly name: string } | undefined
  readonly provinces: readonly Option[]
  readonly calendar: SeasonCalendar | undefined
  readonly today: CivilDate
  /** Whether the reader acts for a producer, who plans. */
  readonly plans: boolean
  readonly trouble: Trouble | undefined
}

/** When each step is done in one province; for whoever plans a product, before any sign-in. */
export function SeasonsView(props: SeasonsProps) {
  const { province, provinces, calendar } = props
  return (
    <div class="stack">
      <h1>Lịch chu trình OCOP</h1>
      <p class="lead">
        Sáu bước của chu trình, mỗi tỉnh tự đặt lịch; không văn bản nào của trung ương định ngày. Ngoài lịch vẫn gửi ý
        tưởng, lập phương án và hồ sơ được.
      </p>
      <form class="row" action={paths.cycle.seasons()} aria-label="Chọn tỉnh, thành phố">
        <Select
          name="tinh"
          label="Tỉnh, thành phố"
          options={provinces}
          value={province?.code}
          blank="Chọn một tỉnh, thành phố"
        />
        <div class="row">
          <button class="button secondary">Xem lịch</button>
        </div>
      </form>
      {province === undefined || calendar === undefined ? (
        <Empty title="Hãy chọn tỉnh, thành phố" icon="calendar">
          Lịch của tỉnh cho biết khi nào tập huấn, gom ý tưởng, lập phương án, nhận hồ sơ và xúc tiến.
        </Empty>
      ) : (
        <ProvinceCalendar {...props} province={province} calendar={calendar} />
      )}
    </div>
  )
}

type Known = SeasonsProps & { readonly province: { readonly code: string; readonly name: string } } & {
  readonly calendar: SeasonCalendar
}

interface Line {
  readonly step: CycleStep
  readonly when: Child
  readonly basis: Child
  readonly where: Child
}

function ProvinceCalendar(props: Known) {
  const { province, calendar, trouble } = props
  return (
    <>
      <Table
        caption={`Lịch chu trình của ${province.name}`}
        rows={linesOf(props)}
        columns={[
          { head: 'Bước', names: true, cell: ({ step }) => stepWords[step] },
          { head: 'Khi nào', cell: ({ when }) => when },
          { head: 'Căn cứ', cell: ({ basis }) => basis },
          { head: 'Làm ở đâu', cell: ({ where }) => where },
        ]}
      />
      {calendar.maySet ? (
        <>
          <StandingSeasons calendar={calendar} />
          <SeasonForm province={province.code} trouble={trouble} />
        </>
      ) : null}
    </>
  )
}

function linesOf(props: Known): readonly Line[] {
  const { province } = props
  const link = (href: string, words: string) => <a href={href}>{words}</a>
  return [
    { ...setLine('learning', props), where: link(paths.training.list({ tinh: province.code }), 'Lớp đang mở') },
    { ...ideaLine(props), where: link(paths.idea.begin({ tinh: province.code }), 'Đăng ký ý tưởng') },
    {
      ...setLine('plan', props),
      where: (
        <LinkIf open={props.plans} href={paths.plan.begin()}>
          Lập phương án
        </LinkIf>
      ),
    },
    {
      ...setLine('implementation', props),
      where: link(paths.support.policies({ tinh: province.code }), 'Chính sách hỗ trợ'),
    },
    { ...roundLine(props), where: link(paths.regime.selfAssess(), 'Tự chấm thử') },
    { ...setLine('promotion', props), where: link(paths.gathering.calendar(), 'Lịch sự kiện, hội chợ') },
  ]
}

const unset = 'Quanh năm'
const notSet = <span class="muted">Tỉnh chưa đặt</span>

function Span({ from, to, today }: { from: MonthDay; to: MonthDay; today: CivilDate }) {
  return (
    <>
      {`${showMonthDay(from)} đến ${showMonthDay(to)}`}{' '}
      {isBetweenMonthDays(today, from, to) ? <Status state="soon">Đang trong lịch</Status> : null}
    </>
  )
}

function setLine(step: SeasonStep, { calendar, today }: Known): Omit<Line, 'where'> {
  const spans = calendar.seasons.filter((one) => one.step === step)
  if (spans.length === 0) return { step, when: unset, basis: notSet }
  return {
    step,
    when: (
      <ul class="stack tight">
        {spans.map(({ fromDay, toDay }) => (
          <li>
            <Span from={fromDay} to={toDay} today={today} />
          </li>
        ))}
      </ul>
    ),
    basis: [...new Set(spans.map(({ basis }) => basis))].join('; '),
  }
}

function ideaLine({ calendar: { term }, today }: Known): Omit<Line, 'where'> {
  const { intakeFrom, intakeTo, basis } = term
  const when = intakeFrom === null || intakeTo === null ? unset : <Span from={intakeFrom} to={intakeTo} today={today} />
  return { step: 'idea', when, basis: basis ?? notSet }
}

function roundLine({ calendar: { rounds } }: Known): Omit<Line, 'where'> {
  const step = 'evaluation'
  if (rounds.length === 0) return { step, when: 'Chưa mở đợt nào', basis: 'Ít nhất hai đợt một năm (26/2026 Điều 7.5)' }
  return {
    step,
    when: (
      <ul class="stack tight">
        {rounds.map(({ number, year, proposeBy, doneBy }) => (
          <li>{`Đợt ${number}/${year}: nhận đề nghị trước ${showDate(proposeBy)}, xong trước ${showDate(doneBy)}`}</li>
        ))}
      </ul>
    ),
    basis: '26/2026 Điều 7.5',
  }
}

function StandingSeasons({ calendar }: { calendar: SeasonCalendar }) {
  if (calendar.seasons.length === 0) return null
  return (
    <Panel title="Khoảng đã ghi">
      <ul class="stack">
        {calendar.seasons.map(({ id, step, fromDay, toDay }) => {
          const words = `${stepWords[step]}: ${showMonthDay(fromDay)} đến ${showMonthDay(toDay)}`
          return (
            <li>
              <Form action={paths.cycle.dropSeason(id)} trouble={undefined} label={`Bỏ ${words}`}>
                <div class="row">
                  <span>{words}</span>
                  <Submit kind="secondary">Bỏ khoảng này</Submit>
                </div>
              </Form>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

function SeasonForm({ province, trouble }: { province: string; trouble: Trouble | undefined }) {
  return (
    <Panel title="Ghi vào lịch của tỉnh" note="Lặp lại mỗi năm">
      <Form action={paths.cycle.seasons()} trouble={trouble} label="Ghi vào lịch của tỉnh">
        <Hidden name="province" value={province} />
        <Select
          name="step"
          label="Bước"
          blank="Chọn bước"
          options={seasonSteps.map((value) => ({ value, label: stepWords[value] }))}
          trouble={trouble}
        />
        <Field name="fromDay" label="Từ" hint="Ngày/tháng, ví dụ 15/4." short trouble={trouble} />
        <Field
          name="toDay"
          label="Đến hết"
          hint="Ngày/tháng, ví dụ 30/6. Vắt qua năm cũng được."
          short
          trouble={trouble}
        />
        <Field name="basis" label="Văn bản của tỉnh" hint="Số, ký hiệu, ngày ban hành." trouble={trouble} />
        <p class="small muted">
          Mùa gom ý tưởng đặt ở <a href={paths.idea.terms()}>thời hạn trả lời ý tưởng</a>; các đợt đánh giá mở ở{' '}
          <a href={paths.programme.rounds()}>Đợt đánh giá</a>.
        </p>
        <div class="row">
          <Submit icon="save">Ghi vào lịch</Submit>
        </div>
      </Form>
    </Panel>
  )
}
