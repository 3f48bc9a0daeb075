import type { Child } from 'hono/jsx'
import { showDate } from '../kernel/civil-date.ts'
import { FieldFrame, describedBy, fieldId, isWrong, keptText } from './field-frame.tsx'
import type { FieldProps } from './field-frame.tsx'

const kinds = {
  text: {},
  email: { type: 'email', inputmode: 'email', autocomplete: 'email' },
  tel: { type: 'tel', inputmode: 'tel', autocomplete: 'tel', class: 'short' },
  password: { type: 'password' },
  count: { inputmode: 'numeric', autocomplete: 'off', class: 'short' },
  decimal: { inputmode: 'decimal', autocomplete: 'off', class: 'short' },
  money: { inputmode: 'numeric', autocomplete: 'off', class: 'short' },
  // Typed, not picked: a browser's date box follows the language of the machine.
  date: { inputmode: 'numeric', autocomplete: 'off', class: 'short' },
  textarea: {},
} as const

interface InputProps extends FieldProps {
  readonly kind?: keyof typeof kinds | undefined
  readonly value?: string | number | null | undefined
  readonly placeholder?: string | undefined
  readonly autocomplete?: string | undefined
  readonly maxlength?: number | undefined
  /** Unit said after the box; money says đồng by itself. */
  readonly suffix?: Child
  readonly short?: boolean | undefined
  readonly rows?: number | undefined
}

/** One box to type in, of whatever kind: `date` shows a stored `2026-11-24` as 24/11/2026. */
export function Field(props: InputProps) {
  const { kind = 'text', value, hint = kind === 'date' ? 'Ngày/tháng/năm, ví dụ 24/11/2026' : undefined } = props
  const field = { ...props, hint }
  const suffix = props.suffix ?? (kind === 'money' ? 'đồng' : undefined)
  const text = keptText(props.trouble, props.name, storedText(kind, value))
  const box = kind === 'textarea' ? <TextArea {...field} text={text} /> : <Box {...field} kind={kind} text={text} />
  return (
    <FieldFrame {...field}>
      {suffix === undefined ? (
        box
      ) : (
        <span class="suffix">
          {box}
          <span>{suffix}</span>
        </span>
      )}
    </FieldFrame>
  )
}

function storedText(kind: keyof typeof kinds, value: InputProps['value']): string | undefined {
  if (value === undefined || value === null) return undefined
  if (kind === 'money' || kind === 'count') return typeof value === 'number' ? value.toLocaleString('vi-VN') : value
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(String(value))) return showDate(String(value))
  return String(value)
}

function Box({
  kind,
  text,
  ...field
}: InputProps & { kind: Exclude<keyof typeof kinds, 'textarea'>; text: string | undefined }) {
  const usual: {
    type?: string
    inputmode?: 'email' | 'tel' | 'numeric' | 'decimal'
    autocomplete?: string
    class?: string
  } = kinds[kind]
  return (
    <input
      id={fieldId(field.name)}
      name={field.name}
      type={usual.type ?? 'text'}
      inputmode={usual.inputmode}
      autocomplete={field.autocomplete ?? usual.autocomplete}
      class={field.short ? 'short' : usual.class}
      placeholder={field.placeholder}
      maxlength={field.maxlength}
      value={kind === 'password' ? undefined : text}
      aria-describedby={describedBy(field)}
      aria-invalid={isWrong(field)}
    />
  )
}

function TextArea({ text, ...field }: InputProps & { text: string | undefined }) {
  return (
    <textarea
      id={fieldId(field.name)}
      name={field.name}
      rows={field.rows}
      maxlength={field.maxlength}
      placeholder={field.placeholder}
      aria-describedby={describedBy(field)}
      aria-invalid={isWrong(field)}
    >
      {text}
    </textarea>
  )
}

interface FileFieldProps extends FieldProps {
  /** E.g. `image/jpeg,image/png,application/pdf`. */
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
}

/** A photo or a scan. The browser does not keep a chosen file after a refusal, and the hint says so. */
export function FileField({ hint = 'JPG, PNG hoặc PDF, mỗi tệp tới 20 MB.', ...field }: FileFieldProps) {
  const again = field.trouble === undefined ? hint : <>{hint} Hãy chọn lại tệp, trình duyệt không giữ tệp đã chọn.</>
  return (
    <div class="upload">
      <FieldFrame {...field} hint={again}>
        <input
          type="file"
          id={fieldId(field.name)}
          name={field.name}
          accept={field.accept}
          multiple={field.multiple}
          aria-describedby={describedBy({ ...field, hint: again })}
          aria-invalid={isWrong(field)}
        />
      </FieldFrame>
    </div>
  )
}
