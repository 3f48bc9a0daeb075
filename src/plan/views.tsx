import { showDate } from '../kernel/civil-date.ts'
import { showMoney } from '../kernel/money.ts'
import type { Page } from '../kernel/page.ts'
import { Radios, Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Hidden, LinkButton, PostButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Moment } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { SeenPlan } from './actions.ts'
import { writtenParts } from './model.ts'
import type { Plan, PlanVersion } from './model.ts'
import { FiguresPanel } from './views-figures.tsx'
import { askWords, guidanceNote, outcomeWords, partWords, stateLooks, stateWords } from './words.ts'

export function PlanList({ plans, officer }: { plans: Page<Plan>; officer: boolean }) {
  return (
    <div class="stack">
      <div class="row apart">
        <h1>Phương án kinh doanh</h1>
        {officer ? null : (
          <LinkButton href={paths.plan.begin()} icon="plus">
            Lập phương án
          </LinkButton>
        )}
      </div>
      {plans.items.length === 0 ? (
        <Empty title="Chưa có phương án nào" icon="clipboard-list">
          {officer
            ? 'Phương án hiện ở đây khi người lập gửi tới xã.'
            : 'Lập từ ý tưởng, sản phẩm hoặc chủ thể của bạn; hệ thống tính giá thành, hòa vốn và tiền từng tháng.'}
        </Empty>
      ) : (
        <Table
          caption="Phương án, đến lượt bạn trước"
          rows={plans.items}
          columns={[
            { head: 'Phương án', names: true, cell: ({ id, title }) => <a href={paths.plan.file(id)}>{title}</a> },
            { head: 'Người lập', cell: ({ maker }) => maker },
            { head: 'Xã', cell: ({ communeName }) => communeName ?? 'Chưa xác định' },
            { head: 'Bản', cell: ({ number }) => number },
            { head: 'Trạng thái', cell: ({ state }) => <Status state={stateLooks[state]}>{stateWords[state]}</Status> },
          ]}
        />
      )}
      <Pager {...plans} hrefOf={(trang) => paths.plan.list({ trang })} />
    </div>
  )
}

interface BeginProps {
  readonly products: readonly { id: string; name: string; producerName: string }[]
  readonly producers: readonly { id: string; name: string }[]
  readonly idea: string | undefined
  readonly product: string | undefined
  readonly trouble: Trouble | undefined
}

export function BeginPlan({ products, producers, idea, product, trouble }: BeginProps) {
  const nothing = idea === undefined && products.length + producers.length === 0
  return (
    <div class="stack">
      <h1>Lập phương án kinh doanh</h1>
      <p class="lead">{guidanceNote}</p>
      {nothing ? (
        <Empty title="Chưa có gì để lập phương án" icon="lightbulb">
          <p>
            Phương án bắt đầu từ một ý tưởng, một sản phẩm hoặc một chủ thể.{' '}
            <a href={paths.idea.begin()}>Gửi ý tưởng</a> hoặc <a href={paths.producer.register()}>đăng ký chủ thể</a>.
          </p>
        </Empty>
      ) : (
        <Form action={paths.plan.begin({ 'y-tuong': idea, 'san-pham': product })} trouble={trouble} panel>
          <Field name="title" label="Tên phương án" trouble={trouble} />
          {idea === undefined ? null : (
            <>
              <Hidden name="idea" value={idea} />
              <Notice kind="info">Mô tả, nguyên liệu và thị trường lấy từ ý tưởng, không phải gõ lại.</Notice>
            </>
          )}
          {idea === undefined && products.length > 0 ? (
            <Select
              name="product"
              label="Cho sản phẩm"
              options={products.map(({ id, name, producerName }) => ({ value: id, label: `${name}, ${producerName}` }))}
              value={product}
              blank="Chưa mô tả sản phẩm"
              optional
              trouble={trouble}
            />
          ) : null}
          {idea === undefined ? (
            <Select
              name="producer"
              label="Của chủ thể"
              options={producers.map(({ id, name }) => ({ value: id, label: name }))}
              value={producers[0]?.id}
              trouble={trouble}
            />
          ) : null}
          <div class="row">
            <Submit icon="arrow-right">Bắt đầu</Submit>
          </div>
        </Form>
      )}
    </div>
  )
}

