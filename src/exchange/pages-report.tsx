import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { orMissing } from '../kernel/refusal.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import { placesToReport, report } from './actions-report.ts'
import { reportFormats } from './model.ts'
import { reportForm, reportForms } from './report-forms.ts'
import { judgeReportDay } from './rules.ts'
import { ReportsView } from './views-report.tsx'
import type { WrongDay } from './views-report.tsx'

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Reports in the shapes that the administration asks for, for officers. */
export const reportPages = new Hono<Env>()
  .get(paths.exchange.reports(), async (c) => {
    const places = await placesToReport(c.var.ctx)
    orMissing(places[0])
    return c.html(reportsPage(c, places))
  })
  .get(paths.exchange.report(':form'), async (c) => {
    const { ctx } = c.var
    const form = orMissing(reportForm(param(c, 'form')))
    const format = orMissing(reportFormats.find((one) => one === c.req.query('dang')))
    const place = c.req.query('noi') ?? ''
    const typed = c.req.query('ngay') ?? ''
    const places = await placesToReport(ctx)
    orMissing(places.find(({ code }) => code === place))
    const day = judgeReportDay(typed, ctx.today)
    if (!day.ok) {
      const wrong = { form: form.id, place, typed, sentence: c.var.sentence(day.refusal) }
      return c.html(reportsPage(c, places, wrong), 422)
    }
    const at = day.value
    const stream = await report(ctx, form, place, at, format)
    return c.body(Readable.toWeb(stream) as ReadableStream, 200, {
      'Content-Type': types[format],
      'Content-Disposition': `attachment; filename="${form.id}-${place}-${at}.${format}"`,
      'Cache-Control': 'no-store',
    })
  })

function reportsPage(c: Request, places: Awaited<ReturnType<typeof placesToReport>>, wrong?: WrongDay) {
  return (
    <DeskPage {...frame(c)} title="Báo cáo theo mẫu">
      <ReportsView forms={reportForms} places={places} today={c.var.ctx.today} wrong={wrong} />
    </DeskPage>
  )
}
