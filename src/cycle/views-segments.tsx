import { showCount } from '../kernel/number.ts'
import { Select } from '../ui/choice.tsx'
import type { Option } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, Submit } from '../ui/form.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status, stateSigns } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Counters } from '../ui/tabs.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { SegmentFile } from './actions.ts'
import { segments } from './model.ts'
import type { Help, Threshold } from './model.ts'
import { usualBorders } from './rules.ts'
import { bordersWords, helpWords, segmentLooks, segmentNotes, segmentWords, volumeWords } from './words.ts'

interface SegmentsProps extends SegmentFile {
  readonly placeName: string
  /** Provinces to choose from, for those who look at the whole country. */
  readonly provinces: readonly Option[]
}

/** The producers of a place by the help that serves them most; every count opens its producers. */
export function SegmentsView(props: SegmentsProps) {
  const { list, counts, all, borders, segment, place, wholeCountry, placeName, provinces } = props
  const asked = wholeCountry ? { tinh: place } : {}
  return (
    <div class="stack loose">
      <div class="stack">
        <h1>Nhóm phát triển của chủ thể</h1>
        <p class="lead">
          {placeName}: {showCount(all)} chủ thể, chia theo hạng sao còn hiệu lực và lượng một năm, để chọn cách giúp.
        </p>
        <p class="small muted">
          Lời khuyên, không phải điều kiện. {bordersWords(borders)} <a href={paths.cycle.thresholds()}>Ngưỡng</a>
        </p>
      </div>
      {wholeCountry ? <ProvinceChoice province={place} provinces={provinces} /> : null}
      <Counters
        label="Chủ thể theo nhóm"
        counters={segments.map((one) => ({
          href: paths.cycle.segments({ ...asked, nhom: one === segment ? undefined : one }),
          count: counts[one],
          label: segmentWords[one],
          icon: stateSigns[segmentLooks[one]].icon,
          state: segmentLooks[one],
          current: one === segment,
        }))}
      />
      {segment === undefined ? null : (
        <p>
          {segmentNotes[segment].means} <a href={paths.cycle.segments(asked)}>Xem mọi nhóm</a>
        </p>
      )}
      <Producers list={list} />
      <Pager {...list} hrefOf={(trang) => paths.cycle.segments({ ...asked, nhom: segment, trang })} />
    </div>
  )
}

function ProvinceChoice({ province, provinces }: { province: string | undefined; provinces: readonly Option[] }) {
  return (
    <form class="panel filter" action={paths.cycle.segments()} aria-label="Chọn tỉnh">
      <Select name="tinh" label="Tỉnh, thành phố" options={provinces} value={province} />
      <div class="row">
        <Submit icon="list-filter" kind="secondary">
          Xem
        </Submit>
      </div>
    </form>
  )
}

function Producers({ list }: Pick<SegmentFile, 'list'>) {
  if (list.items.length === 0) {
    return (
      <Empty title="Không có chủ thể nào" icon="users">
        Chủ thể trong sổ của nơi này hiện ở đây, cả khi chưa có sản phẩm.
      </Empty>
    )
  }
  return (
    <Table
      caption="Chủ thể và bước tiếp theo"
      rows={list.items}
      columns={[
        {
          head: 'Chủ thể',
          names: true,
          cell: ({ facts }) => <a href={paths.cycle.nextOf(facts.producerId)}>{facts.name}</a>,
        },
        {
          head: 'Nhóm',
          cell: ({ advice }) => <Status state={segmentLooks[advice.segment]}>{segmentWords[advice.segment]}</Status>,
        },
        { head: 'Xã, phường', cell: ({ facts }) => facts.communeName ?? 'chưa rõ' },
        { head: 'Hạng', cell: ({ advice }) => (advice.stars === 0 ? 'chưa có' : `${advice.stars} sao`) },
        { head: 'Lượng', cell: ({ advice }) => volumeWords(advice, 'Chưa biết') },
        {
          head: 'Bước tiếp theo',
          cell: ({ advice: { help } }) => firstSteps(help),
        },
      ]}
    />
  )
}

/** The two weightiest kinds of steps and how many more there are. */
function firstSteps(help: readonly Help[]): string {
  const kinds = [...new Set(help.map(({ kind }) => kind))]
  const first = kinds.slice(0, 2).map((kind) => helpWords[kind])
  return first.join('; ') + (kinds.length > 2 ? ` và ${kinds.length - 2} loại việc nữa` : '')
}

interface ThresholdsProps {
  readonly thresholds: readonly (Threshold & { readonly unitName: string })[]
  readonly units: readonly Option[]
  readonly today: string
  readonly trouble: Trouble | undefined
}

export function ThresholdsView({ thresholds, units, today, trouble }: ThresholdsProps) {
  return (
    <div class="stack loose">
      <div class="stack">
        <h1>Ngưỡng chia nhóm phát triển</h1>
        <p class="lead">{bordersWords(usualBorders)} Ngưỡng của tỉnh thắng ngưỡng của cả nước.</p>
      </div>
      {thresholds.length === 0 ? (
        <Empty title="Chưa đơn vị nào đặt ngưỡng riêng" icon="list-filter" />
      ) : (
        <Table
          caption="Ngưỡng đã đặt"
          rows={thresholds}
          columns={[
            { head: 'Nơi', names: true, cell: ({ unitName }) => unitName },
            { head: 'Từ ngày', cell: ({ fromDate }) => <Day date={fromDate} /> },
            { head: 'Ngưỡng', cell: (one) => bordersWords(one) },
          ]}
        />
      )}
      {units.length === 0 ? null : <ThresholdForm units={units} today={today} trouble={trouble} />}
      <p>
        <LinkButton href={paths.cycle.segments()} kind="secondary">
          Về nhóm phát triển
        </LinkButton>
      </p>
    </div>
  )
}

const starOptions = [3, 4, 5].map((stars) => ({ value: String(stars), label: `${stars} sao` }))

function ThresholdForm({ units, today, trouble }: Pick<ThresholdsProps, 'units' | 'today' | 'trouble'>) {
  const { highStars, largeYear, warnDays, marketMonths } = usualBorders
  return (
    <Panel title="Đặt ngưỡng">
      <Form action={paths.cycle.thresholds()} trouble={trouble}>
        <Select name="unit" label="Nơi" options={units} value={units[0]?.value} trouble={trouble} />
        <Field name="fromDate" label="Áp dụng từ ngày" kind="date" value={today} trouble={trouble} />
        <Select
          name="highStars"
          label="Hạng cao từ"
          options={starOptions}
          value={String(highStars)}
          trouble={trouble}
        />
        <Field name="largeYear" label="Lượng lớn từ, một năm" kind="money" value={largeYear} trouble={trouble} />
        <Field
          name="warnDays"
          label="Sắp hết hạn: còn dưới"
          kind="count"
          value={warnDays}
          suffix="ngày"
          trouble={trouble}
        />
        <Field
          name="marketMonths"
          label="Chưa có thị trường: không có thỏa thuận nào trong"
          kind="count"
          value={marketMonths}
          suffix="tháng"
          trouble={trouble}
        />
        <Field name="basis" label="Căn cứ" trouble={trouble} />
        <div class="row">
          <Submit>Đặt ngưỡng</Submit>
        </div>
      </Form>
    </Panel>
  )
}
