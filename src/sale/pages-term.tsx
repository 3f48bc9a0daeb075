import { Hono } from 'hono'
import { orMissing } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import type { Env, Request } from '../platform/web.ts'
import { provincesToday } from '../territory/actions.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { provincesSet, setTerm, termIn } from './actions-term.ts'
import { TermInput } from './model-term.ts'
import { TermView } from './views-term.tsx'

/** Where a province says how long its producers have to answer. */
export const saleTermPages = new Hono<Env>()
  .get(paths.sale.terms(), signedIn, async (c) => c.html(await termPage(c)))
  .post(paths.sale.terms(), (c) =>
    submit(
      c,
      TermInput,
      async (input) => {
        await setTerm(c.var.ctx, orMissing(provincesSet(c.var.ctx)[0]), input)
        return { to: paths.sale.terms(), say: 'Đã lưu quy định của tỉnh.' }
      },
      (trouble) => termPage(c, trouble),
    ),
  )

async function termPage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const province = orMissing(provincesSet(ctx)[0])
  const [term, provinces] = await Promise.all([termIn(ctx, province), provincesToday(ctx)])
  const name = provinces.find(({ code }) => code === province)?.fullName ?? province
  const crumbs = [{ label: 'Kết nối cung cầu', href: paths.trade.mine() }, { label: 'Thời hạn' }]
  return (
    <DeskPage {...frame(c)} title="Thời hạn của đơn đặt mua" crumbs={crumbs}>
      <TermView province={name} term={term} trouble={trouble} />
    </DeskPage>
  )
}
