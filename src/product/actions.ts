import { systemActor } from '../kernel/actor.ts'
import { yearOf } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { slugOf } from '../kernel/text.ts'
import { record } from '../audit/actions.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { producerById, producerSuccessor } from '../producer/actions.ts'
import type { Producer } from '../producer/model.ts'
import { unitAt } from '../territory/actions.ts'
import { placeOfProduct, productAccess } from './access.ts'
import { isGroup } from './groups.ts'
import { groupingText } from './model.ts'
import type { Description, NewProduct, Pack, Picture, PreparedPicture, Product, TypedPack } from './model.ts'
import { judgeAmendment, judgePacks, judgePictureCount, judgeSamePicture, productCode } from './rules.ts'
import { describedWith } from './store-form.ts'
import * as store from './store.ts'

/** A product enters the register of its producer, in a group of the text in force. The same form again is the same product. */
export function describeProduct(ctx: Context, input: NewProduct): Promise<{ id: string; slug: string }> {
  return atomically(ctx, async (tx) => {
    const producer = await producerFor(tx, input.producerId)
    const before = input.key === undefined ? undefined : await describedWith(tx, input.key)
    if (before?.producerId === producer.id && before.name === input.name) return before
    const groupText = input.groupText ?? groupingText
    if (!isGroup(groupText, input.group)) throw new Refused({ code: 'product/no-such-group', field: 'group' })
    const commune = input.commune ?? producer.communeCode
    const communeOn = input.communeOn ?? (input.commune === undefined ? producer.communeOn : tx.today)
    const unit = await unitAt(tx, commune, communeOn)
    // History of published lists may know only the district or the province.
    if (!unit || (unit.kind !== 'commune' && tx.actor.id !== systemActor.id))
      throw new Refused({ code: 'product/no-such-commune' })
    const id = newId()
    const packs = await freePacks(tx, id, input.packs)
    const slug = await freeSlug(tx, input.name, producer.slug, id)
    await store.addProduct(tx, {
      id,
      slug,
      producerId: producer.id,
      name: input.name,
      groupText,
      groupNo: input.group,
      summary: input.summary ?? '',
      story: input.story ?? '',
      communeCode: commune,
      communeOn,
      describedAt: tx.now,
      describedBy: tx.actor.id,
      sample: input.sample ?? producer.sample,
      formKey: before === undefined ? input.key : undefined,
    })
    if (input.group !== '')
      await store.keepGrouping(tx, id, { text: groupText, group: input.group, by: tx.actor.id, at: tx.now })
    await store.replacePacks(tx, id, packs)
    await record(tx, 'product.described', id, { producer: producer.id, group: `${groupText}/${input.group}` })
    return { id, slug }
  })
}

async function producerFor(tx: Tx, producerId: string): Promise<Producer> {
  const producer = await producerById(tx, producerId)
  const programme = tx.actor.id === systemActor.id
  const may = producer && (programme || productAccess.describe(tx.actor, placeOfProduct({ ...producer, producerId })))
  if (!may) throw new Refused({ code: 'product/no-such-producer', field: 'producerId' })
  // Old rounds are entered after their producer was succeeded.
  if (producer.closedOn !== null && !programme)
    throw new Refused({ code: 'product/producer-closed', field: 'producerId' })
  return producer
}

async function freeSlug(tx: Tx, name: string, producerSlug: string, id: string): Promise<string> {
  const plain = slugOf(name)
  for (const slug of [plain, slugOf(`${plain} ${producerSlug}`)]) {
    if (slug !== '' && (await store.slugIsFree(tx, slug))) return slug
  }
  return `${plain.slice(0, 60)}-${id.slice(-12)}`
}

/** The packs with sound numbers that no other product carries, or every fault at once. */
async function freePacks(tx: Tx, productId: string, typed: readonly TypedPack[]): Promise<Pack[]> {
  const { packs, faults } = judgePacks(typed)
  if (faults.length > 0) throw new Refused(...faults)
  const gtins = packs.flatMap(({ gtin }) => gtin ?? [])
  const taken = await store.holdersOfGtins(tx, gtins, productId)
  if (taken.length > 0) {
    throw new Refused(
      ...taken.map(({ gtin, product, producer }) => {
        const index = packs.findIndex((pack) => pack.gtin === gtin)
        const field = `gtin[${typed[index]?.row ?? index}]`
        return { code: 'product/gtin-taken', field, facts: { product, producer } }
      }),
    )
  }
  return packs
}

/** New words, packs and story; name and group only until a recognition fixed them. */
export function amendProduct(ctx: Context, id: string, input: Description): Promise<void> {
  return atomically(ctx, async (tx) => {
    const before = await lockOwn(tx, id)
    orRefuse(judgeAmendment(before, input))
    const groupText = input.group === before.groupNo ? before.groupText : (input.groupText ?? groupingText)
    if (!isGroup(groupText, input.group)) throw new Refused({ code: 'product/no-such-group', field: 'group' })
    const packs = await freePacks(tx, id, input.packs)
    const after = {
      name: input.name,
      groupText,
      groupNo: input.group,
      summary: input.summary ?? '',
      story: input.story ?? '',
    }
    await store.amendProduct(tx, id, after)
    if (after.groupNo !== '' && after.groupNo !== before.groupNo)
      await store.keepGrouping(tx, id, { text: groupText, group: after.groupNo, by: tx.actor.id, at: tx.now })
    await store.replacePacks(tx, id, packs)
    const fields = (Object.keys(after) as (keyof typeof after)[]).filter((field) => after[field] !== before[field])
    await record(tx, 'product.amended', id, { changed: fields, packs })
  })
}

