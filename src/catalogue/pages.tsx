import { Hono } from 'hono'
import { growingFrame, recordFrame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import { browse, inForceByProvince, placeChoices, producerPage, productPage } from './actions.ts'
import { groupName, leavesOf } from './groups.ts'
import { CatalogueQuery } from './model.ts'
import { filterOf } from './rules.ts'
import { CatalogueList } from './views-list.tsx'
import { MapPage } from './views-map.tsx'
import { ProducerView } from './views-producer.tsx'
import { ProductView } from './views-product.tsx'

const home = { label: 'Trang chủ', href: paths.home() }
const list = { label: 'Sản phẩm', href: paths.catalogue.list() }

export const cataloguePages = new Hono<Env>()
  .get(paths.catalogue.list(), listPage)
  .get(paths.catalogue.product(':slug'), async (c) => {
    const found = await productPage(c.var.ctx, param(c, 'slug'))
    const { product } = found
    const group = {
      label: groupName(product.groupText, product.groupNo),
      href: paths.catalogue.list({ nhom: product.groupNo }),
    }
    return c.html(
      <PublicPage
        {...recordFrame(c, product)}
        title={product.name}
        description={product.summary}
        crumbs={[home, list, group, { label: product.name }]}
      >
        <ProductView {...found} today={c.var.ctx.today} publicUrl={c.var.publicUrl} />
      </PublicPage>,
    )
  })
  .get(paths.catalogue.producer(':slug'), async (c) => {
    const found = await producerPage(c.var.ctx, param(c, 'slug'))
    return c.html(
      <PublicPage
        {...recordFrame(c, found.producer)}
        title={found.producer.name}
        crumbs={[home, list, { label: found.producer.name }]}
      >
        <ProducerView {...found} today={c.var.ctx.today} />
      </PublicPage>,
    )
  })
  .get(paths.catalogue.map(), async (c) => {
    const [{ provinces }, counts] = await Promise.all([
      placeChoices(c.var.ctx, undefined),
      inForceByProvince(c.var.ctx),
    ])
    return c.html(
      <PublicPage {...growingFrame(c)} title="Bản đồ sản phẩm" crumbs={[home, { label: 'Bản đồ' }]}>
        <MapPage places={provinces} counts={counts} today={c.var.ctx.today} />
      </PublicPage>,
    )
  })

async function listPage(c: Request) {
  const asked = c.req.queries()
  const query = CatalogueQuery.parse({ ...c.req.query(), nhom: asked['nhom'], sao: asked['sao'] })
  const { ctx } = c.var
  const [answer, places] = await Promise.all([
    browse(ctx, filterOf(query, leavesOf), { page: query.trang, order: query.xep }),
    placeChoices(ctx, query.tinh),
  ])
  return c.html(
    <PublicPage
      {...growingFrame(c)}
      title="Sản phẩm OCOP"
      crumbs={[home, { label: 'Sản phẩm' }]}
      islands={['open-filters.js']}
    >
      <CatalogueList query={query} answer={answer} {...places} today={ctx.today} building={c.var.building} />
    </PublicPage>,
  )
}
