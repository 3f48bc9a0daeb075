import { Hono } from 'hono'
import { civilDateOf } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { producerById } from '../producer/actions.ts'
import { productById } from '../product/actions.ts'
import { unitAt } from '../territory/actions.ts'
import { paths } from '../ui/paths.ts'
import { wholeDossier } from './actions.ts'
import type { Whole } from './model.ts'
import { printForm, printedForms } from './print.ts'
import type { PrintFacts, PrintedForm } from './print.ts'

export const dossierPrints = new Hono<Env>().get(paths.dossier.print(':id', ':form'), async (c) => {
  const form = orMissing(printedForms.find((one) => one === param(c, 'form')))
  const whole = await wholeDossier(c.var.ctx, param(c, 'id'))
  const facts = await factsForPrint(c, whole)
  const pdf = await printForm(form, { ...facts, on: printedOn(form, whole) ?? c.var.ctx.today })
  return c.body(Buffer.from(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="mau-${form}.pdf"`,
  })
})

/** The day a form bears: forms 01 and 02 that of filing, form 03 that of the commune's signature; none while a draft. */
function printedOn(form: PrintedForm, { dossier, steps }: Whole): CivilDate | undefined {
  if (form !== '03') return dossier.filedOn ?? undefined
  const signed = steps.findLast(({ act }) => act === 'report-from-commune')
  return signed && civilDateOf(signed.at)
}

/** The unit of today; as it was called when the dossier was filed while nobody settled where it now belongs. */
async function nameOf(ctx: Context, today: string | null, code: string, on: CivilDate): Promise<string> {
  const unit = await (today === null ? unitAt(ctx, code, on) : unitAt(ctx, today, ctx.today))
  return unit?.fullName ?? ''
}

/** The names a form prints, from the register of today. */
export async function factsForPrint({ var: { ctx } }: Request, whole: Whole): Promise<PrintFacts> {
  const { dossier } = whole
  const [product, producer, commune, province] = await Promise.all([
    productById(ctx, dossier.productId),
    producerById(ctx, dossier.producerId),
    nameOf(ctx, dossier.communeToday, dossier.communeCode, dossier.communeOn),
    nameOf(ctx, dossier.provinceToday, dossier.provinceCode, dossier.communeOn),
  ])
  return {
    whole,
    product: { name: orMissing(product).name, code: null },
    producer: orMissing(producer),
    commune,
    province,
    on: dossier.filedOn ?? ctx.today,
  }
}