export function PlanView(props: SeenPlan & { trouble: Trouble | undefined }) {
  const { plan, versions, shown, mayWrite, maySend, mayRemark, trouble } = props
  const { content } = shown
  return (
    <div class="stack">
      <h1>{plan.title}</h1>
      <p>
        <Status state={stateLooks[plan.state]}>{stateWords[plan.state]}</Status> Bản {shown.number}, lưu{' '}
        <Moment at={shown.savedAt} />
      </p>
      <div class="row">
        {maySend ? (
          <PostButton action={paths.plan.send(plan.id)} icon="send">
            Gửi xã
          </PostButton>
        ) : null}
        {mayWrite ? (
          <LinkButton href={paths.plan.write(plan.id)} kind={maySend ? 'secondary' : 'primary'} icon="pencil">
            {plan.state === 'draft' ? 'Soạn tiếp' : 'Sửa thành bản mới'}
          </LinkButton>
        ) : null}
        <LinkButton href={paths.plan.print(plan.id, { ban: shown.number })} kind="secondary" icon="printer">
          Bản in
        </LinkButton>
        {plan.ideaId === null ? null : <a href={paths.idea.way(plan.ideaId)}>Con đường của ý tưởng</a>}
      </div>
      <p class="hint">{guidanceNote}</p>
      <Remark version={shown} />
      {mayRemark ? <RemarkForm plan={plan} trouble={trouble} /> : <ErrorSummary trouble={trouble} />}
      <FiguresPanel content={content} />
      <Panel title="Nội dung" note={`${plan.maker}, ${plan.communeName ?? 'chưa xác định xã'}`}>
        <Facts
          facts={[
            ...writtenParts.map((part) => [partWords[part].label, content.written[part]] as const),
            [
              'Chi phí một đơn vị',
              content.unitCosts.map(({ label, amount }) => `${label} ${showMoney(amount)}`).join('; '),
            ],
            [
              'Chi phí tháng',
              content.fixedCosts.map(({ label, amount }) => `${label} ${showMoney(amount)}`).join('; '),
            ],
            [
              'Mua sắm',
              content.investments
                .map(({ label, amount, month }) => `${label} ${showMoney(amount)}, tháng ${month}`)
                .join('; '),
            ],
            [
              'Đề nghị hỗ trợ',
              content.asks
                .map(({ kind, what, amount }) => `${askWords[kind]}: ${what}, ${showMoney(amount)}`)
                .join('; '),
            ],
          ]}
        />
      </Panel>
      <Versions plan={plan} versions={versions} shown={shown.number} />
    </div>
  )
}

function Remark({ version: { outcome, remark, remarkedOn } }: { version: PlanVersion }) {
  if (outcome === null || remarkedOn === null) return null
  return (
    <Notice
      kind={outcome === 'agree' ? 'success' : 'returned'}
      title={`${outcomeWords[outcome]}, ngày ${showDate(remarkedOn)}`}
      id="nhan-xet"
    >
      <p>{remark}</p>
    </Notice>
  )
}

function RemarkForm({ plan, trouble }: { plan: Plan; trouble: Trouble | undefined }) {
  return (
    <Panel title="Nhận xét của xã" note={`Về bản ${plan.number}`}>
      <Form action={paths.plan.remark(plan.id)} trouble={trouble}>
        <Radios
          name="outcome"
          label="Kết luận"
          options={(['agree', 'revise'] as const).map((value) => ({ value, label: outcomeWords[value] }))}
          trouble={trouble}
        />
        <Field name="body" label="Nhận xét" kind="textarea" rows={4} trouble={trouble} />
        <div class="row">
          <Submit icon="send">Gửi nhận xét</Submit>
        </div>
      </Form>
    </Panel>
  )
}

function Versions({ plan, versions, shown }: { plan: Plan; versions: readonly PlanVersion[]; shown: number }) {
  if (versions.length < 2) return null
  return (
    <Panel title="Các bản">
      <Table
        caption="Các bản, mới nhất trước"
        rows={versions}
        columns={[
          {
            head: 'Bản',
            names: true,
            cell: ({ number }) =>
              number === shown ? (
                `Bản ${number} (đang xem)`
              ) : (
                <a href={paths.plan.file(plan.id, { ban: number })}>Bản {number}</a>
              ),
          },
          { head: 'Gửi ngày', cell: ({ sentOn }) => (sentOn === null ? 'Chưa gửi' : showDate(sentOn)) },
          { head: 'Xã', cell: ({ outcome }) => (outcome === null ? '' : outcomeWords[outcome]) },
          { head: 'Nhận xét', cell: ({ remark }) => remark ?? '' },
        ]}
      />
    </Panel>
  )
}
