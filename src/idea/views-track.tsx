import { Field } from '../ui/field.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'

/** The way back to a receipt for who has only the code. */
export function TrackView({ trouble }: { trouble: Trouble | undefined }) {
  return (
    <div class="stack">
      <h1>Tra cứu ý tưởng đã gửi</h1>
      <p class="lead">Gõ mã theo dõi in trên giấy hẹn để xem xã đã trả lời chưa. Không cần tài khoản.</p>
      <Form action={paths.idea.track()} trouble={trouble} panel>
        <Field
          name="code"
          label="Mã theo dõi"
          hint="Mười sáu chữ và số, ví dụ 7KQ2-M9XD-4H8P-2ZRT. Chữ hoa, chữ thường, dấu gạch đều được."
          autocomplete="off"
          trouble={trouble}
        />
        <div class="row">
          <Submit icon="search">Xem ý tưởng</Submit>
          <a href={paths.idea.begin()}>Gửi ý tưởng mới</a>
        </div>
      </Form>
    </div>
  )
}
