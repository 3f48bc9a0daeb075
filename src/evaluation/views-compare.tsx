import { showHundredths } from '../kernel/number.ts'
import { rubricById } from '../regime/law.ts'
import type { LegalText } from '../regime/model.ts'
import { Empty } from '../ui/empty.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import type { CouncilStrictness, CriterionDrift } from './drift.ts'

interface CompareProps {
  readonly councils: readonly CouncilStrictness[]
  readonly text: LegalText
}

/** Councils side by side: who gives more than others for the same criteria. */
export function CompareView({ councils, text }: CompareProps) {
  return (
    <div class="stack">
      <h1>So sánh độ chặt giữa các Hội đồng</h1>
      <p class="lead">
        Theo {text.number}: ở cùng tiêu chí của cùng bộ tiêu chí, mỗi Hội đồng cho cao hơn hay thấp hơn mức chung bao
        nhiêu điểm trên một phiếu. Đây là dấu hiệu để xem lại, không phải kết luận: Hội đồng gặp nhiều sản phẩm tốt cũng
        đứng cao.
      </p>
      {councils.length === 0 ? (
        <Empty title="Chưa có phiên nào đóng theo văn bản này" icon="scale">
          <p>Khi có phiên đóng, bảng so sánh hiện ở đây.</p>
        </Empty>
      ) : (
        <Table
          caption="Chênh so với mức chung, điểm trên một phiếu"
          rows={councils}
          columns={[
            {
              head: 'Hội đồng',
              cell: ({ councilId, councilName }) => <a href={paths.evaluation.council(councilId)}>{councilName}</a>,
              names: true,
            },
            { head: 'Phiếu', cell: ({ ballots }) => ballots, numeric: true },
            { head: 'Chênh', cell: ({ deviation }) => signed(deviation), numeric: true },
            { head: 'Lệch nhiều nhất ở', cell: ({ furthest }) => <Furthest drifts={furthest} /> },
          ]}
        />
      )}
    </div>
  )
}

function Furthest({ drifts }: { drifts: readonly CriterionDrift[] }) {
  return (
    <ul class="stack tight">
      {drifts.map(({ rubric, criterion, deviation }) => (
        <li>
          {criterion} {nameOf(rubric, criterion)} <span class="num">({signed(deviation)})</span>
        </li>
      ))}
    </ul>
  )
}

function nameOf(rubric: string, criterion: string): string {
  return rubricById(rubric)?.criteria.find(({ code }) => code === criterion)?.name ?? ''
}

function signed(hundredths: number): string {
  return `${hundredths > 0 ? '+' : ''}${showHundredths(hundredths)}`
}
