import type { Runs } from '../platform/db.ts'
import { rows, sql } from '../platform/db.ts'

interface KeyOfProduct {
  readonly key: string
  readonly productId: string
}

/** Products by any code they were ever given; codes change when boundaries do. */
export function productsByCode(runs: Runs, codes: readonly string[]): Promise<KeyOfProduct[]> {
  return rows(
    runs,
    sql<KeyOfProduct>`
    select k.code as key, k.product_id from product.pub_code k where k.code = any(${[...codes]})`,
  )
}

export function productsByGtin(runs: Runs, gtins: readonly string[]): Promise<KeyOfProduct[]> {
  return rows(
    runs,
    sql<KeyOfProduct>`
    select k.gtin as key, k.product_id from product.pub_pack k where k.gtin = any(${[...gtins]})`,
  )
}

/** Recognised products of exactly these names, without regard to marks and case. */
export function productsByName(runs: Runs, names: readonly string[]): Promise<KeyOfProduct[]> {
  return rows(
    runs,
    sql<KeyOfProduct>`
    select distinct public.vn_fold(c.product_name) as key, c.product_id
    from recognition.certificate c where public.vn_fold(c.product_name) = any(${[...names]})`,
  )
}

/** Recognised products whose name holds these words; for a person who looks, not for a verdict. */
export async function productsLike(runs: Runs, words: string, limit: number): Promise<string[]> {
  const found = await rows(
    runs,
    sql<{ productId: string }>`
    select c.product_id from recognition.certificate c
    where public.vn_fold(c.product_name) like '%' || replace(replace(public.vn_fold(${words}), '%', ''), '_', '') || '%'
    group by c.product_id order by min(public.vn_fold(c.product_name)), c.product_id limit ${limit}`,
  )
  return found.map(({ productId }) => productId)
}

/** Numbers that exist and differ little from what was typed; certificates are public, so this tells nothing hidden. */
export async function similarNumbers(runs: Runs, number: string): Promise<string[]> {
  const found = await rows(
    runs,
    sql<{ number: string }>`
    select number from recognition.certificate
    where number % ${number} order by similarity(number, ${number}) desc, number limit 3`,
  )
  return found.map((one) => one.number)
}
