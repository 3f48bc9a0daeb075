import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { country } from '../kernel/actor.ts'
import { showDate, showMoment } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { Refused, orRefuse } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import { placeByCode } from '../statistics/actions.ts'
import type { Place } from '../statistics/model.ts'
import { provincesToday } from '../territory/actions.ts'
import { exchangeAccess } from './access.ts'
import { csvLine } from '../platform/csv.ts'
import { reportFormats } from './model.ts'
import type { ReportForm, ReportFormat } from './model.ts'
import { reportForms } from './report-forms.ts'
import { judgeReportDay } from './rules.ts'
import { reportedProducts } from './store-report.ts'
import { spreadsheets } from './spreadsheet.ts'

interface Asked {
  readonly at: CivilDate
  readonly place: Place
}

/** The provinces of which this person may take a report; the whole country besides for those who see all of it. */
export async function placesToReport(ctx: Context): Promise<{ code: string; name: string }[]> {
  const all = [{ code: country, name: 'Cả nước' }, ...(await provincesToday(ctx))]
  return all.filter(({ code }) => exchangeAccess['read-report'](ctx.actor, { unit: code, province: code }))
}

/** One form filled for a place as of a day. @throws {Refused} for a place that is not theirs: as if there were none. */
export async function report(ctx: Context, form: ReportForm, code: string, at: CivilDate, format: ReportFormat) {
  if (!(await placesToReport(ctx)).some((place) => place.code === code)) throw new Refused({ code: 'kernel/not-found' })
  return reportStream(ctx, form, { at, place: await placeByCode(ctx, code) }, format)
}

/** Every form in every format as files of a directory. */
export async function exportReports(
  ctx: Context,
  directory: string,
  { code, typedDay }: { code: string; typedDay: string | undefined },
): Promise<string[]> {
  const asked = { at: orRefuse(judgeReportDay(typedDay ?? ctx.today, ctx.today)), place: await placeByCode(ctx, code) }
  await mkdir(directory, { recursive: true })
  const written: string[] = []
  for (const form of reportForms) {
    for (const format of reportFormats) {
      const path = join(directory, `${form.id}-${asked.place.code}-${asked.at}.${format}`)
      await pipeline(await reportStream(ctx, form, asked, format), createWriteStream(path))
      written.push(path)
    }
  }
  return written
}

/** What the file says of itself stands above the table: the form, the place, the day and what a row is. */
async function reportStream(ctx: Context, form: ReportForm, asked: Asked, format: ReportFormat): Promise<Readable> {
  const products = await reportedProducts(ctx, asked.at, asked.place)
  const about = [
    [form.title],
    [`Địa bàn: ${asked.place.name}. Tính đến ngày ${showDate(asked.at)}. Lập lúc ${showMoment(ctx.now)}.`],
    [`Định nghĩa: ${form.definition}`],
  ]
  const rows = products.map((product, index) => form.row(product, { at: asked.at, index }))
  const all = [...about, form.columns, ...rows]
  if (format === 'csv')
    return Readable.from(
      all.map((cells) => `${csvLine(cells)}\r\n`),
      { objectMode: false },
    )
  const stream = new PassThrough()
  void writeSheet(stream, all).catch((error: unknown) => stream.destroy(error as Error))
  return stream
}

async function writeSheet(stream: PassThrough, rows: readonly (readonly unknown[])[]): Promise<void> {
  const { WorkbookWriter } = await spreadsheets()
  const book = new WorkbookWriter({ stream })
  const sheet = book.addWorksheet('Báo cáo')
  for (const cells of rows) sheet.addRow(cells).commit()
  sheet.commit()
  await book.commit()
}
