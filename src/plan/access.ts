import { audits, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

export interface PlanPlace {
  readonly unit: UnitCode
  readonly province: UnitCode
  /** The account that began it. */
  readonly owner?: string
  readonly producer?: string
  readonly state: PlanReach
}

/** Before it is sent for the first time a plan is its maker's alone. */
export const planAccessStates = ['kept', 'sent'] as const
export type PlanReach = (typeof planAccessStates)[number]

const commune = ['commune-officer', 'commune-leader'] as const
const province = ['province-officer', 'province-leader', 'support-officer', 'advisory-member'] as const

function makes(actor: Actor, { owner, producer }: PlanPlace): boolean {
  return (owner !== undefined && actor.id === owner) || (producer !== undefined && actor.producers.includes(producer))
}

function serves(actor: Actor, { unit, state }: PlanPlace): boolean {
  return state === 'sent' && holds(actor, commune, unit)
}

export const planAccess = {
  write: makes,
  read: (actor: Actor, at: PlanPlace) =>
    makes(actor, at) ||
    serves(actor, at) ||
    (at.state === 'sent' && (holds(actor, province, at.province) || audits(actor, at.province))),
  remark: serves,
} satisfies Record<string, (actor: Actor, at: PlanPlace) => boolean>
