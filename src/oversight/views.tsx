import type { CivilDate } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import { Check } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Hidden, LinkButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import type { Column } from '../ui/table.tsx'
import { Chips } from '../ui/tabs.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { UnitSelect } from '../ui/unit-select.tsx'
import type { Inspection } from './model.ts'
import { outcomeWords, stateLooks, stateWords } from './words.ts'

export function InspectionStatus({
  state,
  outcome,
  dueOn,
  today,
}: Pick<Inspection, 'state' | 'outcome' | 'dueOn'> & { today: CivilDate }) {
  if (state === 'remedying' && dueOn !== null && dueOn < today) return <Status state="late">Quá hạn khắc phục</Status>
  if (outcome === 'revocation') return <Status state="revoked">{outcomeWords.revocation}</Status>
  return <Status state={stateLooks[state]}>{outcome === null ? stateWords[state] : outcomeWords[outcome]}</Status>
}

function columns(today: CivilDate, own: boolean): readonly Column<Inspection>[] {
  return [
    {
      head: 'Sản phẩm',
      names: true,
      cell: ({ id, productName, producerName }) => (
        <>
          <a href={paths.oversight.file(id)}>{productName}</a>
          {own ? null : <span class="small muted note">{producerName}</span>}
        </>
      ),
    },
    { head: 'Số', cell: ({ number }) => number },
    { head: 'Đơn vị', cell: ({ unitName }) => unitName ?? 'Đơn vị đã chia' },
    { head: 'Ngày', cell: ({ visitOn }) => <Day date={visitOn} /> },
    { head: 'Tình trạng', cell: (one) => <InspectionStatus {...one} today={today} /> },
    { head: 'Hạn khắc phục', cell: ({ dueOn }) => (dueOn === null ? 'Không có' : <Day date={dueOn} />) },
  ]
}

interface ListProps {
  readonly list: Page<Inspection> & { readonly mayOpen: boolean }
  readonly all: boolean
  readonly today: CivilDate
}

export function InspectionListView({ list, all, today }: ListProps) {
  return (
    <div class="stack">
      <h1>Kiểm tra sau công nhận</h1>
      <p class="lead">
        Giữ tiêu chí theo hồ sơ, dùng dấu và quảng cáo đúng (26/2026 Điều 9). Văn bản không quy định bao lâu kiểm tra
        một lần; mỗi đơn vị lập kế hoạch của mình.
      </p>
      {list.mayOpen ? (
        <p class="row">
          <LinkButton href={paths.oversight.begin()} icon="clipboard-list">
            Mở cuộc kiểm tra
          </LinkButton>
        </p>
      ) : null}
      <Chips
        label="Xem"
        chips={[
          { href: paths.oversight.list(), label: 'Đang làm', current: !all },
          { href: paths.oversight.list({ xem: 'tat-ca' }), label: 'Tất cả', current: all },
          { href: paths.oversight.plans(), label: 'Kế hoạch và chọn nơi kiểm tra' },
        ]}
      />
      {list.items.length === 0 ? (
        <Empty title="Không có cuộc kiểm tra nào ở đây" icon="clipboard-list">
          Lập kế hoạch năm để chọn nơi kiểm tra, hoặc mở một cuộc đột xuất khi có việc.
        </Empty>
      ) : (
        <Table caption="Cuộc kiểm tra, việc gần nhất trước" rows={list.items} columns={columns(today, false)} />
      )}
      <Pager {...list} hrefOf={(trang) => paths.oversight.list({ xem: all ? 'tat-ca' : undefined, trang })} />
    </div>
  )
}

interface OwnProps {
  readonly inspections: readonly Inspection[]
  readonly certificates: readonly {
    readonly number: string
    readonly productName: string
    readonly stars: number
    readonly lastDay: CivilDate
    readonly committed: boolean
  }[]
  readonly today: CivilDate
}

/** The producer's own: what it promised, and who came to see. */
export function OwnOversightView({ inspections, certificates, today }: OwnProps) {
  return (
    <div class="stack">
      <h1>Cam kết và kiểm tra</h1>
      <Panel title="Cam kết chất lượng của từng giấy">
        {certificates.length === 0 ? (
          <p class="muted">Chưa có giấy chứng nhận nào còn hiệu lực.</p>
        ) : (
          <Table
            caption="Giấy chứng nhận còn hiệu lực"
            rows={certificates}
            columns={[
              {
                head: 'Sản phẩm',
                names: true,
                cell: ({ number, productName }) => <a href={paths.oversight.commitments(number)}>{productName}</a>,
              },
              { head: 'Hạng', cell: ({ stars }) => `${stars} sao` },
              { head: 'Ngày cuối', cell: ({ lastDay }) => <Day date={lastDay} /> },
              {
                head: 'Cam kết',
                cell: ({ committed }) => (
                  <Status state={committed ? 'done' : 'missing'}>{committed ? 'Đã xác nhận' : 'Chưa xác nhận'}</Status>
                ),
              },
            ]}
          />
        )}
      </Panel>
      <Panel title="Các cuộc kiểm tra">
        {inspections.length === 0 ? (
          <p class="muted">Chưa có cuộc kiểm tra nào báo trước hoặc đã chốt biên bản.</p>
        ) : (
          <Table caption="Các cuộc kiểm tra" rows={inspections} columns={columns(today, true)} />
        )}
      </Panel>
    </div>
  )
}

interface BeginProps {
  readonly units: readonly { readonly code: string; readonly name: string }[]
  readonly certificate: string | undefined
  readonly plan: string | undefined
  readonly planTitle: string | undefined
  readonly today: CivilDate
  readonly trouble?: Trouble | undefined
}

export function OpenInspectionView({ units, certificate, plan, planTitle, today, trouble }: BeginProps) {
  return (
    <div class="stack">
      <h1>Mở cuộc kiểm tra</h1>
      <Notice kind="info">
        Danh mục gồm cam kết của chủ thể, việc dùng dấu và từng tiêu chí của bộ đã chấm; danh mục giữ nguyên từ lúc mở.
      </Notice>
      <Form action={paths.oversight.begin()} trouble={trouble} panel label="Mở cuộc kiểm tra">
        {plan === undefined ? null : <Hidden name="plan" value={plan} />}
        <UnitSelect units={units} label="Đơn vị kiểm tra" trouble={trouble} />
        <Field
          name="certificate"
          label="Số giấy chứng nhận"
          hint="Ví dụ OCOP-66-2026-0001, ghi trên giấy và ở trang của sản phẩm."
          value={certificate}
          trouble={trouble}
        />
        <Field
          name="reason"
          label="Vì sao kiểm tra"
          kind="textarea"
          rows={3}
          value={planTitle === undefined ? undefined : `Theo ${planTitle}`}
          trouble={trouble}
        />
        <Field name="visitOn" label="Ngày dự kiến" kind="date" value={today} trouble={trouble} />
        <Check
          name="announced"
          label="Báo trước cho chủ thể"
          hint="Không báo trước thì chủ thể chỉ thấy cuộc này khi biên bản đã chốt."
          checked
          trouble={trouble}
        />
        <div class="row">
          <Submit icon="clipboard-list">Mở cuộc kiểm tra</Submit>
          <LinkButton href={paths.oversight.list()} kind="quiet">
            Quay lại
          </LinkButton>
        </div>
      </Form>
    </div>
  )
}
