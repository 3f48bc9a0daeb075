import { showCount } from '../kernel/number.ts'
import { Empty } from '../ui/empty.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Fieldset, Form, LinkButton, PostButton, Submit } from '../ui/form.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Moment } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { UnitSelect } from '../ui/unit-select.tsx'
import type { PlanFile } from './actions-plan.ts'
import type { InspectionPlan, ShownCandidate } from './model-plan.ts'
import { risks } from './model-plan.ts'
import { edgeHundredths, lenienceHundredths, riskPoints } from './rules-choice.ts'
import { riskWords } from './words-plan.ts'

export function PlanListView({
  plans,
  mayOpen,
}: {
  readonly plans: readonly InspectionPlan[]
  readonly mayOpen: boolean
}) {
  return (
    <div class="stack">
      <h1>Kế hoạch hậu kiểm</h1>
      <p class="lead">
        Mỗi đơn vị mỗi năm một kế hoạch. Danh sách và số vé đóng băng trước khi có hạt giống, nên ai cũng rút lại được
        đúng danh sách đó.
      </p>
      {mayOpen ? (
        <p class="row">
          <LinkButton href={paths.oversight.planBegin()} icon="flag">
            Lập kế hoạch
          </LinkButton>
        </p>
      ) : null}
      {plans.length === 0 ? (
        <Empty title="Chưa có kế hoạch nào" icon="flag">
          Kế hoạch năm của đơn vị và danh sách đã rút hiện ở đây.
        </Empty>
      ) : (
        <Table
          caption="Kế hoạch hậu kiểm"
          rows={plans}
          columns={[
            { head: 'Kế hoạch', names: true, cell: ({ id, title }) => <a href={paths.oversight.plan(id)}>{title}</a> },
            { head: 'Đơn vị', cell: ({ unitName }) => unitName ?? 'Đơn vị đã chia' },
            { head: 'Năm', numeric: true, cell: ({ year }) => String(year) },
            { head: 'Số kiểm tra', numeric: true, cell: ({ size }) => showCount(size) },
            {
              head: 'Danh sách',
              cell: ({ drawnAt }) => (
                <Status state={drawnAt === null ? 'waiting' : 'done'}>{drawnAt === null ? 'Chờ rút' : 'Đã rút'}</Status>
              ),
            },
          ]}
        />
      )}
      <p class="row">
        <a href={paths.oversight.list()}>Các cuộc kiểm tra</a>
      </p>
    </div>
  )
}

interface BeginProps {
  readonly units: readonly { readonly code: string; readonly name: string }[]
  readonly year: number
  readonly trouble?: Trouble | undefined
}

export function PlanBeginView({ units, year, trouble }: BeginProps) {
  return (
    <div class="stack">
      <h1>Lập kế hoạch hậu kiểm</h1>
      <Form action={paths.oversight.planBegin()} trouble={trouble} panel label="Lập kế hoạch hậu kiểm">
        <UnitSelect units={units} trouble={trouble} />
        <Field name="year" label="Năm" kind="count" value={String(year)} trouble={trouble} />
        <Field name="title" label="Tên kế hoạch" trouble={trouble} />
        <Field name="document" label="Số, ký hiệu văn bản" short trouble={trouble} />
        <Field name="size" label="Kiểm tra bao nhiêu sản phẩm" kind="count" trouble={trouble} />
        <Fieldset
          legend="Hạt giống của việc rút"
          hint="Bỏ trống cả hai ô: hệ thống lấy băm của mẻ niêm phong sổ ghi đầu tiên sau lúc lập kế hoạch, không ai biết trước. Hoặc ghi một con số công khai đã chốt."
        >
          <Field name="seedNumber" label="Con số công khai" optional short trouble={trouble} />
          <Field name="seedSource" label="Công bố ở đâu, ngày nào" optional trouble={trouble} />
        </Fieldset>
        <div class="row">
          <Submit icon="flag">Lập và đóng băng danh sách</Submit>
          <LinkButton href={paths.oversight.plans()} kind="quiet">
            Quay lại
          </LinkButton>
        </div>
      </Form>
    </div>
  )
}

export function PlanView(props: PlanFile & { readonly trouble?: Trouble | undefined }) {
  const { plan, candidates, page, size } = props
  return (
    <div class="stack">
      <h1>{plan.title}</h1>
      <ErrorSummary trouble={props.trouble} />
      <Panel
        title={plan.drawnAt === null ? 'Chờ rút' : `Đã rút ${showCount(Math.min(plan.size, plan.candidates))} sản phẩm`}
      >
        <Facts
          facts={[
            ['Đơn vị', plan.unitName],
            ['Năm', String(plan.year)],
            ['Văn bản', plan.document],
            ['Trong danh sách', `${showCount(plan.candidates)} sản phẩm`],
            ['Đóng băng lúc', <Moment at={plan.openedAt} />],
            ['Hạt giống', plan.seed === null ? (plan.seedNumber ?? null) : <code>{plan.seed}</code>],
            ['Lấy từ', seedWords(plan)],
            ['Rút lúc', plan.drawnAt === null ? null : <Moment at={plan.drawnAt} />],
          ]}
        />
        <Draw {...props} />
        <p class="row">
          <LinkButton href={paths.oversight.drawFile(plan.id)} kind="secondary" icon="download" download>
            Tải danh sách (CSV)
          </LinkButton>
        </p>
      </Panel>
      <Candidates plan={plan} candidates={candidates} mayOpen={props.may.draw} />
      <Pager
        total={plan.candidates}
        page={page}
        size={size}
        hrefOf={(trang) => paths.oversight.plan(plan.id, { trang })}
      />
      <Method />
    </div>
  )
}

