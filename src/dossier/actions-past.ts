import { record } from '../audit/actions.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import type { Tx } from '../platform/atomically.ts'
import { productById } from '../product/actions.ts'
import { textById } from '../regime/law.ts'
import type { DossierKind, TextId } from '../regime/model.ts'
import { unitAt } from '../territory/actions.ts'
import { plainStep } from './actions.ts'
import type { DossierAct, DossierState } from './model.ts'
import { judgeMove } from './rules.ts'
import { layOnDesk } from './store-follow.ts'
import * as store from './store.ts'

export interface PastDossier {
  readonly productId: string
  readonly kind: DossierKind
  readonly text: TextId
  /** Number of the rubric in that text; null where the text's rubrics were not found. */
  readonly rubric: string | null
  /** The commune as it was, understood on the day of filing. */
  readonly commune: string
  readonly filedOn: CivilDate
  /** Slip number as it stands on the paper, when it is known. */
  readonly number?: string | null
  /** What happened after filing, in order; judged by the state table and the text's own procedure. */
  readonly steps: readonly { readonly act: DossierAct; readonly on: CivilDate; readonly reason?: string }[]
  readonly sample?: boolean
}

/**
 * Enters a dossier of an old round as it went, through levels that may no longer exist; the procedure of its own text
 * judges every step. @throws {Refused} for a step that this text does not know.
 */
export async function enterPastDossier(tx: Tx, past: PastDossier): Promise<{ id: string; state: DossierState }> {
  const product = orMissing(await productById(tx, past.productId))
  const law = orMissing(textById(past.text))
  const unit = await unitAt(tx, past.commune, past.filedOn)
  if (unit?.kind !== 'commune') throw new Refused({ code: 'dossier/no-such-commune', facts: { commune: past.commune } })
  const id = newId()
  const at = (day: CivilDate) => `${day}T02:00:00.000Z`
  await store.addDossier(tx, {
    id,
    number: past.number ?? null,
    productId: product.id,
    producerId: product.producerId,
    kind: past.kind,
    text: past.text,
    rubric: past.rubric,
    communeCode: past.commune,
    communeOn: past.filedOn,
    districtCode: unit.districtCode,
    provinceCode: unit.provinceCode,
    filedOn: past.filedOn,
    state: 'filed',
    at: at(past.filedOn),
    by: tx.actor.id,
    sample: past.sample ?? product.sample,
  })
  await layOnDesk(tx, id, (await store.dossierById(tx, id))?.communeToday ?? null)
  let state: DossierState = 'filed'
  let before = past.filedOn
  await store.addStep(tx, {
    ...plainStep(tx, id),
    at: at(past.filedOn),
    act: 'enter-past',
    stateAfter: state,
    dueOn: null,
  })
  for (const { act, on, reason = null } of past.steps) {
    if (on < before) throw new Refused({ code: 'dossier/steps-out-of-order', facts: { on } })
    before = on
    state = orRefuse(judgeMove({ state }, act, law))
    await store.addStep(tx, { ...plainStep(tx, id), at: at(on), act, stateAfter: state, dueOn: null, reason })
  }
  await record(tx, 'dossier.past-entered', id, { text: past.text, state })
  return { id, state }
}
