import { join } from 'node:path'
import type pg from 'pg'
import { openBookKey } from '../audit/signer.ts'
import { verifyBook } from '../audit/proof.ts'
import { findingSentence } from '../audit/words.ts'
import type { Context } from '../platform/context.ts'
import { guard } from '../platform/migrate.ts'
import type { Migration } from '../platform/migrate.ts'
import { lawCheck } from '../regime/check.ts'
import type { Finding } from './model.ts'
import * as health from './store-health.ts'
import { appliedMigrations } from './store.ts'

const oldestVersion = 150_000
const clockDrift = 5_000

/** The server: version, extensions, order of letters, durability, clock. */
export async function checkServer(ctx: Context): Promise<Finding[]> {
  const facts = await health.serverFacts(ctx)
  const faults: Finding[] = []
  const fault = (sentence: string, advice: string) =>
    faults.push({ check: 'database', level: 'fault', sentence, advice })
  if (facts.version < oldestVersion)
    fault(`PostgreSQL ${facts.versionName} cũ hơn mức hỗ trợ.`, 'Nâng lên PostgreSQL 15 hoặc mới hơn.')
  for (const name of ['pg_trgm', 'unaccent'])
    if (!facts.extensions.includes(name))
      fault(`Thiếu phần mở rộng ${name}.`, `Chạy CREATE EXTENSION ${name} bằng tài khoản quản trị.`)
  if (!facts.vietnameseOrder) fault('Thiếu thứ tự chữ cái tiếng Việt (vi-x-icu).', 'Dùng bản PostgreSQL có hỗ trợ ICU.')
  if (facts.staleCollations.length > 0)
    fault(
      `Thư viện sắp chữ đã đổi từ khi tạo cơ sở dữ liệu (${facts.staleCollations.slice(0, 3).join(', ')}).`,
      'Chạy REINDEX DATABASE rồi ALTER COLLATION … REFRESH VERSION.',
    )
  if (facts.encoding !== 'UTF8') fault(`Bảng mã là ${facts.encoding}.`, 'Tạo cơ sở dữ liệu với ENCODING UTF8.')
  if (!facts.durable)
    fault('fsync hoặc full_page_writes đang tắt: mất điện có thể mất dữ liệu.', 'Bật lại cả hai trong postgresql.conf.')
  if (facts.isReplica) fault('DATABASE_URL trỏ tới một bản sao chỉ đọc.', 'Trỏ DATABASE_URL tới máy chủ chính.')
  const drift = Math.abs(Date.parse(facts.now) - Date.now())
  if (drift > clockDrift)
    fault(`Đồng hồ máy này lệch đồng hồ cơ sở dữ liệu ${Math.round(drift / 1000)} giây.`, 'Bật đồng bộ giờ (NTP).')
  if (faults.length > 0) return faults
  return [{ check: 'database', level: 'fine', sentence: `PostgreSQL ${facts.versionName}, đủ phần mở rộng, đúng giờ.` }]
}

export async function checkMigrations(pool: pg.Pool, program: readonly Migration[]): Promise<Finding> {
  const client = await pool.connect()
  try {
    const applied = await appliedMigrations(client)
    guard(applied, program)
    const waiting = program.length - applied.length
    if (waiting === 0) return { check: 'migrations', level: 'fine', sentence: `Đủ ${applied.length} bước cập nhật.` }
    return {
      check: 'migrations',
      level: 'fault',
      sentence: `Còn ${waiting} bước cập nhật cơ sở dữ liệu chưa chạy.`,
      advice: 'Sao lưu, rồi chạy bin/ocop migrate hoặc khởi động lại hệ thống.',
    }
  } catch (error) {
    return {
      check: 'migrations',
      level: 'fault',
      sentence: (error as Error).message,
      advice: 'Dùng đúng phiên bản chương trình của cơ sở dữ liệu này.',
    }
  } finally {
    client.release()
  }
}

