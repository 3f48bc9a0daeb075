import { guestContact } from '../notice/actions-guest.ts'
import { tell } from '../notice/actions.ts'
import type { Contact } from '../notice/model.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { paths } from '../ui/paths.ts'
import type { PurchaseState, SoldPack } from './model.ts'
import { stateWords } from './words.ts'

/** Who placed an order without an account, where the post office is concerned. */
export const buyerOf = (purchaseId: string) => `sale.purchase:${purchaseId}`

/** Where the buyer asked to be told. */
export function buyerContact(ctx: Context, purchaseId: string): Promise<Contact | undefined> {
  return guestContact(ctx, buyerOf(purchaseId))
}

/** Says how far the order is, not who ordered: a telephone lies open, and the code opens the rest. */
export async function tellBuyer(tx: Tx, id: string, pack: SoldPack, state: PurchaseState): Promise<void> {
  const contact = await buyerContact(tx, id)
  if (contact === undefined || contact.verifiedAt === null || contact.withdrawnAt !== null) return
  await tell(tx, [
    {
      key: `sale.moved:${id}:${state}`,
      reader: { guest: buyerOf(id) },
      subject: `Đơn đặt mua ${pack.productName}: ${stateWords[state].toLocaleLowerCase('vi')}`,
      body: `${stateWords[state]}. Hãy mở đơn bằng mã theo dõi để xem từng bước.`,
      href: paths.sale.track(),
      urgent: false,
    },
  ])
}
