import { showCount } from '../kernel/number.ts'
import type { Page } from '../kernel/page.ts'
import { Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, PostButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Stars } from '../ui/stars.tsx'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { UnitSelect } from '../ui/unit-select.tsx'
import type { OwnPoints, SalePointFile } from './actions-point.ts'
import { pointClasses } from './model-point.ts'
import type { PointClass, SalePoint } from './model-point.ts'
import { classWords } from './words.ts'

interface ListProps {
  readonly points: Page<SalePoint>
  readonly provinces: readonly { code: string; name: string }[]
  readonly province: string | undefined
  readonly kind: PointClass | undefined
  readonly mayKeep: boolean
}

/** Where one buys: the classes of places are those of 950/QĐ-BCT. */
export function PointListView({ points, provinces, province, kind, mayKeep }: ListProps) {
  return (
    <div class="stack">
      <h1>Điểm giới thiệu và bán sản phẩm OCOP</h1>
      <p class="lead">Mỗi điểm cho biết đang bày sản phẩm nào còn hiệu lực. Nhóm địa điểm theo 950/QĐ-BCT.</p>
      <form action={paths.fair.points()} class="panel filter" aria-label="Chọn điểm bán">
        <Select
          name="tinh"
          label="Tỉnh, thành phố"
          blank="Cả nước"
          value={province}
          options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Select name="loai" label="Nhóm địa điểm" blank="Mọi nhóm" value={kind} options={classOptions} />
        <Submit kind="secondary" icon="search">
          Xem điểm bán
        </Submit>
      </form>
      {points.items.length === 0 ? (
        <Empty title="Chưa có điểm bán nào ở đây" icon="store">
          <p>
            Thử tỉnh khác, hoặc <a href={paths.catalogue.list()}>tìm sản phẩm</a> để hỏi thẳng chủ thể.
          </p>
        </Empty>
      ) : (
        <PointTable points={points.items} />
      )}
      <Pager {...points} hrefOf={(trang) => paths.fair.points({ tinh: province, loai: kind, trang })} />
      {mayKeep ? (
        <p>
          <LinkButton href={paths.fair.pointDesk()} kind="secondary" icon="clipboard-list">
            Điểm bán của đơn vị
          </LinkButton>
        </p>
      ) : null}
    </div>
  )
}

const classOptions = pointClasses.map((value) => ({ value, label: classWords[value] }))

function PointTable({ points }: { points: readonly SalePoint[] }) {
  return (
    <Table
      caption="Điểm bán"
      rows={points}
      columns={[
        { head: 'Điểm bán', names: true, cell: ({ id, name }) => <a href={paths.fair.point(id)}>{name}</a> },
        { head: 'Nhóm', cell: (point) => classWords[point.class] },
        { head: 'Địa chỉ', cell: ({ address, communeName }) => [address, communeName].filter(Boolean).join(', ') },
        {
          head: 'Đang bày',
          cell: ({ inForce, closedOn }) =>
            closedOn === null ? `${showCount(inForce)} sản phẩm OCOP` : <Status state="expired">Đã thôi</Status>,
        },
      ]}
    />
  )
}

export type PointForm = 'shelf' | 'close' | 'takeDown'

interface PointProps extends SalePointFile {
  readonly troubles: Partial<Record<PointForm, Trouble>>
}

