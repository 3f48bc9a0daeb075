import type { CivilDate } from '../kernel/civil-date.ts'
import { Checks, Select } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { Region } from './model.ts'

interface RegionsProps {
  readonly regions: readonly Region[]
  readonly today: CivilDate
  /** To choose from; none for those who only read. */
  readonly provinces: readonly { code: string; name: string }[]
  readonly trouble?: Trouble | undefined
}

/** Sets of provinces for which every figure can be asked. */
export function RegionsView({ regions, today, provinces, trouble }: RegionsProps) {
  return (
    <div class="stack loose">
      <div class="stack">
        <h1>Vùng thống kê</h1>
        <p class="lead">
          Vùng là một tập hợp tỉnh, thành phố hiện nay; một tỉnh có thể thuộc nhiều vùng. Mọi con số xem được theo vùng.
        </p>
      </div>
      <Table
        caption="Các vùng"
        rows={regions}
        columns={[
          {
            head: 'Vùng',
            cell: ({ id, name }) => <a href={paths.statistics.list({ noi: id })}>{name}</a>,
            names: true,
          },
          { head: 'Tỉnh, thành phố', cell: ({ provinceNames }) => (provinceNames ?? []).join(', ') },
          { head: 'Dùng', cell: (region) => <Term {...region} today={today} /> },
          { head: 'Căn cứ', cell: ({ source }) => source },
        ]}
      />
      {provinces.length > 0 ? <DefineForm provinces={provinces} regions={regions} trouble={trouble} /> : null}
    </div>
  )
}

function Term({ validFrom, validTo, today }: Region & { today: CivilDate }) {
  return (
    <>
      từ <Day date={validFrom} />
      {validTo === null ? null : (
        <>
          {' '}
          đến trước <Day date={validTo} />
          {validTo <= today ? ' (thôi dùng)' : ''}
        </>
      )}
    </>
  )
}

function DefineForm({ provinces, regions, trouble }: Omit<RegionsProps, 'today'>) {
  return (
    <>
      <Panel title="Lập một vùng">
        <Form action={paths.statistics.regions()} trouble={trouble}>
          <Field name="name" label="Tên vùng" trouble={trouble} />
          <Checks
            name="provinces"
            label="Tỉnh, thành phố"
            options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
            trouble={trouble}
          />
          <Field name="from" label="Dùng từ ngày" kind="date" trouble={trouble} />
          <Field name="source" label="Căn cứ" hint="Văn bản hoặc lý do lập vùng, hiện công khai." trouble={trouble} />
          <Submit>Lập vùng</Submit>
        </Form>
      </Panel>
      <Panel title="Thôi dùng một vùng">
        <Form action={paths.statistics.endRegion()} trouble={trouble}>
          <Select
            name="region"
            label="Vùng"
            options={regions
              .filter(({ validTo }) => validTo === null)
              .map(({ id, name }) => ({ value: id, label: name }))}
            blank="Chọn vùng"
            trouble={trouble}
          />
          <Field name="on" label="Thôi dùng từ ngày" kind="date" trouble={trouble} />
          <Submit kind="secondary">Ghi ngày thôi dùng</Submit>
        </Form>
      </Panel>
    </>
  )
}
