import { showMoney } from '../kernel/money.ts'
import { Check, Radios } from '../ui/choice.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Hidden, PostButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { TellingPanel } from '../ui/telling.tsx'
import { Moment } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { BuyerFile, FileToAnswer, PurchaseFile } from './actions-reading.ts'
import type { SoldPack } from './model.ts'
import type { SaleTerm } from './model-term.ts'
import { ended, helpFrom, judgeOnSale, purchaseCan } from './rules.ts'
import { actWords, meansWords, paymentWords, refusals, sideWords, stateSigns, stateWords } from './words.ts'

interface OrderProps {
  readonly pack: SoldPack
  readonly term: SaleTerm
  readonly code: string
  readonly trouble: Trouble | undefined
}

export function OrderForm({ pack, term, code, trouble }: OrderProps) {
  const open = judgeOnSale(pack)
  return (
    <div class="stack">
      <h1>Đặt mua {pack.productName}</h1>
      <Facts
        facts={[
          ['Quy cách', pack.label],
          ['Giá', showMoney(pack.price)],
          ['Còn', pack.stock === null ? 'Làm theo đơn' : String(pack.stock)],
          ['Giao hàng', pack.delivery],
          ['Phí giao', pack.fee === 0 ? 'Không thu' : showMoney(pack.fee)],
          ['Trả tiền', paymentWords[pack.payment]],
          ['Người bán', pack.producerName],
        ]}
      />
      {open.ok ? (
        <Buyer pack={pack} term={term} code={code} trouble={trouble} />
      ) : (
        <Notice kind="info">{refusals[open.refusal.code] as string}</Notice>
      )}
      <p class="small muted">
        Nền tảng không thu tiền và không giữ tiền. Chủ thể trả lời trong {term.answerHours} giờ, sau đó đơn tự hết hạn (
        {term.basis ?? 'mặc định của hệ thống, luật không quy định'}).
      </p>
    </div>
  )
}

function Buyer({ pack, term, code, trouble }: OrderProps) {
  return (
    <Form action={paths.sale.order(pack.id)} trouble={trouble} panel>
      <Hidden name="ma" value={code} />
      <Hidden name="seen" value={pack.price} />
      <Field
        name="quantity"
        label="Số lượng"
        kind="count"
        value={pack.least}
        hint={`Ít nhất ${pack.least}.`}
        trouble={trouble}
      />
      <Field name="name" label="Tên người nhận" autocomplete="name" trouble={trouble} />
      <Field name="phone" label="Điện thoại" kind="tel" hint="Chủ thể gọi số này để xác nhận." trouble={trouble} />
      <Field
        name="address"
        label="Địa chỉ nhận hàng"
        kind="textarea"
        rows={2}
        hint="Số nhà, đường hoặc thôn, xã hoặc phường, tỉnh."
        autocomplete="street-address"
        trouble={trouble}
      />
      <Field name="note" label="Lời nhắn" optional trouble={trouble} />
      <Check
        name="consent"
        label={`Đồng ý để chủ thể và cán bộ xã giúp chủ thể thấy tên, số điện thoại, địa chỉ này; hệ thống xóa sau ${term.contactDays} ngày không có bước nào thêm`}
        trouble={trouble}
      />
      <div class="hidden-word" aria-hidden="true">
        <label for="website">Trang web (để trống)</label>
        <input id="website" name="website" tabindex={-1} autocomplete="off" />
      </div>
      <div class="row">
        <Submit icon="send">Đặt mua</Submit>
      </div>
    </Form>
  )
}

function PurchaseFacts({ purchase, pack }: PurchaseFile) {
  const goods = purchase.price * purchase.quantity
  return (
    <Facts
      facts={[
        ['Sản phẩm', <a href={paths.catalogue.product(pack.productSlug)}>{pack.productName}</a>],
        ['Đặt', `${purchase.quantity} × ${pack.label}, ${showMoney(purchase.price)}`],
        ['Phí giao', showMoney(purchase.fee)],
        ['Phải trả', <strong>{showMoney(goods + purchase.fee)}</strong>],
        ['Trả tiền', paymentWords[pack.payment]],
        ['Người bán', pack.producerName],
        ['Đặt lúc', <Moment at={purchase.placedAt} />],
      ]}
    />
  )
}

function Steps({ steps }: Pick<PurchaseFile, 'steps'>) {
  if (steps.length === 0) return null
  return (
    <ul class="stack tight">
      {steps.map(({ act, side, means, reason, at }) => (
        <li>
          <strong>{actWords[act]}</strong>, {sideWords[side]}
          {means === 'sms' ? ` ${meansWords.sms}` : ''}, <Moment at={at} />
          {reason === '' ? '' : `: ${reason}`}
        </li>
      ))}
    </ul>
  )
}

export interface TrackTroubles {
  readonly cancel?: Trouble
  readonly telling?: Trouble
  readonly confirm?: Trouble
}

