import { readFileSync, statSync } from 'node:fs'
import type { Command } from 'commander'
import { addDays, civilDateOf, readDate, startOfDay } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { readConfig } from '../platform/config.ts'
import { exitCodes, print } from '../platform/console.ts'
import type { WithContext } from '../platform/console.ts'
import { judgeSigned } from '../ui/islands/credential.ts'
import type { Trusted } from '../ui/islands/credential.ts'
import { rotateKey } from './actions-offline.ts'
import { checkTexts, dayOf } from './actions-read.ts'
import { longestContent } from './check.ts'
import { certificateStatuses } from './model.ts'
import type { CertificateStatus, Verdict } from './model.ts'
import { isInForce } from './rules.ts'

interface Options {
  readonly keys?: string
  readonly status?: string
  readonly at?: string
  readonly json?: boolean
}

interface Answer {
  readonly verdict: Verdict
  readonly reason: string
  readonly number: string | null
  readonly checkedAt: string
  readonly statusAge: number | null
}

/** `ocop certificate …`: checks what a text stands for, by the register or with two files and no network; changes keys. */
export function addRecognitionCommands(program: Command, withContext: WithContext): void {
  const certificate = program.command('certificate').description('Giấy chứng nhận')
  certificate
    .command('verify <text>')
    .description('Kiểm tra nội dung mã QR, số giấy, mã sản phẩm, mã vạch, hoặc tệp chứa một trong số đó')
    .option('--keys <file>', 'kiểm tra không cần hệ thống, với khóa công khai tải từ /.well-known/ocop-keys.json')
    .option('--status <file>', 'danh sách tình trạng tải từ /api/v1/status-list; chỉ dùng cùng --keys')
    .option('--at <date>', 'tình trạng vào cuối ngày này (2026-11-24 hoặc 24/11/2026)')
    .option('--json', 'in kết quả dạng JSON')
    .action((text: string, options: Options) => verify(text, options, withContext))
  certificate
    .command('rotate-key')
    .description('Tạo khóa ký mới; khóa cũ thôi ký, giấy đã in vẫn kiểm tra được')
    .option('--json', 'in kết quả dạng JSON')
    .action(async ({ json = false }: { json?: boolean }) => {
      const { from, to } = await withContext(rotateKey)
      print(json, { from, to }, [`Khóa đang ký: ${to}. Khóa ${from} thôi ký; khóa công khai của nó còn được công bố.`])
    })
}

async function verify(given: string, { keys, status, at: typed, json = false }: Options, withContext: WithContext) {
  const at = typed === undefined ? undefined : readDate(typed)
  if (typed !== undefined && at === undefined) return misused('Ngày chưa đúng, ví dụ 2026-11-24.')
  if (status !== undefined && keys === undefined) return misused('Dùng --status cùng với --keys.')
  const text = contentOf(given)
  const trusted = keys === undefined ? undefined : trustedFrom(keys, status)
  if (typeof trusted === 'string') return misused(trusted)
  const answer = trusted === undefined ? await ask(text, at, withContext) : await prove(text, trusted, at)
  print(json, answer, [answer.reason])
  process.exitCode = stands(answer.verdict) ? exitCodes.ok : exitCodes.refused
}

function misused(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = exitCodes.usage
}

/** The text itself, or what stands in the file of that name; a file too large for any content is not read. */
function contentOf(given: string): string {
  const file = given.length < 1_000 ? statSync(given, { throwIfNoEntry: false }) : undefined
  if (!file?.isFile()) return given
  return file.size > 2 * longestContent ? 'x'.repeat(longestContent + 1) : readFileSync(given, 'utf8').trim()
}

/** What was fetched before, or the sentence that says which file cannot be used. */
function trustedFrom(keysFile: string, statusFile: string | undefined): Trusted | string {
  let keys: Trusted['keys']
  try {
    keys = (JSON.parse(readFileSync(keysFile, 'utf8')) as { keys: Trusted['keys'] }).keys
  } catch {
    return `Không đọc được tệp khóa ${keysFile}.`
  }
  if (!Array.isArray(keys) || keys.some((key) => typeof key?.kid !== 'string'))
    return `Tệp ${keysFile} không phải danh sách khóa công khai.`
  try {
    return { keys, list: statusFile === undefined ? undefined : new Uint8Array(readFileSync(statusFile)) }
  } catch {
    return `Không đọc được danh sách tình trạng ${statusFile}.`
  }
}

async function prove(text: string, trusted: Trusted, at: CivilDate | undefined): Promise<Answer> {
  const now = new Date()
  // The end of a day that is over; of today, this moment.
  const end = at === undefined ? now : new Date(Date.parse(startOfDay(addDays(at, 1))) - 1)
  const moment = at !== undefined && at === civilDateOf(now.toISOString()) ? now : end
  const { verdict, reason, certificate, statusAge } = await judgeSigned(text, trusted, moment)
  return { verdict, reason, number: certificate?.number ?? null, checkedAt: now.toISOString(), statusAge }
}

function ask(text: string, at: CivilDate | undefined, withContext: WithContext): Promise<Answer> {
  const { publicUrl } = readConfig(process.env)
  return withContext(async (ctx) => {
    const [finding] = await checkTexts(ctx, [text], publicUrl, dayOf(ctx, at))
    const { verdict = 'cannot-tell', reason = '', certificate } = finding ?? {}
    return { verdict, reason, number: certificate?.number ?? null, checkedAt: ctx.now, statusAge: 0 }
  })
}

function stands(verdict: Verdict): boolean {
  return (certificateStatuses as readonly string[]).includes(verdict) && isInForce(verdict as CertificateStatus)
}
