import { audits, country, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

/** Whose course it is today, and whose enrolment, when one person's is meant. */
export interface TrainingPlace {
  readonly unit: UnitCode
  readonly province: UnitCode
  /** The account that enrolled. */
  readonly owner?: string
}

function works(actor: Actor, { unit }: TrainingPlace): boolean {
  return holds(actor, 'training-officer', unit)
}

function leads(actor: Actor, { unit }: TrainingPlace): boolean {
  return holds(actor, ['commune-leader', 'province-leader', 'ministry-leader'], unit)
}

function isOwn(actor: Actor, { owner }: TrainingPlace): boolean {
  return owner !== undefined && actor.id === owner
}

/** A commune's officer, for classes of the own commune, of its province and of the country. */
function bringsPeople({ postings }: Actor, { unit }: TrainingPlace): boolean {
  return postings.some((held) => held.role === 'commune-officer' && [held.unit, held.province, country].includes(unit))
}

/** Names on a list are seen by those who keep it and by auditors; counts also by the leader and the province. */
export const trainingAccess = {
  'open-course': works,
  'open-class': works,
  'keep-list': works,
  'issue-certificate': works,
  'publish-lesson': works,
  'add-lecturer': works,
  enrol: (actor: Actor, _at: TrainingPlace) => actor.id !== 'visitor',
  'enrol-for': (actor: Actor, at: TrainingPlace) => works(actor, at) || bringsPeople(actor, at),
  'own-enrolment': isOwn,
  'read-list': (actor: Actor, at: TrainingPlace) => works(actor, at) || audits(actor, at.province),
  'read-reach': (actor: Actor, at: TrainingPlace) =>
    works(actor, at) ||
    leads(actor, at) ||
    audits(actor, at.province) ||
    holds(actor, ['training-officer', 'province-leader'], at.province),
  'set-smallest-cell': works,
} satisfies Record<string, (actor: Actor, at: TrainingPlace) => boolean>
