import { audits, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

/** Whose plan it is today, or whose share of a task. */
export interface SchemePlace {
  readonly unit: UnitCode
  readonly province: UnitCode
}

function works(actor: Actor, { unit }: SchemePlace): boolean {
  return holds(actor, ['commune-officer', 'province-officer', 'ministry-officer'], unit)
}

function leads(actor: Actor, { unit }: SchemePlace): boolean {
  return holds(actor, ['commune-leader', 'province-leader', 'ministry-leader'], unit)
}

function staff(actor: Actor, at: SchemePlace): boolean {
  return works(actor, at) || leads(actor, at)
}

/** An approved plan is public; a draft and the reports of units are for those who write, sign, answer or audit them. */
export const schemeAccess = {
  'write-plan': works,
  'approve-plan': leads,
  'read-draft': (actor: Actor, at: SchemePlace) => staff(actor, at) || audits(actor, at.province),
  'give-task': works,
  'tell-measure': works,
  'answer-report': works,
  'report-task': staff,
  'read-report': (actor: Actor, at: SchemePlace) => staff(actor, at) || audits(actor, at.province),
} satisfies Record<string, (actor: Actor, at: SchemePlace) => boolean>
