import type { Actor, UnitCode } from '../kernel/actor.ts'
import { audits, country, holds } from '../kernel/actor.ts'
import type { DecisionLevel } from './model.ts'

/**
 * Where a decision or a certificate belongs today: the province that signs (unit and province alike), or `VN` twice. A
 * district's result belongs to the commune of its product.
 */
export interface DecisionPlace {
  readonly unit: UnitCode
  readonly province: UnitCode
  /** Whose product a certificate is of; its own people renew and upgrade it. */
  readonly producer?: string
}

function signs(actor: Actor, { unit }: DecisionPlace): boolean {
  return holds(actor, unit === country ? 'ministry-leader' : 'province-leader', unit)
}

function drafts(actor: Actor, at: DecisionPlace): boolean {
  return signs(actor, at) || holds(actor, at.unit === country ? 'ministry-officer' : 'province-officer', at.unit)
}

function owns(actor: Actor, { producer }: DecisionPlace): boolean {
  return producer !== undefined && actor.producers.includes(producer)
}

/**
 * Issued decisions and certificates are everybody's to read. The leader of the authority signs: the province 3★, 4★ and
 * approved results, the minister 5★ (26/2026 Điều 4, 7, 8); the advisory body drafts and sends up.
 */
export const recognitionAccess = {
  'sign-decision': signs,
  'draft-decision': drafts,
  'read-draft': (actor: Actor, at: DecisionPlace) =>
    drafts(actor, at) || holds(actor, ['ministry-officer', 'ministry-leader'], country) || audits(actor, at.province),
  'send-to-ministry': drafts,
  /** Old rounds from paper: never by somebody of the producer that a line names. */
  'enter-past-round': (actor: Actor, at: DecisionPlace) =>
    at.unit !== country && holds(actor, 'province-officer', at.unit) && !owns(actor, at),
  /** What a district told or proposed is no public recognition: its producer, the commune and those above it read it. */
  'read-district-result': (actor: Actor, at: DecisionPlace) =>
    owns(actor, at) ||
    holds(actor, ['commune-officer', 'commune-leader'], at.unit) ||
    holds(actor, ['province-officer', 'province-leader'], at.province) ||
    holds(actor, ['ministry-officer', 'ministry-leader'], country) ||
    audits(actor, at.province),
  /** Nor lifts anybody the suspension of the producer they belong to. */
  'suspend-certificate': (actor: Actor, at: DecisionPlace) => signs(actor, at) && !owns(actor, at),
  'renew-certificate': owns,
  'upgrade-certificate': owns,
} satisfies Record<string, (actor: Actor, at: DecisionPlace) => boolean>

/** The place of a decision; while nobody can tell today's province, only the ministry acts. */
export function placeOfDecision({
  level,
  provinceCode,
}: {
  readonly level: DecisionLevel
  readonly provinceCode: UnitCode | null
}): DecisionPlace {
  const unit = level === 'ministry' || provinceCode === null ? country : provinceCode
  return { unit, province: unit }
}

/** The place of a certificate follows its star: 5★ the minister, 3★ and 4★ the province, also what a district once gave. */
export function placeOfCertificate(certificate: {
  readonly stars: number
  readonly provinceCode: UnitCode | null
  readonly producerId: string
}): DecisionPlace {
  return {
    ...placeOfDecision({
      level: certificate.stars === 5 ? 'ministry' : 'province',
      provinceCode: certificate.provinceCode,
    }),
    producer: certificate.producerId,
  }
}
