import type { CivilDate } from '../kernel/civil-date.ts'
import { showDate } from '../kernel/civil-date.ts'
import { showCount } from '../kernel/number.ts'
import { compareVietnamese } from '../kernel/text.ts'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Hidden } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Search } from '../ui/search.tsx'
import { Status } from '../ui/status.tsx'
import type { UiState } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import type { ProvinceLine, UnitPageFacts } from './actions-look-up.ts'
import type { Fate, Followed, UnitToday } from './model.ts'
import { districtGone, fateWords, linkWords, showChangeDay, showPeriod } from './words.ts'

const fateStates: Record<Fate, UiState> = {
  same: 'valid',
  followed: 'done',
  split: 'unknown',
  disputed: 'unknown',
  lost: 'unknown',
  future: 'waiting',
}

interface UnitsSearchProps {
  readonly q: string
  readonly at: CivilDate
  readonly today: CivilDate
  readonly inForce: { readonly items: readonly Followed[]; readonly total: number }
  readonly ever: readonly Followed[]
  readonly provinces: readonly ProvinceLine[]
  /** The typed day was no day. */
  readonly dayProblem?: string | undefined
}

/** Look a unit up by old or new name, on a day. */
export function UnitsSearch(props: UnitsSearchProps) {
  const { q, at, today, provinces, dayProblem } = props
  return (
    <div class="stack loose">
      <div class="stack tight">
        <h1>Đơn vị hành chính</h1>
        <p class="lead">
          Tìm xã, huyện, tỉnh theo tên cũ hoặc tên mới, có dấu hay không dấu, và xem nay là đơn vị nào.
        </p>
      </div>
      <Search
        action={paths.territory.units()}
        label="Tên hoặc mã đơn vị"
        value={q}
        placeholder="ví dụ: xã Đức Tín"
        big
        hidden={at === today ? {} : { ngay: at }}
      />
      <DayForm q={q} at={at} problem={dayProblem} />
      {q === '' ? <Provinces provinces={provinces} /> : <Answers {...props} />}
    </div>
  )
}

function Answers({ at, inForce: { items, total }, ever }: UnitsSearchProps) {
  const isShown = (unit: Followed) => items.some((one) => one.code === unit.code && one.validFrom === unit.validFrom)
  const others = ever.filter((unit) => !isShown(unit))
  return (
    <>
      <Panel title={`Có hiệu lực ngày ${showDate(at)}`} note={`${showCount(total)} đơn vị`}>
        {total === 0 ? (
          <Empty title="Không có đơn vị nào mang tên này vào ngày ấy." level={3} />
        ) : (
          <Found units={items} at={at} caption="Đơn vị có hiệu lực" />
        )}
        {total > items.length ? <p class="muted">Mới hiện {items.length} đơn vị đầu; hãy ghi tên đầy đủ hơn.</p> : null}
      </Panel>
      {others.length === 0 ? null : (
        <Panel title="Của thời khác" note={`${showCount(others.length)} đơn vị gần nhất với tên đã ghi`}>
          <Found units={others} caption="Đơn vị của thời khác" />
        </Panel>
      )}
    </>
  )
}

function DayForm({ q, at, problem }: { q: string; at: CivilDate; problem: string | undefined }) {
  const trouble = problem ? { values: {}, errors: { ngay: problem }, summary: [] } : undefined
  return (
    <form class="panel filter" action={paths.territory.units()} aria-label="Chọn ngày">
      {q === '' ? null : <Hidden name="q" value={q} />}
      <Field name="ngay" label="Vào ngày" kind="date" value={at} trouble={trouble} />
      <div class="row">
        <button class="button secondary">Xem ngày này</button>
      </div>
    </form>
  )
}

function Found({ units, at, caption }: { units: readonly Followed[]; at?: CivilDate | undefined; caption: string }) {
  return (
    <Table
      caption={caption}
      rows={units}
      columns={[
        {
          head: 'Đơn vị',
          names: true,
          cell: (unit) => <a href={paths.territory.unit(unit.code, { ngay: at ?? unit.validFrom })}>{unit.fullName}</a>,
        },
        { head: 'Mã', cell: ({ code }) => <span class="num">{code}</span> },
        { head: 'Thời hạn', cell: showPeriod },
        { head: 'Nay', cell: (unit) => <FateMark unit={unit} /> },
      ]}
    />
  )
}

// The level of districts ended whole; its communes, not the district, have successors.
function FateMark({ unit: { kind, fate } }: { unit: Followed }) {
  if (kind === 'district' && fate === 'lost') return <Status state="expired">{districtGone}</Status>
  return <Status state={fateStates[fate]}>{fateWords[fate]}</Status>
}

