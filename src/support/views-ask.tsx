import { Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Hidden, Submit } from '../ui/form.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import type { askChoices } from './actions.ts'
import { sumWords } from './views-policy.tsx'

interface AskProps extends Awaited<ReturnType<typeof askChoices>> {
  readonly policy: string | undefined
  readonly formKey: string
  readonly trouble: Trouble | undefined
}

/** No certificate, no register extract: what the system knows is not asked again. */
export function AskView({ producers, products, policies, policy, formKey, trouble }: AskProps) {
  return (
    <div class="stack">
      <h1>Đề nghị hỗ trợ</h1>
      {policies.length === 0 ? (
        <Empty title="Nơi của bạn chưa có chính sách nhận đề nghị" icon="handshake">
          <p>
            Xem <a href={paths.support.policies()}>chính sách của các nơi</a>, hoặc hỏi Ủy ban nhân dân xã.
          </p>
        </Empty>
      ) : (
        <Form action={paths.support.ask()} trouble={trouble} panel>
          <Hidden name="key" value={formKey} />
          <Select
            name="policy"
            label="Chính sách"
            blank="Chọn một chính sách"
            value={policy}
            options={policies.map((one) => ({ value: one.id, label: `${one.title}: ${sumWords(one)}` }))}
            trouble={trouble}
          />
          <Select
            name="producer"
            label="Chủ thể"
            value={producers.length === 1 ? producers[0]?.id : undefined}
            blank={producers.length === 1 ? undefined : 'Chọn chủ thể'}
            options={producers.map(({ id, name }) => ({ value: id, label: name }))}
            trouble={trouble}
          />
          <Select
            name="product"
            label="Sản phẩm"
            optional
            blank="Không riêng sản phẩm nào"
            options={products.map(({ id, name }) => ({ value: id, label: name }))}
            trouble={trouble}
          />
          <Field
            name="need"
            label="Cần hỗ trợ việc gì"
            hint="Làm gì, vì sao, bao giờ làm."
            kind="textarea"
            rows={4}
            trouble={trouble}
          />
          <Field name="cost" label="Chi phí dự kiến" kind="money" trouble={trouble} />
          <div class="row">
            <Submit icon="send">Gửi đề nghị</Submit>
          </div>
        </Form>
      )}
    </div>
  )
}
