import { audits, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

/** Where a producer or a buyer is today, and whose it is. */
export interface TradePlace {
  /** A commune for a producer, a province for a buyer. */
  readonly unit: UnitCode
  readonly province: UnitCode
  readonly producer?: string
  /** Accounts that work for the buyer. */
  readonly owners?: readonly string[]
}

function sells(actor: Actor, { producer }: TradePlace): boolean {
  return producer !== undefined && actor.producers.includes(producer)
}

function buys(actor: Actor, { owners }: TradePlace): boolean {
  return owners?.includes(actor.id) ?? false
}

/** The trade officer of the place, or of the province that holds it. */
function promotes(actor: Actor, { unit, province }: TradePlace): boolean {
  return holds(actor, 'trade-officer', unit) || holds(actor, 'trade-officer', province)
}

/** Those whose work is the producers of the place. */
function looksOn(actor: Actor, at: TradePlace): boolean {
  const ofPlace =
    holds(actor, ['commune-officer', 'commune-leader'], at.unit) ||
    holds(actor, ['province-officer', 'province-leader'], at.province)
  return promotes(actor, at) || ofPlace || audits(actor, at.province)
}

export const tradeAccess = {
  'confirm-buyer': promotes,
  'run-buyer': (actor: Actor, at: TradePlace) => buys(actor, at) || promotes(actor, at),
  'read-buyer': (actor: Actor, at: TradePlace) => buys(actor, at) || promotes(actor, at) || audits(actor, at.province),
  'make-offer': (actor: Actor, at: TradePlace) => sells(actor, at) || promotes(actor, at),
  'answer-as-producer': sells,
  'answer-as-buyer': buys,
  /** Whoever heard it by phone or at the counter enters it for the side that said it. */
  'answer-on-behalf': promotes,
  'read-connection': (actor: Actor, at: TradePlace) =>
    sells(actor, at) || buys(actor, at) || promotes(actor, at) || audits(actor, at.province),
  'read-chain': (actor: Actor, at: TradePlace) => sells(actor, at) || looksOn(actor, at),
  'enter-area': (actor: Actor, at: TradePlace) => sells(actor, at) || promotes(actor, at),
  'shelve-gift': promotes,
  'keep-export': (actor: Actor, at: TradePlace) => sells(actor, at) || promotes(actor, at),
  /** Nobody but the producer's own people: not an officer, not an auditor. */
  'keep-star-sheet': sells,
} satisfies Record<string, (actor: Actor, at: TradePlace) => boolean>
