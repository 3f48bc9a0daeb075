import { civilDateOf, showDate } from '../kernel/civil-date.ts'
import type { Instant } from '../kernel/civil-date.ts'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Hidden, LinkButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Chips } from '../ui/tabs.tsx'
import { Moment } from '../ui/time.tsx'
import { Timeline } from '../ui/timeline.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { deskSize } from './actions.ts'
import type { ArticleFile } from './actions.ts'
import { articleStates } from './model.ts'
import type { ArticleStart, ArticleState, Edition, ListedArticle } from './model.ts'
import { EditionFields } from './views-form.tsx'
import type { Choices } from './views-form.tsx'
import { CitedFigures, LeadPicture } from './views.tsx'
import { ArticleText } from './views-text.tsx'
import { categoryWords, stateLook, stateWords, stepWords, unitWords } from './words.ts'

interface RegisterProps {
  readonly items: readonly ListedArticle[]
  readonly total: number
  readonly page: number
  readonly state: ArticleState | undefined
  readonly mayWrite: boolean
}

export function ArticleRegister({ items, total, page, state, mayWrite }: RegisterProps) {
  return (
    <div class="stack">
      <div class="panel-head">
        <h1>Tin bài</h1>
        {mayWrite ? (
          <div class="row">
            <LinkButton href={paths.newsroom.comments()} icon="message-circle" kind="secondary">
              Duyệt bình luận
            </LinkButton>
            <LinkButton href={paths.newsroom.begin()} icon="pencil">
              Viết bài mới
            </LinkButton>
          </div>
        ) : null}
      </div>
      <Chips
        label="Trạng thái"
        chips={[undefined, ...articleStates].map((one) => ({
          href: paths.newsroom.desk({ 'trang-thai': one }),
          label: one === undefined ? 'Tất cả' : stateWords[one],
          current: one === state,
        }))}
      />
      {items.length === 0 ? (
        <Empty title="Chưa có bài nào ở đây" icon="newspaper">
          <p>Bài viết mới chỉ đơn vị mình thấy, cho tới khi xuất bản.</p>
        </Empty>
      ) : (
        <Table
          caption="Bài vừa thay đổi trước"
          rows={items}
          columns={[
            { head: 'Bài', cell: ({ id, title }) => <a href={paths.newsroom.file(id)}>{title}</a>, names: true },
            { head: 'Chuyên mục', cell: ({ category }) => categoryWords[category] },
            { head: 'Đơn vị', cell: ({ unitName }) => unitWords(unitName) },
            { head: 'Thay đổi', cell: ({ changedAt }) => <Moment at={changedAt} /> },
            {
              head: 'Trạng thái',
              cell: ({ state: now, edition, publishedEdition }) => (
                <>
                  <Status state={stateLook[now]}>{stateWords[now]}</Status>
                  {now === 'published' && edition !== publishedEdition ? ' có bản sửa chưa đăng' : ''}
                </>
              ),
            },
          ]}
        />
      )}
      <Pager
        page={page}
        total={total}
        size={deskSize}
        hrefOf={(one) => paths.newsroom.desk({ 'trang-thai': state, trang: one })}
      />
    </div>
  )
}

interface NewProps {
  readonly start: ArticleStart | undefined
  readonly events: readonly { readonly slug: string; readonly title: string; readonly startsAt: Instant }[]
  readonly units: readonly { value: string; label: string }[]
  readonly choices: Choices
  readonly trouble: Trouble | undefined
}

export function NewArticle({ start, events, units, choices, trouble }: NewProps) {
  return (
    <div class="stack">
      <h1>Viết bài mới</h1>
      {start === undefined ? (
        <EventsToTell events={events} />
      ) : (
        <Notice kind="info">
          Danh sách và con số dưới đây đọc từ hồ sơ của sự kiện. Hãy viết thêm, rồi lưu bản soạn.
        </Notice>
      )}
      <Form action={paths.newsroom.begin()} trouble={trouble} panel files>
        <EditionFields edition={start} products={[]} units={units} choices={choices} trouble={trouble} />
        <div class="row">
          <Submit icon="save">Lưu bản soạn</Submit>
        </div>
      </Form>
    </div>
  )
}

