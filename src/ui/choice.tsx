import type { Child } from 'hono/jsx'
import {
  FieldFrame,
  FieldSentences,
  Label,
  describedBy,
  fieldId,
  isWrong,
  keptChoices,
  keptText,
} from './field-frame.tsx'
import type { FieldProps } from './field-frame.tsx'

export interface Option {
  readonly value: string
  readonly label: string
}

export interface OptionGroup {
  readonly label: string
  readonly options: readonly Option[]
}

interface SelectProps extends FieldProps {
  readonly options: readonly (Option | OptionGroup)[]
  readonly value?: string | null | undefined
  /** First line with no value, e.g. `Chọn một nhóm`. */
  readonly blank?: string | undefined
}

export function Select({ options, value, blank, ...field }: SelectProps) {
  const chosen = keptText(field.trouble, field.name, value ?? undefined)
  return (
    <FieldFrame {...field}>
      <select
        id={fieldId(field.name)}
        name={field.name}
        aria-describedby={describedBy(field)}
        aria-invalid={isWrong(field)}
      >
        {blank === undefined ? null : <option value="">{blank}</option>}
        {options.map((one) =>
          'options' in one ? (
            <optgroup label={one.label}>
              {one.options.map((option) => (
                <Line {...option} chosen={chosen} />
              ))}
            </optgroup>
          ) : (
            <Line {...one} chosen={chosen} />
          ),
        )}
      </select>
    </FieldFrame>
  )
}

function Line({ value, label, chosen }: Option & { chosen: string | undefined }) {
  return (
    <option value={value} selected={value === chosen}>
      {label}
    </option>
  )
}

export interface Choice {
  readonly value: string
  readonly label: Child
  /** A second, quieter line. */
  readonly note?: Child
  /** Points of the level, on a ballot or a self-assessment. */
  readonly points?: number | undefined
  /** What the level is a threshold of: usually `<Stars kind="estimate" … />`. */
  readonly gate?: Child
  readonly disabled?: boolean | undefined
}

interface RadiosProps extends FieldProps {
  readonly options: readonly Choice[]
  readonly value?: string | null | undefined
}

/** One of a few, all in sight. The summary's line leads to the first. */
export function Radios({ options, value, ...field }: RadiosProps) {
  const chosen = keptText(field.trouble, field.name, value ?? undefined)
  const wrong = isWrong(field)
  return (
    <div class={wrong ? 'field has-error' : 'field'}>
      <fieldset class="choices" role="radiogroup" aria-invalid={wrong} aria-describedby={describedBy(field)}>
        <legend class="label">
          <Label {...field} />
        </legend>
        <FieldSentences {...field} />
        {options.map((option, index) => (
          <RadioChoice {...option} id={idAt(field.name, index)} name={field.name} checked={option.value === chosen} />
        ))}
      </fieldset>
    </div>
  )
}

function RadioChoice({ id, name, checked, ...choice }: Choice & { id: string; name: string; checked: boolean }) {
  const { value, label, note, points, gate, disabled } = choice
  return (
    <label class="choice" for={id}>
      <input type="radio" name={name} id={id} value={value} checked={checked} disabled={disabled} />
      <span>
        {note === undefined ? label : <strong>{label}</strong>}
        {note === undefined ? null : <span class="small muted note">{note}</span>}
      </span>
      {points === undefined ? null : (
        <span class="points">
          {points}
          <small>điểm</small>
        </span>
      )}
      {gate === undefined ? null : <span class="gate">{gate}</span>}
    </label>
  )
}

function idAt(name: string, index: number): string {
  return index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`
}

interface ChecksProps extends FieldProps {
  readonly options: readonly (Omit<Choice, 'points' | 'gate'> & { readonly count?: Child })[]
  readonly value?: readonly string[] | undefined
  /** Labels of a word or two stand beside each other. */
  readonly across?: boolean | undefined
}

/** Any of several; all ticked values arrive under one name. */
export function Checks({ options, value, across = false, ...field }: ChecksProps) {
  const chosen = keptChoices(field.trouble, field.name, value)
  const wrong = isWrong(field)
  return (
    <div class={wrong ? 'field has-error' : 'field'}>
      <fieldset class={across ? 'across' : undefined} aria-describedby={describedBy(field)}>
        <legend class="label">
          <Label {...field} />
        </legend>
        <FieldSentences {...field} />
        {options.map((option, index) => (
          <Tick
            {...option}
            id={idAt(field.name, index)}
            name={field.name}
            checked={chosen.includes(option.value)}
            wrong={wrong}
          />
        ))}
      </fieldset>
    </div>
  )
}

interface TickProps extends Omit<Choice, 'points' | 'gate'> {
  readonly id: string
  readonly name: string
  readonly checked: boolean
  readonly wrong: 'true' | undefined
  readonly describes?: string | undefined
  readonly count?: Child
}

function Tick({ id, name, value, label, note, checked, wrong, describes, disabled, count }: TickProps) {
  return (
    <label class="check" for={id}>
      <input
        type="checkbox"
        id={id}
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
        aria-invalid={wrong}
        aria-describedby={describes}
      />
      <span>
        {label}
        {note === undefined ? null : <span class="small muted note">{note}</span>}
      </span>
      {count === undefined ? null : <span class="num">{count}</span>}
    </label>
  )
}

interface CheckProps extends FieldProps {
  readonly checked?: boolean | undefined
  readonly value?: string | undefined
}

/** One box to tick: a pledge, a consent. */
export function Check({ checked = false, value = 'on', label, ...field }: CheckProps) {
  const wrong = isWrong(field)
  const ticked = field.trouble ? field.trouble.values[field.name] !== undefined : checked
  return (
    <div class={wrong ? 'field has-error' : 'field'}>
      <FieldSentences {...field} />
      <Tick
        id={fieldId(field.name)}
        name={field.name}
        value={value}
        label={label}
        checked={ticked}
        wrong={wrong}
        describes={describedBy({ ...field })}
      />
    </div>
  )
}