function seedWords({ seed, seedNumber, seedSource, batchNumber }: InspectionPlan): string {
  if (seedNumber !== null) return seedSource ?? ''
  if (seed === null) return 'Mẻ niêm phong đầu tiên của sổ ghi sau lúc đóng băng'
  return `Mẻ niêm phong số ${batchNumber} của sổ ghi`
}

function Draw({ plan, may, hasSeed }: PlanFile) {
  if (plan.drawnAt !== null || !may.draw) return null
  return (
    <>
      {hasSeed ? null : (
        <p class="small muted">Hạt giống chưa có: sổ ghi niêm phong năm phút một lần. Hãy quay lại sau ít phút.</p>
      )}
      <PostButton action={paths.oversight.draw(plan.id)} icon="layers">
        Rút danh sách
      </PostButton>
    </>
  )
}

interface CandidatesProps {
  readonly plan: InspectionPlan
  readonly candidates: readonly ShownCandidate[]
  readonly mayOpen: boolean
}

function Candidates({ plan, candidates, mayOpen }: CandidatesProps) {
  return (
    <Table
      caption="Danh sách, được rút trước, rồi nhiều vé trước"
      rows={candidates}
      columns={[
        {
          head: 'Sản phẩm, chủ thể',
          names: true,
          cell: ({ productName, producerName, certificateNumber }) => (
            <>
              <a href={paths.recognition.certificate(certificateNumber)}>{productName}</a>
              <span class="small muted note">{producerName}</span>
            </>
          ),
        },
        { head: 'Hạng', cell: ({ stars }) => <span class="num">{stars} sao</span> },
        { head: 'Số vé', numeric: true, cell: ({ weight }) => showCount(weight) },
        {
          head: 'Vì sao',
          cell: ({ reasons }) =>
            reasons.length === 0
              ? 'Không có dấu hiệu rủi ro: 1 vé'
              : reasons.map(({ risk, points }) => `${riskWords[risk]} (+${points})`).join('; '),
        },
        { head: 'Được rút', cell: (one) => <Chosen {...one} plan={plan} mayOpen={mayOpen} /> },
      ]}
    />
  )
}

function Chosen(props: ShownCandidate & { readonly plan: InspectionPlan; readonly mayOpen: boolean }) {
  const { rank, ticket, inspectionId, inspectionNumber, certificateNumber, plan, mayOpen } = props
  if (rank === null) return plan.drawnAt === null ? 'Chưa rút' : 'Không'
  return (
    <>
      Thứ {rank}
      <span class="small muted note num">
        vé <code>{ticket?.slice(0, 8)}…</code>
      </span>
      {inspectionId === null ? (
        mayOpen ? (
          <a href={paths.oversight.begin({ so: certificateNumber, 'ke-hoach': plan.id })}>Mở cuộc kiểm tra</a>
        ) : null
      ) : (
        <a href={paths.oversight.file(inspectionId)}>{inspectionNumber}</a>
      )}
    </>
  )
}

function Method() {
  return (
    <Panel title="Cách rút, để ai cũng tính lại được" id="cach-rut">
      <p>
        Mỗi sản phẩm có 1 vé, thêm vé cho mỗi dấu hiệu dưới đây. Vé thứ k của giấy N là SHA-256 của chuỗi{' '}
        <code>hạt giống|N|k</code>. Mỗi giấy lấy vé nhỏ nhất của mình; các giấy có vé nhỏ nhất được chọn. Thêm vé thì
        khả năng được chọn chỉ tăng, không giảm.
      </p>
      <p>
        Tính lại trên máy bất kỳ: <code>printf '%s' 'hạt giống|số giấy|1' | sha256sum</code>
      </p>
      <Table
        caption="Dấu hiệu và số vé thêm"
        rows={risks}
        columns={[
          { head: 'Dấu hiệu', cell: (risk) => riskWords[risk] },
          { head: 'Vé thêm', numeric: true, cell: (risk) => String(riskPoints[risk]) },
        ]}
      />
      <p class="small muted">
        Sát mức: dưới {edgeHundredths / 100} điểm trên mức thấp nhất của hạng. Cao hơn mặt bằng: trung bình của nơi công
        nhận hơn trung bình chung của cùng văn bản từ {lenienceHundredths / 100} điểm. Các số này là mặc định của hệ
        thống; văn bản không quy định cách chọn.
      </p>
    </Panel>
  )
}
