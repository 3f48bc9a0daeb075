import { systemActor } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { slugOf } from '../kernel/text.ts'
import { record } from '../audit/actions.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { unitAt } from '../territory/actions.ts'
import { canActFor, isSignedIn, placeOfProducer, producerAccess } from './access.ts'
import type { Capacity, Consent, Producer, ProducerDetails, Registration } from './model.ts'
import {
  faultsOfDetails,
  judgeConsent,
  judgeLeaving,
  judgeMember,
  judgeNamed,
  judgeSuccession,
  ownersOf,
  producerCode,
} from './rules.ts'
import * as store from './store.ts'

export interface Registered {
  readonly id: string
  readonly code: string
  readonly slug: string
}

/**
 * A producer enters the register: by itself (the account becomes its owner), or by an officer of its commune on
 * recorded consent. The programme itself enters history from published lists, where much is unknown.
 * @throws {Refused} every fault of the details at once; `producer/registration-taken` when two register one number.
 */
export function registerProducer(ctx: Context, input: Registration, consent?: Consent): Promise<Registered> {
  return atomically(ctx, async (tx) => {
    if (!isSignedIn(tx.actor)) throw new Refused({ code: 'producer/sign-in-first' })
    const history = isProgramme(tx)
    if (consent && !history && !producerAccess['register-for'](tx.actor, { unit: input.commune, province: '' })) {
      throw new Refused({ code: 'kernel/not-found' })
    }
    const faults = history ? [] : faultsOfDetails(input, tx.today)
    if (faults.length > 0) throw new Refused(...faults)
    if (consent && !history) orRefuse(judgeConsent(consent, tx.today))
    const registered = await enter(tx, input, consent)
    if (!consent && !history) {
      await store.addMember(tx, registered.id, { accountId: tx.actor.id, capacity: 'owner', fromDate: tx.today })
    }
    await record(tx, 'producer.registered', registered.id, {
      code: registered.code,
      kind: input.kind,
      ...(consent && { consent: consent.means, consentOn: consent.givenOn }),
    })
    return registered
  })
}

/** The programme itself enters published history; whoever runs a command has every right on the machine. */
function isProgramme({ actor }: Context): boolean {
  return actor.id === systemActor.id
}

async function enter(tx: Tx, input: Registration, consent: Consent | undefined): Promise<Registered> {
  const communeOn = input.communeOn ?? tx.today
  const unit = await unitAt(tx, input.commune, communeOn)
  // A published list may tell only the district or the province; whoever registers today names the commune.
  if (unit?.kind !== 'commune' && !(unit && isProgramme(tx)))
    throw new Refused({ code: 'producer/no-such-commune', field: 'commune' })
  await refuseTaken(tx, input.registrationNo)
  const code = producerCode(input.commune, await store.nextSerial(tx, input.commune))
  const slug = await freeSlug(tx, input.name, code)
  const id = newId()
  await store.addProducer(tx, {
    id,
    code,
    slug,
    details: input,
    commune: input.commune,
    communeOn,
    consent,
    at: tx.now,
    by: tx.actor.id,
    sample: input.sample ?? false,
  })
  return { id, code, slug }
}

async function freeSlug(tx: Tx, name: string, code: string): Promise<string> {
  const plain = slugOf(name)
  if (plain !== '' && (await store.slugIsFree(tx, plain))) return plain
  return slugOf(`${plain} ${code}`)
}

/** Two people may send one number in the same second: they wait for each other, and the later one gets the sentence. */
async function refuseTaken(tx: Tx, registrationNo: string | undefined, except?: string): Promise<void> {
  if (registrationNo === undefined) return
  await store.lockRegistration(tx, registrationNo)
  const holder = await store.holderOfRegistration(tx, registrationNo)
  if (holder && holder.id !== except) {
    throw new Refused({
      code: 'producer/registration-taken',
      field: 'registrationNo',
      facts: { name: holder.name, code: holder.code },
    })
  }
}

/** New facts about a producer; the book keeps which fields changed. */
export function amendProducer(ctx: Context, id: string, input: ProducerDetails): Promise<Producer> {
  return atomically(ctx, async (tx) => {
    const before = orMissing(await store.lockProducer(tx, id))
    if (!producerAccess.amend(tx.actor, placeOfProducer(before))) throw new Refused({ code: 'kernel/not-found' })
    if (before.closedOn !== null) throw new Refused({ code: 'producer/closed' })
    const faults = faultsOfDetails(input, tx.today)
    if (faults.length > 0) throw new Refused(...faults)
    await refuseTaken(tx, input.registrationNo, id)
    await store.amendProducer(tx, id, input)
    const after = orMissing(await store.producerById(tx, id))
    const changed = (Object.keys(after) as (keyof Producer)[]).filter(
      (field) => JSON.stringify(after[field]) !== JSON.stringify(before[field]),
    )
    await record(tx, 'producer.amended', id, {
      changed,
      ...(before.name !== after.name && { nameBefore: before.name }),
    })
    return after
  })
}

export interface MemberGrant {
  readonly accountId: string
  readonly capacity: Capacity
  readonly toDate?: string | undefined
}

/** Who else may act: an owner adds people; the commune adds the first owner of a producer that it registered. */
export function addMember(ctx: Context, producerId: string, { accountId, ...grant }: MemberGrant): Promise<void> {
  return addMemberWho(ctx, producerId, grant, () => Promise.resolve(accountId))
}

