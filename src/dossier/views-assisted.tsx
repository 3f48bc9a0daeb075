import { civilDateOf } from '../kernel/civil-date.ts'
import { Radios, Select } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Fieldset, Form, Hidden, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { HeldPaper } from './filing.ts'
import type { Assistance } from './model-help.ts'
import { consentMeans } from './model-help.ts'
import type { AssistedDraft } from './store-consent.ts'
import { consentWords } from './words-form.ts'

interface OpenForProps {
  readonly product: { readonly id: string; readonly name: string; readonly producerId: string }
  readonly producerName: string
  readonly papers: readonly HeldPaper[]
  readonly drafts: readonly AssistedDraft[]
  readonly trouble: Trouble | undefined
}

/** The commune opens a dossier for a producer: nothing is written before its consent is. */
export function OpenForView({ product, producerName, papers, drafts, trouble }: OpenForProps) {
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
      {drafts.length > 0 ? (
        <Panel title="Hồ sơ xã đang soạn thay">
          <ul class="stack tight">
            {drafts.map(({ id, productName, openedAt }) => (
              <li>
                <a href={paths.dossier.file(id)}>{productName}</a>, lập <Day date={civilDateOf(openedAt)} />
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
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
  const { givenBy, givenOn, means, witness, recordedByName, endedAt, endedWhy } = assistance
  return (
    <Notice kind={endedAt === null ? 'info' : 'warning'} title="Xã lập hồ sơ thay chủ thể">
      <p>
        {givenBy} đồng ý ngày <Day date={givenOn} />: {consentWords[means].toLowerCase()}
        {witness ? ` (${witness})` : ''}. Người ghi: {recordedByName ?? 'cán bộ xã'}.
      </p>
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
