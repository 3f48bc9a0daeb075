import type { CivilDate } from '../kernel/civil-date.ts'
import { showCount } from '../kernel/number.ts'
import { Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { LinkButton } from '../ui/form.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Search } from '../ui/search.tsx'
import { Table } from '../ui/table.tsx'
import { Chips } from '../ui/tabs.tsx'
import { Day } from '../ui/time.tsx'
import { deskSize, publicSize } from './actions-reading.ts'
import { levels, subjects } from './model.ts'
import type { AnsweringFigures, Level, Matter, MatterSubject, PublishedAnswer } from './model.ts'
import { Lines, Standing } from './views.tsx'
import { WhatHappens } from './views-send.tsx'
import { holderWords, kindWords, levelWords, subjectWords } from './words.ts'

interface PublicProps {
  readonly items: readonly PublishedAnswer[]
  readonly total: number
  readonly page: number
  readonly words: string | undefined
  readonly subject: MatterSubject | undefined
}

export function PublicAnswers({ items, total, page, words, subject }: PublicProps) {
  const asked = { q: words, viec: subject }
  return (
    <div class="stack">
      <h1>Hỏi, đề xuất, phản ánh</h1>
      <SendingLinks />
      <Search
        action={paths.feedback.list()}
        label="Tìm trong các trả lời"
        value={words}
        placeholder="Chữ trong câu hỏi"
      />
      <Chips
        label="Về việc"
        chips={[undefined, ...subjects].map((one) => ({
          href: paths.feedback.list({ q: words, viec: one }),
          label: one === undefined ? 'Mọi việc' : subjectWords[one],
          current: one === subject,
        }))}
      />
      <div class="with-aside">
        <div class="stack">
          <h2>Trả lời đã công khai</h2>
          <AnswerList items={items} />
          <Pager
            page={page}
            total={total}
            size={publicSize}
            hrefOf={(trang) => paths.feedback.list({ ...asked, trang })}
          />
        </div>
        <aside class="stack" aria-label="Cách làm việc">
          <WhatHappens />
          <p>
            <a href={paths.feedback.figures()}>Trả lời đúng hạn bao nhiêu?</a>
          </p>
        </aside>
      </div>
    </div>
  )
}

function SendingLinks() {
  return (
    <p class="row">
      <LinkButton href={paths.feedback.send()} icon="send">
        Gửi phiếu
      </LinkButton>
      <LinkButton href={paths.feedback.send({ loai: 'misuse' })} icon="flag" kind="secondary">
        Báo dùng sai sao
      </LinkButton>
      <LinkButton href={paths.feedback.track()} icon="search" kind="secondary">
        Theo dõi bằng mã
      </LinkButton>
    </p>
  )
}

function AnswerList({ items }: Pick<PublicProps, 'items'>) {
  if (items.length === 0) {
    return (
      <Empty title="Chưa có trả lời nào khớp" icon="message-circle">
        <p>Trả lời chỉ được công khai khi người gửi đồng ý, sau khi bỏ thông tin cá nhân.</p>
      </Empty>
    )
  }
  return (
    <ul class="news">
      {items.map((one) => (
        <li>
          <p class="kind">
            {subjectWords[one.subject]}, trả lời <Day date={one.answeredOn} />
          </p>
          <h3>
            <a href={paths.feedback.published(one.matterId)}>{one.title}</a>
          </h3>
          <p class="kind">{holderWords(one)}</p>
        </li>
      ))}
    </ul>
  )
}

export function PublicAnswerView({ answer }: { answer: PublishedAnswer }) {
  return (
    <div class="stack">
      <h1>{answer.title}</h1>
      <p class="muted">
        {kindWords[answer.kind]}, {subjectWords[answer.subject]}. Gửi <Day date={answer.filedOn} />, trả lời{' '}
        <Day date={answer.answeredOn} />.
      </p>
      <Panel title="Câu hỏi">
        <Lines text={answer.question} />
      </Panel>
      <Panel title={`Trả lời của ${holderWords(answer)}`}>
        <Lines text={answer.answer} />
      </Panel>
      <p class="small muted">Cán bộ đã bỏ thông tin cá nhân trước khi đăng; người gửi rút đồng ý lúc nào cũng được.</p>
    </div>
  )
}

interface QueueProps {
  readonly items: readonly Matter[]
  readonly total: number
  readonly page: number
  readonly waiting: boolean
  readonly today: CivilDate
}

export function MatterQueue({ items, total, page, waiting, today }: QueueProps) {
  const all = waiting ? undefined : 'tat-ca'
  return (
    <div class="stack">
      <h1>Phiếu phản ánh</h1>
      <Chips
        label="Lọc"
        chips={[
          { href: paths.feedback.queue(), label: 'Chờ trả lời', current: waiting },
          { href: paths.feedback.queue({ xem: 'tat-ca' }), label: 'Tất cả', current: !waiting },
        ]}
      />
      <MatterTable items={items} today={today} empty="Không có phiếu nào đang chờ" />
      <Pager page={page} total={total} size={deskSize} hrefOf={(trang) => paths.feedback.queue({ xem: all, trang })} />
    </div>
  )
}

export function OwnMatters({ items, today }: Pick<QueueProps, 'items' | 'today'>) {
  return (
    <div class="stack">
      <div class="row apart">
        <h1>Hỏi, phản ánh của tôi</h1>
        <LinkButton href={paths.feedback.send()} icon="send">
          Gửi phiếu
        </LinkButton>
      </div>
      <MatterTable items={items} today={today} empty="Bạn chưa gửi phiếu nào" />
    </div>
  )
}

function MatterTable({ items, today, empty }: Pick<QueueProps, 'items' | 'today'> & { empty: string }) {
  if (items.length === 0) {
    return (
      <Empty title={empty} icon="message-circle">
        <p>Phiếu mới hiện ở đây cùng hạn trả lời.</p>
      </Empty>
    )
  }
  return (
    <Table
      caption="Chờ trả lời trước, hạn gần nhất trước"
      rows={items}
      columns={[
        {
          head: 'Phiếu',
          names: true,
          cell: ({ id, title, crowded, state }) => (
            <>
              <a href={paths.feedback.file(id)}>{title}</a>
              {crowded && state === 'waiting' ? <span class="small muted note"> Đến trong ngày đông phiếu</span> : null}
            </>
          ),
        },
        { head: 'Loại', cell: ({ kind }) => kindWords[kind] },
        { head: 'Nơi', cell: ({ communeName }) => communeName ?? 'Chưa xác định' },
        { head: 'Ngày gửi', cell: ({ filedOn }) => <Day date={filedOn} /> },
        { head: 'Trạng thái', cell: (matter) => <Standing matter={matter} today={today} /> },
      ]}
    />
  )
}

interface FiguresProps {
  readonly year: number
  readonly years: readonly number[]
  readonly province: string | undefined
  readonly provinces: readonly { code: string; name: string }[]
  readonly byLevel: readonly AnsweringFigures[]
  readonly byProvince: readonly AnsweringFigures[]
  readonly byCommune: readonly AnsweringFigures[]
  readonly today: CivilDate
}

export function AnsweringView({
  year,
  years,
  province,
  provinces,
  byLevel,
  byProvince,
  byCommune,
  today,
}: FiguresProps) {
  return (
    <div class="stack">
      <h1>Trả lời phiếu phản ánh, năm {year}</h1>
      <p class="lead">
        Tính tới <Day date={today} />: phiếu gửi trong năm, trả lời lần đầu so với hạn. Chuyển phiếu không kéo dài hạn.
      </p>
      <form class="panel filter" action={paths.feedback.figures()} aria-label="Chọn năm và tỉnh">
        <Select
          name="nam"
          label="Năm"
          options={years.map((one) => ({ value: `${one}`, label: `${one}` }))}
          value={`${year}`}
        />
        <Select
          name="tinh"
          label="Xem từng xã của tỉnh"
          options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
          value={province}
          blank="Không xem xã"
        />
        <div class="row">
          <button class="button secondary">Xem</button>
        </div>
      </form>
      <FiguresTable
        title="Theo cấp đang giữ phiếu"
        rows={levels.flatMap((level) => byLevel.filter(({ label }) => label === level)).map(inWords)}
      />
      <FiguresTable title="Theo tỉnh, thành phố của việc" rows={byProvince} />
      {province === undefined ? null : <FiguresTable title="Theo xã, phiếu do xã giữ" rows={byCommune} />}
      <p class="small muted">
        Đúng hạn: ngày trả lời lần đầu không muộn hơn hạn của phiếu. Trung vị: một nửa số phiếu đã trả lời có trả lời
        sau chừng ấy ngày hoặc sớm hơn, tính cả ngày nghỉ.
      </p>
    </div>
  )
}

function inWords(row: AnsweringFigures): AnsweringFigures {
  return { ...row, label: levelWords[row.label as Level] }
}

function FiguresTable({ title, rows }: { title: string; rows: readonly AnsweringFigures[] }) {
  return (
    <Panel title={title}>
      {rows.length === 0 ? (
        <p class="muted">Chưa có phiếu nào.</p>
      ) : (
        <Table
          caption={title}
          rows={rows}
          columns={[
            { head: 'Đơn vị', cell: ({ label }) => label, names: true },
            { head: 'Nhận', cell: ({ received }) => showCount(received), numeric: true },
            { head: 'Đã trả lời', cell: ({ answered }) => showCount(answered), numeric: true },
            { head: 'Đúng hạn', cell: ({ inTerm }) => showCount(inTerm), numeric: true },
            { head: 'Đang quá hạn', cell: ({ late }) => showCount(late), numeric: true },
            { head: 'Trung vị (ngày)', cell: ({ medianDays }) => medianDays ?? 'chưa có', numeric: true },
          ]}
        />
      )}
    </Panel>
  )
}
