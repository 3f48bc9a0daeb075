import type { Command } from 'commander'
import { readDate } from '../kernel/civil-date.ts'
import { readConfig } from '../platform/config.ts'
import { exitCodes, print } from '../platform/console.ts'
import type { WithContext } from '../platform/console.ts'
import { checkTexts, dayOf } from './actions-read.ts'
import { isInForce } from './rules.ts'
import { certificateStatuses } from './model.ts'
import type { CertificateStatus, Verdict } from './model.ts'

/** `ocop certificate verify TEXT`: what a number, a code, a bar code or the address behind a QR code stands for. */
export function addRecognitionCommands(program: Command, withContext: WithContext): void {
  program
    .command('certificate')
    .description('Giấy chứng nhận')
    .command('verify <text>')
    .description('Kiểm tra số giấy, mã sản phẩm, mã vạch hoặc địa chỉ trong mã QR')
    .option('--at <date>', 'tình trạng vào ngày này (2026-11-24 hoặc 24/11/2026)')
    .option('--json', 'in kết quả dạng JSON')
    .action(async (text: string, options: { at?: string; json?: boolean }) => {
      const at = options.at === undefined ? undefined : readDate(options.at)
      if (options.at !== undefined && at === undefined) {
        process.stderr.write('Ngày chưa đúng, ví dụ 2026-11-24.\n')
        process.exitCode = exitCodes.usage
        return
      }
      const { publicUrl } = readConfig(process.env)
      const answer = await withContext(async (ctx) => {
        const [finding] = await checkTexts(ctx, [text], publicUrl, dayOf(ctx, at))
        const { verdict = 'cannot-tell', reason = '', certificate } = finding ?? {}
        return { verdict, reason, number: certificate?.number ?? null, checkedAt: ctx.now }
      })
      print(options.json === true, answer, [answer.reason])
      process.exitCode = stands(answer.verdict) ? exitCodes.ok : exitCodes.refused
    })
}

function stands(verdict: Verdict): boolean {
  return (certificateStatuses as readonly string[]).includes(verdict) && isInForce(verdict as CertificateStatus)
}
