import type { Installation } from '../platform/console.ts'
import type { Context } from '../platform/context.ts'
import { migrationsDirectory, readMigrations } from '../platform/migrate.ts'
import { checkBook, checkFiles, checkJobs, checkLaw, checkMigrations, checkServer } from './checks-data.ts'
import { checkBackup, checkDisk, checkKeys, checkMail } from './checks-machine.ts'
import { checkReplica } from './checks-replica.ts'
import type { Finding, Tell } from './model.ts'

/** Everything in order; what reads records is asked only when their tables are those of this program. */
export async function examine(
  { config, pool }: Installation,
  ctx: Context,
  { deep, tell }: { deep: boolean; tell: Tell },
): Promise<Finding[]> {
  const migrations = await checkMigrations(pool, readMigrations(migrationsDirectory))
  const ofRecords: [string, () => Promise<Finding | Finding[]>][] =
    migrations.level === 'fine'
      ? [
          ['sổ ghi', () => checkBook(ctx, config.dataDirectory)],
          ['việc nền', () => checkJobs(ctx)],
          ['tệp', () => checkFiles(ctx, { deep })],
        ]
      : []
  const checks: typeof ofRecords = [
    ['cơ sở dữ liệu', () => checkServer(ctx)],
    ['bản sao chỉ đọc', () => checkReplica(ctx, config)],
    ...ofRecords,
    ['khóa', () => checkKeys(config)],
    ['ổ đĩa', () => checkDisk(config)],
    ['thư', () => checkMail(config)],
    ['sao lưu', () => checkBackup(config, ctx.now)],
    ['văn bản', async () => checkLaw()],
  ]
  const findings: Finding[] = [migrations]
  for (const [index, [what, check]] of checks.entries()) {
    tell(index, checks.length, what)
    findings.push(...[await check()].flat())
  }
  return findings
}
