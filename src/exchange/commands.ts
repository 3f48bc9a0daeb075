import type { Command } from 'commander'
import { Refused } from '../kernel/refusal.ts'
import { exitCodes, print } from '../platform/console.ts'
import type { WithContext } from '../platform/console.ts'
import { importRecognitions } from './actions.ts'
import { exportAll } from './actions-open.ts'
import { exportReports } from './actions-report.ts'
import { readList } from './list-file.ts'
import type { ListRow } from './model.ts'
import { writeReport } from './report-file.ts'
import { say } from './words.ts'

/** `ocop export DIR`: the sets of open data as files, the same text as the site gives. */
function addExport(program: Command, withContext: WithContext): void {
  program
    .command('export <directory>')
    .description('Ghi dữ liệu mở ra tệp (CSV và JSON)')
    .option('--report <noi>', 'thay vào đó ghi báo cáo theo mẫu (XLSX và CSV): mã tỉnh, mã vùng hoặc VN')
    .option('--at <ngay>', 'ngày của báo cáo, ví dụ 31/12/2025; mặc định là hôm nay')
    .option('--json', 'in kết quả dạng JSON')
    .action(async (directory: string, options: { report?: string; at?: string; json?: boolean }) => {
      const files = await withContext((ctx) =>
        options.report === undefined
          ? exportAll(ctx, directory)
          : exportReports(ctx, directory, { code: options.report, typedDay: options.at }),
      )
      print(options.json === true, { files }, files)
      process.exitCode = exitCodes.ok
    })
}

/** A file that is no readable list is told in words. */
async function readSaying(file: string): Promise<ListRow[]> {
  try {
    return await readList(file)
  } catch (error) {
    throw error instanceof Refused ? new Error(error.refusals.map(say).join(' '), { cause: error }) : error
  }
}

/** `ocop import recognitions FILE`: a list of published recognitions, decided row by row. */
export function addExchangeCommands(program: Command, withContext: WithContext): void {
  addExport(program, withContext)
  program
    .command('import')
    .description('Nhập dữ liệu từ danh sách cũ')
    .command('recognitions <file>')
    .description('Nhập danh sách công nhận đã công bố (CSV hoặc XLSX), báo cáo từng dòng')
    .option('--dry-run', 'chỉ xét, không ghi gì')
    .option('--report <csv>', 'ghi báo cáo từng dòng ra tệp CSV')
    .option('--json', 'in kết quả dạng JSON')
    .action(async (file: string, options: { dryRun?: boolean; report?: string; json?: boolean }) => {
      const list = await readSaying(file)
      const report = await withContext((ctx) =>
        importRecognitions(ctx, list, { fileName: file, dryRun: options.dryRun === true }),
      )
      if (options.report !== undefined) await writeReport(options.report, report)
      const { accepted, refused } = report.counts
      print(options.json === true, report, [
        ...(options.dryRun === true ? ['Chạy thử: chỉ xét, không ghi gì.'] : []),
        `${list.length} dòng: ${accepted} nhập được, ${report.counts['needs-person']} cần người xem, ${refused} không phải công nhận.`,
        ...report.rows.map(({ line, outcome, reason }) => `  dòng ${line}: ${outcome}, ${reason}`),
      ])
      process.exitCode = exitCodes.ok
    })
}
