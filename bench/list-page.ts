import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { openDatabase, openPool } from '../src/platform/db.ts'
import { migrate, readMigrations } from '../src/platform/migrate.ts'
import { startPostgres } from '../src/platform/postgres.ts'
import { loadUnits } from '../src/territory/load.ts'
import type { Measured } from './measure.ts'
import { median } from './measure.ts'

const products = 20_000
const rounds = 3
const seconds = 4

const fill = `
insert into catalogue.listing (product_id, slug, code, name, summary, producer_id, producer_slug, producer_name, producer_kind, group_text,
    group_no, commune_code, commune_name, province_code, province_name, number, stars, issued_on, last_day, expires_on, decision_number,
    authority, sample, folded)
  select 'p' || i, 'san-pham-' || i, null, 'Sản phẩm mẫu số ' || i, 'Mô tả ngắn', 'c' || (i / 2), 'chu-the-' || (i / 2),
    'Hợp tác xã mẫu số ' || (i / 2), 'cooperative', '26-2026', (1 + i % 26)::text, u.code, u.name, u.province_code, u.province_name,
    'OCOP-' || i, 3 + (i % 20) / 14, current_date - (i % 1500), current_date - (i % 1500) + 1095, current_date - (i % 1500) + 1095,
    '1/QĐ-UBND', 'Ủy ban nhân dân tỉnh', true, public.vn_fold('Sản phẩm mẫu số ' || i)
  from generate_series(1, ${products}) i
  join (select row_number() over (order by code) as n, * from territory.pub_commune_today) u on u.n = 1 + i % 3321`

/** Requests a second of the list page against a bare JSON list on the same rows, interleaved, pages varied. */
export async function measureListPage(): Promise<Measured> {
  const directory = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const postgres = await startPostgres(directory)
  const url = postgres.urlOf('postgres')
  try {
    const pool = openPool(url, { max: 2 })
    await migrate(pool, readMigrations(join(import.meta.dirname, '..', 'migrations')))
    await loadUnits({ db: openDatabase(pool) })
    await pool.query(fill)
    await pool.query('vacuum analyze')
    await pool.end()
    const [page, bare] = await Promise.all([startServer('page', url), startServer('bare', url)])
    try {
      return await compare(page.port, bare.port)
    } finally {
      page.child.kill()
      bare.child.kill()
    }
  } finally {
    await postgres.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

async function compare(page: number, bare: number): Promise<Measured> {
  const ratios: number[] = []
  for (let round = 0; round < rounds; round++) {
    const ours = await requestsASecond(`http://127.0.0.1:${page}/san-pham`)
    const theirs = await requestsASecond(`http://127.0.0.1:${bare}/`)
    ratios.push(ours / theirs)
  }
  const ratio = median(ratios)
  return {
    name: `List page (HTML, 20 cards, filters, counts) at ${products.toLocaleString('en')} products ÷ bare JSON list`,
    value: ratio.toFixed(2),
    target: '≥ 0.50',
    met: ratio >= 0.5,
  }
}

async function requestsASecond(url: string): Promise<number> {
  const requests = Array.from({ length: 20 }, (_, index) => ({ path: `${new URL(url).pathname}?trang=${index + 1}` }))
  const result = await autocannon({ url, connections: 8, duration: seconds, requests })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} bad answers, ${result.errors} errors`)
  return result.requests.average
}

function startServer(kind: 'page' | 'bare', url: string): Promise<{ port: number; child: ChildProcess }> {
  const root = join(import.meta.dirname, '..')
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--import',
      join(root, 'src/platform/tsx-loader.ts'),
      join(root, 'bench/list-server.ts'),
      kind,
      url,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  return new Promise((settle, fail) => {
    child.stdout.once('data', (text: Buffer) => settle({ port: Number(text.toString().trim()), child }))
    child.once('exit', (code) => fail(new Error(`list-server ${kind} ended with ${code}`)))
  })
}
