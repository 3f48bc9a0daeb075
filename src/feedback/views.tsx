import type { CivilDate } from '../kernel/civil-date.ts'
import { placeInWords } from '../kernel/text.ts'
import type { ChannelName } from '../platform/channel.ts'
import { Select } from '../ui/choice.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Hidden, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Day, Moment } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { MatterFile } from './actions-reading.ts'
import { levels } from './model.ts'
import type { Matter } from './model.ts'
import { CodeNotice } from './views-send.tsx'
import { Telling } from './views-telling.tsx'
import { holderWords, kindWords, levelWords, subjectWords } from './words.ts'

/** Troubles of each form of the page. */
export interface MatterTroubles {
  readonly answer?: Trouble
  readonly transfer?: Trouble
  readonly publish?: Trouble
  readonly takeDown?: Trouble
  readonly reopen?: Trouble
  readonly endConsent?: Trouble
  readonly telling?: Trouble
  readonly confirm?: Trouble
}

interface MatterProps {
  readonly file: MatterFile
  /** Of a sender without an account. */
  readonly code?: string | undefined
  /** Channels that a sender may choose to be told by. */
  readonly offered?: readonly ChannelName[]
  readonly today: CivilDate
  readonly troubles?: MatterTroubles
}

export function MatterView({ file, code, offered = [], today, troubles = {} }: MatterProps) {
  const { matter, published } = file
  return (
    <div class="stack">
      <h1>{matter.title}</h1>
      {code ? <CodeNotice code={code} /> : null}
      <Standing matter={matter} today={today} />
      {matter.crowded && matter.state === 'waiting' ? (
        <Notice kind="info">
          Phiếu này đến trong ngày nơi này nhận rất nhiều phiếu không đăng nhập, nên được xem sau các phiếu khác. Hạn
          trả lời không đổi.
        </Notice>
      ) : null}
      <Panel title={kindWords[matter.kind]} note={<Moment at={matter.filedAt} />}>
        <Lines text={matter.body} />
        <MatterFacts file={file} code={code} />
      </Panel>
      <Course file={file} />
      {code && matter.accountId === null ? <Telling {...{ file, code, offered, troubles }} /> : null}
      {published ? (
        <p>
          <a href={paths.feedback.published(matter.id)}>Bản công khai của phiếu này</a>
        </p>
      ) : null}
      <OfficerForms file={file} troubles={troubles} />
      <SenderForms file={file} code={code} troubles={troubles} />
    </div>
  )
}

export function Standing({ matter, today }: { matter: Matter; today: CivilDate }) {
  if (matter.state === 'answered') {
    return (
      <p>
        <Status state="done">Đã trả lời</Status>
      </p>
    )
  }
  const late = matter.dueOn < today
  return (
    <p>
      <Status state={late ? 'late' : 'waiting'}>{late ? 'Quá hạn trả lời' : 'Chờ trả lời'}</Status>{' '}
      {holderWords(matter)}, hạn hết ngày <Day date={matter.dueOn} />
    </p>
  )
}

function MatterFacts({ file: { matter, seesSender }, code }: Pick<MatterProps, 'file' | 'code'>) {
  const sender = [matter.senderName, matter.senderPhone].filter(Boolean).join(', ')
  return (
    <>
      <Facts
        facts={[
          ['Về việc', subjectWords[matter.subject]],
          ['Nơi của việc', placeInWords(matter.communeName, matter.provinceName) || 'Chưa xác định'],
          ['Hàng, nơi bán, số giấy', matter.about],
          ['Chủ thể', seesSender ? matter.producerName : null],
          ['Người gửi', seesSender ? sender || 'Không ghi tên' : 'Chỉ đơn vị đang giải quyết thấy'],
          ['Công khai', matter.consents ? 'Người gửi đồng ý, sau khi bỏ thông tin cá nhân' : 'Không'],
        ]}
      />
      {matter.photo && seesSender ? (
        <p>
          <a href={paths.feedback.photo(matter.id, { ma: code })}>Xem ảnh người gửi kèm</a>
        </p>
      ) : null}
    </>
  )
}

/** What was done with it, in the order it happened. */
function Course({ file: { matter, transfers, answers, reopening } }: Pick<MatterProps, 'file'>) {
  const places = { communeName: matter.communeName, provinceName: matter.provinceName }
  const [first, second] = answers
  return (
    <>
      {transfers.map(({ fromLevel, toLevel, reason, at }) => (
        <Panel
          title={`Chuyển từ ${levelWords[fromLevel].toLowerCase()} sang ${levelWords[toLevel].toLowerCase()}`}
          note={<Moment at={at} />}
        >
          <p>{reason}</p>
        </Panel>
      ))}
      {first ? (
        <Panel title={`Trả lời của ${holderWords({ ...places, level: first.level })}`} note={<Moment at={first.at} />}>
          <Lines text={first.text} />
        </Panel>
      ) : null}
      {reopening ? (
        <Panel title="Người gửi mở lại" note={<Moment at={reopening.at} />}>
          <Lines text={reopening.reason} />
        </Panel>
      ) : null}
      {second ? (
        <Panel
          title={`Trả lời lần hai của ${holderWords({ ...places, level: second.level })}`}
          note={<Moment at={second.at} />}
        >
          <Lines text={second.text} />
        </Panel>
      ) : null}
    </>
  )
}

