import { Hono } from 'hono'
import { civilDateOf } from '../kernel/civil-date.ts'
import { orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import { param } from '../platform/web.ts'
import type { Env } from '../platform/web.ts'
import { paths } from '../ui/paths.ts'
import { dossierAccess, placeOf } from './access.ts'
import { wholeDossier } from './actions.ts'
import { asOfNow, filedCopiesOf, registerOf } from './actions-filed.ts'
import type { FiledCopy } from './model-filed.ts'
import type { Whole } from './model.ts'
import { printForm, printedForms } from './print.ts'
import type { PrintFacts, PrintedForm } from './print.ts'
import { copyFor, isOfCommune } from './submissions.ts'

/** `?lan=` a kept copy by its step, `?lan=nhap` the draft of today; without it what was filed last, if anything was. */
export const dossierPrints = new Hono<Env>().get(paths.dossier.print(':id', ':form'), async (c) => {
  const form = orMissing(printedForms.find((one) => one === param(c, 'form')))
  const whole = await wholeDossier(c.var.ctx, param(c, 'id'))
  const pdf = await printForm(form, await factsFor(c.var.ctx, whole, form, c.req.query('lan')))
  return c.body(Buffer.from(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${form === 'de-nghi' ? form : `mau-${form}`}.pdf"`,
  })
})

async function factsFor(ctx: Context, whole: Whole, form: PrintedForm, asked: string | undefined): Promise<PrintFacts> {
  const copies = await filedCopiesOf(ctx, whole.dossier.id)
  if (asked === 'nhap') return draftFacts(ctx, whole, form)
  const copy = copyFor(copies, form, asked)
  if (copy) return filedFacts(ctx, whole, copy)
  orMissing(asked === undefined || undefined)
  return draftFacts(ctx, whole, form)
}

/** What was kept, with the day of its step: printed again in ten years, it says the same. */
async function filedFacts(ctx: Context, { dossier }: Whole, copy: FiledCopy): Promise<PrintFacts> {
  const register = copy.content.register ?? (await registerOf(ctx, dossier))
  return { dossier, filed: copy.content, register, on: civilDateOf(copy.at), draft: false }
}

/** Only whoever writes a form sees it before it is handed in. */
async function draftFacts(ctx: Context, whole: Whole, form: PrintedForm): Promise<PrintFacts> {
  const right = isOfCommune(form) ? 'check-at-commune' : 'write'
  orMissing(dossierAccess[right](ctx.actor, placeOf(whole.dossier)) || undefined)
  const now = await asOfNow(ctx, whole)
  const { dossier, form03 } = whole
  return { dossier, filed: { ...now, form03 }, register: now.register, on: ctx.today, draft: true }
}
