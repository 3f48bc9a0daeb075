import type { CivilDate } from '../kernel/civil-date.ts'
import { civilDateOf, showDate } from '../kernel/civil-date.ts'
import { showCount } from '../kernel/number.ts'
import { Radios } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, PostButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { draftingDesk } from './actions-desk.ts'
import { revocationGrounds } from './model.ts'
import type { RevocationQuery } from './model.ts'
import { revocationDays } from './rules.ts'
import { decisionKindNames, decisionLevelNames, groundLetter, groundName } from './words.ts'

type Desk = Awaited<ReturnType<typeof draftingDesk>>

export function DraftingDeskView({
  drafts,
  sessions,
  approved,
  below,
  others,
  mayDraft,
  mayEnter,
  trouble,
}: Desk & { trouble?: Trouble | undefined }) {
  const empty = [drafts, sessions, approved, below].every((list) => list.length === 0)
  return (
    <div class="stack loose">
      <div class="row apart">
        <h1>Soạn và ký quyết định</h1>
        <div class="row">
          {mayDraft ? (
            <LinkButton href={paths.recognition.revocation()} kind="secondary" icon="ban">
              Soạn quyết định thu hồi
            </LinkButton>
          ) : null}
          {mayEnter ? (
            <LinkButton href={paths.recognition.pastRound()} kind="secondary" icon="file-text">
              Nhập vòng cũ từ giấy
            </LinkButton>
          ) : null}
          {mayEnter ? (
            <LinkButton href={paths.recognition.districtRoundBegin()} kind="secondary" icon="file-text">
              Nhập vòng huyện từ giấy
            </LinkButton>
          ) : null}
          <LinkButton href={paths.recognition.decisions()} kind="quiet">
            Quyết định đã ban hành
          </LinkButton>
        </div>
      </div>
      <ErrorSummary trouble={trouble} />
      {empty ? (
        <Empty title="Không có dự thảo nào đang chờ">Khi một phiên chấm đóng, dự thảo quyết định hiện ở đây.</Empty>
      ) : null}
      {others.length > 0 ? (
        <Notice kind="info" title="Người khác soạn và ký">
          Bạn đã rút khỏi ít nhất một hồ sơ của {others.length === 1 ? 'phiên này' : 'các phiên này'}, nên dự thảo từ đó
          không hiện ở đây:{' '}
          {others.map(({ councilName, meetsOn }) => `${councilName}, ${showDate(meetsOn)}`).join('; ')}.
        </Notice>
      ) : null}
      {sessions.length > 0 ? <SessionsPanel sessions={sessions} /> : null}
      {drafts.length > 0 ? <DraftsPanel drafts={drafts} /> : null}
      {approved.length > 0 ? (
        <StepsPanel
          title="Kết quả đã phê duyệt, chờ gửi Bộ"
          steps={approved}
          action={paths.recognition.sendToMinistry()}
          button="Gửi hồ sơ lên Bộ"
        />
      ) : null}
      {below.length > 0 ? (
        <StepsPanel
          title="Bộ chấm dưới 5 sao: tỉnh dùng kết quả đó, hoặc chấm lại (26/2026 Điều 7.4)"
          steps={below}
          action={paths.recognition.useMinistryResult()}
          button="Dùng kết quả của Bộ"
          other={{ action: paths.recognition.evaluateAgain(), button: 'Hội đồng tỉnh chấm lại' }}
        />
      ) : null}
    </div>
  )
}

function SessionsPanel({ sessions }: Pick<Desk, 'sessions'>) {
  return (
    <Panel title="Phiên đã đóng, chưa có dự thảo">
      <Table
        caption="Phiên đã đóng, chưa có dự thảo"
        rows={sessions}
        columns={[
          {
            head: 'Phiên',
            names: true,
            cell: ({ sessionId, meetsOn }) => (
              <a href={paths.evaluation.session(sessionId)}>
                <Day date={meetsOn} />
              </a>
            ),
          },
          { head: 'Cấp', cell: ({ councilLevel }) => decisionLevelNames[councilLevel] },
          { head: 'Sản phẩm', numeric: true, cell: ({ results }) => showCount(results) },
          {
            head: 'Việc',
            cell: ({ sessionId }) => (
              <PostButton action={paths.recognition.drafts()} kind="secondary" hidden={{ session: sessionId }}>
                Soạn dự thảo
              </PostButton>
            ),
          },
        ]}
      />
    </Panel>
  )
}

