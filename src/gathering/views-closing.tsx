import type { CivilDate } from '../kernel/civil-date.ts'
import { Check, Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day, Moment } from '../ui/time.tsx'
import { Timeline } from '../ui/timeline.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { roleNames } from '../identity/access.ts'
import type { ConclusionFile } from './actions-reading.ts'
import type { ShownConclusion } from './model.ts'
import { eventCan } from './rules.ts'
import type { FileProps } from './views-file.tsx'
import { honoursWords } from './words.ts'

/** What the event left behind: tasks with an office and a day, then the minutes that close it. */
export function ClosingPanels(props: FileProps) {
  const { event, may, begun, conclusions, minutes } = props
  if (!begun || event.state === 'draft' || event.state === 'cancelled') return null
  return (
    <>
      <Panel title="Kết luận và việc theo dõi" id="ket-luan">
        {conclusions.length === 0 ? (
          <Empty title="Chưa có kết luận nào" icon="gavel" level={3} />
        ) : (
          <ConclusionTable conclusions={conclusions} />
        )}
        {may && eventCan('add-conclusion', event) ? <ConclusionForm {...props} /> : null}
      </Panel>
      {minutes === undefined ? (
        may && eventCan('conclude', event) ? (
          <MinutesForm {...props} />
        ) : null
      ) : (
        <Panel title="Biên bản" note={<Moment at={minutes.writtenAt} />}>
          {minutes.body.split('\n').map((line) => (
            <p>{line}</p>
          ))}
          <Facts
            facts={[
              ['Khách mời', minutes.invited],
              ['Nhận lời', minutes.accepted],
              ['Có mặt', minutes.present],
              ['Đã trao', minutes.honoured.map((line) => honoursWords(line)).join('; ')],
              ['Trang công khai', minutes.isPublic ? 'Có đăng' : 'Không đăng'],
            ]}
          />
        </Panel>
      )}
    </>
  )
}

function ConclusionTable({ conclusions }: { conclusions: readonly ShownConclusion[] }) {
  return (
    <Table
      caption="Kết luận"
      rows={conclusions}
      columns={[
        { head: 'Việc', names: true, cell: ({ id, body }) => <a href={paths.gathering.conclusion(id)}>{body}</a> },
        { head: 'Nơi thực hiện', cell: ownerWords },
        { head: 'Hạn', cell: ({ dueOn }) => <Day date={dueOn} /> },
        { head: 'Kết quả', cell: ({ doneOn }) => <DoneState doneOn={doneOn} /> },
      ]}
    />
  )
}

function ownerWords({ ownerRole, ownerUnitName }: ShownConclusion): string {
  return ownerUnitName === null ? roleNames[ownerRole] : `${roleNames[ownerRole]}, ${ownerUnitName}`
}

function DoneState({ doneOn }: { doneOn: CivilDate | null }) {
  return doneOn === null ? (
    <Status state="waiting">Đang làm</Status>
  ) : (
    <Status state="done">
      Xong <Day date={doneOn} />
    </Status>
  )
}

function ConclusionForm({ event, offices, troubles: { conclude: trouble } }: FileProps) {
  return (
    <Form action={paths.gathering.conclude(event.id)} trouble={trouble} label="Thêm kết luận">
      <Field name="body" label="Việc phải làm" kind="textarea" trouble={trouble} />
      <Select
        name="owner"
        label="Nơi thực hiện"
        hint="Người giữ vai trò này thấy việc trên bàn làm việc, kể cả khi đổi người."
        blank="Chọn nơi thực hiện"
        options={offices.map(({ value, label }) => ({ value, label }))}
        trouble={trouble}
      />
      <Field name="dueOn" label="Hạn thực hiện" kind="date" trouble={trouble} />
      <div class="row">
        <Submit kind="secondary" icon="plus">
          Thêm kết luận
        </Submit>
      </div>
    </Form>
  )
}

function MinutesForm({ event, counts, troubles: { minutes: trouble } }: FileProps) {
  return (
    <Panel title="Biên bản, kết thúc sự kiện" note={`${counts.present} người có mặt`}>
      <Form action={paths.gathering.minutes(event.id)} trouble={trouble} label="Biên bản">
        <Field
          name="minutes"
          label="Biên bản"
          hint="Lưu là kết thúc sự kiện: con số khách mời, có mặt và danh sách trao giữ nguyên như lúc này."
          kind="textarea"
          rows={8}
          trouble={trouble}
        />
        <Check name="publish" label="Đăng biên bản và kết luận trên trang công khai" trouble={trouble} />
        <div class="row">
          <Submit icon="check">Lưu biên bản, kết thúc</Submit>
        </div>
      </Form>
    </Panel>
  )
}

interface ConclusionProps extends ConclusionFile {
  readonly trouble: Trouble | undefined
}

/** One task on the desk of the office that carries it out. */
export function ConclusionView({ conclusion, mayReport, reports, trouble }: ConclusionProps) {
  return (
    <div class="stack">
      <h1>Kết luận phải thực hiện</h1>
      <Panel title={conclusion.body}>
        <Facts
          facts={[
            ['Sự kiện', <a href={paths.gathering.event(conclusion.eventSlug)}>{conclusion.eventTitle}</a>],
            ['Nơi thực hiện', ownerWords(conclusion)],
            ['Hạn', <Day date={conclusion.dueOn} />],
            ['Kết quả', <DoneState doneOn={conclusion.doneOn} />],
          ]}
        />
      </Panel>
      {reports.length === 0 ? null : (
        <Panel title="Đã báo cáo">
          <Timeline
            happenings={reports.toReversed().map(({ onDate, result, done }) => ({
              at: onDate,
              what: done ? `Xong: ${result}` : result,
              state: done ? 'done' : 'waiting',
            }))}
          />
        </Panel>
      )}
      {mayReport ? (
        <Panel title="Báo cáo">
          <Form action={paths.gathering.report(conclusion.id)} trouble={trouble} label="Báo cáo thực hiện">
            <Field name="result" label="Đã làm được gì" kind="textarea" trouble={trouble} />
            <Check name="done" label="Việc này đã xong" trouble={trouble} />
            <div class="row">
              <Submit icon="send">Gửi báo cáo</Submit>
            </div>
          </Form>
        </Panel>
      ) : null}
    </div>
  )
}
