import { Hono } from 'hono'
import { visitor } from '../kernel/actor.ts'
import { orMissing } from '../kernel/refusal.ts'
import { frame } from '../platform/frame.ts'
import { caughtMail } from '../platform/mail.ts'
import type { Env } from '../platform/web.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import { toldTo } from './actions.ts'
import { Catcher, Told } from './views.tsx'

export const communicationPages = new Hono<Env>()
  .get(paths.communication.told(), async (c) => {
    if (c.var.ctx.actor === visitor) return c.redirect(paths.identity.signIn({ tiep: paths.communication.told() }), 303)
    return c.html(
      <DeskPage {...frame(c)} title="Thông báo">
        <Told notices={await toldTo(c.var.ctx)} demonstration={c.var.demonstration} />
      </DeskPage>,
    )
  })
  .get(paths.communication.mailbox(), async (c) => {
    // Only the demonstration catches mail; elsewhere the page does not exist.
    orMissing(c.var.demonstration || undefined)
    return c.html(
      <PublicPage {...frame(c)} title="Hộp thư mẫu">
        <Catcher messages={await caughtMail(c.var.ctx, 100)} />
      </PublicPage>,
    )
  })