function Provinces({ provinces }: { provinces: readonly ProvinceLine[] }) {
  const total = provinces.reduce((sum, { communes }) => sum + communes, 0)
  return (
    <Panel title="Tỉnh, thành phố hiện hành" note={`${provinces.length} tỉnh, thành phố`}>
      <Table
        caption="Tỉnh, thành phố và số xã"
        rows={provinces.toSorted((left, right) => compareVietnamese(left.name, right.name))}
        columns={[
          {
            head: 'Tỉnh, thành phố',
            names: true,
            cell: ({ code, fullName }) => <a href={paths.territory.unit(code)}>{fullName}</a>,
          },
          { head: 'Mã', cell: ({ code }) => code },
          { head: 'Cấp xã', numeric: true, cell: ({ communes }) => showCount(communes) },
        ]}
        foot={['Cả nước', '', showCount(total)]}
      />
    </Panel>
  )
}

/** One code: what it was on the day, what it is today, whence it came, whither it went. */
export function UnitCard(facts: UnitPageFacts) {
  const { unit, versions, alsoSpelt, at, code, place, today } = facts
  const shown = unit ?? versions.at(-1)
  return (
    <div class="stack loose">
      <div class="stack tight">
        <h1>{shown?.fullName}</h1>
        {unit && place === unit.fullName ? null : (
          <p class="lead">{unit ? place : `Ngày ${showDate(at)} mã ${code} không chỉ đơn vị nào.`}</p>
        )}
      </div>
      {unit ? (
        <Panel title={`Vào ngày ${showDate(at)}`}>
          <Facts
            facts={[
              ['Mã', code],
              ['Loại', unit.unitType],
              ['Thời hạn', showPeriod(unit)],
              ['Văn bản', unit.document],
              ['Cũng viết là', alsoSpelt.filter((one) => one !== unit.fullName).join(', ')],
              ['Nay', <FateMark unit={unit} />],
            ]}
          />
        </Panel>
      ) : null}
      <Today unit={unit} today={today} />
      <Versions versions={versions} />
      <Changes {...facts} />
      {facts.communes.length === 0 ? null : <Communes communes={facts.communes} />}
    </div>
  )
}

function Today({ unit, today }: { unit: Followed | undefined; today: readonly UnitToday[] }) {
  if (unit?.fate === 'same') return null
  const needsPerson = unit && ['split', 'disputed', 'lost'].includes(unit.fate)
  return (
    <Panel title={unit?.kind === 'district' ? 'Trên đất ấy nay có' : 'Nay là'}>
      {needsPerson && unit.kind === 'commune' ? (
        <Notice kind="warning">{fateWords[unit.fate]}. Hệ thống không đoán thay.</Notice>
      ) : null}
      {today.length === 0 ? (
        <p class="muted">Chưa có nguồn chính thức nào ghi đơn vị kế tiếp.</p>
      ) : (
        <ul class="stack tight">
          {today.map(({ code, kind, fullName, provinceName }) => (
            <li>
              <a href={paths.territory.unit(code)}>{kind === 'province' ? fullName : `${fullName}, ${provinceName}`}</a>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Versions({ versions }: { versions: readonly Followed[] }) {
  return (
    <Panel title="Mã này qua các thời" note="Mã giữ nguyên khi đổi tên; sau sáp nhập, mã có thể chỉ đơn vị khác">
      <Table
        caption="Các thời hạn của mã"
        rows={versions}
        columns={[
          {
            head: 'Tên',
            names: true,
            cell: ({ code, fullName, validFrom }) => (
              <a href={paths.territory.unit(code, { ngay: validFrom })}>{fullName}</a>
            ),
          },
          { head: 'Thời hạn', cell: showPeriod },
        ]}
      />
    </Panel>
  )
}

function Changes({ code, links }: UnitPageFacts) {
  if (links.length === 0) return null
  return (
    <Panel title="Từ đâu đến, thành đơn vị nào">
      <Table
        caption="Các thay đổi"
        rows={links}
        columns={[
          { head: 'Ngày', cell: ({ onDay }) => showChangeDay(onDay) },
          { head: 'Đơn vị cũ', cell: (one) => <End code={one.oldCode} name={one.oldName} own={code} /> },
          { head: 'Đơn vị mới', cell: (one) => <End code={one.newCode} name={one.newName} own={code} /> },
          {
            head: 'Thay đổi',
            cell: ({ kind, certain }) => (certain ? linkWords[kind] : `${linkWords[kind]} (chưa chắc chắn)`),
          },
          { head: 'Văn bản', cell: ({ document }) => document ?? '' },
        ]}
      />
    </Panel>
  )
}

function End({ code, name, own }: { code: string; name: string; own: string }) {
  return code === own ? <strong>{name}</strong> : <a href={paths.territory.unit(code)}>{name}</a>
}

function Communes({ communes }: { communes: readonly UnitToday[] }) {
  return (
    <Panel title="Xã, phường, đặc khu hiện hành" note={`${showCount(communes.length)} đơn vị`}>
      <Table
        caption="Xã, phường, đặc khu"
        rows={communes}
        columns={[
          {
            head: 'Tên',
            names: true,
            cell: ({ code, fullName }) => <a href={paths.territory.unit(code)}>{fullName}</a>,
          },
          { head: 'Mã', cell: ({ code }) => code },
        ]}
      />
    </Panel>
  )
}
