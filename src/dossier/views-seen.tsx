import { keptText } from '../ui/field-frame.tsx'
import { Hidden } from '../ui/form.tsx'
import type { Trouble } from '../ui/trouble.ts'

interface SeenProps {
  readonly name: string
  /** The box that it belongs to. */
  readonly field: string
  readonly stored: string | undefined
  readonly trouble: Trouble | undefined
}

/**
 * What a box held when its page was drawn, sent back beside what was typed (`mergeTyped`). It stands behind its box, so
 * a post cut short loses this first. After a sentence at the box the person has seen what is kept by now.
 */
export function Seen({ name, field, stored, trouble }: SeenProps) {
  const seen = trouble && !trouble.errors[field] ? keptText(trouble, name, '') : stored
  return seen ? <Hidden name={name} value={seen} /> : null
}
