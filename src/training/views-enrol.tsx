import { Check, Select } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Fieldset, Form, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import type { ClassFile } from './actions-reading.ts'
import { attendeeKinds } from './model.ts'
import type { ShownClass } from './model.ts'
import { attendeeWords, privacyNote } from './words.ts'

interface Asking {
  readonly trouble: Trouble | undefined
}

function isFull({ seated, capacity }: ShownClass): boolean {
  return seated >= capacity
}

const sexes = [
  { value: 'female', label: 'Nữ' },
  { value: 'male', label: 'Nam' },
] as const

function PersonalFields({ trouble }: Asking) {
  return (
    <>
      <Select name="sex" label="Giới tính" blank="Không nêu" options={sexes} optional trouble={trouble} />
      <Field name="ethnicity" label="Dân tộc" hint="Ví dụ Kinh, Ê Đê" optional short trouble={trouble} />
    </>
  )
}

function WaitField({ found, trouble }: Asking & { readonly found: ShownClass }) {
  if (!isFull(found) && trouble?.errors['wait'] === undefined) return null
  return (
    <Check
      name="wait"
      label={`Lớp đã đủ ${found.capacity} chỗ: vào danh sách chờ, có người rút thì được vào.`}
      trouble={trouble}
    />
  )
}

type EnrolProps = Asking & Pick<ClassFile, 'found' | 'capacities'>

/** Three boxes at most for oneself: in which capacity, and what one wants to tell for counting. */
export function EnrolForm({ found, capacities, trouble }: EnrolProps) {
  return (
    <Panel title="Ghi danh" id="ghi-danh">
      <Form action={paths.training.enrol(found.id)} trouble={trouble}>
        <Select name="as" label="Học với tư cách" value={capacities[0]?.value} options={capacities} trouble={trouble} />
        <Fieldset legend="Để thống kê" hint={privacyNote}>
          <PersonalFields trouble={trouble} />
          <Check name="consent" label="Tôi đồng ý cho giữ hai mục trên để đếm." trouble={trouble} />
        </Fieldset>
        <WaitField found={found} trouble={trouble} />
        <div class="row">
          <Submit icon="check">Ghi danh</Submit>
        </div>
      </Form>
    </Panel>
  )
}

/** Nobody's name is written down without their word. */
export function EnrolForForm({ found, trouble }: Asking & { readonly found: ShownClass }) {
  return (
    <details class="panel" open={trouble !== undefined}>
      <summary>Ghi tên thay người không có tài khoản</summary>
      <Form action={paths.training.enrolFor(found.id)} trouble={trouble}>
        <Field name="name" label="Họ tên người học" trouble={trouble} />
        <Select
          name="kind"
          label="Là"
          blank="Chọn một mục"
          options={attendeeKinds.map((kind) => ({ value: kind, label: attendeeWords[kind] }))}
          trouble={trouble}
        />
        <Field
          name="producerCode"
          label="Mã chủ thể"
          hint="Khi là người của chủ thể, ví dụ CT-24280-001"
          optional
          short
          trouble={trouble}
        />
        <PersonalFields trouble={trouble} />
        <Check name="consent" label="Người này đã đồng ý cho ghi tên và các mục trên." trouble={trouble} />
        <WaitField found={found} trouble={trouble} />
        <div class="row">
          <Submit kind="secondary">Ghi tên</Submit>
        </div>
      </Form>
    </details>
  )
}