export function PointView({ point, may, shelf, lapsed, troubles }: PointProps) {
  return (
    <div class="stack">
      <h1>{point.name}</h1>
      {point.closedOn === null ? null : (
        <Notice kind="warning">
          Điểm bán thôi hoạt động từ <Day date={point.closedOn} />.
        </Notice>
      )}
      <Facts
        facts={[
          ['Nhóm địa điểm', classWords[point.class]],
          ['Địa chỉ', [point.address, point.communeName].filter(Boolean).join(', ')],
          ['Phụ trách', point.keeper],
          ['Điện thoại', <a href={`tel:${point.phone}`}>{point.phone}</a>],
          ['Giờ mở', point.hours],
          ['Mở từ', <Day date={point.openedOn} />],
        ]}
      />
      <Panel title="Sản phẩm OCOP đang bán" note={`${shelf.length} sản phẩm còn hiệu lực`}>
        {shelf.length === 0 ? (
          <Empty title="Chưa bày sản phẩm nào còn hiệu lực" icon="package" level={3} />
        ) : (
          <Table
            caption="Sản phẩm còn hiệu lực"
            rows={shelf}
            columns={[
              {
                head: 'Sản phẩm',
                names: true,
                cell: ({ slug, name }) => <a href={paths.catalogue.product(slug)}>{name}</a>,
              },
              { head: 'Chủ thể', cell: ({ producerName }) => producerName },
              { head: 'Hạng sao', cell: ({ stars }) => <Stars n={stars ?? 0} /> },
              ...(may
                ? [
                    {
                      head: 'Việc',
                      cell: ({ id }: { id: string }) => (
                        <PostButton action={paths.fair.takeDown(point.id)} hidden={{ product: id }} kind="quiet">
                          Hạ xuống
                        </PostButton>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
        {lapsed.length === 0 ? null : <Lapsed {...{ point, lapsed }} />}
        {may && point.closedOn === null ? <ShelfForm point={point} trouble={troubles.shelf} /> : null}
      </Panel>
      {may && point.closedOn === null ? <CloseForm point={point} trouble={troubles.close} /> : null}
    </div>
  )
}

function Lapsed({ point, lapsed }: Pick<PointProps, 'point' | 'lapsed'>) {
  return (
    <Notice kind="warning" title="Không còn được bày như hàng OCOP">
      <ul class="stack tight">
        {lapsed.map(({ id, name, lastDay }) => (
          <li class="row">
            <span>
              {name}
              {lastDay === null ? null : (
                <>
                  , hết hạn <Day date={lastDay} />
                </>
              )}
            </span>
            <PostButton action={paths.fair.takeDown(point.id)} hidden={{ product: id }} kind="secondary">
              Hạ xuống
            </PostButton>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function ShelfForm({ point, trouble }: { point: SalePoint; trouble: Trouble | undefined }) {
  return (
    <Form action={paths.fair.shelf(point.id)} trouble={trouble} label="Bày thêm sản phẩm">
      <Field name="code" label="Bày thêm: mã sản phẩm hoặc số giấy chứng nhận" short trouble={trouble} />
      <div class="row">
        <Submit kind="secondary" icon="plus">
          Bày sản phẩm
        </Submit>
      </div>
    </Form>
  )
}

function CloseForm({ point, trouble }: { point: SalePoint; trouble: Trouble | undefined }) {
  return (
    <Panel title="Thôi hoạt động">
      <Form action={paths.fair.closePoint(point.id)} trouble={trouble} label="Thôi hoạt động">
        <Field name="closedOn" label="Từ ngày" kind="date" trouble={trouble} />
        <Field name="reason" label="Lý do" trouble={trouble} />
        <div class="row">
          <Submit kind="danger">Ghi thôi hoạt động</Submit>
        </div>
      </Form>
    </Panel>
  )
}

export function PointDeskView({ points, units, communes, trouble }: OwnPoints & { trouble: Trouble | undefined }) {
  return (
    <div class="stack">
      <h1>Điểm bán của đơn vị</h1>
      {points.items.length === 0 ? <p class="muted">Chưa có điểm bán nào.</p> : <PointTable points={points.items} />}
      <Pager {...points} hrefOf={(trang) => paths.fair.pointDesk({ trang })} />
      <Panel title="Thêm điểm bán">
        <Form action={paths.fair.pointDesk()} trouble={trouble} label="Thêm điểm bán">
          <UnitSelect units={units} label="Đơn vị quản lý" trouble={trouble} />
          <Select name="class" label="Nhóm địa điểm" blank="Chọn nhóm" options={classOptions} trouble={trouble} />
          <Field name="name" label="Tên điểm bán" trouble={trouble} />
          <Field name="address" label="Địa chỉ" trouble={trouble} />
          <Select
            name="commune"
            label="Xã, phường"
            blank="Chọn xã, phường"
            options={communes.map(({ code, fullName }) => ({ value: code, label: fullName }))}
            trouble={trouble}
          />
          <Field name="keeper" label="Phụ trách" trouble={trouble} />
          <Field name="phone" label="Điện thoại" kind="tel" trouble={trouble} />
          <Field name="hours" label="Giờ mở cửa" optional trouble={trouble} />
          <Field name="openedOn" label="Mở từ ngày" kind="date" trouble={trouble} />
          <div class="row">
            <Submit icon="plus">Thêm điểm bán</Submit>
          </div>
        </Form>
      </Panel>
    </div>
  )
}