/** Only who may add somebody learns whether an account has that name. */
export function addMemberBySignInName(
  ctx: Context,
  producerId: string,
  { signInName, ...grant }: { signInName: string } & Omit<MemberGrant, 'accountId'>,
): Promise<void> {
  return addMemberWho(ctx, producerId, grant, async (tx) => {
    const accountId = await store.accountBySignInName(tx, signInName)
    if (accountId === undefined) throw new Refused({ code: 'producer/no-such-account', field: 'signInName' })
    return accountId
  })
}

function addMemberWho(
  ctx: Context,
  producerId: string,
  grant: Omit<MemberGrant, 'accountId'>,
  find: (tx: Tx) => Promise<string>,
): Promise<void> {
  return atomically(ctx, async (tx) => {
    const producer = orMissing(await store.lockProducer(tx, producerId))
    const members = await store.membersOf(tx, producerId)
    const at = placeOfProducer(producer, ownersOf(members, tx.today))
    const may = producerAccess['manage-members'](tx.actor, at) || producerAccess['name-first-owner'](tx.actor, at)
    if (!may && !isProgramme(tx)) throw new Refused({ code: 'kernel/not-found' })
    const accountId = await find(tx)
    if (!isProgramme(tx)) orRefuse(judgeNamed({ holdsOffice: await store.holdsOffice(tx, accountId, tx.today) }))
    const member = orRefuse(judgeMember(members, { ...grant, accountId, fromDate: tx.today }))
    await store.addMember(tx, producerId, member)
    await record(tx, 'producer.member-added', producerId, { account: accountId, capacity: grant.capacity })
  })
}

/** An owner ends somebody's right to act, or a member leaves. */
export function endMembership(ctx: Context, producerId: string, accountId: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const producer = orMissing(await store.lockProducer(tx, producerId))
    const members = await store.membersOf(tx, producerId)
    const leaves = accountId === tx.actor.id && canActFor(tx.actor, producerId)
    const manages = producerAccess['manage-members'](tx.actor, placeOfProducer(producer, ownersOf(members, tx.today)))
    if (!leaves && !manages) throw new Refused({ code: 'kernel/not-found' })
    orRefuse(judgeLeaving(members, accountId, tx.today))
    await store.endMembership(tx, producerId, accountId, tx.today)
    await record(tx, 'producer.member-ended', producerId, { account: accountId })
  })
}

export interface SuccessionNotice {
  readonly successorCode: string
  readonly onDate: string
  readonly basis: string
}

/** A household becomes a cooperative or a company: the line of history goes on under the new name. */
export function recordSuccession(ctx: Context, predecessorId: string, notice: SuccessionNotice): Promise<void> {
  return atomically(ctx, async (tx) => {
    await store.lockSuccessions(tx)
    const predecessor = orMissing(await store.lockProducer(tx, predecessorId))
    const may = producerAccess['record-succession'](tx.actor, placeOfProducer(predecessor)) || isProgramme(tx)
    if (!may) throw new Refused({ code: 'kernel/not-found' })
    const named = await store.producerByCode(tx, notice.successorCode)
    const successor = named && (await store.lockProducer(tx, named.id))
    if (!successor) throw new Refused({ code: 'producer/no-such-successor', field: 'successorCode' })
    const line = await store.predecessorsOf(tx, predecessorId)
    const judged = orRefuse(
      judgeSuccession(predecessor, successor, {
        onDate: notice.onDate,
        today: tx.today,
        predecessorLine: line.map(({ id }) => id),
      }),
    )
    await store.addSuccession(tx, { ...judged, basis: notice.basis, at: tx.now, by: tx.actor.id })
    await record(tx, 'producer.succeeded', predecessorId, { successor: successor.id, on: notice.onDate })
  })
}

/** Producers an account may act for today. */
export function producersOf(ctx: Context, accountId: string): Promise<string[]> {
  return store.producersOfAccount(ctx, accountId, ctx.today)
}

export function producerById(ctx: Context, id: string): Promise<Producer | undefined> {
  return store.producerById(ctx, id)
}

/** The one that carries on for a closed producer, if it was succeeded. */
export async function producerSuccessor(ctx: Context, id: string): Promise<string | undefined> {
  return (await store.successorsOf(ctx, id))[0]?.id
}

/** Everything the register knows of one producer, for those who may see the private part. */
export async function producerFile(ctx: Context, id: string) {
  const producer = orMissing(await store.producerById(ctx, id))
  if (!producerAccess.read(ctx.actor, placeOfProducer(producer))) throw new Refused({ code: 'kernel/not-found' })
  const [members, predecessors, successors] = await Promise.all([
    store.membersOf(ctx, id),
    store.predecessorsOf(ctx, id),
    store.successorsOf(ctx, id),
  ])
  return { producer, members, predecessors, successors }
}

/** The producers the signed-in person acts for, oldest first. */
export function ownProducers(ctx: Context): Promise<Producer[]> {
  return store.producersIn(ctx, ctx.actor.producers)
}

export interface CommuneQuery {
  readonly words: string
  readonly page: number
}

const pageSize = 50

/** One page of the register of a commune as it is today. */
export async function communeRegister(ctx: Context, commune: string, province: string, { words, page }: CommuneQuery) {
  if (!producerAccess['list-commune'](ctx.actor, { unit: commune, province }))
    throw new Refused({ code: 'kernel/not-found' })
  const items = await store.producersOfCommune(ctx, { commune, words, offset: (page - 1) * pageSize, size: pageSize })
  return { items, total: items[0]?.total ?? 0, page, size: pageSize }
}
