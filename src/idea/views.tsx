import type { CivilDate } from '../kernel/civil-date.ts'
import { Radios, Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { ChosenProvince, ProvinceStep } from '../ui/place-step.tsx'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { answerWorkingDays, outcomes } from './model.ts'
import type { Idea, Outcome } from './model.ts'
import { outcomeLook, outcomeWords } from './words.ts'

interface NewProps {
  readonly provinces: readonly { code: string; name: string }[]
  /** What the first step sent. */
  readonly asked: string | undefined
  /** Chosen in the first step. */
  readonly province: { code: string; name: string } | undefined
  readonly communes: readonly { code: string; fullName: string }[]
  readonly trouble: Trouble | undefined
}

/** Two steps without script: first the province, then the form with its communes. */
export function NewIdea({ provinces, asked, province, communes, trouble }: NewProps) {
  return (
    <div class="stack">
      <h1>Đăng ký ý tưởng sản phẩm</h1>
      <p class="lead">
        Ai cũng gửi được, không cần tài khoản, không mất phí. Xã trả lời trong {answerWorkingDays} ngày làm việc (thời
        hạn mặc định của hệ thống, luật không quy định).
      </p>
      {province === undefined ? (
        <ProvinceStep
          action={paths.idea.begin()}
          provinces={provinces.map(({ code, name }) => ({ value: code, label: name }))}
          asked={asked}
        />
      ) : (
        <Form action={`${paths.idea.begin()}?tinh=${province.code}`} trouble={trouble} panel>
          <ChosenProvince name={province.name} back={paths.idea.begin()} />
          <Select
            name="commune"
            label="Xã, phường, đặc khu"
            options={communes.map(({ code, fullName }) => ({ value: code, label: fullName }))}
            blank="Chọn nơi sẽ làm sản phẩm"
            trouble={trouble}
          />
          <Field name="title" label="Tên ý tưởng" trouble={trouble} />
          <Field
            name="description"
            label="Mô tả"
            hint="Làm gì, từ nguyên liệu nào, khác gì sản phẩm đã có."
            kind="textarea"
            rows={5}
            trouble={trouble}
          />
          <Field name="material" label="Nguyên liệu lấy ở đâu" kind="textarea" optional trouble={trouble} />
          <Field name="market" label="Định bán cho ai" kind="textarea" optional trouble={trouble} />
          <Field name="proposerName" label="Họ tên người đăng ký" autocomplete="name" trouble={trouble} />
          <Field
            name="proposerPhone"
            label="Điện thoại"
            hint="Chỉ cán bộ xã nơi nhận thấy số này."
            kind="tel"
            autocomplete="tel"
            trouble={trouble}
          />
          <div class="hidden-word" aria-hidden="true">
            <label for="website">Trang web (để trống)</label>
            <input id="website" name="website" tabindex={-1} autocomplete="off" />
          </div>
          <div class="row">
            <Submit icon="send">Gửi ý tưởng</Submit>
          </div>
        </Form>
      )}
    </div>
  )
}

export function IdeaList({ ideas, today }: { ideas: readonly Idea[]; today: CivilDate }) {
  return (
    <div class="stack">
      <h1>Ý tưởng sản phẩm</h1>
      {ideas.length === 0 ? (
        <Empty title="Chưa có ý tưởng nào" icon="lightbulb">
          <p>
            Người dân gửi tại <a href={paths.idea.begin()}>trang đăng ký ý tưởng</a>; cán bộ xã cũng nhập thay được ở
            đó.
          </p>
        </Empty>
      ) : (
        <Table
          caption="Chờ trả lời trước, hạn gần nhất trước"
          rows={ideas}
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
    </div>
  )
}

interface IdeaProps {
  readonly idea: Idea
  readonly mayAnswer: boolean
  readonly seesProposer: boolean
  readonly secret: string | undefined
  readonly today: CivilDate
  readonly trouble: Trouble | undefined
}

export function IdeaView({ idea, mayAnswer, seesProposer, secret, today, trouble }: IdeaProps) {
  return (
    <div class="stack">
      <h1>{idea.title}</h1>
      {secret ? (
        <Notice kind="info">
          Hãy lưu địa chỉ trang này: chỉ địa chỉ này mở được trả lời của xã mà không cần tài khoản.
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
          <NextStep outcome={idea.outcome} />
        </Panel>
      )}
      <Facts
        facts={[
          ['Nơi nhận', idea.communeName ?? 'Chưa xác định'],
          ['Ngày gửi', <Day date={idea.filedOn} />],
          ['Mô tả', idea.description],
          ...(idea.material ? [['Nguyên liệu', idea.material] as const] : []),
          ...(idea.market ? [['Thị trường', idea.market] as const] : []),
          ...(seesProposer ? [['Người gửi', `${idea.proposerName}, ${idea.proposerPhone}`] as const] : []),
        ]}
      />
      {mayAnswer ? <AnswerForm idea={idea} trouble={trouble} /> : <ErrorSummary trouble={trouble} />}
    </div>
  )
}

/** Nobody leaves without a next step. */
function NextStep({ outcome }: { outcome: Outcome }) {
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
      <LinkButton href={paths.producer.register()}>Bước tiếp: đăng ký chủ thể</LinkButton>
      <LinkButton href={paths.product.begin()} kind="secondary">
        Đã là chủ thể: mô tả sản phẩm
      </LinkButton>
    </p>
  )
}

function AnswerForm({ idea, trouble }: Pick<IdeaProps, 'idea' | 'trouble'>) {
  return (
    <Panel title="Trả lời">
      <Form action={paths.idea.answer(idea.id)} trouble={trouble}>
        <Field name="materials" label="Nguyên liệu tại chỗ" kind="textarea" trouble={trouble} />
        <Field name="labour" label="Lao động" kind="textarea" trouble={trouble} />
        <Field name="community" label="Sức mạnh cộng đồng" kind="textarea" trouble={trouble} />
        <Field name="market" label="Thị trường" kind="textarea" trouble={trouble} />
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
