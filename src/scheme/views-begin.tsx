import type { CivilDate } from '../kernel/civil-date.ts'
import { yearOf } from '../kernel/civil-date.ts'
import { producerKinds } from '../producer/model.ts'
import { kindWords as producerKindWords } from '../producer/words.ts'
import { Check, Checks, Radios, Select } from '../ui/choice.tsx'
import type { Option } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import type { PlanFile } from './actions-reading.ts'
import { aimedFigures, moneySources } from './model.ts'
import type { BudgetLine, PlanTask, ShownPlan, Target } from './model.ts'
import { unitOf, yearsOf } from './views.tsx'
import { figureWords, kindWords, moneyWords } from './words.ts'

interface Asking {
  readonly trouble: Trouble | undefined
}

interface PlanFormProps extends Asking {
  readonly units: readonly Option[]
  readonly above: readonly ShownPlan[]
  readonly today: CivilDate
}

export function PlanForm({ units, above, today, trouble }: PlanFormProps) {
  const year = yearOf(today)
  return (
    <div class="stack">
      <h1>Lập đề án, kế hoạch</h1>
      <Form action={paths.scheme.begin()} trouble={trouble} panel>
        <Select
          name="unit"
          label="Đơn vị"
          options={units}
          value={units.length === 1 ? units[0]?.value : undefined}
          blank={units.length === 1 ? undefined : 'Chọn đơn vị'}
          trouble={trouble}
        />
        <Radios
          name="kind"
          label="Loại"
          options={(['plan', 'scheme'] as const).map((kind) => ({ value: kind, label: kindWords[kind] }))}
          trouble={trouble}
        />
        <Field name="title" label="Tên" hint={`Ví dụ Kế hoạch OCOP năm ${year + 1}`} trouble={trouble} />
        <Field name="fromYear" label="Từ năm" value={String(year + 1)} kind="decimal" trouble={trouble} />
        <Field name="toYear" label="Đến năm" value={String(year + 1)} kind="decimal" trouble={trouble} />
        {above.length === 0 ? null : (
          <Select
            name="parent"
            label="Thực hiện văn bản"
            blank="Không gắn với văn bản nào"
            options={above.map((plan) => ({
              value: plan.id,
              label: `${plan.title} (${unitOf(plan)}, ${yearsOf(plan)})`,
            }))}
            optional
            trouble={trouble}
          />
        )}
        <div class="row">
          <Submit>Lập bản soạn</Submit>
        </div>
      </Form>
    </div>
  )
}

const partOptions = [
  ...[3, 4, 5].map((stars) => ({ value: `stars:${stars}`, label: `${stars} sao` })),
  ...producerKinds
    .filter((kind) => kind !== 'unknown' && kind !== 'other')
    .map((kind) => ({ value: `kind:${kind}`, label: producerKindWords[kind] })),
]

interface TargetFormProps extends Asking, Pick<PlanFile, 'plan' | 'above'> {
  /** What stands already; without it the form adds one. */
  readonly target?: Target
}

/** A target that says what it counts; the figure of the system is offered first, own telling is what is left. */
export function TargetForm({ plan, above, target, trouble }: TargetFormProps) {
  const action = target ? paths.scheme.changeTarget(target.id) : paths.scheme.addTarget(plan.id)
  return (
    <Form action={action} trouble={trouble}>
      <Field name="title" label="Tên chỉ tiêu" value={target?.title} trouble={trouble} />
      <Select
        name="figure"
        label="Đếm bằng con số của hệ thống"
        hint="Tiến độ khi đó đọc từ bản ghi, không ai phải khai."
        blank="Không, đơn vị tự khai kết quả"
        options={aimedFigures.map((id) => ({ value: id, label: figureWords[id] }))}
        value={target?.figure}
        optional
        trouble={trouble}
      />
      <Checks
        name="parts"
        label="Chỉ đếm một phần"
        hint="Theo hạng sao, hoặc theo loại hình chủ thể. Để trống là đếm tất cả."
        options={partOptions}
        value={target?.partKeys.map((key) => `${target.partBy}:${key}`)}
        optional
        trouble={trouble}
      />
      <Field
        name="definition"
        label="Định nghĩa"
        hint="Đếm gì, không đếm gì."
        kind="textarea"
        rows={3}
        value={target?.definition}
        trouble={trouble}
      />
      <Field
        name="measure"
        label="Đơn vị tính"
        hint="Ví dụ sản phẩm, chủ thể, xã."
        short
        value={target?.measure}
        trouble={trouble}
      />
      <Field name="base" label="Số gốc" kind="count" value={target?.base ?? undefined} optional trouble={trouble} />
      <Field
        name="baseOn"
        label="Số gốc của ngày"
        kind="date"
        value={target?.baseOn ?? undefined}
        optional
        trouble={trouble}
      />
      <Field name="goal" label="Đích" kind="count" value={target?.goal ?? undefined} trouble={trouble} />
      <Check name="goalUnknown" label="Chưa rõ đích" checked={target?.goal === null} trouble={trouble} />
      <Field name="dueOn" label="Hạn" kind="date" value={target?.dueOn ?? `${plan.toYear}-12-31`} trouble={trouble} />
      <Select
        name="parent"
        label="Góp vào chỉ tiêu"
        hint="Chỉ tiêu của kế hoạch này hoặc của cấp trên, đếm cùng một thứ."
        blank="Không góp vào chỉ tiêu nào"
        value={target?.parentId}
        options={above.map(({ id, title, planTitle }) => ({ value: id, label: `${title} — ${planTitle}` }))}
        optional
        trouble={trouble}
      />
      <div class="row">
        <Submit>{target ? 'Lưu chỉ tiêu' : 'Thêm chỉ tiêu'}</Submit>
      </div>
    </Form>
  )
}

