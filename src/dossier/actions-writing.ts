import { record } from '../audit/actions.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { rubricById } from '../regime/law.ts'
import type { Rubric } from '../regime/model.ts'
import { levelAt, score } from '../regime/score.ts'
import { onBehalf, writable } from './actions.ts'
import { mergeTyped } from './merge.ts'
import { form02Fields } from './model.ts'
import type { Form02, SelfScore } from './model.ts'
import * as store from './store.ts'

type Texts = Readonly<Record<string, string>>

/**
 * Saves form 02 as far as it is written.
 * @param seen the texts as they stood on the page. @param offered boxes that stood filled with a suggestion: what comes
 * back empty of them was cleared by a person. @throws {Refused} `dossier/written-elsewhere` at each box that two
 * windows changed.
 */
export function saveForm02(
  ctx: Context,
  id: string,
  form: Form02,
  seen?: Texts,
  offered: readonly string[] = [],
): Promise<void> {
  return atomically(ctx, async (tx) => {
    const dossier = await writable(tx, id)
    const forms = await store.formsOf(tx, id)
    const kept = (forms.find((one) => one.form === '02')?.content ?? {}) as Texts
    const { fields, clashes } = mergeTyped(kept, seen, form)
    if (clashes.length > 0) throw new Refused(...clashes.map((field) => clash(field, kept[field])))
    await store.saveForm(tx, id, '02', withCleared(fields, [...Object.keys(kept), ...offered]), tx.actor.id, tx.now)
    await record(tx, 'dossier.form-saved', id, { form: '02', ...onBehalf(tx, dossier) })
  })
}

/** A box of form 02 that was answered once and is empty now is kept as empty: an answer, which no suggestion fills again. */
export function withCleared(fields: Texts, answered: readonly string[]): Form02 {
  const cleared = form02Fields.filter((field) => answered.includes(field) && !fields[field])
  return { ...fields, ...Object.fromEntries(cleared.map((field) => [field, ''])) }
}

function clash(field: string, text = ''): Refusal {
  return { code: 'dossier/written-elsewhere', field, facts: { text } }
}

export interface TypedScore extends SelfScore {
  /** What the page showed; absent for who sends single criteria. */
  readonly seen?: { readonly choices: Texts; readonly notes: Texts } | undefined
}

/** The options the producer chooses for itself and what it says about them; only what the rubric prints. */
export function saveSelfScore(ctx: Context, id: string, { choices, notes, seen }: TypedScore): Promise<void> {
  return atomically(ctx, async (tx) => {
    const dossier = await writable(tx, id)
    const rubric = orMissing(rubricById(`${dossier.text}/${dossier.rubric}`))
    const impossible = faultsOfScore(rubric, choices, notes)
    if (impossible.length > 0) throw new Refused(...impossible)
    const kept = await store.selfScoreOf(tx, id)
    const chosen = mergeTyped(asText(kept.choices), seen?.choices, asText(choices))
    const said = mergeTyped(kept.notes, seen?.notes, notes)
    const clashes = [
      ...chosen.clashes.map((code) => clash(`chon[${code}]`, labelOf(rubric, code, kept.choices[code]))),
      ...said.clashes.map((code) => clash(`ghi[${code}]`, kept.notes[code])),
    ]
    if (clashes.length > 0) throw new Refused(...clashes)
    const positions = Object.entries(chosen.fields).map(([code, position]) => [code, Number(position)] as const)
    await store.saveSelfScore(tx, id, { choices: Object.fromEntries(positions), notes: said.fields })
    await record(tx, 'dossier.self-scored', id, onBehalf(tx, dossier))
  })
}

function faultsOfScore(rubric: Rubric, choices: SelfScore['choices'], notes: SelfScore['notes']): Refusal[] {
  const optionsOf = (code: string) => rubric.criteria.find((one) => one.code === code)?.options
  const impossible = Object.entries(choices).filter(
    ([criterion, position]) => !score(rubric, { [criterion]: position }).ok,
  )
  const stray = Object.keys(notes).filter((code) => optionsOf(code) === undefined)
  return [
    ...impossible.map(([criterion]) => ({ field: `chon[${criterion}]`, facts: { criterion } })),
    ...stray.map((criterion) => ({ field: `ghi[${criterion}]`, facts: { criterion } })),
  ].map((place) => ({ code: 'regime/no-such-criterion', ...place }))
}

function asText(choices: SelfScore['choices']): Texts {
  return Object.fromEntries(Object.entries(choices).map(([code, position]) => [code, String(position)]))
}

function labelOf(rubric: Rubric, code: string, position?: number): string {
  const criterion = rubric.criteria.find((one) => one.code === code)
  return (criterion && levelAt(criterion, position)?.label) ?? ''
}
