import { remind } from '../../communication/actions.ts'
import { giveContact } from '../../notice/actions-contact.ts'
import { orMissing } from '../../kernel/refusal.ts'
import type { Stage } from './stage.ts'

/** What ends soon is said to its owners, and one producer has just given a telephone number: its code lies in the sample mailbox. */
export async function tellSampleOwners(stage: Stage): Promise<void> {
  await remind(stage.system(0))
  const owner = await stage.as('mau.chu-the-ca-phe', 0)
  const producer = orMissing(owner.actor.producers[0])
  await giveContact(owner, { producer }, { channel: 'sms', address: '0900000001' })
}