/** Named files are there; of those there, a sample, or every one, still matches its hash. */
export async function checkFiles(ctx: Context, { deep }: { deep: boolean }): Promise<Finding> {
  const named = await health.namedFiles(ctx)
  // Spread evenly over the hashes, so over the age of files too.
  const step = deep ? 1 : Math.max(1, Math.floor(named.length / 200))
  const broken: string[] = []
  let read = 0
  for (const [index, hash] of named.entries()) {
    const isRead = index % step === 0
    if (isRead) read++
    const sound = isRead
      ? await ctx.files.get(hash).then(
          () => true,
          () => false,
        )
      : await ctx.files.has(hash)
    if (!sound) broken.push(hash)
  }
  if (broken.length === 0)
    return { check: 'files', level: 'fine', sentence: `Đủ ${named.length} tệp; đã đọc ${read} tệp, đều khớp mã băm.` }
  return {
    check: 'files',
    level: 'fault',
    sentence: `${broken.length} tệp mất hoặc hỏng, đầu tiên là ${broken[0]}.`,
    advice: 'Chép lại các tệp đó từ bản sao lưu gần nhất (thư mục files, tên tệp là mã băm).',
  }
}

/** A book that waits long for its seal means that no worker runs. */
export async function checkBook(ctx: Context, dataDirectory: string): Promise<Finding[]> {
  const { entries, batches, unsealed, findings } = await verifyBook(ctx, openBookKey(join(dataDirectory, 'keys')))
  if (findings.length === 0)
    return [
      {
        check: 'book',
        level: 'fine',
        sentence: `Sổ ghi nguyên vẹn: ${entries} dòng, ${batches} mẻ, ${unsealed} dòng chờ.`,
      },
    ]
  return findings.slice(0, 10).map((finding) => ({
    check: 'book',
    level: 'fault',
    sentence: `Sổ ghi không nguyên vẹn: ${findingSentence(finding)}.`,
    advice: 'Giữ nguyên hiện trạng, xuất sổ bằng bin/ocop audit verify --export, đối chiếu với bản sao lưu.',
  }))
}

export async function checkJobs(ctx: Context): Promise<Finding[]> {
  const { failed, failedCount, waiting, oldestMinutes, held } = await health.jobFacts(ctx)
  const found: Finding[] = []
  if (failedCount > 0)
    found.push({
      check: 'jobs',
      level: 'fault',
      sentence: `${failedCount} việc nền đã thôi thử lại, ví dụ ${failed.map(({ id, task, error }) => `${task} (số ${id}: ${error ?? 'không rõ'})`).join('; ')}.`,
      advice: 'Sửa nguyên nhân, rồi cho chạy lại: select graphile_worker.reschedule_jobs(array[số], attempts := 0).',
    })
  if (oldestMinutes >= 10)
    found.push({
      check: 'jobs',
      level: 'fault',
      sentence: `${waiting} việc nền đến hạn chưa ai làm, cũ nhất ${oldestMinutes} phút.`,
      advice: 'Khởi động hệ thống (npm start): việc nền chạy cùng máy chủ web.',
    })
  if (held > 0)
    found.push({
      check: 'jobs',
      level: 'note',
      sentence: `${held} việc nền bị giữ quá 4 giờ bởi một tiến trình đã mất.`,
      advice: 'Tự được thả; chỉ cần có tiến trình việc nền đang chạy.',
    })
  if (found.length > 0) return found
  return [
    { check: 'jobs', level: 'fine', sentence: `Không việc nền nào kẹt hay hỏng; ${waiting} việc đang chờ tới lượt.` },
  ]
}

export function checkLaw(): Finding {
  const faults = lawCheck().filter(({ severity }) => severity === 'fault')
  const [first] = faults
  if (!first) return { check: 'law', level: 'fine', sentence: 'Mọi bộ tiêu chí dùng để chấm đều cộng đủ và hợp lý.' }
  return {
    check: 'law',
    level: 'fault',
    sentence: `${faults.length} lỗi trong văn bản, đầu tiên ở ${first.where}: ${first.what}.`,
    advice: 'Chạy bin/ocop law check để xem đủ; chương trình này không nên dùng để chấm.',
  }
}
