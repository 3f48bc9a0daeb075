/**
 * A rule answers with a value or a refusal. The return type of a rule lists every way it can say no,
 * so `words.ts` can be checked for completeness by the compiler.
 */
export interface Refusal<Code extends string = string> {
  readonly code: Code
  /** The legal basis as printed, e.g. `26/2026 Điều 6.2`. Absent where no law speaks. */
  readonly article?: string
  /** The form field the sentence belongs to. */
  readonly field?: string
  /** Values the sentence may quote: `{dueOn}`, `{need}` … */
  readonly facts?: Readonly<Record<string, string | number>>
  /** Somebody acted first: the thing is no longer as the page showed it. Answered 409; anything else is 422. */
  readonly overtaken?: true
  /** Tried too often: the minutes after which it may be tried again. Answered 429. */
  readonly waitMinutes?: number
}

export interface Allowed<Value> {
  readonly ok: true
  readonly value: Value
}

export interface Denied<Code extends string = string> {
  readonly ok: false
  readonly refusal: Refusal<Code>
}

export type Judged<Value, Code extends string = string> = Allowed<Value> | Denied<Code>

export function allow<Value>(value: Value): Allowed<Value> {
  return { ok: true, value }
}

export function refuse<const Code extends string>(code: Code, details: Omit<Refusal, 'code'> = {}): Denied<Code> {
  return { ok: false, refusal: { code, ...details } }
}

/** Thrown inside an act: rolls the whole transaction back and becomes one sentence for the person. */
export class Refused extends Error {
  readonly refusals: readonly Refusal[]

  constructor(...refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.code).join(', '))
    this.name = 'Refused'
    this.refusals = refusals
  }
}

/** @throws {Refused} when the rule said no. */
export function orRefuse<Value>(judged: Judged<Value>): Value {
  if (judged.ok) return judged.value
  throw new Refused(judged.refusal)
}

/** A thing that is not there, or not theirs to see: the same answer for both (invariant 9). */
export function orMissing<Value>(value: Value | undefined | null): Value {
  if (value === undefined || value === null) throw new Refused({ code: 'kernel/not-found' })
  return value
}

/** The codes a rule can refuse with; `Record<RefusalCode<typeof judgeX>, string>` makes words exhaustive. */
export type RefusalCode<Rule extends (...given: never[]) => unknown> =
  Extract<ReturnType<Rule>, { ok: false }> extends { refusal: { code: infer Code extends string } } ? Code : never

/** Whether this reader may have what an action reads: the action alone judges, and other trouble stays trouble. */
export async function isAllowed(reading: Promise<unknown>): Promise<boolean> {
  try {
    await reading
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}
