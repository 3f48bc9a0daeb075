import type { UnitCode } from '../kernel/actor.ts'
import { addDays, daysBetween } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { paths } from '../ui/paths.ts'
import { criterionBasis, soonDays, standingOf } from './rules.ts'
import { communeStandings, provinceStandings } from './store-criterion.ts'

const size = 50

/** Which communes of a province hold the OCOP criterion on a day, and which are about to lose it. */
export async function criterionList(
  ctx: Context,
  { province, at, page }: { province: UnitCode; at: CivilDate; page: number },
) {
  const found = await provinceStandings(ctx, province, { at, soon: addDays(at, soonDays) }, { page, size })
  const items = found.items.map((commune) => ({ ...commune, standing: standingOf(commune, at) }))
  return { ...found, items, page, size, basis: criterionBasis(at) }
}
export type CriterionList = Awaited<ReturnType<typeof criterionList>>

/** A commune hears of it while its producers can still ask for recognition again. */
export async function deskItems(ctx: Context): Promise<DeskItem[]> {
  const held = ctx.actor.postings.filter(({ role }) => role === 'commune-officer' || role === 'commune-leader')
  if (held.length === 0) return []
  const communes = [...new Set(held.map(({ unit }) => unit))]
  const found = await communeStandings(ctx, communes, ctx.today)
  return found.flatMap(({ code, name, lastDay, ...rest }) =>
    lastDay === null || standingOf({ lastDay, ...rest }, ctx.today) !== 'lapsing'
      ? []
      : [
          {
            id: `tieu-chi-${code}`,
            href: paths.catalogue.list({ xa: code }),
            title: 'Tiêu chí OCOP của xã sắp mất',
            sub: `${name}: sản phẩm cuối cùng còn hạn`,
            act: 'Nhắc chủ thể đề nghị công nhận lại',
            dueOn: lastDay,
            daysLeft: daysBetween(ctx.today, lastDay),
            plainDays: true,
            turn: 'Cán bộ xã',
          },
        ],
  )
}
