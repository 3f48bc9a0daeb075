import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'
import { Status } from './status.tsx'
import type { UiState } from './status.tsx'

export interface ListedFile {
  readonly name: string
  readonly href?: string | undefined
  readonly picture?: boolean | undefined
  /** Size, issuer, dates. */
  readonly note?: Child
  /** Why it cannot be used, and what to do. */
  readonly problem?: string | undefined
  readonly state?: UiState | undefined
  readonly word?: string | undefined
}

export function FileList({ files }: { files: readonly ListedFile[] }) {
  return (
    <ul class="files">
      {files.map(({ name, href, picture, note, problem, state, word }) => (
        <li>
          <Icon name={picture ? 'image' : 'file-text'} />
          <span>
            {href === undefined ? name : <a href={href}>{name}</a>}
            {note ? <span class="small muted note">{note}</span> : null}
            {problem === undefined ? null : <span class="problem note">{problem}</span>}
          </span>
          {state === undefined ? null : <Status state={state}>{word}</Status>}
        </li>
      ))}
    </ul>
  )
}
