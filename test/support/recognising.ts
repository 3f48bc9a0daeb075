import { systemActor } from '../../src/kernel/actor.ts'
import { atomically } from '../../src/platform/atomically.ts'
import { enterPastRecognition } from '../../src/recognition/actions-past.ts'
import type { PastDecision } from '../../src/recognition/actions-past.ts'
import { certificateByNumber } from '../../src/recognition/actions-read.ts'
import { statusOf } from '../../src/recognition/rules.ts'
import { awarding, province } from './awarding.ts'
import type { World } from './world.ts'

/** Certificates of the past and what they are worth on a day, for the tests of how they end. All of it is invented. */
export function recognising(world: World) {
  const { product } = awarding(world)
  const at = (day: string, actor = systemActor) => world.as(actor, `${day}T02:00:00.000Z`)
  let lastNumber = 500

  function pastDecision(decidedOn: string | null, change: Partial<PastDecision> = {}): PastDecision {
    const year = Number((decidedOn ?? '2025').slice(0, 4))
    return {
      kind: 'recognise',
      level: 'province',
      unitCode: province,
      unitOn: '2026-11-24',
      authority: 'Ủy ban nhân dân tỉnh Quảng Ngãi',
      number: `${++lastNumber}/QĐ-UBND`,
      year,
      decidedOn,
      text: '148-2023',
      ...change,
    }
  }

  /** A product recognised on a day of the past. */
  async function recognised(name: string, decidedOn: string, stars: 3 | 4 = 4) {
    const { productId, producerId } = await product(name)
    const { certificateNumber } = await atomically(at(decidedOn), (tx) =>
      enterPastRecognition(tx, { decision: pastDecision(decidedOn), productId, stars }),
    )
    return { productId, producerId, number: certificateNumber as string }
  }

  async function statusOn(number: string, day: string) {
    const certificate = await certificateByNumber(at(day), number, day)
    return certificate === undefined ? 'none' : statusOf(certificate, day)
  }

  return { at, pastDecision, recognised, statusOn }
}
