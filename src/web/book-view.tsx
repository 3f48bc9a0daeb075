import type { Entry } from '../audit/model.ts'
import { partWords } from '../audit/words.ts'
import { readDate } from '../kernel/civil-date.ts'
import { Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { Submit } from '../ui/form.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Moment } from '../ui/time.tsx'
import { factChoices, kindOfFact, kinds, partOf, sayFact } from './book-things.ts'
import { sayDetail, sayPostings } from './book-words.ts'
import type { Named } from './store-book.ts'

/** What the address asks of the book, as typed. */
export interface Asked {
  /** Part of a person's name. */
  readonly called?: string | undefined
  readonly actor?: string | undefined
  readonly subject?: string | undefined
  /** A whole fact, or a part of the system. */
  readonly fact?: string | undefined
  readonly kind?: string | undefined
  readonly span?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly before?: number | undefined
}

interface Naming {
  readonly things: ReadonlyMap<string, Named>
  readonly units: ReadonlyMap<string, string>
}

interface BookProps extends Naming {
  readonly entries: readonly Entry[]
  readonly older: number | undefined
  readonly asked: Asked
}

const actors: Readonly<Record<string, string>> = { system: 'Hệ thống', visitor: 'Khách' }

export function Book({ entries, older, asked, ...naming }: BookProps) {
  return (
    <div class="stack">
      <h1>Sổ ghi</h1>
      <p class="muted">
        Mỗi việc đã làm là một dòng, chỉ thêm, không sửa. Sổ được niêm phong bằng chữ ký; chương trình kiểm tra độc lập
        chứng minh được rằng không dòng nào bị sửa, xóa hay đổi chỗ.
      </p>
      <QueryForm asked={asked} things={naming.things} />
      <section class="panel flush" aria-label="Các dòng của sổ">
        {entries.length === 0 ? (
          <Empty icon="book-open" title="Không có dòng nào khớp">
            Thử bỏ bớt điều kiện lọc, hoặc chọn khoảng ngày dài hơn.
          </Empty>
        ) : (
          <Entries entries={entries} {...naming} />
        )}
      </section>
      <Turn older={older} asked={asked} />
    </div>
  )
}

const spans = [
  { value: 'hom-nay', label: 'Hôm nay' },
  { value: '7-ngay', label: '7 ngày qua' },
  { value: '30-ngay', label: '30 ngày qua' },
  { value: 'nam-nay', label: 'Từ đầu năm' },
]

function QueryForm({ asked, things }: { asked: Asked } & Pick<Naming, 'things'>) {
  const { called, fact, kind, span, from, to } = asked
  const trouble = troubleOf(asked)
  return (
    <form class="form panel stack" role="search" action={paths.audit.book()} aria-label="Lọc sổ ghi">
      <Chosen asked={asked} things={things} />
      <div class="fields">
        <Field name="ai" label="Người làm" hint="Một phần họ tên, có dấu hay không đều được." value={called} />
        <Select name="viec" label="Việc" options={factChoices()} value={fact} blank="Mọi việc" />
        <Select
          name="loai"
          label="Làm trên"
          options={Object.entries(kinds).map(([value, { word }]) => ({ value, label: word }))}
          value={kind}
          blank="Mọi đối tượng"
        />
        <Select name="trong" label="Khoảng ngày" options={spans} value={span} blank="Mọi ngày" />
        <Field name="tu" label="Từ ngày" kind="date" value={from} trouble={trouble} />
        <Field name="den" label="Đến hết ngày" kind="date" value={to} trouble={trouble} />
      </div>
      <div class="row">
        <Submit kind="secondary" icon="search">
          Lọc
        </Submit>
        <a href={paths.audit.book()}>Bỏ lọc</a>
      </div>
    </form>
  )
}

function troubleOf({ from, to }: Asked) {
  const typed = { tu: from, den: to }
  const wrong = Object.entries(typed).filter(([, text]) => text !== undefined && readDate(text) === undefined)
  if (wrong.length === 0) return undefined
  const says = 'Không đọc được ngày này; hãy ghi ngày/tháng/năm, ví dụ 24/11/2026.'
  return {
    values: { tu: from ?? '', den: to ?? '' },
    errors: Object.fromEntries(wrong.map(([name]) => [name, says])),
    summary: [],
  }
}

/** One person or one thing chosen by a link of the table stays chosen while the rest of the form changes. */
function Chosen({ asked: { actor, subject }, things }: { asked: Asked } & Pick<Naming, 'things'>) {
  const chosen = [
    { name: 'nguoi', id: actor, says: 'Chỉ việc của' },
    { name: 'doi-tuong', id: subject, says: 'Chỉ việc trên' },
  ].flatMap(({ id, ...one }) => (id === undefined ? [] : [{ ...one, id }]))
  return (
    <>
      {chosen.map(({ name, id, says }) => (
        <p>
          {says} <b>{actors[id] ?? things.get(id)?.name ?? `đối tượng mã ${id}`}</b>
          <input type="hidden" name={name} value={id} />
        </p>
      ))}
    </>
  )
}

function Entries({ entries, ...naming }: { entries: readonly Entry[] } & Naming) {
  return (
    <Table
      caption="Sổ ghi, mới nhất trước"
      rows={entries}
      rowId={({ seq }) => `dong-${seq}`}
      columns={[
        { head: 'Số', names: true, cell: ({ seq }) => <span class="num">{seq}</span> },
        { head: 'Lúc', cell: ({ at }) => <Moment at={at} /> },
        { head: 'Ai', cell: (entry) => <Who entry={entry} {...naming} /> },
        { head: 'Việc', cell: ({ fact }) => <What fact={fact} /> },
        { head: 'Trên', cell: (entry) => <On entry={entry} {...naming} /> },
        { head: 'Chi tiết', cell: (entry) => <Detail entry={entry} {...naming} /> },
      ]}
    />
  )
}

function Who({ entry: { actor, posting }, things, units }: { entry: Entry } & Naming) {
  const name = actors[actor] ?? things.get(actor)?.name ?? 'Tài khoản không còn tên'
  const held = sayPostings(posting, { unit: (code) => units.get(code) })
  return (
    <>
      <a href={paths.audit.book({ nguoi: actor })}>{name}</a>
      {held.length === 0 ? null : <div class="small muted">{held.join('; ')}</div>}
    </>
  )
}

function What({ fact }: { fact: string }) {
  return (
    <>
      <a href={paths.audit.book({ viec: fact })}>{sayFact(fact) ?? 'Việc chưa có tên'}</a>
      <div class="small muted">{partWords[partOf(fact)] ?? partOf(fact)}</div>
    </>
  )
}

/** The thing's own page where it has one; what else was done to it is a link of the book. */
function On({ entry: { fact, subject }, things }: { entry: Entry } & Pick<Naming, 'things'>) {
  const found = things.get(subject)
  const kind = kinds[found?.kind ?? kindOfFact(fact) ?? '']
  const name =
    found?.name ?? (/[ /]|^\d{4}-\d{2}-\d{2}$|^[A-Z0-9-]{1,24}$/.test(subject) ? subject : (kind?.word ?? 'Đối tượng'))
  return (
    <>
      {kind?.page === undefined ? <span>{name}</span> : <a href={kind.page(subject)}>{name}</a>}
      <div class="small muted">
        {kind === undefined || name === kind.word ? null : `${kind.word} · `}
        <a href={paths.audit.book({ 'doi-tuong': subject })}>mọi việc trên đó</a>
      </div>
    </>
  )
}

/** In words first; the line exactly as it is sealed stands folded behind, for who compares it with an export. */
function Detail({ entry, things, units }: { entry: Entry } & Naming) {
  const { seq, actor, posting, fact, subject, detail, hash } = entry
  const said = sayDetail(detail, { thing: (id) => things.get(id)?.name, unit: (code) => units.get(code) })
  return (
    <>
      {said.length === 0 ? null : <span class="small">{said.join(' · ')}</span>}
      <details>
        <summary class="small">Nguyên văn dòng {seq}</summary>
        <code class="small">{JSON.stringify({ actor, posting, fact, subject, detail, hash })}</code>
      </details>
    </>
  )
}

/** Older entries lie behind a number, so a page stays what it was while the book grows. */
function Turn({ older, asked: { before, ...asked } }: Pick<BookProps, 'older' | 'asked'>) {
  const query = {
    ai: asked.called,
    nguoi: asked.actor,
    'doi-tuong': asked.subject,
    viec: asked.fact,
    loai: asked.kind,
    trong: asked.span,
    tu: asked.from,
    den: asked.to,
  }
  if (older === undefined && before === undefined) return null
  return (
    <nav class="row" aria-label="Trang của sổ">
      {before === undefined ? null : <a href={paths.audit.book(query)}>Mới nhất</a>}
      {older === undefined ? null : <a href={paths.audit.book({ ...query, truoc: older })}>Cũ hơn</a>}
    </nav>
  )
}
