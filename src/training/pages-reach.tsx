import { Hono } from 'hono'
import { country } from '../kernel/actor.ts'
import { yearOf } from '../kernel/civil-date.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { placeName } from '../territory/actions.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { reachOf, reachUnits, setSmallestCell } from './actions-reach.ts'
import { SmallestCellInput } from './model-reach.ts'
import { ReachView } from './views-reach.tsx'

export const reachPages = new Hono<Env>()
  .get(paths.training.reach(), signedIn, async (c) => c.html(await reachPage(c, c.req.query('don-vi'))))
  .post(paths.training.smallestCell(':unit'), (c) =>
    submit(
      c,
      SmallestCellInput,
      async (input) => {
        const unit = param(c, 'unit')
        await setSmallestCell(c.var.ctx, unit, input)
        return { to: paths.training.reach({ 'don-vi': unit }), say: 'Đã đổi ô nhỏ nhất được hiện.' }
      },
      (trouble) => reachPage(c, param(c, 'unit'), trouble),
    ),
  )

function yearAsked(c: Request): number | undefined {
  const typed = c.req.query('nam') ?? ''
  return /^20\d\d$/.test(typed) ? Number(typed) : undefined
}

async function reachPage(c: Request, unit: string | undefined, trouble?: Trouble) {
  const { ctx } = c.var
  const reach = await reachOf(ctx, { unit, year: yearAsked(c) })
  const units = await Promise.all(
    reachUnits(ctx).map(async (code) => ({
      code,
      name: code === country ? 'Cả nước' : ((await placeName(ctx, code)) ?? code),
    })),
  )
  return (
    <DeskPage {...frame(c)} title="Đào tạo đã tới ai">
      <ReachView reach={reach} units={units} thisYear={yearOf(ctx.today)} trouble={trouble} />
    </DeskPage>
  )
}
