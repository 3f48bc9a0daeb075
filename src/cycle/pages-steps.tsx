import { Hono } from 'hono'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env } from '../platform/web.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import { productSteps } from './actions-steps.ts'
import { ProductStepsView } from './views-steps.tsx'

export const cycleStepPages = new Hono<Env>().get(paths.cycle.product(':id'), signedIn, async (c) => {
  const cycle = await productSteps(c.var.ctx, param(c, 'id'))
  const { product, opens } = cycle
  const crumbs = [
    { label: product.name, ...(opens.product && { href: paths.product.file(product.id) }) },
    { label: 'Chu trình' },
  ]
  return c.html(
    <DeskPage {...frame(c)} title={`Chu trình của ${product.name}`} crumbs={crumbs}>
      <ProductStepsView {...cycle} today={c.var.ctx.today} />
    </DeskPage>,
  )
})
