import { audits, country, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

/** Where money is paid from today: a commune or a province, and the province that holds it. */
export interface SupportPlace {
  readonly unit: UnitCode
  readonly province: UnitCode
  /** Whose support it is. */
  readonly producer?: string
}

function works(actor: Actor, { unit }: SupportPlace): boolean {
  return holds(actor, 'support-officer', unit)
}

function leads(actor: Actor, { unit }: SupportPlace): boolean {
  return unit !== country && holds(actor, ['commune-leader', 'province-leader'], unit)
}

function owns(actor: Actor, { producer }: SupportPlace): boolean {
  return producer !== undefined && actor.producers.includes(producer)
}

/** Auditors read, and so does the province about the money of its communes. */
function looks(actor: Actor, at: SupportPlace): boolean {
  return (
    works(actor, at) ||
    leads(actor, at) ||
    audits(actor, at.province) ||
    (at.province !== country && holds(actor, ['support-officer', 'province-leader'], at.province))
  )
}

/** Nobody settles the money of a producer they belong to. */
function settles(actor: Actor, at: SupportPlace): boolean {
  return works(actor, at) && !owns(actor, at)
}

/** The officer who proposes is not the leader who approves: two people see every đồng before it is promised. */
export const supportAccess = {
  'read-funds': looks,
  'read-entitlement': (actor: Actor, at: SupportPlace) => owns(actor, at) || looks(actor, at),
  'enter-policy': works,
  'open-source': works,
  'allocate-funds': works,
  'ask-support': owns,
  'propose-support': settles,
  'approve-support': (actor: Actor, at: SupportPlace) => leads(actor, at) && !owns(actor, at),
  'deliver-support': settles,
  'pay-support': settles,
  'correct-entry': works,
  'tell-outcome': (actor: Actor, at: SupportPlace) => owns(actor, at) || works(actor, at),
} satisfies Record<string, (actor: Actor, at: SupportPlace) => boolean>
