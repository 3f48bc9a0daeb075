/** What went wrong with a posted form: what was typed, a sentence at each field, sentences about the whole. */
export interface Trouble {
  /** Typed text by field name; several values for a name given more than once. */
  readonly values: Record<string, string | string[]>
  readonly errors: Record<string, string>
  readonly summary: string[]
}
