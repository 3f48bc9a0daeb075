import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'

interface SearchProps {
  readonly action: string
  /** Read out only; the placeholder is not a label. */
  readonly label: string
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly placeholder?: string | undefined
  readonly button?: string | undefined
  readonly icon?: IconName | undefined
  readonly big?: boolean | undefined
  /** Shows the label above instead of hiding it. */
  readonly labelled?: boolean | undefined
  /** Other parts of the query to carry along. */
  readonly hidden?: Readonly<Record<string, string>> | undefined
}

/** One box that asks with GET, so that an answer has an address. */
export function Search({
  action,
  label,
  name = 'q',
  button = 'Tìm',
  icon = 'search',
  big = false,
  labelled = false,
  ...rest
}: SearchProps) {
  const id = `tim-${name}`
  const box = (
    <>
      <input
        class="input"
        type="search"
        id={id}
        name={name}
        value={rest.value}
        placeholder={rest.placeholder}
        autocomplete="off"
      />
      {Object.entries(rest.hidden ?? {}).map(([key, value]) => (
        <input type="hidden" name={key} value={value} />
      ))}
      <button class="button">
        <Icon name={icon} />
        <span>{button}</span>
      </button>
    </>
  )
  return labelled ? (
    <form class="stack tight" role="search" aria-label={label} action={action}>
      <label class="label" for={id}>
        {label}
      </label>
      <div class="search">{box}</div>
    </form>
  ) : (
    <form class={big ? 'search big' : 'search'} role="search" aria-label={label} action={action}>
      <label class="hidden-word" for={id}>
        {label}
      </label>
      {box}
    </form>
  )
}
