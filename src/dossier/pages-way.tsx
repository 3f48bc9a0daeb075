import { Hono } from 'hono'
import { attachProduct, makeProduct, organise } from '../idea/actions-walk.ts'
import { AttachProductInput, MakeProductInput, OrganiseInput } from '../idea/model-voice.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { wayFor } from './actions-way.ts'
import { WayView } from './views-way.tsx'
import type { WayForm } from './views-way.tsx'

/** The whole way of an idea; it stands here, on the floor of the highest thing that it shows. */
export const wayPages = new Hono<Env>()
  .get(paths.idea.way(':id'), async (c) => c.html(await wayPage(c)))
  .post(paths.idea.organise(':id'), (c) =>
    submit(
      c,
      OrganiseInput,
      async (input) => {
        await organise(c.var.ctx, param(c, 'id'), input)
        return { to: paths.idea.way(param(c, 'id')), say: 'Đã lưu hình thức tổ chức.' }
      },
      (trouble) => wayPage(c, { organise: trouble }),
    ),
  )
  .post(paths.idea.makeProduct(':id'), (c) =>
    submit(
      c,
      MakeProductInput,
      async (input) => {
        await makeProduct(c.var.ctx, param(c, 'id'), input)
        return { to: paths.idea.way(param(c, 'id')), say: 'Sản phẩm đã vào sổ. Bước tiếp: lập hồ sơ.' }
      },
      (trouble) => wayPage(c, { product: trouble }),
    ),
  )
  .post(paths.idea.attachProduct(':id'), (c) =>
    submit(
      c,
      AttachProductInput,
      async (input) => {
        await attachProduct(c.var.ctx, param(c, 'id'), input)
        return { to: paths.idea.way(param(c, 'id')), say: 'Đã gắn ý tưởng với sản phẩm. Bước tiếp: lập hồ sơ.' }
      },
      (trouble) => wayPage(c, { attach: trouble }),
    ),
  )

async function wayPage(c: Request, troubles: Partial<Record<WayForm, Trouble>> = {}) {
  const secret = c.req.query('ma')
  const way = await wayFor(c.var.ctx, param(c, 'id'), secret)
  // The address may hold the key of the receipt.
  c.header('Cache-Control', 'private, no-store')
  const Page = c.var.viewer.signedIn ? DeskPage : PublicPage
  return (
    <Page {...frame(c)} title="Con đường của ý tưởng">
      <WayView {...way} secret={secret} troubles={troubles} />
    </Page>
  )
}
