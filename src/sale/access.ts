import { country, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

/** Whose goods they are, and the commune of the product today. */
export interface SalePlace {
  readonly unit: UnitCode
  readonly producer?: string
  readonly province?: UnitCode
}

function owns(actor: Actor, { producer }: SalePlace): boolean {
  return producer !== undefined && actor.producers.includes(producer)
}

function helps(actor: Actor, { unit }: SalePlace): boolean {
  return holds(actor, ['commune-officer'], unit)
}

/** The producer sells; the commune's officer rings and answers for those who do not read what comes in; a province sets the terms. */
export const saleAccess = {
  'sell-directly': owns,
  'ask-help': owns,
  'answer-purchase': (actor: Actor, at: SalePlace) => owns(actor, at) || helps(actor, at),
  'set-term': (actor: Actor, { unit, province }: SalePlace) =>
    unit === province && unit !== country && holds(actor, 'trade-officer', unit),
} satisfies Record<string, (actor: Actor, at: SalePlace) => boolean>
