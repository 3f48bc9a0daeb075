import { newSpokenCode } from '../../src/kernel/id.ts'
import { openPack } from '../../src/sale/actions.ts'
import type { PackInput, PurchaseInput } from '../../src/sale/model.ts'
import { owner, provinceLeader } from './awarding.ts'
import { funding } from './funding.ts'
import type { World } from './world.ts'

/** A pack of a product that holds a star, on sale, and what a person sends who orders it. */
export function selling(world: World) {
  const { product, recognise } = funding(world, provinceLeader)

  async function onSale(change: Partial<PackInput> = {}) {
    const made = await product(`Mật ong mẫu ${newSpokenCode()}`)
    await recognise(made.productId, 3)
    const as = (now?: string) => world.as(owner(made.producerId), now)
    const pack: PackInput = {
      product: made.productId,
      label: 'Chai 500 ml',
      price: 120_000,
      stock: 5,
      least: 1,
      delivery: 'Bưu điện, cả nước',
      fee: 30_000,
      payment: 'on-delivery',
      ...change,
    }
    return { ...made, as, pack: await openPack(as(), pack) }
  }

  const wanted = (change: Partial<PurchaseInput> = {}): PurchaseInput => ({
    ma: newSpokenCode(),
    seen: 120_000,
    quantity: 2,
    name: 'Người mua mẫu',
    phone: '0900000333',
    address: 'Thôn mẫu, xã mẫu',
    consent: true,
    ...change,
  })

  return { onSale, wanted }
}
