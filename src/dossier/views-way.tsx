import { showDate } from '../kernel/civil-date.ts'
import type { Child } from 'hono/jsx'
import { organisationKinds } from '../idea/model-voice.ts'
import { outcomeWords } from '../idea/words.ts'
import { stateWords as planWords } from '../plan/words.ts'
import { kindWords } from '../producer/words.ts'
import type { ProducerKind } from '../producer/model.ts'
import { groupOptions } from '../product/groups.ts'
import { Select } from '../ui/choice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, PostButton, Submit } from '../ui/form.tsx'
import { LinkIf } from '../ui/link-if.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import type { UiState } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { Way } from './actions-way.ts'
import type { WayStage, WayState, WayStep } from './rules-way.ts'
import { stateWords, turnWords } from './words.ts'

const stageWords: Record<WayStage, string> = {
  idea: '1. Gửi ý tưởng',
  answer: '2. Xã trả lời',
  visit: '3. Khảo sát khả thi',
  organisation: '4. Chọn tổ chức: hộ, tổ hợp tác, hợp tác xã',
  producer: '5. Đăng ký chủ thể',
  plan: '6. Phương án kinh doanh',
  product: '7. Đưa sản phẩm vào sổ',
  dossier: '8. Hồ sơ đánh giá, phân hạng',
}

const look: Record<WayState, UiState> = { done: 'done', current: 'soon', ahead: 'waiting', optional: 'unknown' }
const said: Record<WayState, string> = {
  done: 'Xong',
  current: 'Đang ở bước này',
  ahead: 'Chưa tới',
  optional: 'Nên làm',
}

export type WayForm = 'organise' | 'product' | 'attach'

interface WayProps extends Way {
  readonly secret: string | undefined
  readonly troubles: Partial<Record<WayForm, Trouble>>
}

/** From the idea to the dossier on one page: each step, its owner, where it stands, where one acts. */
export function WayView(props: WayProps) {
  const { idea, steps, secret, mayWalk, mayClaim, facts, troubles } = props
  return (
    <div class="stack">
      <h1>Con đường của ý tưởng</h1>
      <p class="lead">{idea.title}</p>
      <Table
        caption="Từ ý tưởng tới hồ sơ"
        rows={steps}
        columns={[
          { head: 'Bước', names: true, cell: ({ stage }) => stageWords[stage] },
          { head: 'Trạng thái', cell: ({ state }) => <Status state={look[state]}>{said[state]}</Status> },
          { head: 'Người làm', cell: ({ owner }) => turnWords[owner as keyof typeof turnWords] ?? owner },
          { head: 'Chi tiết', cell: (step) => detail(step, props) },
        ]}
      />
      <p class="row">
        <a href={paths.idea.file(idea.id, { ma: secret })}>Ý tưởng và trả lời của xã</a>
        {mayClaim ? (
          <a href={`${paths.idea.file(idea.id, { ma: secret })}#nhan-ve`}>Đưa vào tài khoản để làm tiếp</a>
        ) : null}
      </p>
      {facts.product ? <ErrorSummary trouble={troubles.attach ?? troubles.product} /> : null}
      {mayWalk && !facts.producer ? <Organise {...props} /> : null}
      {mayWalk && facts.producer && !facts.product ? <ToProduct {...props} /> : null}
    </div>
  )
}

function detail(
  { stage }: WayStep,
  { idea, facts, plan, product, dossier, mayWalk, mayVisit, secret, opens }: WayProps,
): Child {
  const { organisation, outcome, visitedOn } = facts
  switch (stage) {
    case 'idea':
      return `Ngày ${showDate(facts.filedOn)}`
    case 'answer':
      return outcome === null ? `Hạn ${showDate(facts.dueOn)}` : outcomeWords[outcome]
    case 'visit':
      return visitedOn !== null || mayVisit ? (
        <a href={`${paths.idea.file(idea.id, { ma: secret })}#kha-thi`}>
          {visitedOn === null ? 'Ghi khảo sát' : `Ngày ${showDate(visitedOn)}`}
        </a>
      ) : (
        ''
      )
    case 'organisation':
      return organisation === null
        ? ''
        : `${kindWords[organisation.kind as ProducerKind]}${organisation.people === null ? '' : `, ${organisation.people} người`}, ghi ngày ${showDate(organisation.on)}`
    case 'producer':
      return mayWalk && !facts.producer ? <a href={registration(idea)}>Đăng ký chủ thể</a> : ''
    case 'plan':
      if (plan !== undefined)
        return (
          <LinkIf open={opens.plan} href={paths.plan.file(plan.id)}>
            {planWords[plan.state]}
          </LinkIf>
        )
      return mayWalk ? <a href={paths.plan.begin({ 'y-tuong': idea.id })}>Lập từ ý tưởng này</a> : ''
    case 'product':
      return product === undefined ? (
        ''
      ) : opens.product ? (
        // Whoever reads a product reads its steps.
        <>
          <a href={paths.product.file(product.id)}>{product.name}</a>,{' '}
          <a href={paths.cycle.product(product.id)}>cả sáu bước</a>
        </>
      ) : (
        product.name
      )
    case 'dossier':
      if (dossier !== undefined)
        return (
          <LinkIf open={opens.dossier} href={paths.dossier.file(dossier.id)}>
            {stateWords[dossier.state]}
          </LinkIf>
        )
      return mayWalk && product !== undefined ? (
        <PostButton action={paths.dossier.begin()} hidden={{ productId: product.id }} icon="file-text">
          Lập hồ sơ
        </PostButton>
      ) : (
        ''
      )
  }
}

