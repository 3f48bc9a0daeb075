import { showDate } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import { consentWords } from '../producer/words.ts'
import { groupName } from '../product/groups.ts'
import { groupingText } from '../product/model.ts'
import { Radios } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, PostButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { SeenIdea } from './actions.ts'
import type { Visit, Voice } from './model-voice.ts'
import { outcomes } from './model.ts'
import type { Idea, Outcome } from './model.ts'
import type { LookAlikes } from './rules-alike.ts'
import { AlikePanel } from './views-alike.tsx'
import { LookPanel, PublicityLine } from './views-look.tsx'
import { VisitsPanel, VoicesPanel } from './views-voice.tsx'
import { originWords, outcomeLook, outcomeWords } from './words.ts'

interface ListProps {
  readonly ideas: Page<Idea>
  readonly today: CivilDate
  /** The person sets the term of a province. */
  readonly setsTerm: boolean
}

export function IdeaList({ ideas, today, setsTerm }: ListProps) {
  return (
    <div class="stack">
      <h1>Ý tưởng sản phẩm</h1>
      <p class="row">
        <LinkButton href={paths.idea.begin()} kind="secondary" icon="plus">
          Nhập ý tưởng
        </LinkButton>
        <a href={paths.idea.open()}>Ý tưởng công khai</a>
        {setsTerm ? <a href={paths.idea.terms()}>Thời hạn và mùa tiếp nhận của tỉnh</a> : null}
      </p>
      {ideas.total === 0 ? (
        <Empty title="Chưa có ý tưởng nào" icon="lightbulb">
          <p>
            Người dân gửi tại <a href={paths.idea.begin()}>trang đăng ký ý tưởng</a>; cán bộ xã cũng nhập thay được ở
            đó.
          </p>
        </Empty>
      ) : (
        <Table
          caption="Chờ trả lời trước, hạn gần nhất trước"
          rows={ideas.items}
          columns={[
            { head: 'Ý tưởng', cell: ({ id, title }) => <a href={paths.idea.file(id)}>{title}</a>, names: true },
            { head: 'Ngày gửi', cell: ({ filedOn }) => <Day date={filedOn} /> },
            { head: 'Hạn trả lời', cell: ({ dueOn }) => <Day date={dueOn} /> },
            {
              head: 'Trạng thái',
              cell: ({ outcome, dueOn }) =>
                outcome === null ? (
                  <Status state={dueOn < today ? 'late' : 'waiting'}>
                    {dueOn < today ? 'Quá hạn trả lời' : 'Chờ trả lời'}
                  </Status>
                ) : (
                  <Status state={outcomeLook[outcome]}>{outcomeWords[outcome]}</Status>
                ),
            },
          ]}
        />
      )}
      <Pager {...ideas} hrefOf={(trang) => paths.idea.list({ trang })} />
    </div>
  )
}

/** The forms that stand on the page of an idea. */
export type IdeaForm = 'answer' | 'visit' | 'voice' | 'claim' | 'look'

interface IdeaProps extends SeenIdea {
  readonly secret: string | undefined
  readonly today: CivilDate
  readonly alike: LookAlikes
  readonly visits: readonly Visit[]
  readonly voices: readonly Voice[]
  readonly mayModerate: boolean
  readonly troubles: Partial<Record<IdeaForm, Trouble>>
}

export function IdeaView(props: IdeaProps) {
  const { idea, mayAnswer, mayVisit, mayClaim, seesProposer, secret, today, alike, visits, troubles } = props
  return (
    <div class="stack">
      <h1>{idea.title}</h1>
      {secret ? (
        <Notice kind="info" title={`Mã theo dõi: ${secret}`} id="ma-theo-doi">
          <p>
            Hãy chép mã này hoặc lưu địa chỉ trang. Không cần tài khoản: mở{' '}
            <a href={paths.idea.track()}>trang tra cứu</a> và gõ mã để xem trả lời của xã.
          </p>
        </Notice>
      ) : null}
      {idea.outcome === null ? (
        <p>
          {idea.dueOn < today ? (
            <Status state="late">Xã trả lời quá hạn</Status>
          ) : (
            <Status state="waiting">Chờ xã trả lời</Status>
          )}{' '}
          hạn hết ngày <Day date={idea.dueOn} />
        </p>
      ) : (
        <Panel title="Trả lời của xã">
          <p>
            <Status state={outcomeLook[idea.outcome]}>{outcomeWords[idea.outcome]}</Status>
          </p>
          <p>{idea.answer}</p>
          {idea.feasibility ? (
            <Facts
              facts={[
                ['Nguyên liệu', idea.feasibility.materials],
                ['Lao động', idea.feasibility.labour],
                ['Sức mạnh cộng đồng', idea.feasibility.community],
                ['Thị trường', idea.feasibility.market],
              ]}
            />
          ) : null}
          {mayVisit ? <CommuneStep idea={idea} /> : <NextStep outcome={idea.outcome} province={idea.provinceToday} />}
        </Panel>
      )}
      <Facts
        facts={[
          ['Nơi nhận', idea.communeName ?? 'Chưa xác định'],
          ['Ngày gửi', <Day date={idea.filedOn} />],
          ['Loại', originWords[idea.origin]],
          ['Nhóm', idea.groupNo === null ? 'Chưa rõ' : groupName(groupingText, idea.groupNo)],
          ['Mô tả', idea.description],
          ...(idea.material ? [['Nguyên liệu', idea.material] as const] : []),
          ...(idea.market ? [['Thị trường', idea.market] as const] : []),
          ...(seesProposer ? [['Người gửi', `${idea.proposerName}, ${idea.proposerPhone}`] as const] : []),
          ...(seesProposer && idea.consent
            ? [['Xã nhập thay', `${consentWords[idea.consent.means]}, ngày ${showDate(idea.consent.givenOn)}`] as const]
            : []),
          ['Công khai', <PublicityLine idea={idea} />],
        ]}
      />
      <p class="row">
        <LinkButton href={paths.idea.way(idea.id, { ma: secret })} kind="secondary" icon="arrow-right">
          Con đường tới hồ sơ
        </LinkButton>
      </p>
      {props.mayLook ? <LookPanel idea={idea} trouble={troubles.look} /> : null}
      {mayClaim ? <Claim idea={idea} secret={secret} trouble={troubles.claim} /> : null}
      <VisitsPanel ideaId={idea.id} visits={visits} mayVisit={mayVisit} secret={secret} trouble={troubles.visit} />
      <AlikePanel alike={alike} />
      <VoicesPanel ideaId={idea.id} voices={props.voices} mayModerate={props.mayModerate} trouble={troubles.voice} />
      {mayAnswer ? (
        <AnswerForm idea={idea} visit={visits[0]} trouble={troubles.answer} />
      ) : (
        <ErrorSummary trouble={troubles.answer} />
      )}
    </div>
  )
}

