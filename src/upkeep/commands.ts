import { writeFile } from 'node:fs/promises'
import { SingleBar } from 'cli-progress'
import type { Command } from 'commander'
import { join } from 'node:path'
import { verifyBook } from '../audit/proof.ts'
import { openBookKey } from '../audit/signer.ts'
import { systemActor } from '../kernel/actor.ts'
import { Refused } from '../kernel/refusal.ts'
import { exitCodes, print } from '../platform/console.ts'
import type { Installation, WithInstallation } from '../platform/console.ts'
import { contextAt } from '../platform/context.ts'
import type { Context } from '../platform/context.ts'
import { openDatabase } from '../platform/db.ts'
import { certificateKeys } from '../platform/keys.ts'
import { migrate, migrationsDirectory, readMigrations } from '../platform/migrate.ts'
import { makeBackup } from './backup.ts'
import { noteOfBackup } from './checks-machine.ts'
import { examine } from './doctor.ts'
import type { Finding, Tell } from './model.ts'
import { restoreBackup } from './restore.ts'
import { refusals } from './words.ts'

interface Options {
  readonly json?: boolean
  readonly deep?: boolean
}

/** `ocop backup`, `restore`, `doctor` and `migrate`: what keeps an installation alive. */
export function addUpkeepCommands(program: Command, withData: WithInstallation): void {
  program
    .command('backup <thư-mục>')
    .description('Sao lưu nhất quán cơ sở dữ liệu, tệp và khóa vào một thư mục mới, khi hệ thống đang chạy cũng được')
    .option('--json', 'in kết quả dạng JSON')
    .action((directory: string, { json = false }: Options) => sayingRefusals(() => backup(withData, directory, json)))
  program
    .command('restore <thư-mục>')
    .description('Khôi phục một bản sao lưu vào chỗ trống: DATA_DIR mới, hoặc cơ sở dữ liệu mới của DATABASE_URL')
    .option('--json', 'in kết quả dạng JSON')
    .action((directory: string, { json = false }: Options) => sayingRefusals(() => restore(withData, directory, json)))
  program
    .command('doctor')
    .description('Tự kiểm tra: cơ sở dữ liệu, tệp, sổ ghi, việc nền, ổ đĩa, thư, văn bản')
    .option('--deep', 'đọc lại mọi tệp thay vì lấy mẫu 200 tệp')
    .option('--json', 'in kết quả dạng JSON')
    .action((options: Options) => doctor(withData, options))
  program
    .command('migrate')
    .description('Đưa cơ sở dữ liệu lên đúng phiên bản của chương trình')
    .option('--json', 'in kết quả dạng JSON')
    .action(async ({ json = false }: Options) => {
      const applied = await withData(({ pool }) => migrate(pool, readMigrations(migrationsDirectory)))
      const lines = applied.map((name) => `  ${name}`)
      print(json, { applied }, [
        applied.length === 0 ? 'Cơ sở dữ liệu đã đúng phiên bản.' : `Đã chạy ${applied.length} bước:`,
        ...lines,
      ])
    })
}

async function backup(withData: WithInstallation, directory: string, json: boolean): Promise<void> {
  const began = performance.now()
  const now = new Date().toISOString()
  const report = await withBar(json, (tell) =>
    withData(async (installation) => {
      // A key that was never made is made now, so that what is sealed later can be proven against this copy.
      openBookKey(join(installation.config.dataDirectory, 'keys'))
      const made = await makeBackup(installation, directory, { now, tell })
      await writeFile(noteOfBackup(installation.config.dataDirectory), JSON.stringify({ madeAt: now, directory }))
      return made
    }),
  )
  const { tables, rows, files, keys, bytes, lost } = report
  const seconds = ((performance.now() - began) / 1000).toFixed(1).replace('.', ',')
  print(json, report, [
    `Đã sao lưu vào ${directory} trong ${seconds} giây: ${tables} bảng, ${rows} dòng, ${files} tệp, ${keys} tệp khóa, ${megabytes(bytes)}.`,
    'Bản sao chứa dữ liệu cá nhân và khóa bí mật: cất ở nơi chỉ người vận hành mở được.',
    ...lost.map((hash) => `  Tệp ${hash} đã hỏng từ trước nên không có trong bản sao.`),
  ])
  if (lost.length > 0) process.exitCode = exitCodes.refused
}

