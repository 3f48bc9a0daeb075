import { HTTPException } from 'hono/http-exception'
import type { z } from 'zod'
import { newId, newSpokenCode } from '../kernel/id.ts'
import { Refused } from '../kernel/refusal.ts'
import { tidy } from '../kernel/text.ts'
import type { Trouble } from '../ui/trouble.ts'
import { asksForJson, invalidInput, statusOf } from './problem.ts'
import type { Request } from './web.ts'

type Typed = Record<string, string | File | (string | File)[]>
type Page = Parameters<Request['html']>[0]

/**
 * One form post: parse, act, then send the person on (303) — or redraw the form at 422 (409 when somebody acted first) with what was typed, a
 * summary on top and each sentence at its field. Nothing is kept unless the whole act succeeds.
 * @param act returns where to go, or where to go and what to say there.
 */
export async function submit<Schema extends z.ZodType>(
  c: Request,
  schema: Schema,
  act: (input: z.output<Schema>) => Promise<string | { to: string; say: string }>,
  redraw: (trouble: Trouble) => Page | Promise<Page>,
): Promise<Response> {
  const typed = await readForm(c)
  const parsed = await schema.safeParseAsync(shapeOf(typed))
  if (!parsed.success) {
    if (asksForJson(c)) return invalidInput(c, parsed.error.issues)
    return c.html(await redraw(troubleOfIssues(typed, parsed.error)), 422)
  }
  try {
    const next = await act(parsed.data)
    return typeof next === 'string' ? c.redirect(next, 303) : sendOn(c, next)
  } catch (error) {
    if (!(error instanceof Refused) || asksForJson(c)) throw error
    const status = statusOf(error)
    if (status === 404) throw error
    return c.html(await redrawn(c, typed, error, redraw), status)
  }
}

/** A refused form comes back with the text in it, and where the page is no longer there, the text comes alone. */
async function redrawn(c: Request, typed: Typed, error: Refused, redraw: (trouble: Trouble) => Page | Promise<Page>) {
  const trouble = troubleOfRefusal(c, typed, error)
  try {
    return await redraw(trouble)
  } catch (gone) {
    if (!(gone instanceof Refused)) throw gone
    throw new RefusedForm(error.refusals, trouble.values)
  }
}

/** Refused, and the form has no place to be drawn any more: what was typed must still reach the person. */
export class RefusedForm extends Refused {
  readonly typed: Trouble['values']

  constructor(refusals: Refused['refusals'], typed: Trouble['values']) {
    super(...refusals)
    this.typed = typed
  }
}

/** The receipt code that a form carries: a new one, or the one with which it was refused. */
export function formCode(trouble: Trouble | undefined): string {
  const typed = trouble?.values['ma']
  return typeof typed === 'string' && typed !== '' ? typed : newSpokenCode()
}

/** Tells a form from another of its kind: a new key, or the one with which it was refused. The same form sent twice acts once. */
export function formKey(trouble: Trouble | undefined): string {
  const typed = trouble?.values['key']
  return typeof typed === 'string' && typed !== '' ? typed : newId()
}

/** Carries one sentence over a redirect. */
export const flashCookie = 'loi-nhan'

/** Redirects after an act with a sentence that the next page shows once. */
export function sendOn(c: Request, { to, say }: { to: string; say: string }): Response {
  c.header('Set-Cookie', `${flashCookie}=${encodeURIComponent(say)}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax`)
  return c.redirect(to, 303)
}

// The longest text of a form is an article of 30,000 characters. Measured: 20 MB in one box kept the process busy for 16 seconds.
const mostText = 1_000_000

/** Fields by name, text in canonical form; a name given twice is a list. @throws {HTTPException} 413 for text without end. */
async function readForm(c: Request): Promise<Typed> {
  const body = await c.req.parseBody({ all: true })
  const length = Object.values(body)
    .flat()
    .reduce((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0)
  if (length > mostText) throw new HTTPException(413)
  const typed: Typed = named()
  for (const [name, value] of Object.entries(body)) {
    typed[name] = Array.isArray(value) ? value.map(canonical) : canonical(value)
  }
  return typed
}

function canonical(value: string | File): string | File {
  return typeof value === 'string' ? tidy(value) : value
}

// An empty box is no answer; a coerced number would read it as 0. A file field left alone sends an empty file.
function isBlank(value: Typed[string]): boolean {
  return value === '' || (value instanceof File && value.size === 0)
}

// Names come from strangers: an object without a prototype has no `__proto__` that they could write through.
function named<Value>(): Record<string, Value> {
  return Object.create(null) as Record<string, Value>
}

/** What the schema sees: blanks left out, `chon[1.1]` gathered into `chon: { '1.1': … }`, which wins over a plain `chon`. */
function shapeOf(typed: Typed): Record<string, unknown> {
  const shape = named()
  const gathered = named<Record<string, unknown>>()
  for (const [name, value] of Object.entries(typed)) {
    if (isBlank(value)) continue
    const inside = /^([^[\]]+)\[([^[\]]+)\]$/.exec(name)
    if (!inside) shape[name] = value
    else (gathered[inside[1] as string] ??= named())[inside[2] as string] = value
  }
  return Object.assign(shape, gathered)
}

function keptText(typed: Typed): Trouble['values'] {
  const kept = named<string | string[]>()
  for (const [name, value] of Object.entries(typed)) {
    if (typeof value === 'string') kept[name] = value
    else if (Array.isArray(value)) kept[name] = value.filter((one) => typeof one === 'string')
  }
  return kept
}

function troubleOfIssues(typed: Typed, error: z.ZodError): Trouble {
  const errors = named<string>()
  for (const issue of error.issues) {
    const field =
      issue.path.length > 1 ? `${String(issue.path[0])}[${issue.path.slice(1).join('.')}]` : String(issue.path[0] ?? '')
    errors[field] ??= issue.message
  }
  return { values: keptText(typed), errors, summary: [] }
}

function troubleOfRefusal(c: Request, typed: Typed, { refusals }: Refused): Trouble {
  const errors = named<string>()
  const summary: string[] = []
  for (const refusal of refusals) {
    const sentence = c.var.sentence(refusal)
    if (refusal.field) errors[refusal.field] ??= sentence
    else summary.push(sentence)
  }
  return { values: keptText(typed), errors, summary }
}
