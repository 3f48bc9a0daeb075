import type { Child } from 'hono/jsx'
import { ErrorSummary } from './error-summary.tsx'
import { Hint } from './hint.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import type { Trouble } from './trouble.ts'

interface FormProps {
  readonly action: string
  readonly trouble?: Trouble | undefined
  /** The form carries files. */
  readonly files?: boolean | undefined
  /** Drawn as a sheet of its own. */
  readonly panel?: boolean | undefined
  readonly id?: string | undefined
  readonly label?: string | undefined
  readonly children: Child
}

/**
 * A form that posts and needs no script. The server judges every field, in Vietnamese, so the browser's own
 * messages, which follow the machine's language, are turned off.
 */
export function Form({ action, trouble, files = false, panel = false, id, label, children }: FormProps) {
  return (
    <form
      method="post"
      action={action}
      class={panel ? 'form panel stack' : 'form stack'}
      enctype={files ? 'multipart/form-data' : undefined}
      id={id}
      aria-label={label}
      novalidate
    >
      <ErrorSummary trouble={trouble} />
      {children}
    </form>
  )
}

export function Hidden({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />
}

interface FieldsetProps {
  readonly legend: Child
  readonly hint?: Child
  readonly children: Child
}

/** Fields that belong together under one heading. */
export function Fieldset({ legend, hint, children }: FieldsetProps) {
  return (
    <fieldset class="stack">
      <legend class="label">{legend}</legend>
      {hint ? <Hint>{hint}</Hint> : null}
      {children}
    </fieldset>
  )
}

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

interface SubmitProps {
  readonly kind?: ButtonKind | undefined
  readonly icon?: IconName | undefined
  /** Tells apart the buttons of one form. */
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly wide?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** A verb with its object: `Nộp hồ sơ`. */
  readonly children: Child
}

export function Submit({ kind = 'primary', icon, name, value, wide = false, disabled = false, children }: SubmitProps) {
  return (
    <button class={buttonClass(kind, wide)} name={name} value={value} disabled={disabled}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  )
}

interface LinkButtonProps extends Pick<SubmitProps, 'kind' | 'icon' | 'wide' | 'children'> {
  readonly href: string
  readonly label?: string | undefined
  readonly download?: boolean | undefined
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({
  href,
  kind = 'primary',
  icon,
  wide = false,
  label,
  download = false,
  children,
}: LinkButtonProps) {
  return (
    <a class={buttonClass(kind, wide)} href={href} aria-label={label} download={download || undefined}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </a>
  )
}

interface PostButtonProps extends Pick<SubmitProps, 'kind' | 'icon' | 'wide' | 'disabled' | 'children'> {
  readonly action: string
  readonly hidden?: Readonly<Record<string, string | number>> | undefined
}

/** One act in one press, where nothing needs to be typed. */
export function PostButton({ action, hidden = {}, children, ...button }: PostButtonProps) {
  return (
    <form method="post" action={action}>
      {Object.entries(hidden).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      <Submit {...button}>{children}</Submit>
    </form>
  )
}

function buttonClass(kind: ButtonKind, wide: boolean): string {
  return ['button', kind === 'primary' ? '' : kind, wide ? 'wide' : ''].filter(Boolean).join(' ')
}
