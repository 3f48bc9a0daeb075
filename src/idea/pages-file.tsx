import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Request } from '../platform/web.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { lookAlikesOf } from './actions-alike.ts'
import { visitsOf, voicesFor } from './actions-voice.ts'
import { ideaFor } from './actions.ts'
import { IdeaView } from './views.tsx'
import type { IdeaForm } from './views.tsx'

export async function ideaPage(c: Request, troubles: Partial<Record<IdeaForm, Trouble>> = {}) {
  const { ctx } = c.var
  const typed = Object.values(troubles).map(({ values }) => values['ma'])
  const secret = c.req.query('ma') ?? (typeof typed[0] === 'string' ? typed[0] : undefined)
  const seen = await ideaFor(ctx, param(c, 'id'), secret)
  const { id } = seen.idea
  const [alike, visits, heard] = await Promise.all([
    lookAlikesOf(ctx, seen.idea),
    visitsOf(ctx, id),
    voicesFor(ctx, id, seen.seesProposer),
  ])
  // The address may hold the key of the receipt.
  c.header('Cache-Control', 'private, no-store')
  const Page = c.var.viewer.signedIn ? DeskPage : PublicPage
  return (
    <Page {...frame(c)} title={seen.idea.title}>
      <IdeaView
        {...seen}
        {...heard}
        alike={alike}
        visits={visits}
        secret={secret}
        today={ctx.today}
        troubles={troubles}
      />
    </Page>
  )
}
