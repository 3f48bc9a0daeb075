import { Hono } from 'hono'
import { z } from 'zod'
import { readDate } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { orMissing } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { realFrame } from '../platform/frame.ts'
import { requiredText, typedDate } from '../platform/input.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { registerOfUnits, territoryAccess } from './access.ts'
import { changesDesk, provinceLines, searchEver, searchUnits, unitPageOf } from './actions-look-up.ts'
import { enterReform, settleUnit } from './actions-reform.ts'
import { UnitChanges } from './views-change.tsx'
import { UnitCard, UnitsSearch } from './views.tsx'

const ReformForm = z.object({
  document: requiredText(200, 'Hãy ghi số, ký hiệu văn bản.'),
  effectiveOn: typedDate,
  lines: z
    .string({ error: 'Hãy ghi các dòng đơn vị cũ → mới.' })
    .max(500_000, { error: 'Quá dài: tối đa 500.000 ký tự.' }),
})
const SettlementForm = z.object({
  oldCode: z.string({ error: 'Hãy ghi mã xã cũ.' }).regex(/^\d{5}$/, { error: 'Mã xã gồm 5 chữ số.' }),
  newCodes: requiredText(200, 'Hãy ghi mã xã hiện hành.'),
  basis: requiredText(200, 'Hãy ghi văn bản làm căn cứ.'),
})

const home = { label: 'Trang chủ', href: paths.home() }
const units = { label: 'Đơn vị hành chính', href: paths.territory.units() }

export const territoryPages = new Hono<Env>()
  .get(paths.territory.units(), (c) => searchPage(c))
  .get(paths.territory.changes(), (c) => changesPage(c))
  .post(paths.territory.changes(), (c) =>
    submit(
      allowed(c),
      ReformForm,
      async (input) => {
        await enterReform(c.var.ctx, input)
        return { to: paths.territory.changes(), say: `Đã ghi nghị quyết ${input.document}.` }
      },
      (reformTrouble) => changesBody(c, { reformTrouble }),
    ),
  )
  .post(paths.territory.settle(), (c) =>
    submit(
      allowed(c),
      SettlementForm,
      async ({ basis, ...input }) => {
        await settleUnit(c.var.ctx, { ...input, document: basis })
        return { to: paths.territory.changes(), say: `Đã ghi kết luận cho ${input.oldCode}.` }
      },
      (settleTrouble) => changesBody(c, { settleTrouble }),
    ),
  )
  .get(paths.territory.unit(':code'), (c) => unitPage(c))

async function searchPage(c: Request) {
  const { ctx } = c.var
  const q = (c.req.query('q') ?? '').trim().slice(0, 200)
  const { at, dayProblem } = dayOf(c)
  const inForce = q === '' ? { items: [], total: 0 } : await searchUnits(ctx, { q, at, limit: 50, offset: 0 })
  const found = { inForce, ever: await searchEver(ctx, q, 50), provinces: q === '' ? await provinceLines(ctx) : [] }
  return c.html(
    <PublicPage
      {...realFrame(c)}
      title={q === '' ? 'Đơn vị hành chính' : `${q} – đơn vị hành chính`}
      crumbs={q === '' ? [home, { label: units.label }] : [home, units, { label: q }]}
    >
      <UnitsSearch q={q} at={at} today={ctx.today} dayProblem={dayProblem} {...found} />
    </PublicPage>,
  )
}

async function unitPage(c: Request) {
  const facts = orMissing(await unitPageOf(c.var.ctx, param(c, 'code'), dayOf(c).at))
  const name = (facts.unit ?? facts.versions.at(-1))?.fullName ?? facts.code
  return c.html(
    <PublicPage {...realFrame(c)} title={`${name} (${facts.code})`} crumbs={[home, units, { label: name }]}>
      <UnitCard {...facts} />
    </PublicPage>,
  )
}

function dayOf(c: Request): { at: CivilDate; dayProblem?: string } {
  const typed = c.req.query('ngay')
  if (!typed) return { at: c.var.ctx.today }
  const at = readDate(typed)
  return at ? { at } : { at: c.var.ctx.today, dayProblem: 'Ngày chưa đúng. Hãy ghi ngày/tháng/năm, ví dụ 30/06/2025.' }
}

/** Whoever may not change units does not learn of the page. */
function allowed(c: Request): Request {
  return orMissing(territoryAccess['enter-reform'](c.var.ctx.actor, registerOfUnits) ? c : undefined)
}

async function changesPage(c: Request) {
  return c.html(await changesBody(allowed(c), {}))
}

async function changesBody(c: Request, troubles: { reformTrouble?: Trouble; settleTrouble?: Trouble }) {
  const asked = c.req.query('tinh')
  const province = asked && /^\d{2}$/.test(asked) ? asked : undefined
  return (
    <DeskPage {...realFrame(c)} title="Thay đổi đơn vị hành chính">
      <UnitChanges {...await changesDesk(c.var.ctx, province)} province={province} {...troubles} />
    </DeskPage>
  )
}
