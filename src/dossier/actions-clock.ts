import { country } from '../kernel/actor.ts'
import { civilDateOf } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Tx } from '../platform/atomically.ts'
import { calendarOf, roundsOfUnit } from '../programme/actions.ts'
import type { LegalText } from '../regime/model.ts'
import { dueOn, termOf } from './clock.ts'
import type { Dossier, DossierAct } from './model.ts'
import * as store from './store.ts'

/** Until when the owner of the turn has after this act, by the text that governs the dossier. */
export async function dueAfter(
  tx: Tx,
  dossier: Dossier,
  act: DossierAct,
  law: LegalText,
): Promise<CivilDate | undefined> {
  // No text sets a term for a result that another session gave on a complaint.
  if (act === 'score-again' || act === 'score-again-at-ministry') return undefined
  const term = termOf(dossier, law)
  if (!term) return undefined
  const unit = term.level === 'ministry' ? country : (dossier.provinceToday ?? '')
  const [steps, calendar, rounds] = await Promise.all([
    store.stepsOf(tx, dossier.id),
    calendarOf(tx, unit),
    term.by === 'batch' ? roundsOfUnit(tx, unit) : [],
  ])
  const happened = steps.map((step) => ({ act: step.act, on: civilDateOf(step.at) }))
  return dueOn(term, { steps: [...happened, { act, on: tx.today }], calendar, rounds })
}
