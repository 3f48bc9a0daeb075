import { Field } from '../ui/field.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { Idea } from './model.ts'
import { publicityOf } from './rules-look.ts'
import { publicityLook, publicityWords } from './words.ts'

/** Where the idea stands before the public, for its proposer and the officers of its place. */
export function PublicityLine({ idea }: { idea: Idea }) {
  const stands = publicityOf(idea)
  if (stands === 'closed') return <>Không</>
  const state = <Status state={publicityLook[stands]}>{publicityWords[stands]}</Status>
  if (stands === 'shown')
    return (
      <>
        {state} <a href={paths.idea.openOne(idea.id)}>Trang mọi người đọc</a>
      </>
    )
  if (stands === 'held')
    return (
      <>
        {state} {idea.lookReason}
      </>
    )
  return (
    <>
      {state}{' '}
      {idea.lookDueOn === null ? null : (
        <>
          hạn hết ngày <Day date={idea.lookDueOn} />
        </>
      )}
    </>
  )
}

/** The officer's look before everybody reads; what was decided may be decided anew. */
export function LookPanel({ idea, trouble }: { idea: Idea; trouble: Trouble | undefined }) {
  const stands = publicityOf(idea)
  return (
    <Panel title="Xem trước khi cho mọi người đọc" note={publicityWords[stands]} id="cong-khai">
      <p>
        Tên, nội dung, nguyên liệu và thị trường của ý tưởng hiện ra; tên và điện thoại người gửi thì không. Chỉ giữ lại
        khi có điều không được phép nêu công khai, không phải vì ý tưởng chưa hay.
      </p>
      <Form action={paths.idea.look(idea.id)} trouble={trouble} label="Cho hiện hay giữ lại">
        {stands === 'held' ? null : (
          <Field
            name="reason"
            label="Lý do, nếu giữ lại"
            hint="Người gửi đọc được lý do này."
            optional
            trouble={trouble}
          />
        )}
        <div class="row">
          {stands === 'shown' ? null : (
            <Submit name="decision" value="show" icon="check">
              Cho mọi người đọc
            </Submit>
          )}
          {stands === 'held' ? null : (
            <Submit name="decision" value="hold" kind="secondary" icon="ban">
              {stands === 'shown' ? 'Thôi cho hiện' : 'Giữ lại'}
            </Submit>
          )}
        </div>
      </Form>
    </Panel>
  )
}
