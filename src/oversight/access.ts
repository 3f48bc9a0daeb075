import { audits, country, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

/** Whose inspection, plan or complaint it is today. */
export interface OversightPlace {
  readonly unit: UnitCode
  readonly province: UnitCode
  /** The producer that is inspected or complains. */
  readonly producer?: string
  /** An inspection without notice is not there for the producer before it is signed. */
  readonly unannounced?: boolean
  /** Who stepped back from the dossier that a complaint speaks of: for them there is no such complaint. */
  readonly recused?: readonly string[]
}

function owns(actor: Actor, { producer }: OversightPlace): boolean {
  return producer !== undefined && actor.producers.includes(producer)
}

/** 26/2026 Điều 9: the province's advisory body leads, the ministry for 5★; nobody inspects the own producer. */
function inspects(actor: Actor, at: OversightPlace): boolean {
  const roles = ['inspector', 'commune-officer', 'province-officer', 'ministry-officer'] as const
  return holds(actor, roles, at.unit) && !owns(actor, at)
}

function leads(actor: Actor, at: OversightPlace): boolean {
  return holds(actor, ['commune-leader', 'province-leader', 'ministry-leader'], at.unit) && !owns(actor, at)
}

/** The province reads what its communes do, the ministry reads all. */
function looks(actor: Actor, at: OversightPlace): boolean {
  return (
    inspects(actor, at) ||
    leads(actor, at) ||
    audits(actor, at.province) ||
    holds(actor, ['ministry-officer', 'ministry-leader', 'inspector'], country) ||
    (at.province !== country && holds(actor, ['inspector', 'province-officer', 'province-leader'], at.province))
  )
}

/** Whoever stepped back from the dossier neither reads nor handles a complaint about it. */
function apart(actor: Actor, { recused = [] }: OversightPlace): boolean {
  return recused.includes(actor.id)
}

function receives(actor: Actor, at: OversightPlace): boolean {
  const roles = ['commune-officer', 'province-officer', 'ministry-officer'] as const
  return holds(actor, roles, at.unit) && !owns(actor, at) && !apart(actor, at)
}

export const oversightAccess = {
  'make-plan': inspects,
  'read-plan': looks,
  inspect: inspects,
  /** An official of the producer is the producer here: an office gives no word ahead of a visit without notice. */
  'read-inspection': (actor: Actor, at: OversightPlace) =>
    owns(actor, at) ? at.unannounced !== true : looks(actor, at),
  'tell-remedy': owns,
  'conclude-inspection': inspects,
  /** Whoever signs certificates: the leader of the province, or the minister for 5★ (26/2026 Điều 8). */
  'suspend-on-conclusion': (actor: Actor, at: OversightPlace) =>
    holds(actor, ['province-leader', 'ministry-leader'], at.province) && !owns(actor, at),
  'confirm-commitments': owns,
  'file-complaint': owns,
  'read-complaint': (actor: Actor, at: OversightPlace) =>
    owns(actor, at) ||
    (!apart(actor, at) &&
      (receives(actor, at) ||
        leads(actor, at) ||
        audits(actor, at.province) ||
        holds(actor, ['ministry-officer', 'ministry-leader'], country))),
  'receive-complaint': receives,
  'answer-complaint': (actor: Actor, at: OversightPlace) => leads(actor, at) && !apart(actor, at),
  'set-complaint-term': leads,
} satisfies Record<string, (actor: Actor, at: OversightPlace) => boolean>
