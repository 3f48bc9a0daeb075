import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { orMissing } from '../kernel/refusal.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env } from '../platform/web.ts'
import { PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import { tagOf, textOf } from './actions-open.ts'
import { datasetById, datasets } from './datasets.ts'
import { datasetFormats } from './model.ts'
import { catalogueJson, schemaJson } from './open-catalogue.ts'
import { OpenDataView } from './views-open.tsx'

const types = { csv: 'text/csv; charset=utf-8; header=present', json: 'application/json; charset=utf-8' }

/** Sets that anybody may take away, with their schema and licence. */
export const openDataPages = new Hono<Env>()
  .get(paths.exchange.openData(), (c) =>
    c.html(
      <PublicPage
        {...frame(c)}
        title="Dữ liệu mở"
        crumbs={[{ label: 'Trang chủ', href: paths.home() }, { label: 'Dữ liệu mở' }]}
      >
        <OpenDataView datasets={datasets} />
      </PublicPage>,
    ),
  )
  .get(paths.exchange.openCatalogue(), (c) =>
    c.body(JSON.stringify(catalogueJson(datasets, c.var.publicUrl, c.var.ctx.today), null, 2), 200, {
      'Content-Type': 'application/ld+json; charset=utf-8',
    }),
  )
  .get(paths.exchange.datasetSchema(':id'), (c) => {
    const dataset = orMissing(datasetById(param(c, 'id')))
    return c.body(JSON.stringify(schemaJson(dataset, c.var.publicUrl), null, 2), 200, {
      'Content-Type': 'application/csvm+json; charset=utf-8',
    })
  })
  .get('/du-lieu-mo/:file', async (c) => {
    const [id = '', ending = ''] = param(c, 'file').split('.')
    const format = orMissing(datasetFormats.find((one) => one === ending))
    const dataset = orMissing(datasetById(id))
    const { ctx } = c.var
    const tag = await tagOf(ctx, dataset, format)
    const headers = { ETag: tag, 'Cache-Control': 'public, max-age=0, must-revalidate' }
    if (c.req.header('If-None-Match')?.includes(tag)) return c.body(null, 304, headers)
    const bytes = Readable.toWeb(Readable.from(textOf(ctx, dataset, format), { objectMode: false }))
    return c.body(bytes as ReadableStream, 200, {
      ...headers,
      'Content-Type': types[format],
      'Content-Disposition': `attachment; filename="ocop-${id}-${ctx.today}.${format}"`,
      Link: `<${c.var.publicUrl}${paths.exchange.datasetSchema(id)}>; rel="describedby"`,
    })
  })
