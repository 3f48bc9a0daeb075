import type { CivilDate } from '../kernel/civil-date.ts'
import { showCount } from '../kernel/number.ts'
import type { Page } from '../kernel/page.ts'
import { kindWords as producerKindWords } from '../producer/words.ts'
import { Select } from '../ui/choice.tsx'
import type { Option } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { LinkButton, Submit } from '../ui/form.tsx'
import { Pager } from '../ui/pager.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import type { ShownPlan, Target } from './model.ts'
import { isOver } from './rules.ts'
import { figureWords, kindWords, stateLooks, stateWords } from './words.ts'

export function PlanStatus({ plan, today }: { plan: Pick<ShownPlan, 'state' | 'toYear'>; today: CivilDate }) {
  const { state } = plan
  if (isOver(plan, today)) return <Status state="expired">Hết giai đoạn</Status>
  return <Status state={stateLooks[state]}>{stateWords[state]}</Status>
}

export function yearsOf({ fromYear, toYear }: Pick<ShownPlan, 'fromYear' | 'toYear'>): string {
  return fromYear === toYear ? `${fromYear}` : `${fromYear}–${toYear}`
}

export function unitOf({ unitName }: Pick<ShownPlan, 'unitName'>): string {
  return unitName ?? 'Trung ương'
}

/** `10.000 sản phẩm`, `chưa rõ`. */
export function amountOf(value: number | null, measure: string): string {
  return value === null ? 'chưa rõ' : `${showCount(value)} ${measure}`
}

/** What a target counts: the figure and which part of it, or what the unit tells itself. */
export function countedWords({ figure, partBy, partKeys }: Pick<Target, 'figure' | 'partBy' | 'partKeys'>): string {
  if (figure === null) return 'Đơn vị tự khai kết quả, có căn cứ'
  const parts = partKeys.map((key) =>
    partBy === 'stars' ? `${key} sao` : ((producerKindWords as Record<string, string>)[key] ?? key).toLowerCase(),
  )
  return [figureWords[figure], ...(parts.length > 0 ? [parts.join(', ')] : [])].join(': ')
}

interface PlansProps {
  readonly plans: Page<ShownPlan> & { readonly writes: boolean }
  readonly provinces: readonly Option[]
  readonly province: string | undefined
  readonly today: CivilDate
}

/** What the country, provinces and communes set out to do. */
export function PlansView({ plans, provinces, province, today }: PlansProps) {
  return (
    <div class="stack">
      <div class="row apart">
        <h1>Chương trình, đề án, kế hoạch</h1>
        {plans.writes ? (
          <LinkButton href={paths.scheme.begin()} icon="plus">
            Lập đề án, kế hoạch
          </LinkButton>
        ) : null}
      </div>
      <p class="lead">Mỗi chỉ tiêu nói rõ đếm gì, từ đâu, đến bao giờ. Tiến độ đọc từ bản ghi.</p>
      <form class="panel filter" action={paths.scheme.list()} aria-label="Lọc theo tỉnh">
        <Select name="tinh" label="Tỉnh, thành phố" options={provinces} value={province} blank="Cả nước" />
        <div class="row">
          <Submit icon="list-filter" kind="secondary">
            Lọc
          </Submit>
        </div>
      </form>
      {plans.items.length === 0 ? (
        <Empty title="Chưa có kế hoạch nào" icon="clipboard-list">
          Đề án, kế hoạch hiện ở đây khi lãnh đạo đơn vị phê duyệt.
        </Empty>
      ) : (
        <Table
          caption="Kế hoạch, năm mới nhất trước"
          rows={plans.items}
          columns={[
            { head: 'Tên', names: true, cell: ({ id, title }) => <a href={paths.scheme.plan(id)}>{title}</a> },
            { head: 'Loại', cell: ({ kind }) => kindWords[kind] },
            { head: 'Đơn vị', cell: unitOf },
            { head: 'Thời gian', cell: yearsOf },
            { head: 'Trạng thái', cell: (plan) => <PlanStatus plan={plan} today={today} /> },
          ]}
        />
      )}
      <Pager {...plans} hrefOf={(trang) => paths.scheme.list({ tinh: province, trang })} />
    </div>
  )
}
