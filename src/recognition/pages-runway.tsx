import { Hono } from 'hono'
import { country } from '../kernel/actor.ts'
import { orMissing } from '../kernel/refusal.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import type { Env, Request } from '../platform/web.ts'
import { placeName, provincesToday } from '../territory/actions.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import { runway } from './actions-runway.ts'
import { RunwayView } from './views-runway.tsx'

/** Certificates are everybody's to read, and so is the month in which they end; whoever plans rounds finds it on the desk. */
export const runwayPages = new Hono<Env>().get(paths.recognition.runway(), signedIn, async (c) => {
  const { ctx } = c.var
  const provinces = await provincesToday(ctx)
  const asked = c.req.query('tinh') ?? ownProvince(c)
  const province = asked === country ? null : orMissing(provinces.find(({ code }) => code === asked)).code
  return c.html(
    <DeskPage {...frame(c)} title="Lịch hết hiệu lực">
      <RunwayView
        {...await runway(ctx, province)}
        province={province}
        name={province === null ? 'Cả nước' : ((await placeName(ctx, province, ctx.today)) ?? province)}
        provinces={provinces}
      />
    </DeskPage>,
  )
})

const ownProvince = (c: Request) => c.var.ctx.actor.postings[0]?.province ?? country
