import { keptChoices } from '../ui/field-frame.tsx'
import { Checks, Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Hidden, Submit } from '../ui/form.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import type { Ready } from './actions-council.ts'
import type { AgainRule } from './model.ts'
import { OrderedAgain } from './views-again.tsx'

interface CallProps {
  readonly councilId: string
  /** The text of this session, and the texts under which other dossiers wait. */
  readonly text: { readonly id: string; readonly number: string }
  readonly others: readonly { readonly id: string; readonly number: string }[]
  readonly ready: readonly Ready[]
  /** What the regulation in force says of those who scored before. */
  readonly againRule: AgainRule | null
  readonly rounds: readonly { readonly id: string; readonly label: string }[]
  /** The one round of the unit that still runs; undefined when there is none, or more than one. */
  readonly running: string | undefined
  readonly trouble: Trouble | undefined
}

/** One session, one text: dossiers of another text are called to a session of their own. */
export function CallSession({ councilId, text, others, ready, againRule, rounds, running, trouble }: CallProps) {
  const all = ready.map(({ id }) => id)
  return (
    <div class="stack">
      <h1>Triệu tập phiên chấm</h1>
      <p class="lead">Theo {text.number}.</p>
      {others.map(({ id, number }) => (
        <p>
          <a href={paths.evaluation.sessionBegin(councilId, { 'van-ban': id })}>Hồ sơ theo {number}</a>
        </p>
      ))}
      <OrderedAgain ready={ready} rule={againRule} />
      {ready.length === 0 ? (
        <Empty title="Chưa có hồ sơ nào sẵn sàng" icon="inbox">
          <p>Hồ sơ vào phiên sau khi Tổ tư vấn báo cáo.</p>
        </Empty>
      ) : (
        <Form action={paths.evaluation.sessionBegin(councilId)} trouble={trouble} panel>
          <Hidden name="text" value={text.id} />
          <Field name="meetsOn" label="Ngày họp" kind="date" trouble={trouble} />
          <Field name="place" label="Nơi họp" trouble={trouble} />
          {rounds.length > 0 ? (
            <Select
              name="roundId"
              label="Đợt"
              options={rounds.map(({ id, label }) => ({ value: id, label }))}
              value={running}
              blank="Ngoài đợt"
              trouble={trouble}
            />
          ) : null}
          <Checks
            name="dossiers"
            label={`Hồ sơ trong chương trình (${ready.length} hồ sơ đang chờ)`}
            options={ready.map(({ id, productName, producerName, again }) => ({
              value: id,
              label: productName,
              note:
                again === null
                  ? producerName
                  : `${producerName}. Chờ xem xét lại theo kết luận khiếu nại ${again.cause}`,
            }))}
            value={keptChoices(trouble, 'dossiers', all)}
            trouble={trouble}
          />
          <Submit>Triệu tập phiên</Submit>
        </Form>
      )}
    </div>
  )
}
