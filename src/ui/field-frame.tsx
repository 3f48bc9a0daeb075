import type { Child } from 'hono/jsx'
import { Hint } from './hint.tsx'
import { Icon } from './icon.tsx'
import type { Trouble } from './trouble.ts'

/** What every field says about itself. */
export interface FieldProps {
  readonly name: string
  readonly label: Child
  /** Said before the box: what to write, with an example. */
  readonly hint?: Child
  readonly trouble?: Trouble | undefined
  /** Marks what may be left empty; everything else is asked for. */
  readonly optional?: boolean | undefined
}

/** The id of the box of a field, where the summary's line leads: `chon[1.1]` → `o-chon-1-1`. */
export function fieldId(name: string): string {
  return `o-${name.replaceAll(/[^A-Za-z0-9_-]+/g, '-').replace(/-+$/, '')}`
}

/** Typed text outlives a refusal; before any, the stored value stands. */
export function keptText(trouble: Trouble | undefined, name: string, stored: string | undefined): string | undefined {
  const typed = trouble?.values[name]
  return (Array.isArray(typed) ? typed[0] : typed) ?? stored
}

/** The chosen values. An unticked box sends nothing, so after a post only what arrived counts. */
export function keptChoices(
  trouble: Trouble | undefined,
  name: string,
  stored: string | readonly string[] | undefined,
): readonly string[] {
  const chosen = trouble ? (trouble.values[name] ?? []) : (stored ?? [])
  return typeof chosen === 'string' ? [chosen] : chosen
}

/** Ids of the sentences about a field, for `aria-describedby`. */
export function describedBy({
  name,
  hint,
  trouble,
}: Pick<FieldProps, 'name' | 'hint' | 'trouble'>): string | undefined {
  const ids = [hint ? `${fieldId(name)}-goi-y` : '', trouble?.errors[name] ? `${fieldId(name)}-loi` : '']
  return ids.filter(Boolean).join(' ') || undefined
}

export function isWrong({ name, trouble }: Pick<FieldProps, 'name' | 'trouble'>): 'true' | undefined {
  return trouble?.errors[name] === undefined ? undefined : 'true'
}

interface FrameProps extends FieldProps {
  readonly children: Child
}

/** Label above, hint before the box, error between them. */
export function FieldFrame({ children, ...field }: FrameProps) {
  return (
    <div class={isWrong(field) ? 'field has-error' : 'field'}>
      <label for={fieldId(field.name)}>
        <Label {...field} />
      </label>
      <FieldSentences {...field} />
      {children}
    </div>
  )
}

export function Label({ label, optional = false }: Pick<FieldProps, 'label' | 'optional'>) {
  return (
    <>
      {label}
      {optional ? <span class="muted optional"> (không bắt buộc)</span> : null}
    </>
  )
}

export function FieldSentences({ name, hint, trouble }: Pick<FieldProps, 'name' | 'hint' | 'trouble'>) {
  const error = trouble?.errors[name]
  return (
    <>
      {hint ? <Hint id={`${fieldId(name)}-goi-y`}>{hint}</Hint> : null}
      {error === undefined ? null : (
        <p class="error" id={`${fieldId(name)}-loi`}>
          <Icon name="circle-alert" />
          <span>
            <span class="hidden-word">Lỗi: </span>
            {error}
          </span>
        </p>
      )}
    </>
  )
}
