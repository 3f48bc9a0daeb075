import { Check, Radios, Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Fieldset, Form, LinkButton, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { CouncilFile } from './actions-council.ts'
import { againRules, capacities, fallbacks, gateRules } from './model.ts'
import type { Regulation } from './model.ts'
import type { CouncilRow } from './store.ts'
import {
  againRuleNames,
  againWords,
  capacityNames,
  fallbackNames,
  gateRuleNames,
  levelNames,
  proposalOptions,
  proposalWords,
  quorumWords,
  sessionStateNames,
  spreadWords,
} from './words.ts'

export function CouncilList({
  councils,
  maySetUp,
  mayCompare,
}: {
  councils: readonly CouncilRow[]
  maySetUp: boolean
  mayCompare: boolean
}) {
  return (
    <div class="stack">
      <div class="row apart">
        <h1>Hội đồng đánh giá</h1>
        <div class="row">
          {mayCompare ? (
            <LinkButton href={paths.evaluation.compare()} kind="secondary" icon="scale">
              So sánh độ chặt
            </LinkButton>
          ) : null}
          {maySetUp ? (
            <LinkButton href={paths.evaluation.councilBegin()} icon="plus">
              Lập Hội đồng
            </LinkButton>
          ) : null}
        </div>
      </div>
      {councils.length === 0 ? (
        <Empty title="Chưa có Hội đồng nào" icon="landmark">
          <p>Lãnh đạo đơn vị lập Hội đồng bằng quyết định (26/2026 Điều 7.3, 7.4).</p>
        </Empty>
      ) : (
        <Table
          caption="Hội đồng"
          rows={councils}
          columns={[
            {
              head: 'Hội đồng',
              cell: ({ id, name }) => <a href={paths.evaluation.council(id)}>{name}</a>,
              names: true,
            },
            { head: 'Cấp', cell: ({ level }) => levelNames[level] },
            { head: 'Quyết định', cell: ({ decisionNo }) => decisionNo },
            { head: 'Ngày', cell: ({ decidedOn }) => <Day date={decidedOn} /> },
          ]}
        />
      )}
    </div>
  )
}

/** As many as the largest councils seen; rows left blank are no seats. */
const seatRows = 15

interface SetUpProps {
  readonly people: readonly { id: string; name: string }[]
  readonly trouble: Trouble | undefined
}

export function SetUpCouncil({ people, trouble }: SetUpProps) {
  return (
    <div class="stack">
      <h1>Lập Hội đồng</h1>
      <Form action={paths.evaluation.councilBegin()} trouble={trouble} panel>
        <Field name="name" label="Tên Hội đồng" trouble={trouble} />
        <Field name="decisionNo" label="Số quyết định thành lập" short trouble={trouble} />
        <Field name="decidedOn" label="Ngày quyết định" kind="date" trouble={trouble} />
        <Field name="fromDate" label="Làm việc từ ngày" kind="date" trouble={trouble} />
        <Field name="toDate" label="Đến ngày" kind="date" optional trouble={trouble} />
        {Array.from({ length: seatRows }, (_, row) => (
          <Fieldset legend={`Thành viên ${row + 1}`}>
            <Select
              name={`nguoi[${row}]`}
              label="Người"
              options={people.map(({ id, name }) => ({ value: id, label: name }))}
              blank="Để trống"
              trouble={trouble}
            />
            <Select
              name={`chuc[${row}]`}
              label="Chức danh"
              options={capacities.map((value) => ({ value, label: capacityNames[value] }))}
              value="member"
              trouble={trouble}
            />
            <Field name={`coquan[${row}]`} label="Cơ quan" optional trouble={trouble} />
          </Fieldset>
        ))}
        <Submit>Lập Hội đồng</Submit>
      </Form>
    </div>
  )
}

export function CouncilView({ file, trouble }: { file: CouncilFile; trouble: Trouble | undefined }) {
  const { council, regulations, sessions, mayAdopt, mayPrepare } = file
  const [current] = regulations
  return (
    <div class="stack loose">
      <div class="stack">
        <div class="row apart">
          <h1>{council.name}</h1>
          {mayPrepare && current ? (
            <LinkButton href={paths.evaluation.sessionBegin(council.id)} icon="calendar">
              Triệu tập phiên
            </LinkButton>
          ) : null}
        </div>
        <Facts
          facts={[
            ['Quyết định', `${council.decisionNo}`],
            ['Ngày', <Day date={council.decidedOn} />],
            ['Làm việc từ', <Day date={council.fromDate} />],
            ['Đến', council.toDate === null ? null : <Day date={council.toDate} />],
          ]}
        />
      </div>
      <Panel title={`Phiên chấm (${sessions.length})`}>
        {sessions.length === 0 ? (
          <p class="muted">Chưa có phiên nào.</p>
        ) : (
          <Table
            caption="Phiên chấm, mới nhất trước"
            rows={sessions}
            columns={[
              {
                head: 'Ngày',
                cell: ({ id, meetsOn }) => (
                  <a href={paths.evaluation.session(id)}>
                    <Day date={meetsOn} />
                  </a>
                ),
                names: true,
              },
              { head: 'Hồ sơ', cell: ({ items }) => items, numeric: true },
              { head: 'Trạng thái', cell: ({ state }) => sessionStateNames[state] },
            ]}
          />
        )}
      </Panel>
      <Panel title={`Thành viên (${council.seats.length})`}>
        <ul class="stack tight">
          {council.seats.map(({ name, capacity, agency }) => (
            <li>
              {name}, {capacityNames[capacity]}, {agency}
            </li>
          ))}
        </ul>
      </Panel>
      <Regulations regulations={regulations} />
      {mayAdopt ? <RegulationForm councilId={council.id} trouble={trouble} /> : null}
    </div>
  )
}

/** The latest says what holds for new sessions; sessions keep the one they were called under. */
function Regulations({ regulations }: { regulations: readonly Regulation[] }) {
  const [current, ...earlier] = regulations
  if (current === undefined) {
    return (
      <Panel title="Quy chế hoạt động">
        <p>Chưa ban hành quy chế nên chưa triệu tập phiên được (26/2026 Điều 7.3.b, 7.4.b).</p>
      </Panel>
    )
  }
  return (
    <Panel title="Quy chế hoạt động" note={current.documentNo}>
      <Facts
        facts={[
          ['Có hiệu lực từ', <Day date={current.effectiveOn} />],
          ['Túc số', quorumWords(current)],
          ['Độ lệch cho phép', spreadWords(current)],
          ['Ngưỡng sao', gateRuleNames[current.gateRule]],
          ['Đủ điểm mà thiếu ngưỡng', fallbackNames[current.fallback]],
          ['Chuyển lên cấp trên', proposalWords(current.proposes)],
          ['Khi chấm lại theo khiếu nại', againWords(current.sitsAgain)],
        ]}
      />
      {earlier.map(({ documentNo, effectiveOn }) => (
        <p class="small muted">
          Trước đó: {documentNo}, từ <Day date={effectiveOn} />
        </p>
      ))}
    </Panel>
  )
}

/** What the law leaves to the council; the defaults are stated, not hidden. */
function RegulationForm({ councilId, trouble }: { councilId: string; trouble: Trouble | undefined }) {
  return (
    <Panel title="Ban hành quy chế hoạt động" note="Luật để Hội đồng tự quy định (26/2026 Điều 7.3.b, 7.4.b)">
      <Form action={paths.evaluation.regulation(councilId)} trouble={trouble}>
        <Field name="documentNo" label="Số văn bản" short trouble={trouble} />
        <Field name="effectiveOn" label="Có hiệu lực từ" kind="date" trouble={trouble} />
        <Field name="quorumNumerator" label="Túc số, tử" kind="count" value="3" short trouble={trouble} />
        <Field name="quorumDenominator" label="Túc số, mẫu" kind="count" value="4" short trouble={trouble} />
        <Check name="chairRequired" label="Phải có Chủ tịch" checked trouble={trouble} />
        <Field name="spreadPoints" label="Độ lệch cho phép (điểm)" kind="count" value="10" short trouble={trouble} />
        <Field
          name="wideRounds"
          label="Số vòng chấm rồi người điều hành được chốt"
          hint="Để trống nếu quy chế không cho chốt khi điểm còn lệch."
          kind="count"
          optional
          short
          trouble={trouble}
        />
        <Field
          name="outlierPoints"
          label="Lệch trung bình quá bao nhiêu điểm thì phải ghi lý do khi chấm lại"
          hint="Để trống nếu quy chế không yêu cầu."
          kind="count"
          optional
          short
          trouble={trouble}
        />
        <Radios
          name="gateRule"
          label="Xét ngưỡng sao khi thành viên chọn mức khác nhau"
          options={gateRules.map((value) => ({ value, label: gateRuleNames[value] }))}
          value="majority"
          trouble={trouble}
        />
        <Radios
          name="fallback"
          label="Khi đủ điểm mà thiếu ngưỡng"
          options={fallbacks.map((value) => ({ value, label: fallbackNames[value] }))}
          value="highest-met"
          trouble={trouble}
        />
        <Select
          name="proposes"
          label="Kết quả chuyển lên cấp trên"
          blank="Quy chế không nêu (mặc định: xét theo điểm, người đóng phiên xác nhận)"
          options={proposalOptions}
          optional
          trouble={trouble}
        />
        <Select
          name="sitsAgain"
          label="Khi chấm lại theo kết luận khiếu nại"
          blank="Quy chế không nêu (mặc định: người đã chấm vẫn được chấm)"
          options={againRules.map((value) => ({ value, label: againRuleNames[value] }))}
          optional
          trouble={trouble}
        />
        <Submit>Ban hành quy chế</Submit>
      </Form>
    </Panel>
  )
}