type TrackProps = BuyerFile & { readonly code: string; readonly sms: boolean; readonly troubles: TrackTroubles }

export function TrackView({ contact, code, sms, troubles, ...file }: TrackProps) {
  const { purchase, steps } = file
  return (
    <div class="stack">
      <h1>Đơn đặt mua</h1>
      <Notice kind="info">
        Mã theo dõi: <strong>{code}</strong>. Hãy chép lại; chỉ mã này mở được đơn.
      </Notice>
      <Panel title={<Status state={stateSigns[purchase.state]}>{stateWords[purchase.state]}</Status>}>
        {purchase.state === 'placed' ? (
          <p>
            Chủ thể trả lời trước <Moment at={purchase.answerBy} />.
          </p>
        ) : null}
        <PurchaseFacts {...file} />
        <Steps steps={steps} />
      </Panel>
      <TellingPanel
        title="Báo khi đơn sang bước mới"
        {...{ contact, code, sms, troubles }}
        open={!ended.includes(purchase.state)}
        to={{ ask: paths.sale.tellMe(), confirm: paths.sale.confirmTell(), stop: paths.sale.stopTell() }}
        purpose="Nơi này chỉ dùng để báo các bước của đơn."
        consent="Ghi mã là bạn đồng ý nhận. Tin chỉ nói đơn đang ở bước nào; ngừng lúc nào cũng được."
      />
      {troubles.cancel !== undefined || purchaseCan('cancel', purchase) ? (
        <Form action={paths.sale.cancel()} trouble={troubles.cancel} label="Hủy đơn">
          <Hidden name="ma" value={code} />
          <div class="row">
            <Submit kind="danger">Hủy đơn</Submit>
          </div>
        </Form>
      ) : null}
    </div>
  )
}

export function TrackByCode({ wrong }: { wrong: string | undefined }) {
  const trouble =
    wrong === undefined
      ? undefined
      : { values: { ma: wrong }, errors: { ma: 'Không có đơn nào mang mã này.' }, summary: [] }
  return (
    <div class="stack">
      <h1>Theo dõi đơn đặt mua</h1>
      <form class="form panel stack" action={paths.sale.track()} aria-label="Theo dõi đơn bằng mã">
        <Field name="ma" label="Mã theo dõi" hint="Mười sáu chữ và số, ví dụ 7KQ2-M9XD-4H8P-2ZRT." trouble={trouble} />
        <div class="row">
          <Submit icon="search">Xem đơn</Submit>
        </div>
      </form>
    </div>
  )
}

const answers = ['confirm', 'decline', 'hand-over', 'receive', 'return'] as const

function Waiting({ purchase, mayAskHelp }: Pick<FileToAnswer, 'purchase' | 'mayAskHelp'>) {
  if (purchase.state !== 'placed') return null
  return (
    <>
      <p>
        Chủ thể trả lời trước <Moment at={purchase.answerBy} />.{' '}
        {purchase.helpAskedAt === null ? (
          <>
            Chưa trả lời thì cán bộ xã gọi giúp từ <Moment at={helpFrom(purchase)} />, khi qua nửa thời hạn.
          </>
        ) : (
          <>
            Chủ thể nhờ cán bộ xã gọi giúp lúc <Moment at={purchase.helpAskedAt} />.
          </>
        )}
      </p>
      {mayAskHelp ? (
        <PostButton action={paths.sale.askHelp(purchase.id)} kind="secondary">
          Nhờ cán bộ xã gọi giúp ngay
        </PostButton>
      ) : null}
    </>
  )
}

export function AnswerView({ file, trouble }: { file: FileToAnswer; trouble: Trouble | undefined }) {
  const { purchase, steps } = file
  const open = answers.filter((act) => purchaseCan(act, purchase))
  return (
    <div class="stack">
      <h1>Đơn đặt mua</h1>
      <Panel title={<Status state={stateSigns[purchase.state]}>{stateWords[purchase.state]}</Status>}>
        <Waiting {...file} />
        <Facts
          facts={[
            ['Người mua', purchase.name ?? 'Đã xóa'],
            ['Điện thoại', purchase.phone === null ? null : <a href={`tel:${purchase.phone}`}>{purchase.phone}</a>],
            ['Địa chỉ', purchase.address],
            ['Lời nhắn', purchase.note],
          ]}
        />
        <PurchaseFacts {...file} />
        <Steps steps={steps} />
      </Panel>
      {open.length === 0 ? null : (
        <Form action={paths.sale.purchase(purchase.id)} trouble={trouble} panel>
          <Radios
            name="act"
            label="Việc tiếp theo"
            options={open.map((value) => ({ value, label: actWords[value] }))}
            trouble={trouble}
          />
          <Field
            name="reason"
            label="Lý do"
            hint="Cần khi không nhận hoặc hàng trả lại; người mua đọc được."
            optional
            trouble={trouble}
          />
          <div class="row">
            <Submit>Ghi</Submit>
          </div>
        </Form>
      )}
    </div>
  )
}