export function Lines({ text }: { text: string }) {
  return (
    <div class="prose article-text">
      {text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p>{line}</p>
        ))}
    </div>
  )
}

function OfficerForms({ file, troubles }: { file: MatterFile; troubles: MatterTroubles }) {
  const { matter, mayAnswer, mayTransfer, mayPublish, mayTakeDown } = file
  return (
    <>
      {mayAnswer ? (
        <Panel title="Trả lời">
          <Form action={paths.feedback.answer(matter.id)} trouble={troubles.answer}>
            <Field name="text" label="Trả lời cho người gửi" kind="textarea" rows={7} trouble={troubles.answer} />
            <div class="row">
              <Submit icon="send">Gửi trả lời</Submit>
            </div>
          </Form>
        </Panel>
      ) : null}
      {mayTransfer ? <TransferForm matter={matter} trouble={troubles.transfer} /> : null}
      {mayPublish ? <PublishForm file={file} trouble={troubles.publish} /> : null}
      {mayTakeDown ? (
        <Panel title="Gỡ bản công khai">
          <Form action={paths.feedback.takeDown(matter.id)} trouble={troubles.takeDown}>
            <Field name="reason" label="Vì sao gỡ" trouble={troubles.takeDown} />
            <div class="row">
              <Submit kind="danger" icon="x">
                Gỡ
              </Submit>
            </div>
          </Form>
        </Panel>
      ) : null}
    </>
  )
}

function TransferForm({ matter, trouble }: { matter: Matter; trouble: Trouble | undefined }) {
  return (
    <Panel title="Chuyển đúng nơi" note="Thời hạn không kéo dài">
      <Form action={paths.feedback.transfer(matter.id)} trouble={trouble}>
        <Select
          name="level"
          label="Chuyển tới"
          options={levels
            .filter((level) => level !== matter.level)
            .map((level) => ({ value: level, label: holderWords({ ...matter, level }) }))}
          blank="Chọn nơi nhận"
          trouble={trouble}
        />
        <Field name="reason" label="Vì sao chuyển" hint="Người gửi đọc được câu này." trouble={trouble} />
        <div class="row">
          <Submit kind="secondary" icon="arrow-right">
            Chuyển phiếu
          </Submit>
        </div>
      </Form>
    </Panel>
  )
}

function PublishForm({
  file: { matter, answers, published },
  trouble,
}: {
  file: MatterFile
  trouble: Trouble | undefined
}) {
  return (
    <Panel title={published ? 'Thay bản công khai' : 'Công khai câu hỏi và trả lời'} note="Người gửi đã đồng ý">
      <Form action={paths.feedback.publish(matter.id)} trouble={trouble}>
        <p>Hãy bỏ tên người, số điện thoại, địa chỉ và mọi điều để nhận ra ai trước khi đăng.</p>
        <Field name="title" label="Tiêu đề" value={published?.title ?? matter.title} trouble={trouble} />
        <Field
          name="question"
          label="Câu hỏi"
          kind="textarea"
          rows={5}
          value={published?.question ?? matter.body}
          trouble={trouble}
        />
        <Field
          name="answer"
          label="Trả lời"
          kind="textarea"
          rows={5}
          value={published?.answer ?? answers.at(-1)?.text}
          trouble={trouble}
        />
        <div class="row">
          <Submit kind="secondary" icon="globe">
            Công khai
          </Submit>
        </div>
      </Form>
    </Panel>
  )
}

function SenderForms({ file, code, troubles }: Pick<MatterProps, 'file' | 'code'> & { troubles: MatterTroubles }) {
  const { matter, mayReopen, mayEndConsent } = file
  return (
    <>
      {mayReopen ? (
        <Panel title="Chưa thỏa đáng?" note="Mở lại được một lần">
          <Form action={paths.feedback.reopen(matter.id)} trouble={troubles.reopen}>
            {code ? <Hidden name="ma" value={code} /> : null}
            <Field name="reason" label="Điều chưa được trả lời" kind="textarea" rows={4} trouble={troubles.reopen} />
            <div class="row">
              <Submit kind="secondary" icon="refresh-cw">
                Mở lại phiếu
              </Submit>
            </div>
          </Form>
        </Panel>
      ) : null}
      {mayEndConsent ? (
        <Form action={paths.feedback.endConsent(matter.id)} trouble={troubles.endConsent} label="Rút đồng ý công khai">
          {code ? <Hidden name="ma" value={code} /> : null}
          <div class="row">
            <Submit kind="quiet">Rút đồng ý công khai</Submit>
          </div>
        </Form>
      ) : null}
    </>
  )
}
