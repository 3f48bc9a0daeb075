import { Radios } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Form, LinkButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import type { InspectionFile } from './actions-reading.ts'
import type { Sanction } from './model.ts'
import { sanctions, usualRemedyDays } from './model.ts'
import { inspectionCan, isRemedied, judgeSanction } from './rules.ts'
import type { InspectionViewProps } from './views-inspection.tsx'
import { sanctionWords } from './words.ts'

/** What follows when the term runs out: the ladder of rules.ts, said as ours, and the way to the revocation. */
export function SanctionPanel(props: InspectionViewProps) {
  const { inspection, findings, may } = props
  if (inspection.outcome === 'revocation') return <ToRevocation {...props} />
  const open = sanctions.filter(
    (one) => inspectionCan(one, inspection) && mayTake(one, may) && isOpen(one, props) && !findings.every(isRemedied),
  )
  if (open.length === 0) return null
  const { sanction: trouble } = props.troubles
  return (
    <Panel title="Xử lý khi chưa khắc phục">
      <p class="small">
        26/2026 Điều 8 nêu căn cứ thu hồi, không nêu bậc xử lý. Mặc định của hệ thống: hết hạn khắc phục thì cảnh báo
        một lần kèm hạn mới, sau đó tạm đình chỉ hoặc đề nghị thu hồi; thiếu sót nghiêm trọng không phải chờ.
      </p>
      <Form action={paths.oversight.sanction(inspection.id)} trouble={trouble} label="Xử lý khi chưa khắc phục">
        <Radios
          name="sanction"
          label="Cách xử lý"
          options={open.map((value) => ({ value, label: sanctionWords[value] }))}
          trouble={trouble}
        />
        <Field name="conclusion" label="Kết luận, căn cứ" kind="textarea" rows={3} trouble={trouble} />
        <Field
          name="days"
          label="Số ngày của hạn mới"
          hint="Không dùng khi đề nghị thu hồi."
          kind="count"
          value={usualRemedyDays}
          trouble={trouble}
        />
        <div class="row">
          <Submit icon="gavel" kind="danger">
            Ghi kết luận
          </Submit>
        </div>
      </Form>
    </Panel>
  )
}

/** Only what the ladder allows today is offered; the act asks again. */
function isOpen(sanction: Sanction, { findings, steps, inspection, today }: InspectionViewProps): boolean {
  return judgeSanction(sanction, { ...inspection, findings, steps }, usualRemedyDays, today).ok
}

function mayTake(sanction: Sanction, may: InspectionFile['may']): boolean {
  return sanction === 'suspend' ? may.suspend : may.conclude
}

/** The conclusion is the ground; whoever drafts finds number, ground and day filled in. */
function ToRevocation({ inspection, steps, may }: InspectionViewProps) {
  const { certificateNumber, number, revoked, since } = inspection
  const reason = steps.at(-1)?.reason ?? ''
  return (
    <Notice kind={revoked ? 'info' : 'warning'} title={revoked ? 'Giấy đã bị thu hồi' : 'Chờ quyết định thu hồi'}>
      <p>Kết luận {number} là căn cứ theo 26/2026 Điều 8, điểm b: không còn đáp ứng tiêu chí theo kết luận kiểm tra.</p>
      {may.draftRevocation && !revoked ? (
        <p class="row">
          <LinkButton
            href={paths.recognition.revocation({
              so: certificateNumber,
              'can-cu': 'criteria-lost',
              'ket-luan': `Kết luận kiểm tra ${number}: ${reason}`.slice(0, 600),
              ngay: since,
            })}
            icon="gavel"
          >
            Soạn quyết định thu hồi
          </LinkButton>
        </p>
      ) : null}
    </Notice>
  )
}
