import { rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { Candidate } from './rules-alike.ts'

interface Wanted {
  readonly title: string
  readonly pairs: { readonly name: readonly string[]; readonly more: readonly string[] }
  /** Of today. */
  readonly commune: string
  /** The idea itself, which is like itself. */
  readonly except: string
}

// Every pair alone, all of the name's pairs together, and all but one: each question reads one posting list and stops early.
// Measured over 200,000 products, bench/look-alike.ts.
const each = 40
const together = 60

/** Products and ideas that share words with an idea anywhere, and everything of its own commune; ranked by the rules. */
export function candidatesFor(runs: Runs, { title, pairs, commune, except }: Wanted): Promise<Candidate[]> {
  const name = sql`${[...pairs.name]}::text[]`
  const all = sql`${[...pairs.name, ...pairs.more]}::text[]`
  return rows<Candidate>(
    runs,
    sql<Candidate>`with asked as (select ${name} as name, ${all} as pairs, public.vn_fold(${title}) as folded),
      found as (
        select hit.id from asked, lateral (
          select p.id from product.pub_alike p where cardinality(asked.name) > 0 and p.pairs @> asked.name limit ${together}) hit
        union select hit.id from asked, generate_subscripts(asked.name, 1) i, lateral (
          select p.id from product.pub_alike p
          where cardinality(asked.name) > 2 and p.pairs @> array_remove(asked.name, asked.name[i]) limit ${each}) hit
        union select hit.id from asked, unnest(asked.pairs) pair, lateral (
          select p.id from product.pub_alike p where p.pairs @> array[pair] limit ${each}) hit
        union select hit.id from lateral (
          select p.id from product.pub_alike p
          where p.commune_code in (select t.code from territory.pub_today t where t.today_code = ${commune}) limit 300) hit),
      alike as (
        select 'product' as kind, p.id, p.name, concat_ws(' . ', p.name, p.summary) as words,
          case p.group_text when '26-2026' then p.group_no end as group_no, p.commune_code, p.commune_on, p.folded,
          (select '/san-pham/' || p.slug from product.pub_code c where c.product_id = p.id limit 1) as href
        from found join product.pub_alike p using (id)
        union all
        select 'idea', i.id, i.title, concat_ws(' . ', i.title, i.material), i.group_no, i.commune_code, i.commune_on, i.folded,
          case when i.open_to_public then '/y-tuong/cong-khai/' || i.id end
        from asked join idea.idea i on i.id <> ${except} and (i.pairs && asked.pairs or i.commune_code = ${commune}))
      select a.kind, a.id, a.name, a.words, a.group_no, t.today_code as commune, t.today_province_code as province, u.name as commune_name,
        v.name as province_name, similarity(a.folded, asked.folded) as similarity, a.href
      from asked cross join alike a
      left join territory.pub_today t on t.code = a.commune_code
        and a.commune_on >= t.valid_from and (t.valid_to is null or a.commune_on < t.valid_to)
      left join territory.pub_commune_today u on u.code = t.today_code
      left join territory.pub_province_today v on v.code = t.today_province_code`,
  )
}
