import type { CivilDate } from '../kernel/civil-date.ts'
import { maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Grouping, Pack, Picture, PreparedPicture, Product } from './model.ts'

const productColumns = sql`
  p.id, p.slug, p.producer_id, p.name, p.group_text, p.group_no, p.summary, p.story, p.commune_code, p.commune_on,
  p.described_at, p.described_by, p.retired_on, p.sample,
  (select c.code from product.code c where c.product_id = p.id order by c.given_at desc, c.code desc limit 1) as code,
  t.today_code as commune_today, t.today_province_code as province_today`

// A product is where its producer is: rights follow the producer's commune, the label keeps the product's own.
const fromProduct = sql`
  from product.product p
  join producer.pub_producer o on o.id = p.producer_id
  left join territory.pub_today t
    on t.code = o.commune_code and o.commune_on >= t.valid_from and (t.valid_to is null or o.commune_on < t.valid_to)`

export function productById(runs: Runs, id: string): Promise<Product | undefined> {
  return maybeRow(runs, sql<Product>`select ${productColumns} ${fromProduct} where p.id = ${id}`)
}

export function lockProduct(runs: Runs, id: string): Promise<Product | undefined> {
  return maybeRow(runs, sql<Product>`select ${productColumns} ${fromProduct} where p.id = ${id} for update of p`)
}

export interface ListedProduct extends Product {
  readonly producerName: string
  readonly small: string | null
  readonly smallWidth: number | null
  readonly smallHeight: number | null
  readonly pictures: number
  readonly packs: number
}

/** The products of some producers, those in use first. */
export function productsOf(runs: Runs, producerIds: readonly string[]): Promise<ListedProduct[]> {
  return rows(
    runs,
    sql<ListedProduct>`
      select ${productColumns}, o.name as producer_name, i.small, i.small_width, i.small_height,
        (select count(*) from product.picture x where x.product_id = p.id) as pictures,
        (select count(*) from product.pack x where x.product_id = p.id) as packs
      ${fromProduct}
      left join lateral (
        select small, small_width, small_height from product.picture x where x.product_id = p.id order by position limit 1
      ) i on true
      where p.producer_id = any(${[...producerIds]})
      order by p.retired_on nulls first, p.name, p.id`,
  )
}

/** Other products of the same producer: they carry none of its stars. */
export function siblingsOf(runs: Runs, productId: string) {
  return rows(
    runs,
    sql<{ id: string; slug: string; name: string; code: string | null; retiredOn: CivilDate | null }>`
      select s.id, s.slug, s.name, s.code, s.retired_on
      from product.pub_product s join product.product p on p.producer_id = s.producer_id and p.id <> s.id
      where p.id = ${productId} order by s.retired_on nulls first, s.name, s.id`,
  )
}

/** Is this address still free? Those who ask for the same one at once wait for each other. */
export async function slugIsFree(runs: Runs, slug: string): Promise<boolean> {
  await run(runs, sql`select pg_advisory_xact_lock(hashtextextended(${`product:${slug}`}, 0))`)
  return (await maybeRow(runs, sql`select 1 from product.product where slug = ${slug}`)) === undefined
}

type NewRow = Omit<Product, 'retiredOn' | 'code' | 'communeToday' | 'provinceToday'> & {
  readonly formKey: string | undefined
}

export async function addProduct(runs: Runs, p: NewRow): Promise<void> {
  await run(
    runs,
    sql`insert into product.product (id, slug, producer_id, name, group_text, group_no, summary, story, commune_code, commune_on,
        described_at, described_by, sample, form_key)
      values (${p.id}, ${p.slug}, ${p.producerId}, ${p.name}, ${p.groupText}, ${p.groupNo}, ${p.summary}, ${p.story},
        ${p.communeCode}, ${p.communeOn}, ${p.describedAt}, ${p.describedBy}, ${p.sample},
        ${p.formKey ?? null})`,
  )
}

export async function amendProduct(
  runs: Runs,
  id: string,
  p: Pick<Product, 'name' | 'groupText' | 'groupNo' | 'summary' | 'story'>,
): Promise<void> {
  await run(
    runs,
    sql`update product.product set name = ${p.name}, group_text = ${p.groupText}, group_no = ${p.groupNo},
        summary = ${p.summary}, story = ${p.story} where id = ${id}`,
  )
}

/** A product of an old list goes to the producer and the place that were found for it. */
export async function moveProduct(
  runs: Runs,
  id: string,
  { producerId, commune, communeOn }: { producerId: string; commune: string; communeOn: CivilDate },
): Promise<void> {
  await run(
    runs,
    sql`update product.product set producer_id = ${producerId}, commune_code = ${commune}, commune_on = ${communeOn}
      where id = ${id}`,
  )
}

export async function retireProduct(runs: Runs, id: string, on: CivilDate): Promise<void> {
  await run(runs, sql`update product.product set retired_on = ${on} where id = ${id}`)
}

/** All products of a producer under the one that succeeded it. */
export async function moveProducts(runs: Runs, from: string, to: string): Promise<string[]> {
  const moved = await rows(
    runs,
    sql<{ id: string }>`update product.product set producer_id = ${to} where producer_id = ${from} returning id`,
  )
  return moved.map(({ id }) => id)
}

export function packsOf(runs: Runs, productId: string): Promise<Pack[]> {
  return rows(runs, sql<Pack>`select label, gtin from product.pack where product_id = ${productId} order by position`)
}

