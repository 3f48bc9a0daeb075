import { z } from 'zod'
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

export const WordingFile = z.object({
  text: z.string(),
  rubric: z.coerce.string(),
  source: z.string().min(1),
  wordings: z.array(
    z.object({ criterion: z.string(), option: z.number().int().min(1), label: z.string().min(1).max(2_000) }),
  ),
})
export type WordingFile = z.output<typeof WordingFile>

/** The words of a rubric's options as they stand today. */
export async function labelsOf(ctx: Context, rubric: Rubric): Promise<Labels> {
  return labelsFor(rubric, await store.wordingsOf(ctx, rubric.text, rubric.number))
}

/**
 * Loads official wording for options of a rubric; points, gates and results stay what they are.
 * @throws {Refused} whole, when any line names a criterion or option that the rubric does not have.
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
