import { showMoment } from '../kernel/civil-date.ts'
import { tell } from '../notice/actions.ts'
import { ask } from '../notice/actions-phone.ts'
import type { Destined } from '../notice/model.ts'
import type { Tx } from '../platform/atomically.ts'
import { producerById } from '../producer/actions.ts'
import { paths } from '../ui/paths.ts'
import type { Purchase, SoldPack } from './model.ts'
import { cancelledSms, smsOf } from './words-message.ts'

/** The occasion of the notice that asks the producer. */
export const orderedKey = (id: string) => `sale.ordered:${id}`

/** Where the register says that a producer can be reached. */
async function knownOf(tx: Tx, producerId: string): Promise<Destined[]> {
  const producer = await producerById(tx, producerId)
  const known: Destined[] = []
  if (producer?.phone) known.push({ channel: 'sms', address: producer.phone })
  if (producer?.email) known.push({ channel: 'email', address: producer.email })
  return known
}

/** Asks the producer, who may answer by one digit of the telephone that the notice reached. */
export async function askProducer(
  tx: Tx,
  pack: SoldPack,
  { id, quantity, answerBy }: Pick<Purchase, 'id' | 'quantity' | 'answerBy'>,
): Promise<void> {
  const { producerId, productName, label } = pack
  const known = await knownOf(tx, producerId)
  await ask(tx, {
    key: orderedKey(id),
    reader: { producer: producerId },
    known,
    subject: `Có người đặt mua ${productName}`,
    body: `${quantity} × ${label}. Hãy gọi lại cho khách và trả lời trước ${showMoment(answerBy)}, sau đó đơn tự hết hạn.`,
    sms: (code) => smsOf(pack, { quantity, answerBy, code }),
    href: paths.sale.purchase(id),
    urgent: true,
  })
}

/** Whoever packs already is to stop, also with a basic telephone; an order that was not answered yet is only recalled. */
export async function tellCancelled(tx: Tx, pack: SoldPack, purchase: Purchase): Promise<void> {
  if (purchase.state === 'placed') return
  const { producerId, productName, label } = pack
  await tell(tx, [
    {
      key: `sale.cancelled:${purchase.id}`,
      reader: { producer: producerId },
      known: await knownOf(tx, producerId),
      subject: `Người mua hủy đơn ${productName}`,
      body: `Đơn ${purchase.quantity} × ${label} đã nhận nay người mua hủy; đừng giao nữa.`,
      sms: cancelledSms(pack, purchase.quantity),
      href: paths.sale.purchase(purchase.id),
      urgent: true,
    },
  ])
}