async function lockOwn(tx: Tx, id: string): Promise<Product> {
  const product = orMissing(await store.lockProduct(tx, id))
  if (tx.actor.id !== systemActor.id && !productAccess.describe(tx.actor, placeOfProduct(product)))
    throw new Refused({ code: 'kernel/not-found' })
  return product
}

/** The producer no longer makes it; the record and its stars stay. */
export function retireProduct(ctx: Context, id: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const product = await lockOwn(tx, id)
    if (product.retiredOn !== null) throw new Refused({ code: 'product/retired' })
    await store.retireProduct(tx, id, tx.today)
    await record(tx, 'product.retired', id)
  })
}

/** A picture made ready by `preparePicture`, with the words for those who cannot see it. */
export function addPicture(
  ctx: Context,
  productId: string,
  prepared: PreparedPicture,
  description: string,
): Promise<number> {
  return atomically(ctx, async (tx) => {
    const product = await lockOwn(tx, productId)
    const pictures = await store.picturesOf(tx, productId)
    orRefuse(judgePictureCount(product, pictures))
    orRefuse(judgeSamePicture(pictures, prepared.file))
    const position = await store.addPicture(tx, productId, { ...prepared, description })
    await record(tx, 'product.picture-added', productId, { file: prepared.file })
    return position
  })
}

export type PictureChange =
  | { readonly act: 'remove' }
  | { readonly act: 'first' }
  | { readonly act: 'describe'; readonly description: string }

export function changePicture(ctx: Context, productId: string, position: number, change: PictureChange): Promise<void> {
  return atomically(ctx, async (tx) => {
    const product = await lockOwn(tx, productId)
    if (product.retiredOn !== null) throw new Refused({ code: 'product/retired' })
    const touched = await changed(tx, productId, position, change)
    if (touched === 0) throw new Refused({ code: 'kernel/not-found' })
    await record(tx, 'product.picture-changed', productId, { position, act: change.act })
  })
}

function changed(tx: Tx, productId: string, position: number, change: PictureChange): Promise<number> {
  if (change.act === 'remove') return store.removePicture(tx, productId, position)
  if (change.act === 'first') return store.putPictureFirst(tx, productId, position)
  return store.describePicture(tx, productId, position, change.description)
}

export interface CodeRequest {
  readonly productId: string
  readonly province: string
  readonly commune: string
  /** The year of the recognition; this year when absent. */
  readonly year?: number
}

/** The product's code in its commune and year; asking again gives the same one. Part of a recognition's act. */
export async function giveCode(
  tx: Tx,
  { productId, province, commune, year = yearOf(tx.today) }: CodeRequest,
): Promise<string> {
  orMissing(await store.lockProduct(tx, productId))
  const given = await store.codeIn(tx, productId, commune, year)
  if (given !== undefined) return given
  const serial = await store.nextSerial(tx, commune, year)
  const code = productCode({ province, commune, serial, year })
  await store.addCode(tx, { code, productId, province, commune, serial, year, at: tx.now })
  await record(tx, 'product.code-given', productId, { code })
  return code
}

/** Products go with the legal successor of their producer (reaction to `producer.succeeded`). */
export function carryOver(ctx: Context, predecessorId: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const successor = await producerSuccessor(tx, predecessorId)
    if (successor === undefined) return
    for (const id of await store.moveProducts(tx, predecessorId, successor)) {
      await record(tx, 'product.carried-over', id, { from: predecessorId, to: successor })
    }
  })
}

export function productById(ctx: Context, id: string): Promise<Product | undefined> {
  return store.productById(ctx, id)
}

/** The subject, or the place, that an old list left out was found; only the programme writes history. */
export function moveToProducer(
  ctx: Context,
  id: string,
  to: { producerId: string; commune: string; communeOn: CivilDate },
): Promise<void> {
  return atomically(ctx, async (tx) => {
    if (tx.actor.id !== systemActor.id) throw new Refused({ code: 'kernel/not-found' })
    await store.moveProduct(tx, id, to)
    await record(tx, 'product.attributed', id, { producer: to.producerId, commune: to.commune })
  })
}

export function productsOf(ctx: Context, ...producerIds: readonly string[]): Promise<store.ListedProduct[]> {
  return store.productsOf(ctx, producerIds)
}

/** The packs a product is stated in, in its own order. */
export function packsOf(ctx: Context, productId: string): Promise<Pack[]> {
  return store.packsOf(ctx, productId)
}

export function siblingsOf(ctx: Context, productId: string) {
  return store.siblingsOf(ctx, productId)
}

export interface ProductFile {
  readonly product: Product
  readonly producer: Producer
  readonly packs: readonly Pack[]
  readonly pictures: readonly Picture[]
}

/** The working page of a product, for its producer and the officers of its place. */
export async function productFile(ctx: Context, id: string): Promise<ProductFile> {
  const product = orMissing(await store.productById(ctx, id))
  if (!productAccess.read(ctx.actor, placeOfProduct(product))) throw new Refused({ code: 'kernel/not-found' })
  const [producer, packs, pictures] = await Promise.all([
    producerById(ctx, product.producerId),
    store.packsOf(ctx, id),
    store.picturesOf(ctx, id),
  ])
  return { product, producer: orMissing(producer), packs, pictures }
}

/** The bytes of a product's picture; any other hash does not exist. */
export async function pictureBytes(ctx: Context, hash: string): Promise<{ mediaType: string; bytes: Buffer }> {
  const mediaType = /^[0-9a-f]{64}$/.test(hash) ? await store.mediaTypeOfPicture(ctx, hash) : undefined
  return { mediaType: orMissing(mediaType), bytes: await ctx.files.get(hash) }
}
