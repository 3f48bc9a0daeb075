import { civilDateOf } from '../kernel/civil-date.ts'
import { Check, Radios, Select } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Fieldset, Form, Hidden, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { paths } from '../ui/paths.ts'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { HeldPaper } from './filing.ts'
import type { Assistance } from './model-help.ts'
import { consentMeans } from './model-help.ts'
import { consentWords } from './words-form.ts'

interface OpenForProps {
  readonly product: { readonly id: string; readonly name: string; readonly producerId: string }
  readonly producerName: string
  readonly papers: readonly HeldPaper[]
  readonly trouble: Trouble | undefined
}

/** The commune opens a dossier for a producer: nothing is written before its consent is. */
export function OpenForView({ product, producerName, papers, trouble }: OpenForProps) {
  return (
    <div class="stack">
      <h1>Lập hồ sơ thay chủ thể</h1>
      <p class="lead">
        {product.name}, của {producerName}. Chủ thể thấy mọi điều xã viết, và rút đồng ý được bất cứ lúc nào.
      </p>
      <Form action={paths.dossier.beginFor({ 'san-pham': product.id })} trouble={trouble} panel>
        <Hidden name="productId" value={product.id} />
        <Fieldset legend="Sự đồng ý của chủ thể" hint="Mục này được ghi vào sổ cùng hồ sơ.">
          <Field name="consentBy" label="Người đồng ý" hint="Họ tên người đại diện của chủ thể." trouble={trouble} />
          <Field name="consentOn" label="Ngày đồng ý" kind="date" trouble={trouble} />
          <Radios
            name="consentMeans"
            label="Đồng ý bằng cách nào"
            options={consentMeans.map((value) => ({ value, label: consentWords[value] }))}
            trouble={trouble}
          />
          <Select
            name="paperId"
            label="Giấy đồng ý đã ký"
            hint={
              <>
                Chưa có trong ví thì{' '}
                <a href={paths.evidence.begin({ 'chu-the': product.producerId })}>chụp và thêm giấy</a> trước.
              </>
            }
            options={papers.map(({ id, title }) => ({ value: id, label: title }))}
            blank="Không có giấy"
            optional
            trouble={trouble}
          />
          <Field
            name="witness"
            label="Người làm chứng"
            hint="Khi đồng ý bằng lời: họ tên người cùng nghe, không phải người ghi."
            optional
            trouble={trouble}
          />
        </Fieldset>
        <Submit>Lập hồ sơ thay</Submit>
      </Form>
      <p>
        <a href={paths.dossier.list({ muc: 'soan-thay' })}>Hồ sơ xã đang soạn thay</a>
      </p>
    </div>
  )
}

interface AssistanceProps {
  readonly id: string
  readonly assistance: Assistance | undefined
  readonly mayEnd: boolean
}

/** Said to everybody who reads the dossier; its producer may end it. */
export function AssistanceNotice({ id, assistance, mayEnd }: AssistanceProps) {
  if (!assistance) return null
  const { givenBy, givenOn, means, witness, recordedByName, endedAt, endedWhy, askedFor, writtenAt } = assistance
  const title = means === 'account' ? 'Chủ thể nhờ xã soạn giúp' : 'Xã lập hồ sơ thay chủ thể'
  return (
    <Notice kind={endedAt === null ? 'info' : 'warning'} title={title}>
      <p>
        {givenBy} đồng ý ngày <Day date={givenOn} />: {consentWords[means].toLowerCase()}
        {witness ? ` (${witness})` : ''}.{means === 'account' ? null : ` Người ghi: ${recordedByName ?? 'cán bộ xã'}.`}
      </p>
      {askedFor === '' ? null : <p>Cần giúp: {askedFor}</p>}
      {endedAt === null && writtenAt !== null ? (
        <p>
          Xã đã soạn xong <Day date={civilDateOf(writtenAt)} />. Chủ thể xem lại từng phần rồi nộp.
        </p>
      ) : null}
      {endedAt === null ? null : (
        <p>
          Chủ thể đã rút đồng ý <Day date={civilDateOf(endedAt)} />: {endedWhy}. Xã không viết thay được nữa.
        </p>
      )}
      {endedAt === null && mayEnd ? (
        <details>
          <summary>Tôi không đồng ý, hoặc muốn tự làm tiếp</summary>
          <Form action={paths.dossier.endAssistance(id)} trouble={undefined}>
            <Field name="reason" label="Lý do" trouble={undefined} />
            <Submit kind="danger">Rút đồng ý</Submit>
          </Form>
        </details>
      ) : null}
    </Notice>
  )
}

/** A producer at its own draft asks the commune to write on; it still looks again and files by itself. */
export function AskHelp({ id, again }: { id: string; again: boolean }) {
  return (
    <details class="not-printed">
      <summary>{again ? 'Nhờ xã soạn tiếp' : 'Khó quá? Nhờ xã soạn giúp'}</summary>
      <Form action={paths.dossier.askHelp(id)}>
        <p>Xã thấy hồ sơ này và viết giúp. Bạn xem lại, tự nộp, và rút đồng ý được bất cứ lúc nào.</p>
        <Field name="askedFor" label="Cần giúp phần nào" kind="textarea" rows={2} maxlength={500} optional />
        <Check name="agrees" label="Tôi đồng ý để cán bộ xã viết vào hồ sơ này" />
        <Submit kind="secondary">Nhờ xã soạn giúp</Submit>
      </Form>
    </details>
  )
}
