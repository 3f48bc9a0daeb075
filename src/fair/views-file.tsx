import type { CivilDate } from '../kernel/civil-date.ts'
import type { Page } from '../kernel/page.ts'
import { DeskList } from '../ui/desk-list.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Form, Hidden, PostButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { CancelPanel, FileLinks, OrganisingActs } from '../ui/organising.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import type { Column } from '../ui/table.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { FairFile } from './actions-reading.ts'
import type { FairApplication, ShownFair } from './model.ts'
import { fairCan } from './rules.ts'
import { Totals, daysWords, fairFacts } from './views.tsx'
import { outcomeLooks, outcomeWords, stateLooks, stateWords, wishWords } from './words.ts'

export function FairDeskView({ fairs, mayOrganise }: { fairs: Page<ShownFair>; mayOrganise: boolean }) {
  return (
    <DeskList
      title="Hội chợ của đơn vị"
      acts={
        <OrganisingActs
          mayOrganise={mayOrganise}
          begin={{ href: paths.fair.begin(), label: 'Hội chợ mới' }}
          places={{ href: paths.fair.pointDesk(), label: 'Điểm bán của đơn vị', icon: 'store' }}
          calendar={paths.gathering.calendar()}
        />
      }
      page={fairs}
      caption="Hội chợ, mới nhất trước"
      columns={deskColumns}
      empty={{
        title: 'Chưa có hội chợ nào',
        icon: 'tent-tree',
        words: 'Hội chợ, tuần hàng, hội nghị kết nối của đơn vị hiện ở đây từ lúc soạn.',
      }}
      hrefOf={(trang) => paths.fair.desk({ trang })}
    />
  )
}

const deskColumns: readonly Column<ShownFair>[] = [
  { head: 'Hội chợ', names: true, cell: ({ id, title }) => <a href={paths.fair.file(id)}>{title}</a> },
  { head: 'Thời gian', cell: daysWords },
  { head: 'Đơn vị', cell: ({ unitName }) => unitName ?? 'Bộ Nông nghiệp và Môi trường' },
  { head: 'Trạng thái', cell: ({ state }) => <Status state={stateLooks[state]}>{stateWords[state]}</Status> },
]

export type FileForm = 'call' | 'cancel' | 'attendance' | 'close'

interface FileProps extends FairFile {
  readonly today: CivilDate
  readonly troubles: Partial<Record<FileForm, Trouble>>
}

/** A fair on the desk of its organiser: call, selection, who came, results. */
export function FairFileView(props: FileProps) {
  const { fair, may, applications, totals, reason, today, troubles } = props
  const opened = fair.state !== 'draft' && fair.state !== 'cancelled' && fair.opensOn <= today
  const marks = fairCan('attend', fair) && opened
  return (
    <div class="stack">
      <h1>{fair.title}</h1>
      {fair.state === 'cancelled' ? <Notice kind="error">{`Hội chợ đã hủy. ${reason ?? ''}`}</Notice> : null}
      <Panel title="Hội chợ">
        <Facts facts={fairFacts(fair)} />
        <div class="row">
          <FileLinks
            page={paths.fair.fair(fair.slug)}
            isDraft={fair.state === 'draft'}
            amend={may && fairCan('amend', fair) ? paths.fair.amend(fair.id) : undefined}
          />
          {may && fairCan('call', fair) ? (
            <PostButton action={paths.fair.call(fair.id)} icon="send">
              Thông báo, nhận đăng ký
            </PostButton>
          ) : null}
        </div>
      </Panel>
      <Applications {...props} marks={marks} />
      {opened ? <Totals totals={totals} /> : null}
      {may && fairCan('close', fair) && fair.closesOn <= today ? (
        <Panel title="Chốt kết quả">
          <Form action={paths.fair.close(fair.id)} trouble={troubles.close} label="Chốt kết quả">
            <p>{`${totals.told} trên ${totals.producers} chủ thể có mặt đã báo kết quả. Chốt rồi con số lên trang công khai.`}</p>
            <div class="row">
              <Submit icon="check">Chốt kết quả</Submit>
            </div>
          </Form>
        </Panel>
      ) : null}
      {may && fairCan('cancel', fair) && applications.every(({ attendedOn }) => attendedOn === null) ? (
        <CancelPanel title="Hủy hội chợ" action={paths.fair.cancel(fair.id)} trouble={troubles.cancel} />
      ) : null}
    </div>
  )
}

function Applications(props: FileProps & { marks: boolean }) {
  const { fair, applications, may, marks, troubles } = props
  const chosen = applications.filter(({ outcome }) => outcome === 'chosen').length
  return (
    <Panel title="Đăng ký" note={`${applications.length} đăng ký, đã chọn ${chosen} trên ${fair.booths} gian`}>
      {applications.length === 0 ? (
        <Empty title="Chưa có đăng ký nào" icon="inbox" level={3} />
      ) : may && marks ? (
        <Form action={paths.fair.attendance(fair.id)} trouble={troubles.attendance} label="Có mặt">
          <Table caption="Đăng ký và có mặt" rows={applications} columns={[...columns, came]} />
          <div class="row">
            <Submit kind="secondary" icon="check">
              Lưu chủ thể có mặt
            </Submit>
          </div>
        </Form>
      ) : (
        <Table caption="Đăng ký, gửi trước đứng trước" rows={applications} columns={columns} />
      )}
    </Panel>
  )
}

const columns: readonly Column<FairApplication>[] = [
  {
    head: 'Chủ thể',
    names: true,
    cell: ({ id, producerName }) => <a href={paths.fair.application(id)}>{producerName}</a>,
  },
  {
    head: 'Sản phẩm',
    cell: ({ products }) =>
      products.map(({ name, stars }) => (stars === null ? name : `${name} (${stars} sao)`)).join(', '),
  },
  { head: 'Gian', cell: ({ wish, booth }) => booth || wishWords[wish] },
  {
    head: 'Kết quả xét',
    cell: ({ outcome, reason }) =>
      outcome === null ? (
        <Status state="waiting">Chờ xét</Status>
      ) : (
        <>
          <Status state={outcomeLooks[outcome]}>{outcomeWords[outcome]}</Status>
          <span class="small muted note"> {reason}</span>
        </>
      ),
  },
]

const came: Column<FairApplication> = {
  head: 'Có mặt',
  cell: ({ id, producerName, outcome, attendedOn }) =>
    outcome === 'chosen' ? (
      <label class="check">
        <Hidden name="shown" value={id} />
        <input type="checkbox" name="attended" value={id} checked={attendedOn !== null} />
        <span class="hidden-word">{`${producerName} có mặt`}</span>
      </label>
    ) : (
      ''
    ),
}