/** The province of the idea is known; the form begins with its communes. */
function registration({ provinceToday }: WayProps['idea']): string {
  return paths.producer.register({ tinh: provinceToday ?? undefined })
}

function Organise({ idea, troubles }: WayProps) {
  return (
    <Panel title="Ai cùng làm, theo hình thức nào" note="Chưa phải đăng ký; đổi lại được">
      <Form action={paths.idea.organise(idea.id)} trouble={troubles.organise}>
        <Select
          name="kind"
          label="Hình thức"
          options={organisationKinds.map((value) => ({ value, label: kindWords[value] }))}
          blank="Chọn hình thức"
          trouble={troubles.organise}
        />
        <Field name="people" label="Số người hoặc hộ cùng làm" kind="count" trouble={troubles.organise} />
        <Field
          name="note"
          label="Ghi chú"
          hint="Ví dụ đã họp ngày nào, ai đứng đầu."
          optional
          trouble={troubles.organise}
        />
        <div class="row">
          <Submit icon="save">Lưu</Submit>
          <LinkButton href={registration(idea)} kind="secondary">
            Đăng ký chủ thể
          </LinkButton>
        </div>
      </Form>
    </Panel>
  )
}

/** A product that is made already comes first for whoever said so when sending the idea. */
function ToProduct(props: WayProps) {
  const ways = [<MakeProduct {...props} />, <AttachProduct {...props} />]
  return <>{props.idea.origin === 'existing' ? ways.toReversed() : ways}</>
}

function AttachProduct({ idea, attachable, troubles }: WayProps) {
  if (idea.outcome !== 'welcome') {
    return (
      <Panel title="Gắn với sản phẩm đã có trong sổ" id="san-pham-da-co">
        <ErrorSummary trouble={troubles.attach} />
        <p>Gắn được khi xã trả lời rằng ý tưởng khả thi.</p>
      </Panel>
    )
  }
  return (
    <Panel
      title="Gắn với sản phẩm đã có trong sổ"
      note="Khi ý tưởng là làm tốt hơn một sản phẩm đang bán"
      id="san-pham-da-co"
    >
      {attachable.length === 0 ? (
        <>
          <ErrorSummary trouble={troubles.attach} />
          <p>Các chủ thể của bạn không có sản phẩm nào còn chưa gắn với một ý tưởng.</p>
        </>
      ) : (
        <Form action={paths.idea.attachProduct(idea.id)} trouble={troubles.attach}>
          <Select
            name="product"
            label="Sản phẩm"
            hint="Tên, ảnh và mô tả của sản phẩm giữ nguyên."
            options={attachable.map(({ id, name, producerName }) => ({
              value: id,
              label: `${name} (${producerName})`,
            }))}
            blank="Chọn sản phẩm"
            trouble={troubles.attach}
          />
          <div class="row">
            <Submit icon="link">Gắn với sản phẩm này</Submit>
          </div>
        </Form>
      )}
    </Panel>
  )
}

function MakeProduct({ idea, producers, troubles }: WayProps) {
  return (
    <Panel title="Đưa sản phẩm vào sổ" note="Mô tả lấy từ ý tưởng, không phải gõ lại">
      <Form action={paths.idea.makeProduct(idea.id)} trouble={troubles.product}>
        <Select
          name="producer"
          label="Chủ thể đứng tên"
          options={producers.map(({ id, name }) => ({ value: id, label: name }))}
          value={producers[0]?.id}
          trouble={troubles.product}
        />
        <Field
          name="name"
          label="Tên sản phẩm"
          hint="Đúng như in trên nhãn."
          value={idea.title}
          trouble={troubles.product}
        />
        <Select
          name="group"
          label="Nhóm sản phẩm"
          options={groupOptions()}
          value={idea.groupNo}
          blank="Chọn một nhóm"
          trouble={troubles.product}
        />
        <div class="row">
          <Submit icon="arrow-right">Đưa vào sổ</Submit>
        </div>
      </Form>
    </Panel>
  )
}