export function BudgetForm({ plan, line, trouble }: Asking & Pick<PlanFile, 'plan'> & { readonly line?: BudgetLine }) {
  const action = line ? paths.scheme.changeBudgetLine(line.id) : paths.scheme.addBudget(plan.id)
  return (
    <Form action={action} trouble={trouble}>
      <Select
        name="sourceKind"
        label="Nguồn"
        blank="Chọn nguồn"
        options={moneySources.map((kind) => ({ value: kind, label: moneyWords[kind] }))}
        value={line?.sourceKind}
        trouble={trouble}
      />
      <Field name="year" label="Năm" value={String(line?.year ?? plan.fromYear)} kind="decimal" trouble={trouble} />
      <Field name="amount" label="Số tiền" kind="money" value={line?.amount} trouble={trouble} />
      <Field name="purpose" label="Dùng vào" value={line?.purpose} trouble={trouble} />
      <div class="row">
        <Submit>{line ? 'Lưu kinh phí' : 'Thêm kinh phí'}</Submit>
      </div>
    </Form>
  )
}

interface TaskFormProps extends Asking, Pick<PlanFile, 'plan' | 'targets' | 'units'> {
  readonly task?: PlanTask
  /** The units that the task is given to already. */
  readonly asked?: readonly string[]
}

export function TaskForm({ plan, targets, units, task, asked = [], trouble }: TaskFormProps) {
  const own = { value: plan.unitToday ?? '', label: `${unitOf(plan)} (tự làm)` }
  const action = task ? paths.scheme.changeTask(task.id) : paths.scheme.giveTask(plan.id)
  const everyone = units.length > 0 && asked.length === units.length && units.every(({ code }) => asked.includes(code))
  return (
    <Form action={action} trouble={trouble}>
      <Field name="task" label="Tên việc" value={task?.title} trouble={trouble} />
      <Field
        name="asks"
        label="Phải làm gì, báo cáo gì"
        kind="textarea"
        rows={4}
        value={task?.asks}
        trouble={trouble}
      />
      <Field name="taskDue" label="Hạn báo cáo" kind="date" value={task?.dueOn} trouble={trouble} />
      {targets.length === 0 ? null : (
        <Select
          name="target"
          label="Phục vụ chỉ tiêu"
          blank="Không gắn"
          options={targets.map(({ id, title }) => ({ value: id, label: title }))}
          value={task?.targetId}
          optional
          trouble={trouble}
        />
      )}
      {units.length === 0 ? null : (
        <Check
          name="everyone"
          label={`Giao cho tất cả ${units.length} đơn vị cấp dưới`}
          checked={everyone}
          trouble={trouble}
        />
      )}
      <details open={trouble?.values['units'] !== undefined || units.length === 0 || (asked.length > 0 && !everyone)}>
        <summary>Chọn từng đơn vị</summary>
        <Checks
          name="units"
          label="Giao cho"
          options={[own, ...units.map(({ code, fullName }) => ({ value: code, label: fullName }))]}
          value={everyone ? [] : asked}
          optional
          trouble={trouble}
        />
      </details>
      <div class="row">
        <Submit>{task ? 'Lưu việc' : 'Giao việc'}</Submit>
      </div>
    </Form>
  )
}
