import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, openPool } from '../src/platform/db.ts'
import { migrate, readMigrations } from '../src/platform/migrate.ts'
import { startPostgres } from '../src/platform/postgres.ts'
import { checkLedger } from '../src/support/store-ledger.ts'
import type { Measured } from './measure.ts'
import { median } from './measure.ts'

const entries = 500_000
const targetSeconds = 5

// A hundred sources; of ten entries one allocates, five promise and four pay. Triggers rest while it is filled.
const fill = `
set session_replication_role = replica;
insert into support.source (id, unit_code, unit_on, kind, name, document, year, opened_by, opened_at, sample)
  select 's' || i, '51', '2026-01-01', 'local-budget', 'Nguồn ' || i, 'x', 2026, 'x', now(), true from generate_series(0, 99) i;
insert into support.entry (id, key, source_id, entitlement_id, kind, document, on_date, entered_by, entered_at)
  select 'n' || i, 'k' || i, 's' || (i / 10) % 100, case when i % 10 > 0 then 'e' || (i / 10) || '-' || (i - 1) % 5 end,
    case when i % 10 = 0 then 'allocation' when i % 10 < 6 then 'commitment' else 'payment' end, 'C' || i, '2026-11-24', 'x', now()
  from generate_series(0, ${entries - 1}) i;
insert into support.line (entry_id, position, source_id, account, amount)
  select n.id, p.position, n.source_id,
    case n.kind when 'allocation' then (array['funding', 'available'])[p.position]
      when 'commitment' then (array['available', 'committed'])[p.position] else (array['committed', 'paid'])[p.position] end,
    (case n.kind when 'allocation' then 100 else 10 end) * (case p.position when 1 then -1 else 1 end)
  from support.entry n cross join generate_series(1, 2) p (position);
insert into support.balance (source_id, account, amount) select source_id, account, sum(amount) from support.line group by 1, 2;
set session_replication_role = origin`

/** Seconds to read a million lines and find that every entry, balance and entitlement is in order. */
export async function measureLedgerCheck(): Promise<Measured> {
  const directory = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const postgres = await startPostgres(directory)
  try {
    const pool = openPool(postgres.urlOf('postgres'), { max: 2 })
    await migrate(pool, readMigrations(join(import.meta.dirname, '..', 'migrations')))
    await pool.query(fill)
    await pool.query('vacuum analyze')
    const runs = { db: openDatabase(pool) }
    const seconds: number[] = []
    for (let round = 0; round < 3; round++) {
      const began = performance.now()
      const { lines, unbalanced, drifted, overpaid } = await checkLedger(runs, null)
      seconds.push((performance.now() - began) / 1000)
      if (lines !== entries * 2 || unbalanced + drifted + overpaid > 0) throw new Error('The ledger was filled wrong')
    }
    await pool.end()
    const value = median(seconds)
    return {
      name: 'Check of a ledger of 1,000,000 lines (s)',
      value: value.toFixed(1),
      target: '≤ 5',
      met: value <= targetSeconds,
    }
  } finally {
    await postgres.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}
