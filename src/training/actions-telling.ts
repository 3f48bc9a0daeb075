import { orMissing } from '../kernel/refusal.ts'
import { tellAtOnce } from '../notice/actions.ts'
import type { NewNotice, Reader } from '../notice/model.ts'
import type { Context } from '../platform/context.ts'
import { paths } from '../ui/paths.ts'
import type { Enrolment, ShownClass } from './model.ts'
import { certificateByNumber } from './store-certificate.ts'
import { enrolmentById, enrolmentsOf } from './store-enrolment.ts'
import { classById } from './store.ts'
import { cancelledWords, certifiedWords, seatWords } from './words-notice.ts'

/** Whoever enrolled without an account is told by the producer's page, or by the officer. */
function readerOf({ accountId, producerId }: Pick<Enrolment, 'accountId' | 'producerId'>): Reader | undefined {
  if (accountId !== null) return { account: accountId }
  return producerId === null ? undefined : { producer: producerId }
}

async function say(ctx: Context, notices: readonly (NewNotice | undefined)[]): Promise<void> {
  await tellAtOnce(
    ctx,
    notices.filter((one) => one !== undefined),
  )
}

function about(
  one: Pick<Enrolment, 'id' | 'accountId' | 'producerId'>,
  occasion: string,
  words: { readonly subject: string; readonly body: string },
  href: string,
): NewNotice | undefined {
  const reader = readerOf(one)
  return reader && { key: `training.${occasion}:${one.id}`, reader, ...words, href, urgent: occasion !== 'certified' }
}

/** Somebody withdrew, and the first who waited has the seat. */
export async function tellSeat(ctx: Context, enrolmentId: string): Promise<void> {
  const one = await enrolmentById(ctx, enrolmentId)
  // Withdrawn meanwhile: nothing to tell.
  if (one === undefined || !one.seated) return
  const found = orMissing(await classById(ctx, one.classId))
  await say(ctx, [about(one, 'seat', seatWords(found), paths.training.class(found.id))])
}

export async function tellCancelled(ctx: Context, classId: string): Promise<void> {
  const found: ShownClass = orMissing(await classById(ctx, classId))
  const all = await enrolmentsOf(ctx, classId)
  await say(
    ctx,
    all.map((one) => about(one, 'cancelled', cancelledWords(found), paths.training.class(classId))),
  )
}

export async function tellCertificate(ctx: Context, number: string): Promise<void> {
  const { facts, enrolmentId, accountId, producerId } = orMissing(await certificateByNumber(ctx, number))
  const one = { id: enrolmentId, accountId, producerId }
  await say(ctx, [about(one, 'certified', certifiedWords(facts), paths.training.certificate(number))])
}
