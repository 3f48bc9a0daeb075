import { record } from '../audit/actions.ts'
import { country, systemActor } from '../kernel/actor.ts'
import { Refused, orMissing } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { regimeAccess } from './access.ts'
import { labelsFor } from './labels.ts'
import type { Labels } from './labels.ts'
import { rubricById } from './law.ts'
import type { Rubric } from './model.ts'
import * as store from './store.ts'
import type { WordingFile } from './wording-file.ts'

/** The words of a rubric's options as they stand today. */
export async function labelsOf(ctx: Context, rubric: Rubric): Promise<Labels> {
  return labelsFor(rubric, await store.wordingsOf(ctx, rubric.text, rubric.number))
}

/**
 * Loads official wording for options of a rubric; points, gates and results stay what they are.
 * @throws {Refused} whole, when any line names an option that the rubric does not have, or one twice.
 */
export function loadOfficialWording(ctx: Context, file: WordingFile): Promise<void> {
  return atomically(ctx, async (tx) => {
    const place = { unit: country, province: country }
    if (tx.actor.id !== systemActor.id && !regimeAccess['load-wording'](tx.actor, place)) {
      throw new Refused({ code: 'regime/not-ministry' })
    }
    const rubric = orMissing(rubricById(`${file.text}/${file.rubric}`))
    const wrong = file.wordings.find(
      ({ criterion, option }) => !rubric.criteria.some((one) => one.code === criterion && option <= one.options.length),
    )
    if (wrong) throw new Refused({ code: 'regime/wording-mismatch', facts: { criterion: wrong.criterion } })
    const named = file.wordings.map(({ criterion, option }) => `${criterion}, mức ${option}`)
    const twice = named.find((one, index) => named.indexOf(one) !== index)
    if (twice !== undefined) throw new Refused({ code: 'regime/wording-twice', facts: { place: twice } })
    await store.saveWordings(
      tx,
      { text: rubric.text, rubric: rubric.number, source: file.source },
      file.wordings,
      tx.actor.id,
      tx.now,
    )
    await record(tx, 'regime.wording-loaded', rubric.id, { options: file.wordings.length, source: file.source })
  })
}
