import { showCount } from '../kernel/number.ts'
import { Field } from '../ui/field.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Chips } from '../ui/tabs.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { Reach } from './actions-reach.ts'
import type { ShownReachCell } from './model-reach.ts'
import { reachDimensions } from './model-reach.ts'
import type { OwnUnit } from './views-course.tsx'
import { reachDimensionWords, reachLabel } from './words.ts'

interface ReachProps {
  readonly reach: Reach
  readonly units: readonly OwnUnit[]
  readonly thisYear: number
  readonly trouble: Trouble | undefined
}

/** Counts, never names: who was reached, by what they chose to tell. */
export function ReachView({ reach, units, thisYear, trouble }: ReachProps) {
  const { unit, unitName, year, smallest, people, atEvents, atFairs, by } = reach
  const many = (count: number | null) => (count === null ? `dưới ${smallest}` : showCount(count))
  return (
    <div class="stack loose">
      <div class="stack tight">
        <h1>Đào tạo đã tới ai</h1>
        <p class="lead">
          {unitName}, năm {year}: {many(people)} người đã đến học.
        </p>
        <p>
          Ngoài lớp học: {many(atEvents)} chủ thể có mặt ở hội nghị, hội thảo, lễ của đơn vị; {many(atFairs)} chủ thể
          tham gia hội chợ.
        </p>
      </div>
      <Chips
        label="Năm và đơn vị"
        chips={[
          ...[thisYear, thisYear - 1, thisYear - 2].map((one) => ({
            href: paths.training.reach({ nam: one, 'don-vi': unit }),
            label: `Năm ${one}`,
            current: one === year,
          })),
          ...(units.length > 1 ? units : []).map(({ code, name }) => ({
            href: paths.training.reach({ nam: year, 'don-vi': code }),
            label: name,
            current: code === unit,
          })),
        ]}
      />
      <Notice kind="info">
        Mỗi người đếm một lần. Ô dưới {smallest} người không hiện; đôi khi một ô lớn hơn cũng ẩn theo, để không tính
        ngược ra được. Giới tính, dân tộc là điều người học tự nêu và đồng ý cho đếm.
      </Notice>
      {reachDimensions.map((dimension) => (
        <Panel title={reachDimensionWords[dimension]}>
          {by[dimension].length === 0 ? (
            <p class="muted">Chưa có ai.</p>
          ) : (
            <Table
              caption={reachDimensionWords[dimension]}
              rows={by[dimension]}
              columns={[
                {
                  head: reachDimensionWords[dimension],
                  names: true,
                  cell: ({ label }: ShownReachCell) => reachLabel(label),
                },
                {
                  head: 'Người',
                  numeric: true,
                  cell: (cell: ShownReachCell) => (cell.people === null ? 'ẩn' : showCount(cell.people)),
                },
              ]}
            />
          )}
        </Panel>
      ))}
      {reach.maySet ? <SmallestCellForm reach={reach} trouble={trouble} /> : null}
    </div>
  )
}

function SmallestCellForm({ reach: { unit, smallest }, trouble }: Pick<ReachProps, 'reach' | 'trouble'>) {
  return (
    <details class="panel" open={trouble !== undefined}>
      <summary>Đổi ô nhỏ nhất được hiện (đang là {smallest} người)</summary>
      <Form action={paths.training.smallestCell(unit)} trouble={trouble}>
        <Field
          name="people"
          label="Ẩn ô dưới"
          hint="Mặc định 5 người; không văn bản nào định sẵn con số này."
          kind="count"
          value={smallest}
          suffix="người"
          trouble={trouble}
        />
        <Field name="basis" label="Căn cứ, lý do" trouble={trouble} />
        <Submit kind="secondary">Lưu</Submit>
      </Form>
    </details>
  )
}
