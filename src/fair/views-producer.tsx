import type { CivilDate } from '../kernel/civil-date.ts'
import { showMoney } from '../kernel/money.ts'
import { Checks, Radios, Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field, FileField } from '../ui/field.tsx'
import { Form, LinkButton, PostButton, Submit } from '../ui/form.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { ApplicationFile, applyChoices, ownApplications } from './actions-reading.ts'
import { wishes } from './model.ts'
import type { FairApplication, ShownFair } from './model.ts'
import { fairCan } from './rules.ts'
import { Gallery, ProductLine, daysWords } from './views.tsx'
import { outcomeLooks, outcomeWords, wishWords } from './words.ts'

export function MineView({ own }: { own: Awaited<ReturnType<typeof ownApplications>> }) {
  return (
    <div class="stack">
      <h1>Hội chợ của tôi</h1>
      <p class="row">
        <LinkButton href={paths.fair.list()} kind="secondary" icon="search">
          Xem hội chợ đang nhận đăng ký
        </LinkButton>
      </p>
      {own.items.length === 0 ? (
        <Empty title="Chưa đăng ký hội chợ nào" icon="tent-tree">
          Khi có hội chợ hợp với sản phẩm, hãy đăng ký trước hạn.
        </Empty>
      ) : (
        <Table
          caption="Đăng ký, mới nhất trước"
          rows={own.items}
          columns={[
            {
              head: 'Hội chợ',
              names: true,
              cell: ({ fair, application }) => <a href={paths.fair.application(application.id)}>{fair.title}</a>,
            },
            { head: 'Chủ thể', cell: ({ application }) => application.producerName },
            { head: 'Thời gian', cell: ({ fair }) => daysWords(fair) },
            { head: 'Kết quả xét', cell: ({ application }) => <Outcome application={application} /> },
          ]}
        />
      )}
      <Pager {...own} hrefOf={(trang) => paths.fair.mine({ trang })} />
    </div>
  )
}

function Outcome({ application: { outcome } }: { application: FairApplication }) {
  return outcome === null ? (
    <Status state="waiting">Chờ xét</Status>
  ) : (
    <Status state={outcomeLooks[outcome]}>{outcomeWords[outcome]}</Status>
  )
}

interface ApplyProps extends Awaited<ReturnType<typeof applyChoices>> {
  readonly named: readonly { id: string; name: string }[]
  readonly trouble: Trouble | undefined
}

export function ApplyView({ fair, products, named, trouble }: ApplyProps) {
  const nameOf = (id: string) => (named.length > 1 ? named.find((one) => one.id === id)?.name : undefined)
  return (
    <div class="stack">
      <h1>Đăng ký tham gia</h1>
      <p>
        <a href={paths.fair.fair(fair.slug)}>{fair.title}</a>, {daysWords(fair)}. Hạn đăng ký{' '}
        <Day date={fair.applyBy} />.
      </p>
      <Form action={paths.fair.apply(fair.slug)} trouble={trouble} panel>
        <Select
          name="producer"
          label="Chủ thể"
          value={named.length === 1 ? named[0]?.id : undefined}
          blank={named.length === 1 ? undefined : 'Chọn chủ thể'}
          options={named.map(({ id, name }) => ({ value: id, label: name }))}
          trouble={trouble}
        />
        <Checks
          name="products"
          label="Sản phẩm mang tới"
          hint={fair.leastStars === 0 ? undefined : `Sản phẩm phải đang có từ ${fair.leastStars} sao.`}
          options={products.map(({ id, name, stars, producerId }) => ({
            value: id,
            label: stars === null ? name : `${name} (${stars} sao)`,
            note: nameOf(producerId),
          }))}
          trouble={trouble}
        />
        <Radios
          name="wish"
          label="Gian hàng"
          value="ground"
          options={wishes.map((value) => ({ value, label: wishWords[value] }))}
          trouble={trouble}
        />
        <Field name="note" label="Điều cần ban tổ chức biết" kind="textarea" optional trouble={trouble} />
        <div class="row">
          <Submit icon="send">Gửi đăng ký</Submit>
        </div>
      </Form>
    </div>
  )
}

export type OwnForm = 'booth' | 'picture' | 'tell' | 'choose' | 'wallet' | 'withdraw'

interface ApplicationProps extends ApplicationFile {
  readonly today: CivilDate
  readonly troubles: Partial<Record<OwnForm, Trouble>>
}

/** One application: what the organiser said, the booth, attendance as evidence, what came of it. */
export function ApplicationView(props: ApplicationProps) {
  const { application, fair, may, pictures } = props
  const chosen = application.outcome === 'chosen'
  return (
    <div class="stack">
      <h1>{fair.title}</h1>
      <Panel title={application.producerName}>
        <Facts facts={applicationFacts(application, fair)} />
        <ul class="stack tight">
          {application.products.map((product) => (
            <li>
              <ProductLine product={product} />
            </li>
          ))}
        </ul>
        {may.own &&
        fairCan('apply', fair) &&
        application.attendedOn === null &&
        application.outcome !== 'declined' &&
        application.outcome !== 'withdrawn' ? (
          <PostButton action={paths.fair.withdraw(application.id)} kind="secondary" icon="undo-2">
            Rút đăng ký
          </PostButton>
        ) : null}
      </Panel>
      {may.choose && fairCan('choose', fair) && application.outcome !== 'withdrawn' ? <ChooseForm {...props} /> : null}
      {chosen && may.own && fairCan('show', fair) ? <BoothForms {...props} /> : <Gallery pictures={pictures} />}
      {application.attendedOn !== null && may.own ? <Evidence {...props} /> : null}
      {application.attendedOn !== null ? <Result {...props} /> : null}
    </div>
  )
}