/** Those who send one bar code at once wait for each other; in the order of the numbers, so that nobody waits in a ring. */
export async function holdersOfGtins(runs: Runs, gtins: readonly string[], except: string) {
  for (const gtin of gtins.toSorted()) {
    await run(runs, sql`select pg_advisory_xact_lock(hashtextextended(${`gtin:${gtin}`}, 0))`)
  }
  return rows(
    runs,
    sql<{ gtin: string; product: string; producer: string }>`
      select k.gtin, p.name as product, o.name as producer
      from product.pack k join product.product p on p.id = k.product_id join producer.pub_producer o on o.id = p.producer_id
      where k.gtin = any(${[...gtins]}) and p.id <> ${except}`,
  )
}

export async function replacePacks(runs: Runs, productId: string, packs: readonly Pack[]): Promise<void> {
  await run(runs, sql`delete from product.pack where product_id = ${productId}`)
  for (const [index, { label, gtin }] of packs.entries()) {
    await run(
      runs,
      sql`insert into product.pack (product_id, position, label, gtin) values (${productId}, ${index + 1}, ${label}, ${gtin})`,
    )
  }
}

export function picturesOf(runs: Runs, productId: string): Promise<Picture[]> {
  return rows(
    runs,
    sql<Picture>`
      select position, file, avif, width, height, small, small_avif, small_width, small_height, description
      from product.picture where product_id = ${productId} order by position`,
  )
}

export async function addPicture(
  runs: Runs,
  productId: string,
  { description, ...p }: PreparedPicture & { description: string },
): Promise<number> {
  const { position } = await oneRow(
    runs,
    sql<{ position: number }>`
      insert into product.picture (product_id, position, file, media_type, width, height, avif, small, small_avif, small_width,
        small_height, description)
      select ${productId}, coalesce(max(position), 0) + 1, ${p.file}, 'image/webp', ${p.width}, ${p.height}, ${p.avif}, ${p.small},
        ${p.smallAvif}, ${p.smallWidth}, ${p.smallHeight}, ${description}
      from product.picture where product_id = ${productId}
      returning position`,
  )
  return position
}

export function removePicture(runs: Runs, productId: string, position: number): Promise<number> {
  return run(runs, sql`delete from product.picture where product_id = ${productId} and position = ${position}`)
}

export function describePicture(runs: Runs, productId: string, position: number, description: string): Promise<number> {
  return run(
    runs,
    sql`update product.picture set description = ${description} where product_id = ${productId} and position = ${position}`,
  )
}

/** The cover is the picture with the lowest position. */
export function putPictureFirst(runs: Runs, productId: string, position: number): Promise<number> {
  return run(
    runs,
    sql`update product.picture
      set position = (select min(position) - 1 from product.picture where product_id = ${productId})
      where product_id = ${productId} and position = ${position}`,
  )
}

/** What a hash is when it is a picture of a product; nothing else may be fetched by its hash. */
export async function mediaTypeOfPicture(runs: Runs, hash: string): Promise<string | undefined> {
  const found = await maybeRow(
    runs,
    sql<{ mediaType: string }>`
      select 'image/webp' as media_type from product.picture where file = ${hash} or small = ${hash}
      union all
      select 'image/avif' from product.picture where avif = ${hash} or small_avif = ${hash}
      limit 1`,
  )
  return found?.mediaType
}

/** The next number of a commune in a year; the row stays locked until the act ends, so no number is given twice. */
export async function nextSerial(runs: Runs, commune: string, year: number): Promise<number> {
  const { last } = await oneRow(
    runs,
    sql<{ last: number }>`
      insert into product.serial as s (commune_code, year, last) values (${commune}, ${year}, 1)
      on conflict (commune_code, year) do update set last = s.last + 1
      returning last`,
  )
  return last
}

export async function codeIn(
  runs: Runs,
  productId: string,
  commune: string,
  year: number,
): Promise<string | undefined> {
  const found = await maybeRow(
    runs,
    sql<{ code: string }>`
      select code from product.code where product_id = ${productId} and commune_code = ${commune} and year = ${year}`,
  )
  return found?.code
}

export interface NewCode {
  readonly code: string
  readonly productId: string
  readonly province: string
  readonly commune: string
  readonly serial: number
  readonly year: number
  readonly at: string
}

export async function addCode(runs: Runs, c: NewCode): Promise<void> {
  await run(
    runs,
    sql`insert into product.code (code, product_id, province_code, commune_code, serial, year, given_at)
      values (${c.code}, ${c.productId}, ${c.province}, ${c.commune}, ${c.serial}, ${c.year}, ${c.at})`,
  )
}

/** Keeps in which group a product is under a text; the last word of a person stands. */
export async function keepGrouping(
  runs: Runs,
  productId: string,
  { text, group, by, at }: { text: string; group: string; by: string; at: string },
): Promise<void> {
  await run(
    runs,
    sql`insert into product.grouping (product_id, text, group_no, confirmed_by, confirmed_at)
      values (${productId}, ${text}, ${group}, ${by}, ${at})
      on conflict (product_id, text) do update
        set group_no = excluded.group_no, confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at`,
  )
}

/** The groups of a product under each text, the newest said first. */
export function groupingsOf(runs: Runs, productId: string): Promise<Grouping[]> {
  return rows(
    runs,
    sql<Grouping>`
      select g.text, g.group_no, a.name as confirmed_by_name, g.confirmed_at
      from product.grouping g left join identity.pub_account a on a.id = g.confirmed_by
      where g.product_id = ${productId} order by g.confirmed_at desc, g.text desc`,
  )
}

/** The group that lists and catalogue show. */
export async function putInGroup(
  runs: Runs,
  id: string,
  { text, group }: { text: string; group: string },
): Promise<void> {
  await run(runs, sql`update product.product set group_text = ${text}, group_no = ${group} where id = ${id}`)
}