/** Nobody leaves without a next step. */
function NextStep({ outcome, province }: { outcome: Outcome; province: string | null }) {
  if (outcome !== 'welcome') {
    return (
      <p class="row">
        <LinkButton href={paths.idea.begin()} kind="secondary">
          {outcome === 'revise' ? 'Gửi lại ý tưởng đã chỉnh' : 'Gửi ý tưởng khác'}
        </LinkButton>
      </p>
    )
  }
  return (
    <p class="row">
      <LinkButton href={paths.producer.register({ tinh: province ?? undefined })}>
        Bước tiếp: đăng ký chủ thể
      </LinkButton>
      <LinkButton href={paths.product.begin()} kind="secondary">
        Đã là chủ thể: mô tả sản phẩm
      </LinkButton>
    </p>
  )
}

/** The commune registers for somebody who agreed; on the page of the producer itself it would become the owner. */
function CommuneStep({ idea: { outcome, communeToday } }: { idea: Idea }) {
  if (outcome !== 'welcome') return null
  return (
    <p>
      <LinkButton href={paths.producer.registerFor({ xa: communeToday ?? undefined })} kind="secondary">
        Đăng ký chủ thể giúp, khi người gửi đồng ý
      </LinkButton>
    </p>
  )
}

/** Whoever came by the code and has signed in keeps the idea, to go on with it. */
function Claim({ idea, secret, trouble }: { idea: Idea; secret: string | undefined; trouble: Trouble | undefined }) {
  return (
    <Panel title="Đưa ý tưởng vào tài khoản của bạn" id="nhan-ve">
      <ErrorSummary trouble={trouble} />
      <p>Để lập phương án, đăng ký chủ thể và đưa sản phẩm vào sổ mà không phải gõ lại.</p>
      <PostButton action={paths.idea.claim(idea.id)} hidden={{ ma: secret ?? '' }} icon="user">
        Đưa vào tài khoản của tôi
      </PostButton>
    </Panel>
  )
}

interface AnswerProps {
  readonly idea: Idea
  /** The newest look on the spot: its words are proposed, not asked for again. */
  readonly visit: Visit | undefined
  readonly trouble: Trouble | undefined
}

function AnswerForm({ idea, visit, trouble }: AnswerProps) {
  return (
    <Panel title="Trả lời">
      <Form action={paths.idea.answer(idea.id)} trouble={trouble}>
        <Field
          name="materials"
          label="Nguyên liệu tại chỗ"
          kind="textarea"
          value={visit?.findings.materials.note}
          trouble={trouble}
        />
        <Field name="labour" label="Lao động" kind="textarea" value={visit?.findings.labour.note} trouble={trouble} />
        <Field
          name="community"
          label="Sức mạnh cộng đồng"
          kind="textarea"
          value={visit?.findings.community.note}
          trouble={trouble}
        />
        <Field name="market" label="Thị trường" kind="textarea" value={visit?.findings.market.note} trouble={trouble} />
        <Radios
          name="outcome"
          label="Kết luận"
          options={outcomes.map((value) => ({ value, label: outcomeWords[value] }))}
          trouble={trouble}
        />
        <Field name="answer" label="Lý do và bước tiếp theo" kind="textarea" rows={4} trouble={trouble} />
        <div class="row">
          <Submit icon="send">Gửi trả lời</Submit>
        </div>
      </Form>
    </Panel>
  )
}
