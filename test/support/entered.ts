import { systemActor } from '../../src/kernel/actor.ts'
import { atomically } from '../../src/platform/atomically.ts'
import { registerProducer } from '../../src/producer/actions.ts'
import type { ProducerKind } from '../../src/producer/model.ts'
import { describeProduct } from '../../src/product/actions.ts'
import { enterPastRecognition } from '../../src/recognition/actions-past.ts'
import type { World } from './world.ts'

export interface Entered {
  readonly name: string
  readonly province: string
  readonly commune: string
  readonly stars: 3 | 4
  readonly decidedOn: string
  readonly group?: string
  readonly kind?: ProducerKind
  readonly meanHundredths?: number | null
}

/** One recognised product of a producer of its own, as an old list would tell it. */
export function enterProduct(world: World, given: Entered): Promise<string> {
  const { name, province, commune, stars, decidedOn, group = '13', kind = 'household' } = given
  return atomically(world.as(systemActor), async (tx) => {
    const { id: producerId } = await registerProducer(tx, {
      kind,
      name: `Chủ thể mẫu của ${name}`,
      commune,
      representativeDisabled: false,
      sample: true,
    })
    const { id: productId } = await describeProduct(tx, { producerId, name, group, packs: [] })
    await enterPastRecognition(tx, {
      productId,
      stars,
      meanHundredths: given.meanHundredths ?? null,
      decision: {
        kind: 'recognise',
        level: 'province',
        unitCode: province,
        unitOn: tx.today,
        authority: `Ủy ban nhân dân tỉnh mẫu ${province}`,
        number: `${decidedOn.replaceAll('-', '')}/QĐ-UBND`,
        year: Number(decidedOn.slice(0, 4)),
        decidedOn,
        text: decidedOn < '2023-02-24' ? '1048-2019' : '26-2026',
      },
      sample: true,
    })
    return productId
  })
}