function DraftsPanel({ drafts }: Pick<Desk, 'drafts'>) {
  return (
    <Panel title="Dự thảo chờ ký">
      <Table
        caption="Dự thảo chờ ký"
        rows={drafts}
        columns={[
          {
            head: 'Nội dung',
            names: true,
            cell: ({ id, kind }) => <a href={paths.recognition.decision(id)}>{decisionKindNames[kind]}</a>,
          },
          { head: 'Cơ quan', cell: ({ authority }) => authority },
          { head: 'Sản phẩm', numeric: true, cell: ({ lines }) => showCount(lines) },
          { head: 'Soạn ngày', cell: ({ draftedAt }) => <Day date={civilDateOf(draftedAt)} /> },
        ]}
      />
    </Panel>
  )
}

function StepsPanel({
  title,
  steps,
  action,
  button,
  other,
}: {
  title: string
  steps: Desk['approved']
  action: string
  button: string
  other?: { readonly action: string; readonly button: string }
}) {
  return (
    <Panel title={title}>
      <Table
        caption={title}
        rows={steps}
        columns={[
          {
            head: 'Sản phẩm',
            names: true,
            cell: ({ dossierId, productName }) => <a href={paths.dossier.file(dossierId)}>{productName}</a>,
          },
          { head: 'Chủ thể', cell: ({ producerName }) => producerName },
          { head: 'Từ ngày', cell: ({ stateSince }) => <Day date={civilDateOf(stateSince)} /> },
          {
            head: 'Việc',
            cell: ({ dossierId, decisionId }) => (
              <div class="row">
                {decisionId === null ? null : (
                  <a href={paths.recognition.letterToMinistry(decisionId)}>Công văn gửi Bộ</a>
                )}
                <PostButton action={action} kind="secondary" hidden={{ dossier: dossierId }}>
                  {button}
                </PostButton>
                {other === undefined ? null : (
                  <PostButton action={other.action} kind="quiet" hidden={{ dossier: dossierId }}>
                    {other.button}
                  </PostButton>
                )}
              </div>
            ),
          },
        ]}
      />
    </Panel>
  )
}

export function RevocationView({
  given,
  today,
  trouble,
}: {
  given: RevocationQuery
  today: CivilDate
  trouble?: Trouble | undefined
}) {
  return (
    <div class="stack">
      <h1>Soạn quyết định thu hồi giấy chứng nhận</h1>
      <p class="lead">
        Cơ quan tham mưu xác minh, báo cáo; lãnh đạo ký trong {revocationDays} ngày từ kết luận, hoặc từ khi xã xác nhận
        đã ngừng sản xuất (26/2026 Điều 8).
      </p>
      <Form action={paths.recognition.revocation()} trouble={trouble} panel label="Dự thảo thu hồi">
        <Field
          name="numbers"
          label="Số giấy chứng nhận"
          kind="textarea"
          rows={3}
          value={given.so}
          hint="Mỗi dòng một số. Các giấy cùng một căn cứ."
          trouble={trouble}
        />
        <Radios
          name="ground"
          label="Căn cứ"
          options={revocationGrounds.map((value) => ({ value, label: `${groundLetter(value)}) ${groundName(value)}` }))}
          value={given['can-cu']}
          trouble={trouble}
        />
        <Field
          name="note"
          label="Kết luận hoặc văn bản làm căn cứ"
          kind="textarea"
          rows={3}
          value={given['ket-luan']}
          trouble={trouble}
        />
        <Field name="concludedOn" label="Ngày có kết luận" kind="date" value={given.ngay ?? today} trouble={trouble} />
        <Submit>Soạn dự thảo</Submit>
      </Form>
    </div>
  )
}
