import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { readConfig } from '../platform/config.ts'
import { exitCodes, print } from '../platform/console.ts'
import type { WithContext } from '../platform/console.ts'
import type { Context } from '../platform/context.ts'
import type { Verification } from './model.ts'
import { exportBook, verifyBook } from './proof.ts'
import { openBookKey } from './signer.ts'
import type { Signer } from './signer.ts'
import { findingSentence } from './words.ts'

export function addAuditCommands(program: Command, withContext: WithContext): void {
  program
    .command('audit')
    .description('Sổ ghi các việc đã làm')
    .command('verify')
    .description('Chứng minh sổ ghi chưa bị sửa, xóa, đổi chỗ hay cắt bớt')
    .option('--export <tệp>', 'xuất sổ đã niêm phong ra tệp JSON từng dòng, kiểm được bằng tools/verify-book.mjs')
    .option('--json', 'in kết quả dạng JSON')
    .action(async ({ export: file, json = false }: { export?: string; json?: boolean }) => {
      const signer = openBookKey(join(readConfig(process.env).dataDirectory, 'keys'))
      const result = await withContext(async (ctx) => {
        if (file !== undefined) await writeExport(ctx, signer, file)
        return verifyBook(ctx, signer)
      })
      print(json, { ...result, keyId: signer.keyId, publicKey: signer.publicKey }, linesOf(result, signer))
      if (result.findings.length > 0) process.exitCode = exitCodes.refused
    })
}

function linesOf({ batches, entries, unsealed, head, findings }: Verification, { publicKey }: Signer): string[] {
  const size = `${entries} dòng, ${batches} mẻ niêm phong, ${unsealed} dòng chờ niêm phong`
  const end = head === undefined ? [] : [`Đầu sổ: ${head.number}:${head.hash}`]
  if (findings.length === 0) return [`Sổ ghi nguyên vẹn: ${size}.`, ...end, `Khóa công khai: ${publicKey}`]
  return [`Sổ ghi KHÔNG nguyên vẹn (${size}):`, ...findings.map((finding) => `  - ${findingSentence(finding)}`), ...end]
}

/** Written aside and renamed when whole: half an export would look like a cut book. */
async function writeExport(ctx: Context, signer: Signer, file: string): Promise<void> {
  const handle = await open(`${file}.part`, 'w')
  try {
    await exportBook(ctx, signer, async (line) => void (await handle.write(`${line}\n`)))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${file}.part`, file)
}