function applicationFacts(application: FairApplication, fair: ShownFair) {
  return [
    ['Kết quả xét', <Outcome application={application} />],
    ['Lý do', application.reason],
    ['Gian', application.booth || wishWords[application.wish]],
    ['Thời gian', daysWords(fair)],
    ['Ngày đăng ký', <Day date={application.appliedOn} />],
    ['Lời nhắn', application.note],
    ['Có mặt, ban tổ chức ghi ngày', application.attendedOn === null ? null : <Day date={application.attendedOn} />],
  ] as const
}

function ChooseForm({ application, fair, troubles: { choose: trouble } }: ApplicationProps) {
  return (
    <Panel title="Xét đăng ký">
      <Form action={paths.fair.choose(fair.id, application.id)} trouble={trouble} label="Xét đăng ký">
        <Radios
          name="outcome"
          label="Kết quả"
          value={application.outcome}
          options={[
            { value: 'chosen', label: 'Chọn' },
            { value: 'declined', label: 'Không chọn' },
          ]}
          trouble={trouble}
        />
        <Field name="booth" label="Số gian" short optional value={application.booth} trouble={trouble} />
        <Field name="reason" label="Lý do, chủ thể đọc được" value={application.reason} trouble={trouble} />
        <div class="row">
          <Submit>Ghi kết quả xét</Submit>
        </div>
      </Form>
    </Panel>
  )
}

function BoothForms({ application, fair, booth, pictures, troubles }: ApplicationProps) {
  return (
    <Panel
      title="Gian hàng trên mạng"
      note={<a href={paths.fair.booth(fair.slug, application.id)}>Xem như khách xem</a>}
    >
      <Form action={paths.fair.writeBooth(application.id)} trouble={troubles.booth} label="Gian hàng">
        <Field
          name="words"
          label="Lời giới thiệu"
          kind="textarea"
          rows={4}
          value={booth?.words}
          trouble={troubles.booth}
        />
        <Field
          name="filmUrl"
          label="Đường dẫn phim"
          hint="Bắt đầu bằng https://"
          optional
          value={booth?.filmUrl}
          trouble={troubles.booth}
        />
        <div class="row">
          <Submit icon="save">Lưu gian hàng</Submit>
        </div>
      </Form>
      <Gallery pictures={pictures} />
      <Form action={paths.fair.addPicture(application.id)} trouble={troubles.picture} files label="Thêm ảnh">
        <FileField
          name="picture"
          label="Ảnh gian hàng"
          hint="JPG, PNG hoặc WebP, tới 20 MB. Nơi chụp và máy chụp được xóa khỏi ảnh."
          accept="image/jpeg,image/png,image/webp"
          trouble={troubles.picture}
        />
        <Field name="description" label="Ảnh chụp gì" trouble={troubles.picture} />
        <div class="row">
          <Submit kind="secondary" icon="camera">
            Thêm ảnh
          </Submit>
        </div>
      </Form>
    </Panel>
  )
}

function Evidence({ application, troubles: { wallet: trouble } }: ApplicationProps) {
  return (
    <Panel title="Minh chứng tham gia xúc tiến">
      <Form action={paths.fair.keepAsEvidence(application.id)} trouble={trouble} label="Đưa vào ví minh chứng">
        <p>Ghi nhận của ban tổ chức thành một giấy trong ví, dùng được cho tiêu chí xúc tiến thương mại.</p>
        <div class="row">
          <Submit kind="secondary" icon="file-text">
            Đưa vào ví minh chứng
          </Submit>
        </div>
      </Form>
    </Panel>
  )
}

function Result({ application, fair, outcome, may, troubles: { tell: trouble } }: ApplicationProps) {
  return (
    <Panel
      title="Kết quả"
      note={outcome === undefined ? 'Chưa báo' : outcome.toldBy === 'producer' ? 'Chủ thể báo' : 'Cán bộ ghi'}
    >
      {outcome === undefined ? null : (
        <Facts
          facts={[
            ['Hợp đồng', `${outcome.contracts}, ${showMoney(outcome.contractValue)}`],
            ['Nhà phân phối', outcome.distributors],
            ['Doanh thu', showMoney(outcome.revenue)],
            ['Ghi chú', outcome.note],
          ]}
        />
      )}
      {may.tell && fairCan('tell', fair) ? (
        <Form action={paths.fair.tell(application.id)} trouble={trouble} label="Báo kết quả">
          <Field name="contracts" label="Số hợp đồng đã ký" kind="count" value={outcome?.contracts} trouble={trouble} />
          <Field
            name="contractValue"
            label="Giá trị hợp đồng"
            kind="money"
            value={outcome?.contractValue}
            trouble={trouble}
          />
          <Field
            name="distributors"
            label="Nhà phân phối kết nối được"
            kind="count"
            value={outcome?.distributors}
            trouble={trouble}
          />
          <Field name="revenue" label="Doanh thu tại hội chợ" kind="money" value={outcome?.revenue} trouble={trouble} />
          <Field name="note" label="Ghi chú" kind="textarea" optional value={outcome?.note} trouble={trouble} />
          <div class="row">
            <Submit icon="send">Báo kết quả</Submit>
          </div>
        </Form>
      ) : null}
    </Panel>
  )
}
