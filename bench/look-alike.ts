import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lines } from '../src/demonstration/goods/lines.ts'
import { askedPairs, rank } from '../src/idea/rules-alike.ts'
import { candidatesFor } from '../src/idea/store-alike.ts'
import { openDatabase, openPool } from '../src/platform/db.ts'
import { migrate, readMigrations } from '../src/platform/migrate.ts'
import { startPostgres } from '../src/platform/postgres.ts'
import { loadUnits } from '../src/territory/load.ts'
import type { Measured } from './measure.ts'

const products = 200_000
const targetMs = 50

const goods = lines.flatMap((line) => line.goods)
const places = [
  'Măng Đen',
  'Đắk Hà',
  'Mường Lò',
  'Tây Yên Tử',
  'Gò Công',
  'Sa Pa',
  'Kỳ Sơn',
  'Ba Tơ',
  'Cát Bà',
  'Na Rì',
]
const names = [
  'Hương',
  'Bà Thu',
  'Cô Minh',
  'Tâm Thanh',
  'Nam Sơn',
  'Hải Lộc',
  'Phúc Xuân',
  'Lan Mai',
  'Đào Trúc',
  'Nguyên',
]

// Ninety goods under the names of ten places and ten makers, ten times each kind of twin: as crowded as the country is.
const fill = `
insert into product.product (id, slug, producer_id, name, group_text, group_no, summary, commune_code, commune_on, described_at, described_by, sample)
  select 'p' || i, 'san-pham-' || i, 'c' || i / 2,
    concat_ws(' ', g.name, ($3::text[])[1 + (i / 90) % 10], case when i % 3 > 0 then ($4::text[])[1 + (i / 900) % 10] end),
    '26-2026', g.group_no, g.summary, u.code, '2026-11-24', now(), 'x', true
  from generate_series(0, ${products - 1}) i
  join unnest($1::text[], $2::text[], $5::text[]) with ordinality g (name, summary, group_no, n) on g.n = 1 + i % ${goods.length}
  join (select row_number() over (order by code) as n, code from territory.pub_commune_today) u on u.n = 1 + i % 3300`

/** Milliseconds from an idea to its look-alikes with reasons, near and in the whole country; the 95th of a hundred ideas. */
export async function measureLookAlike(): Promise<Measured> {
  const directory = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const postgres = await startPostgres(directory)
  try {
    const pool = openPool(postgres.urlOf('postgres'), { max: 2 })
    await migrate(pool, readMigrations(join(import.meta.dirname, '..', 'migrations')))
    const runs = { db: openDatabase(pool) }
    await loadUnits(runs)
    const columns = [goods.map(({ name }) => name), goods.map(({ summary }) => summary), places, names]
    await pool.query('set session_replication_role = replica')
    await pool.query('drop index product.product_pairs')
    await pool.query(fill, [...columns, goods.map(({ group }) => String(group))])
    await pool.query('set session_replication_role = origin')
    await pool.query('create index product_pairs on product.product using gin (pairs)')
    await pool.query('vacuum analyze')
    const took: number[] = []
    for (let round = 0; round < 110; round++) {
      const good = goods[(round * 37) % goods.length]
      if (!good) continue
      const title = `${good.name} ${places[round % places.length]}`
      const asked = {
        title,
        material: good.summary,
        description: '',
        groupNo: String(good.group),
        commune: '23473',
        province: '51',
      }
      const began = performance.now()
      const found = rank(
        asked,
        await candidatesFor(runs, { title, pairs: askedPairs(asked), commune: '23473', except: '' }),
      )
      took.push(performance.now() - began)
      if (found.elsewhere.length === 0) throw new Error(`Nothing is like ${title}`)
    }
    await pool.end()
    const sorted = took.slice(10).toSorted((left, right) => left - right)
    const value = sorted[Math.floor(sorted.length * 0.95)] ?? 0
    return {
      name: `Look-alikes among ${products.toLocaleString('en')} products, p95 (ms)`,
      value: value.toFixed(0),
      target: '≤ 50',
      met: value <= targetMs,
    }
  } finally {
    await postgres.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}
