import { Hono } from 'hono'
import { orMissing } from '../kernel/refusal.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { producerById } from '../producer/actions.ts'
import { productById } from '../product/actions.ts'
import { placeName } from '../territory/actions.ts'
import { paths } from '../ui/paths.ts'
import { wholeDossier } from './actions.ts'
import type { Whole } from './model.ts'
import { printForm, printedForms } from './print.ts'
import type { PrintFacts } from './print.ts'

export const dossierPrints = new Hono<Env>().get(paths.dossier.print(':id', ':form'), async (c) => {
  const form = orMissing(printedForms.find((one) => one === param(c, 'form')))
  const whole = await wholeDossier(c.var.ctx, param(c, 'id'))
  const pdf = await printForm(form, await factsForPrint(c, whole))
  return c.body(Buffer.from(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="mau-${form}.pdf"`,
  })
})

/** The names a form prints, from the register of today. */
export async function factsForPrint({ var: { ctx } }: Request, whole: Whole): Promise<PrintFacts> {
  const { dossier } = whole
  const [product, producer, commune, province] = await Promise.all([
    productById(ctx, dossier.productId),
    producerById(ctx, dossier.producerId),
    placeName(ctx, dossier.communeToday ?? dossier.communeCode, ctx.today),
    placeName(ctx, dossier.provinceToday ?? dossier.provinceCode, ctx.today),
  ])
  return {
    whole,
    product: { name: orMissing(product).name, code: null },
    producer: orMissing(producer),
    commune: commune ?? '',
    province: province ?? '',
    on: dossier.filedOn ?? ctx.today,
  }
}