async function restore(withData: WithInstallation, directory: string, json: boolean): Promise<void> {
  const program = readMigrations(migrationsDirectory)
  const { report, book } = await withBar(json, (tell) =>
    withData(async (installation) => {
      const done = await restoreBackup(installation, directory, { program, tell })
      const signer = openBookKey(join(installation.config.dataDirectory, 'keys'))
      return { report: done, book: await verifyBook(contextOf(installation), signer) }
    }),
  )
  const isSound = book.findings.length === 0
  print(json, { ...report, book: { entries: book.entries, batches: book.batches, findings: book.findings } }, [
    `Đã khôi phục bản sao lưu lúc ${report.madeAt}: ${report.tables} bảng, ${report.rows} dòng, ${report.files} tệp, ${report.keys} tệp khóa.`,
    ...(report.migratedFurther.length > 0 ? [`Đã cập nhật thêm ${report.migratedFurther.length} bước.`] : []),
    isSound
      ? `Sổ ghi nguyên vẹn: ${book.entries} dòng, ${book.batches} mẻ niêm phong.`
      : 'Sổ ghi trong bản sao KHÔNG nguyên vẹn: chạy bin/ocop audit verify.',
  ])
  if (!isSound) process.exitCode = exitCodes.refused
}

const marks = { fine: '✓', note: '·', fault: '✗' } as const

async function doctor(withData: WithInstallation, { json = false, deep = false }: Options): Promise<void> {
  const findings = await withBar(json, (tell) =>
    withData((installation) => examine(installation, contextOf(installation), { deep, tell })).catch(
      (error: Error): Finding[] => [
        {
          check: 'database',
          level: 'fault',
          sentence: `Không tới được cơ sở dữ liệu: ${error.message}`,
          advice: 'Xem DATABASE_URL, DATA_DIR/postgres.log, và máy chủ cơ sở dữ liệu có đang chạy không.',
        },
      ],
    ),
  )
  const faults = findings.filter(({ level }) => level === 'fault').length
  print(json, { faults, findings }, [
    ...findings.map(
      ({ level, sentence, advice }) => `${marks[level]} ${sentence}${advice === undefined ? '' : `\n    → ${advice}`}`,
    ),
    faults === 0 ? 'Không có lỗi nào.' : `${faults} lỗi cần xử lý.`,
  ])
  if (faults > 0) process.exitCode = exitCodes.refused
}

function contextOf({ config, pool, files }: Installation): Context {
  const keys = certificateKeys(config.dataDirectory)
  const surroundings = { db: openDatabase(pool), files, keys, actor: systemActor, reactsTo: new Set<string>() }
  return contextAt(surroundings, new Date().toISOString())
}

async function sayingRefusals(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    for (const { code, facts = {} } of error.refusals) console.error(refusals[code as keyof typeof refusals](facts))
    process.exitCode = exitCodes.refused
  }
}

/** A bar on a terminal while the act is under way; nothing where output is read by a program. */
async function withBar<Result>(json: boolean, act: (tell: Tell) => Promise<Result>): Promise<Result> {
  const bar = new SingleBar({ format: '{bar} {percentage} % {what}', stream: process.stderr, clearOnComplete: true })
  let isDrawn = false
  const tell: Tell = (done, total, what) => {
    if (json || !process.stderr.isTTY) return
    if (!isDrawn) bar.start(total, done, { what })
    isDrawn = true
    bar.setTotal(total)
    bar.update(done, { what })
  }
  try {
    return await act(tell)
  } finally {
    if (isDrawn) bar.stop()
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1).replace('.', ',')} MB`
}
