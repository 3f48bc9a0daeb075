import { Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { Submit } from '../ui/form.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Moment } from '../ui/time.tsx'
import type { Entry } from './model.ts'
import type { BookPage, BookQuery } from './reading.ts'
import { factWords, partWords } from './words.ts'

export function Book({ page, query }: { page: BookPage; query: BookQuery }) {
  return (
    <div class="stack">
      <h1>Sổ ghi</h1>
      <p class="muted">
        Mỗi việc đã làm là một dòng, chỉ thêm, không sửa. Sổ được niêm phong bằng chữ ký; chương trình kiểm tra độc lập
        chứng minh được rằng không dòng nào bị sửa, xóa hay đổi chỗ.
      </p>
      <QueryForm query={query} />
      <section class="panel flush" aria-label="Các dòng của sổ">
        {page.entries.length === 0 ? (
          <Empty icon="book-open" title="Không có dòng nào khớp" />
        ) : (
          <Entries entries={page.entries} />
        )}
      </section>
      <Turn page={page} query={query} />
    </div>
  )
}

function QueryForm({ query: { subject, actor, fact } }: { query: BookQuery }) {
  const parts = Object.entries(partWords).map(([value, label]) => ({ value, label }))
  const known = fact === undefined || fact in partWords
  return (
    <form class="form panel stack" role="search" action={paths.audit.book()} aria-label="Lọc sổ ghi">
      <Select
        name="viec"
        label="Phần việc"
        options={known ? parts : [{ value: fact, label: factWords[fact] ?? fact }, ...parts]}
        value={fact}
        blank="Mọi phần"
      />
      <Field
        name="doi-tuong"
        label="Mã đối tượng"
        hint="Mã của hồ sơ, phiên chấm, tài khoản … như trong sổ."
        value={subject}
        optional
      />
      <Field name="nguoi" label="Mã người làm" value={actor} optional />
      <div class="row">
        <Submit kind="secondary" icon="search">
          Lọc
        </Submit>
        <a href={paths.audit.book()}>Bỏ lọc</a>
      </div>
    </form>
  )
}

function Entries({ entries }: { entries: readonly Entry[] }) {
  return (
    <Table
      caption="Sổ ghi, mới nhất trước"
      rows={entries}
      rowId={({ seq }) => `dong-${seq}`}
      columns={[
        { head: 'Số', names: true, cell: ({ seq }) => <span class="num">{seq}</span> },
        { head: 'Lúc', cell: ({ at }) => <Moment at={at} /> },
        { head: 'Ai', cell: (entry) => <Who {...entry} /> },
        { head: 'Việc', cell: ({ fact }) => <What fact={fact} /> },
        {
          head: 'Đối tượng',
          cell: ({ subject }) => <Id id={subject} href={paths.audit.book({ 'doi-tuong': subject })} />,
        },
        { head: 'Chi tiết', cell: ({ detail }) => <Detail detail={detail} /> },
      ]}
    />
  )
}

const actors: Readonly<Record<string, string>> = { system: 'Hệ thống', visitor: 'Khách' }

function Who({ actor, posting }: Entry) {
  return (
    <>
      <Id id={actor} href={paths.audit.book({ nguoi: actor })} name={actors[actor]} />
      {posting === null ? null : <span class="small muted"> {posting}</span>}
    </>
  )
}

function What({ fact }: { fact: string }) {
  const [part = ''] = fact.split('.')
  const said = factWords[fact]
  return (
    <>
      <a href={paths.audit.book({ viec: fact })} title={fact}>
        {said ?? <code>{fact}</code>}
      </a>{' '}
      <span class="small muted">{partWords[part] ?? part}</span>
    </>
  )
}

/** The end of a long id tells it apart; the whole stands in the title and behind the link. */
function Id({ id, href, name }: { id: string; href: string; name?: string | undefined }) {
  const shown = name ?? (id.length > 20 ? `…${id.slice(-8)}` : id)
  return (
    <a href={href} title={id}>
      {shown}
    </a>
  )
}

function Detail({ detail }: Pick<Entry, 'detail'>) {
  const parts = Object.entries(detail).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  return <span class="small">{parts.length === 0 ? '–' : parts.join(' · ')}</span>
}

/** Older entries lie behind a number, so a page stays what it was while the book grows. */
function Turn({ page: { older }, query }: { page: BookPage; query: BookQuery }) {
  const asked = { viec: query.fact, 'doi-tuong': query.subject, nguoi: query.actor }
  if (older === undefined && query.before === undefined) return null
  return (
    <nav class="row" aria-label="Trang của sổ">
      {query.before === undefined ? null : <a href={paths.audit.book(asked)}>Mới nhất</a>}
      {older === undefined ? null : <a href={paths.audit.book({ ...asked, truoc: older })}>Cũ hơn</a>}
    </nav>
  )
}
