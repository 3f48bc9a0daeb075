import type { CivilDate } from '../kernel/civil-date.ts'
import { showDate } from '../kernel/civil-date.ts'
import { showCount } from '../kernel/number.ts'
import { Empty } from '../ui/empty.tsx'
import { Meter } from '../ui/meter.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { planProgress } from './actions-progress.ts'
import type { Place } from './model.ts'

type File = Awaited<ReturnType<typeof planProgress>>
type Row = File['rows'][number]

/** Goal, what the records say on the day, what is left; every count opens its records. */
export function ProgressView({ plan, place, rows, at }: File & { readonly at: CivilDate }) {
  return (
    <div class="stack">
      <h1>Tiến độ: {plan.title}</h1>
      <p class="lead">
        Thực tế tính đến <Day date={at} />
        {place === undefined ? ', đơn vị đã chia và chưa ai xác định phần kế tục nên chưa đếm được' : `, ${place.name}`}
        . Con số của hệ thống mở ra từng bản ghi.
      </p>
      <form class="panel filter" action={paths.statistics.progress(plan.id)}>
        <div class="field">
          <label for="ngay">Tính đến ngày</label>
          <input class="input" id="ngay" name="ngay" value={showDate(at)} inputmode="numeric" />
        </div>
        <button class="button">Xem tiến độ</button>
      </form>
      {rows.length === 0 ? (
        <Empty title="Kế hoạch chưa có chỉ tiêu" icon="chart-column">
          Thêm chỉ tiêu ở trang của kế hoạch.
        </Empty>
      ) : (
        <Table<Row>
          caption="Chỉ tiêu và thực tế"
          rows={rows}
          columns={[
            {
              head: 'Chỉ tiêu',
              names: true,
              cell: ({ target }) => (
                <>
                  <a href={paths.scheme.target(target.id)}>{target.title}</a>
                  <span class="small muted note"> {target.definition}</span>
                </>
              ),
            },
            { head: 'Hạn', cell: ({ target }) => <Day date={target.dueOn} /> },
            { head: 'Đích', cell: ({ target: { goal } }) => (goal === null ? 'chưa rõ' : showCount(goal)) },
            { head: 'Thực tế', cell: (row) => <Actual {...row} at={at} place={place} /> },
            { head: 'Còn lại', cell: (row) => <Left {...row} at={at} /> },
          ]}
        />
      )}
      <p>
        <a href={paths.scheme.plan(plan.id)}>Về trang của kế hoạch</a>
      </p>
    </div>
  )
}

function Actual({ target, told, progress, at, place }: Row & { at: CivilDate; place: Place | undefined }) {
  const { actual } = progress
  if (target.figure === null) {
    if (told === undefined) return <>chưa khai</>
    return (
      <>
        {showCount(told.value)} {target.measure}
        <span class="small muted note">
          {' '}
          khai <Day date={told.onDate} />
        </span>
      </>
    )
  }
  if (actual === null || place === undefined) return <>chưa đếm được</>
  const [key] = target.partKeys
  const one = target.partBy !== null && target.partKeys.length === 1 ? { chia: target.partBy, phan: key } : {}
  return (
    <a href={paths.statistics.records(target.figure, { ngay: at, noi: place.code, ...one })}>
      {showCount(actual)} {target.measure}
    </a>
  )
}

function Left({ target, progress, at }: Row & { at: CivilDate }) {
  const { left, percent } = progress
  if (left === null || percent === null) return <>–</>
  if (left <= 0) return <Status state="done">{left === 0 ? 'Vừa đạt' : `Vượt ${showCount(-left)}`}</Status>
  const words = `${showCount(left)} ${target.measure} (đạt ${percent}%)`
  return (
    <>
      <Meter percent={percent} />
      {target.dueOn < at ? <Status state="late">{`Quá hạn, thiếu ${words}`}</Status> : words}
    </>
  )
}
