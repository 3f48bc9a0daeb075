import { Radios, Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field, FileField } from '../ui/field.tsx'
import { Fieldset, Form, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { Heard } from './actions-voice.ts'
import { aspects, grades, voiceKinds } from './model-voice.ts'
import type { Visit, Voice } from './model-voice.ts'
import { voicesSize } from './store-voice.ts'
import { aspectWords, gradeLook, gradeWords, voiceWords } from './words-voice.ts'

interface VisitsProps {
  readonly ideaId: string
  readonly visits: readonly Visit[]
  readonly mayVisit: boolean
  readonly secret: string | undefined
  readonly trouble: Trouble | undefined
}

/** What the commune saw on the spot. */
export function VisitsPanel({ ideaId, visits, mayVisit, secret, trouble }: VisitsProps) {
  if (visits.length === 0 && !mayVisit) return null
  return (
    <Panel title="Khảo sát khả thi" id="kha-thi">
      {visits.map(({ visitedOn, present, findings, pictures }) => (
        <section class="stack tight">
          <h3>
            Ngày <Day date={visitedOn} />
          </h3>
          <Facts
            facts={[
              ['Có mặt', present],
              ...aspects.map(
                (aspect) =>
                  [
                    aspectWords[aspect],
                    <>
                      <Status state={gradeLook[findings[aspect].grade]}>{gradeWords[findings[aspect].grade]}</Status>{' '}
                      {findings[aspect].note}
                    </>,
                  ] as const,
              ),
            ]}
          />
          {pictures.map((hash, index) => (
            <a href={paths.idea.photo(ideaId, hash, { ma: secret })}>Ảnh {index + 1}</a>
          ))}
        </section>
      ))}
      {mayVisit ? <VisitForm ideaId={ideaId} trouble={trouble} /> : null}
    </Panel>
  )
}

function VisitForm({ ideaId, trouble }: { ideaId: string; trouble: Trouble | undefined }) {
  return (
    <Form action={paths.idea.visit(ideaId)} trouble={trouble} files label="Ghi khảo sát">
      <Field name="visitedOn" label="Ngày khảo sát" kind="date" trouble={trouble} />
      <Field name="present" label="Có mặt" hint="Ai của xã, ai của thôn, ai của người có ý tưởng." trouble={trouble} />
      {aspects.map((aspect) => (
        <Fieldset legend={aspectWords[aspect]}>
          <Select
            name={`grade[${aspect}]`}
            label="Mức"
            options={grades.map((value) => ({ value, label: gradeWords[value] }))}
            blank="Chọn một mức"
            trouble={trouble}
          />
          <Field name={`note[${aspect}]`} label="Điều đã thấy" kind="textarea" trouble={trouble} />
        </Fieldset>
      ))}
      <FileField
        name="picture"
        label="Ảnh"
        hint="Tới 4 ảnh JPG, PNG."
        accept="image/jpeg,image/png"
        multiple
        optional
        trouble={trouble}
      />
      <div class="row">
        <Submit icon="save">Lưu khảo sát</Submit>
      </div>
    </Form>
  )
}

/** What people say, and the box to say it. */
export function HeardPanel({ ideaId, heard, trouble }: { ideaId: string; heard: Heard; trouble: Trouble | undefined }) {
  return (
    <Panel title="Ý kiến của mọi người" note={`${heard.endorsements} ủng hộ, ${heard.joining} người xin cùng làm`}>
      {heard.comments.length === 0 ? (
        <Empty title="Chưa có góp ý nào" level={3} icon="message-circle">
          Ý kiến hiện ra sau khi xã duyệt.
        </Empty>
      ) : (
        <ul class="stack">
          {heard.comments.map(({ name, body, sentOn }) => (
            <li>
              <p>{body}</p>
              <p class="small muted">
                {name}, <Day date={sentOn} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <Form action={paths.idea.speak(ideaId)} trouble={trouble} label="Gửi ý kiến">
        <Radios
          name="kind"
          label="Bạn muốn"
          options={voiceKinds.map((value) => ({ value, label: voiceWords[value] }))}
          value="comment"
          trouble={trouble}
        />
        <Field name="name" label="Tên của bạn" hint="Hiện cùng góp ý." autocomplete="name" trouble={trouble} />
        <Field
          name="phone"
          label="Điện thoại"
          hint="Cần khi xin cùng làm; chỉ xã và người có ý tưởng thấy."
          kind="tel"
          optional
          trouble={trouble}
        />
        <Field name="body" label="Nội dung" kind="textarea" optional trouble={trouble} />
        <div class="hidden-word" aria-hidden="true">
          <label for="website">Trang web (để trống)</label>
          <input id="website" name="website" tabindex={-1} autocomplete="off" />
        </div>
        <div class="row">
          <Submit icon="send">Gửi ý kiến</Submit>
        </div>
      </Form>
    </Panel>
  )
}

interface VoicesProps {
  readonly ideaId: string
  readonly voices: readonly Voice[]
  readonly mayModerate: boolean
  readonly trouble: Trouble | undefined
}

/** All words with their telephones, and the commune's decision on each. */
export function VoicesPanel({ ideaId, voices, mayModerate, trouble }: VoicesProps) {
  if (voices.length === 0) return null
  return (
    <Panel
      title="Ý kiến gửi tới"
      note={voices.length < voicesSize ? `${voices.length} ý kiến` : `${voicesSize} ý kiến đầu`}
      id="y-kien"
    >
      <ul class="stack">
        {voices.map((voice) => (
          <li class="stack tight">
            <p>
              <b>{voiceWords[voice.kind]}</b> {[voice.name, voice.phone].filter(Boolean).join(', ')},{' '}
              <Day date={voice.sentOn} />{' '}
              <Status state={voice.shown === null ? 'waiting' : voice.shown ? 'done' : 'missing'}>
                {voice.shown === null ? 'Chờ duyệt' : voice.shown ? 'Đã cho hiện' : `Không hiện: ${voice.reason}`}
              </Status>
            </p>
            {voice.body === '' ? null : <p>{voice.body}</p>}
            {mayModerate && voice.shown === null ? (
              <Form
                action={paths.idea.moderate(ideaId, voice.id)}
                trouble={troubleOf(trouble, voice)}
                label={`Duyệt ý kiến của ${voice.name}`}
              >
                <Field
                  name={`reason[${voice.id}]`}
                  label={`Lý do, nếu không cho ${voice.name} hiện`}
                  optional
                  trouble={troubleOf(trouble, voice)}
                />
                <div class="row">
                  <Submit name="decision" value="show" icon="check">
                    Cho hiện
                  </Submit>
                  <Submit name="decision" value="hide" kind="secondary" icon="ban">
                    Không cho hiện
                  </Submit>
                </div>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Of several forms only the one that was sent says what was wrong. */
function troubleOf(trouble: Trouble | undefined, { id }: Voice): Trouble | undefined {
  return trouble !== undefined && `reason[${id}]` in trouble.values ? trouble : undefined
}
