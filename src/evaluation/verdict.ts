import type { DossierAct, DossierState } from '../dossier/model.ts'
import type { LegalText } from '../regime/model.ts'
import type { CouncilLevel, Regulation, Verdict } from './model.ts'
import { reaches } from './tally.ts'
import type { Tally } from './tally.ts'

interface AgendaActs {
  /** The states in which a dossier waits for the council, and those in which it stands on an agenda. */
  readonly waits: readonly DossierState[]
  readonly stands: readonly DossierState[]
  /** Nothing is called that was not received: calling receives what still lies between two levels. */
  readonly receive: DossierAct | null
  readonly call: DossierAct | null
  readonly takeOff: DossierAct | null
  readonly score: DossierAct
  /** How another result of a session that scored a decided dossier again moves it; no session of a district is held. */
  readonly again: DossierAct | null
  /** What closing itself does next; whatever needs a decision waits for one. */
  readonly after: Partial<Record<Verdict, DossierAct>>
}

/** How a council of each level moves dossiers. Districts are history: their rounds are entered, never held. */
export const agendaActs: Readonly<Record<CouncilLevel, AgendaActs>> = {
  district: {
    waits: ['received-by-district'],
    stands: ['received-by-district'],
    receive: null,
    call: null,
    takeOff: null,
    score: 'score-at-district',
    again: null,
    after: {
      'not-recognised': 'not-recognise',
      propose: 'propose-to-province',
    },
  },
  province: {
    waits: ['advised'],
    stands: ['on-agenda'],
    receive: null,
    call: 'put-on-agenda',
    takeOff: 'take-off-agenda',
    score: 'score',
    again: 'score-again',
    after: { 'not-recognised': 'not-recognise' },
  },
  ministry: {
    waits: ['sent-to-ministry', 'received-by-ministry'],
    stands: ['sent-to-ministry', 'received-by-ministry'],
    receive: 'receive-at-ministry',
    call: null,
    takeOff: null,
    score: 'score-at-ministry',
    again: 'score-again-at-ministry',
    after: { 'lower-may-use': 'fall-below-90' },
  },
}

/**
 * Where a result goes by the procedure of its text. Going up is judged on the mean (26/2026 Điều 7.3: from 90 points the
 * province approves the result only and asks the ministry), and on the gates of that star too where the regulation says so.
 */
export function verdictOf(
  { procedure }: Pick<LegalText, 'procedure'>,
  level: CouncilLevel,
  { mean, stars, band, gates }: Pick<Tally, 'mean' | 'stars' | 'band' | 'gates'>,
  { proposes }: Pick<Regulation, 'proposes'>,
): Verdict {
  const step = procedure.steps.find((one) => one.level === level && one.role === 'score')
  if (step === undefined) throw new Error(`The text has no council at level ${level}`)
  const gatesHold =
    (proposes ?? procedure.proposes) === 'on-points' || gates.every((gate) => gate.stars > band || gate.met)
  if (step.proposesFrom !== undefined && stars > 0 && reaches(mean, step.proposesFrom) && gatesHold) return 'propose'
  if ((step.recognises as readonly number[]).includes(stars)) return 'recognise'
  return step.otherwise === 'hand-back' ? 'lower-may-use' : 'not-recognised'
}

/** A level that sends results up by points, though its regulation does not say so: a person confirms what we read. */
export function proposesByDefault(
  { procedure }: Pick<LegalText, 'procedure'>,
  level: CouncilLevel,
  { proposes }: Pick<Regulation, 'proposes'>,
): boolean {
  const step = procedure.steps.find((one) => one.level === level && one.role === 'score')
  return proposes === null && step?.proposesFrom !== undefined && procedure.proposes === 'on-points'
}

/** Points sent it up; at least one gate of the star they reach was missed. */
export function wentUpWithoutGate({
  verdict,
  stars,
  gates,
}: {
  readonly verdict: Verdict
  readonly stars: number
  readonly gates: Tally['gates']
}): boolean {
  return verdict === 'propose' && gates.some((gate) => !gate.met && gate.stars > stars)
}
