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
export async function candidatesFor(runs: Runs, wanted: Wanted): Promise<Candidate[]> {
  const { title, pairs, commune, except } = wanted
  const all = [...pairs.name, ...pairs.more]
  // Two questions: told how few there are, the planner asks for each by its key instead of reading every product.
  const found = (await idsFor(runs, wanted)).map(({ id }) => id)
  return rows<Candidate>(
    runs,
    sql<Candidate>`with alike as (
        select 'product' as kind, p.id, p.name, concat_ws(' . ', p.name, p.summary) as words,
          case p.group_text when '26-2026' then p.group_no end as group_no, p.commune_code, p.commune_on, p.folded, p.pairs,
          (select '/san-pham/' || p.slug from product.pub_code c where c.product_id = p.id limit 1) as href, true as open, null as owner
        from product.pub_alike p where p.id = any(${found}::text[])
        union all
        select 'idea', i.id, i.title, concat_ws(' . ', i.title, i.material), i.group_no, i.commune_code, i.commune_on, i.folded, i.pairs,
          case when k.open then '/y-tuong/cong-khai/' else '/y-tuong/' end || i.id, k.open, i.account_id
        from idea.idea i
        cross join lateral (select i.open_to_public and coalesce((select l.shown from idea.look l where l.idea_id = i.id
          order by l.at desc, l.id desc limit 1), false) as open) k
        where i.id <> ${except} and (i.pairs && ${all}::text[] or i.commune_code = ${commune}))
      select a.kind, a.id, a.name, a.words, a.pairs, a.group_no, t.today_code as commune, t.today_province_code as province,
        similarity(a.folded, public.vn_fold(${title})) as similarity, a.href, a.open, a.owner
      from alike a
      left join lateral (select * from territory.pub_today t where t.code = a.commune_code
        and a.commune_on >= t.valid_from and (t.valid_to is null or a.commune_on < t.valid_to) limit 1) t on true`,
  )
}

function idsFor(runs: Runs, { pairs, commune }: Wanted): Promise<{ id: string }[]> {
  const name = [...pairs.name]
  // Without one of three words or more; with two, one alone is asked below.
  const butOne = name.length > 2 ? name.map((left) => name.filter((pair) => pair !== left)) : []
  const questions = [
    ...(name.length > 0
      ? [sql`(select id from product.pub_alike where pairs @> ${name}::text[] limit ${together})`]
      : []),
    ...[...butOne, ...[...name, ...pairs.more].map((pair) => [pair])].map(
      (asked) => sql`(select id from product.pub_alike where pairs @> ${asked}::text[] limit ${each})`,
    ),
    sql`(select p.id from product.pub_alike p
      where p.commune_code in (select t.code from territory.pub_today t where t.today_code = ${commune}) limit 300)`,
  ]
  return rows(runs, sql<{ id: string }>`${sql.join(questions, sql` union `)}`)
}
