import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { allow, refuse } from '../kernel/refusal.ts'

/** Official wording of one set, as an operator hands it over. */
export const WordingFile = z.object({
  text: z.string(),
  rubric: z.coerce.string(),
  source: z.string().min(1),
  wordings: z
    .array(
      z.object({
        criterion: z.coerce.string(),
        option: z.coerce.number().int().min(1),
        label: z.string().trim().min(1).max(2_000),
      }),
    )
    .min(1),
})
export type WordingFile = z.output<typeof WordingFile>

/**
 * JSON (one set, or a list of sets) or CSV with the columns text, rubric, criterion, option, label.
 * @param source where the wording was taken from; a JSON set may name its own.
 */
export function readWordings(content: string, source: string) {
  const sets = /^\s*[[{]/.test(content) ? fromJson(content, source) : fromCsv(content, source)
  const parsed = z.array(WordingFile).min(1).safeParse(sets)
  if (parsed.success) return allow(parsed.data)
  const [issue] = parsed.error.issues
  return refuse('regime/wording-unreadable', {
    facts: { place: issue?.path.join('.') ?? '', why: issue?.message ?? '' },
  })
}

function fromJson(content: string, source: string): unknown {
  try {
    const given = JSON.parse(content) as unknown
    return (Array.isArray(given) ? given : [given]).map((one) => ({ source, ...(one as object) }))
  } catch {
    return undefined
  }
}

function fromCsv(content: string, source: string): unknown {
  try {
    const lines = parse(content, { columns: true, bom: true, trim: true, skip_empty_lines: true }) as Record<
      string,
      string
    >[]
    const bySet = Map.groupBy(lines, ({ text, rubric }) => `${text}/${rubric}`)
    return [...bySet.values()].map((wordings) => ({
      text: wordings[0]?.['text'],
      rubric: wordings[0]?.['rubric'],
      source,
      wordings,
    }))
  } catch {
    return undefined
  }
}