function EventsToTell({ events }: Pick<NewProps, 'events'>) {
  if (events.length === 0) return null
  return (
    <details>
      <summary>Bắt đầu từ một sự kiện, với danh sách và con số của nó</summary>
      <ul>
        {events.map(({ slug, title, startsAt }) => (
          <li>
            <a href={paths.newsroom.begin({ 'su-kien': slug })}>{title}</a>, {showDate(civilDateOf(startsAt))}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Troubles of each form of the page. */
export interface FileTroubles {
  readonly save?: Trouble
  readonly publish?: Trouble
  readonly correct?: Trouble
  readonly withdraw?: Trouble
}

interface FileProps {
  readonly file: ArticleFile
  readonly choices: Choices
  readonly troubles: FileTroubles
}

export function ArticleFileView({ file, choices, troubles }: FileProps) {
  const { article, edition, steps, savings, products, citations, mayWrite } = file
  return (
    <div class="stack">
      <h1>{edition.title}</h1>
      <p class="row">
        <Status state={stateLook[article.state]}>{stateWords[article.state]}</Status>
        {article.state === 'published' && article.slug ? (
          <a href={paths.newsroom.article(article.slug)}>Xem như người đọc</a>
        ) : null}
      </p>
      {isOvertaken(troubles, edition) ? <OtherText edition={edition} /> : null}
      <Acts file={file} troubles={troubles} />
      {mayWrite ? (
        <Panel title="Soạn" note={`Lần lưu thứ ${edition.number}`} id="soan">
          <Form action={paths.newsroom.file(article.id)} trouble={troubles.save} files>
            <Hidden name="base" value={edition.number} />
            <EditionFields edition={edition} products={products} choices={choices} trouble={troubles.save} />
            <div class="row">
              <Submit icon="save">Lưu bản soạn</Submit>
            </div>
          </Form>
        </Panel>
      ) : null}
      <Panel title="Xem trước" note="Bản soạn mới nhất">
        {edition.summary ? <p class="lead">{edition.summary}</p> : null}
        {edition.picture ? <LeadPicture picture={edition.picture} /> : null}
        <ArticleText body={edition.body} citations={citations} />
        <CitedFigures citations={citations} />
      </Panel>
      <Panel title="Đã qua">
        <Timeline
          small
          happenings={[
            ...steps.map(({ act, at, byName, reason }) => ({
              at,
              what: `${stepWords[act]}${byName ? `, ${byName}` : ''}${reason ? `: ${reason}` : ''}`,
            })),
            ...savings.map(({ number, writtenAt, writerName }) => ({
              at: writtenAt,
              what: `Lưu lần ${number}${writerName ? `, ${writerName}` : ''}`,
            })),
          ].toSorted((one, other) => other.at.localeCompare(one.at))}
        />
      </Panel>
    </div>
  )
}

/** The form that came back was begun on an older text than the one that is saved by now. */
function isOvertaken({ save }: FileTroubles, { number }: Edition): boolean {
  return save !== undefined && Number(save.values['base']) !== number
}

/** What the other one saved, to be read beside the own words that stand in the form below. */
function OtherText({ edition }: { edition: Edition }) {
  return (
    <Panel
      title={`Bản ${edition.writerName ?? 'người khác'} đã lưu`}
      note={<Moment at={edition.writtenAt} />}
      id="ban-kia"
    >
      <Facts
        facts={[
          ['Tiêu đề', edition.title],
          ['Tóm tắt', edition.summary],
        ]}
      />
      <pre class="kept-lines">{edition.body}</pre>
      <p class="small muted">Chữ của bạn còn nguyên trong khung Soạn ở dưới và chưa được lưu.</p>
    </Panel>
  )
}

function Acts({ file, troubles }: Pick<FileProps, 'file' | 'troubles'>) {
  const { article, edition, mayPublish, mayCorrect, mayWithdraw } = file
  if (!mayPublish && !mayCorrect && !mayWithdraw) return null
  return (
    <Panel title="Đăng và rút">
      {mayPublish ? (
        <Form action={paths.newsroom.publish(article.id)} trouble={troubles.publish}>
          <Hidden name="base" value={edition.number} />
          <p>Mọi người sẽ đọc được bản soạn mới nhất; con số trong bài được đếm và giữ lại từ lúc này.</p>
          <div class="row">
            <Submit icon="send">Xuất bản</Submit>
          </div>
        </Form>
      ) : null}
      {mayCorrect ? (
        <Form action={paths.newsroom.correct(article.id)} trouble={troubles.correct}>
          <Hidden name="base" value={edition.number} />
          <Field
            name="reason"
            label="Đính chính điều gì"
            hint="Người đọc thấy câu này dưới bài."
            trouble={troubles.correct}
          />
          <div class="row">
            <Submit icon="send">Đăng bản sửa</Submit>
          </div>
        </Form>
      ) : null}
      {mayWithdraw ? (
        <details>
          <summary>Rút bài</summary>
          <Form action={paths.newsroom.withdraw(article.id)} trouble={troubles.withdraw}>
            <Field
              name="reason"
              label="Vì sao rút"
              hint="Người đọc thấy câu này thay cho bài."
              trouble={troubles.withdraw}
            />
            <div class="row">
              <Submit kind="danger" icon="x">
                Rút bài
              </Submit>
            </div>
          </Form>
        </details>
      ) : null}
    </Panel>
  )
}
