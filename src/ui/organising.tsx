import type { Child } from 'hono/jsx'
import { Field } from './field.tsx'
import { Form, Hidden, LinkButton, Submit } from './form.tsx'
import type { IconName } from './icon.tsx'
import { Panel } from './panel.tsx'
import type { Trouble } from './trouble.ts'
import { UnitSelect } from './unit-select.tsx'

// What an office organises for others, a fair or an event: its list, its form and its file have one shape.

interface ActsProps {
  readonly mayOrganise: boolean
  readonly begin: { readonly href: string; readonly label: string }
  /** The places it keeps for them. */
  readonly places: { readonly href: string; readonly label: string; readonly icon: IconName }
  readonly calendar: string
}

export function OrganisingActs({ mayOrganise, begin, places, calendar }: ActsProps) {
  return (
    <>
      {mayOrganise ? (
        <>
          <LinkButton href={begin.href} icon="plus">
            {begin.label}
          </LinkButton>
          <LinkButton href={places.href} kind="secondary" icon={places.icon}>
            {places.label}
          </LinkButton>
        </>
      ) : null}
      <LinkButton href={calendar} kind="secondary" icon="calendar">
        Lịch chung
      </LinkButton>
    </>
  )
}

interface OrganisingFormProps {
  /** What it is called before it has a title, e.g. `Hội chợ mới`. */
  readonly fresh: string
  readonly saved: { readonly title: string; readonly edition: number; readonly unitCode: string } | undefined
  readonly action: string
  readonly back: string
  readonly save: string
  readonly units: readonly { readonly code: string; readonly name: string }[]
  readonly unitLabel?: string
  readonly trouble: Trouble | undefined
  readonly children?: Child
}

/** New or changed under one roof; the edition that was shown goes back with it, so that two hands are noticed. */
export function OrganisingForm(props: OrganisingFormProps) {
  const { fresh, saved, action, back, save, units, unitLabel, trouble, children } = props
  return (
    <div class="stack">
      <h1>{saved === undefined ? fresh : `Sửa: ${saved.title}`}</h1>
      <Form action={action} trouble={trouble} panel>
        <Hidden name="edition" value={saved?.edition ?? 0} />
        {saved === undefined ? (
          <UnitSelect units={units} label={unitLabel} trouble={trouble} />
        ) : (
          <Hidden name="unit" value={saved.unitCode} />
        )}
        {children}
        <div class="row">
          <Submit icon="save">{save}</Submit>
          <LinkButton href={back} kind="secondary">
            Quay lại
          </LinkButton>
        </div>
      </Form>
    </div>
  )
}

interface SavedMeanwhileProps {
  /** Name of the box, its label, what stands in it now. */
  readonly now: readonly (readonly [string, string, string])[]
  /** Where else to look when no text differs. */
  readonly elsewhere: string
  readonly trouble: Trouble
}

/** Somebody saved meanwhile: what stands now, beside what was typed, wherever the two differ. */
export function SavedMeanwhile({ now, elsewhere, trouble }: SavedMeanwhileProps) {
  const differing = now.filter(([name, , text]) => String(trouble.values[name] ?? '').replaceAll('\r', '') !== text)
  return (
    <Panel title="Bản đang lưu, chỗ khác với chữ của bạn" id="ban-dang-luu">
      {differing.length === 0 ? (
        <p>Các ô chữ giống nhau; hãy xem lại {elsewhere}.</p>
      ) : (
        differing.map(([, label, text]) => (
          <div class="stack tight">
            <h3>{label}</h3>
            {text === '' ? <p class="muted">Để trống</p> : text.split('\n').map((line) => <p>{line}</p>)}
          </div>
        ))
      )}
    </Panel>
  )
}

interface FileLinksProps {
  readonly page: string
  readonly isDraft: boolean
  /** Where it is changed; undefined when this person, or its state, forbids it. */
  readonly amend: string | undefined
}

export function FileLinks({ page, isDraft, amend }: FileLinksProps) {
  return (
    <>
      <LinkButton href={page} kind="secondary" icon="eye">
        {isDraft ? 'Xem trước trang công khai' : 'Trang công khai'}
      </LinkButton>
      {amend === undefined ? null : (
        <LinkButton href={amend} kind="secondary" icon="pencil">
          Sửa
        </LinkButton>
      )}
    </>
  )
}

interface CancelPanelProps {
  readonly title: string
  readonly action: string
  readonly hint?: string
  readonly trouble: Trouble | undefined
}

export function CancelPanel({ title, action, hint, trouble }: CancelPanelProps) {
  return (
    <Panel title={title}>
      <Form action={action} trouble={trouble} label={title}>
        <Field name="reason" label="Lý do" hint={hint} trouble={trouble} />
        <div class="row">
          <Submit kind="danger">{title}</Submit>
        </div>
      </Form>
    </Panel>
  )
}
