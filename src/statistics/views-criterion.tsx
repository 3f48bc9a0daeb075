import type { CivilDate } from '../kernel/civil-date.ts'
import { showCount } from '../kernel/number.ts'
import { Select } from '../ui/choice.tsx'
import type { Option } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Pager } from '../ui/pager.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { CriterionList } from './actions-criterion.ts'
import { soonDays } from './rules.ts'
import { basisWords, standingLooks, standingWords } from './words.ts'

interface CriterionProps extends CriterionList {
  readonly at: CivilDate
  readonly province: string
  readonly provinceName: string
  readonly provinces: readonly Option[]
}

/** For the report on new rural development: which communes hold the criterion, and until when. */
export function CriterionView(props: CriterionProps) {
  const { items, total, met, soon, page, size, basis, at, province, provinceName, provinces } = props
  return (
    <div class="stack">
      <h1>Tiêu chí OCOP của xã</h1>
      <p class="lead">
        {`${provinceName}: ${showCount(met)} trên ${showCount(total)} đơn vị cấp xã có sản phẩm còn hạn, tính đến `}
        <Day date={at} />
        {soon > 0 ? `; ${showCount(soon)} đơn vị mất tiêu chí trong ${soonDays} ngày nếu không công nhận lại.` : '.'}
      </p>
      <Notice kind={basis === 'not-seen' ? 'warning' : 'info'} title="Căn cứ">
        <p>{basisWords[basis]}</p>
      </Notice>
      <form class="panel filter" action={paths.statistics.communeCriterion()} aria-label="Chọn tỉnh và ngày">
        <Select name="tinh" label="Tỉnh, thành phố" options={provinces} value={province} />
        <Field name="ngay" label="Tính đến ngày" kind="date" value={at} />
        <div class="row">
          <Submit icon="list-filter" kind="secondary">
            Xem
          </Submit>
        </div>
      </form>
      <Table
        caption="Đơn vị cấp xã, sắp mất tiêu chí trước"
        rows={items}
        columns={[
          {
            head: 'Xã, phường',
            names: true,
            cell: ({ code, name, products }) =>
              products > 0 ? <a href={paths.catalogue.list({ xa: code })}>{name}</a> : name,
          },
          { head: 'Sản phẩm còn hạn', cell: ({ products }) => showCount(products) },
          { head: 'Hạn cuối', cell: ({ lastDay }) => (lastDay === null ? '–' : <Day date={lastDay} />) },
          {
            head: 'Tiêu chí',
            cell: ({ standing }) => <Status state={standingLooks[standing]}>{standingWords[standing]}</Status>,
          },
        ]}
      />
      <Pager
        page={page}
        total={total}
        size={size}
        hrefOf={(trang) => paths.statistics.communeCriterion({ tinh: province, ngay: at, trang })}
      />
    </div>
  )
}
