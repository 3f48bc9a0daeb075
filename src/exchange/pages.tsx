import { Hono } from 'hono'
import { country } from '../kernel/actor.ts'
import { Refused } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { exchangeAccess } from './access.ts'
import { waitingRows } from './actions.ts'
import { setAside, settleRow, waitingRow } from './actions-settle.ts'
import { candidatesOf, endByRow } from './actions-removal.ts'
import { RemovalInput, SetAsideInput, SettleInput } from './model.ts'
import { RowView, WaitingList } from './views.tsx'

export const exchangePages = new Hono<Env>()
  .get(paths.exchange.waiting(), async (c) => {
    const { actor } = c.var.ctx
    const may = (unit: string) => exchangeAccess['read-waiting'](actor, { unit, province: unit })
    const units = actor.postings.map(({ unit }) => unit).filter(may)
    if (units.length === 0) throw new Refused({ code: 'kernel/not-found' })
    const rows = await waitingRows(c.var.ctx, units.includes(country) ? 'all' : units)
    return c.html(
      <DeskPage {...frame(c)} title="Danh sách cũ chờ xem">
        <WaitingList rows={rows} />
      </DeskPage>,
    )
  })
  .get(paths.exchange.row(':key'), async (c) => c.html(await rowPage(c)))
  .post(paths.exchange.settle(':key'), (c) =>
    submit(
      c,
      SettleInput,
      async (input) => {
        const { also } = await settleRow(c.var.ctx, param(c, 'key'), input)
        const more = also > 0 ? ` Cùng quyết định này, ${also} dòng khác cũng đã nhập.` : ''
        return { to: paths.exchange.waiting(), say: `Đã ghi phần bổ sung.${more}` }
      },
      (trouble) => rowPage(c, trouble),
    ),
  )
  .post(paths.exchange.removal(':key'), (c) =>
    submit(
      c,
      RemovalInput,
      async (input) => {
        await endByRow(c.var.ctx, param(c, 'key'), input)
        return { to: paths.exchange.waiting(), say: 'Đã ghi việc chấm dứt công nhận.' }
      },
      (trouble) => rowPage(c, trouble),
    ),
  )
  .post(paths.exchange.setAside(':key'), (c) =>
    submit(
      c,
      SetAsideInput,
      async ({ reason }) => {
        await setAside(c.var.ctx, param(c, 'key'), reason)
        return { to: paths.exchange.waiting(), say: 'Đã đưa dòng này khỏi danh sách chờ.' }
      },
      (trouble) => rowPage(c, trouble),
    ),
  )

async function rowPage(c: Request, trouble?: Trouble) {
  const found = await waitingRow(c.var.ctx, param(c, 'key'))
  return (
    <DeskPage {...frame(c)} title={found.row.content.product ?? 'Dòng của danh sách cũ'}>
      <RowView {...found} candidates={await candidatesOf(c.var.ctx, found.row)} trouble={trouble} />
    </DeskPage>
  )
}
