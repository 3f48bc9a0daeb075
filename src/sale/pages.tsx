import { Hono } from 'hono'
import { orMissing } from '../kernel/refusal.ts'
import { sendOn, submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { answerPurchase, changePack, closePack, openPack } from './actions.ts'
import { askHelp } from './actions-help.ts'
import { purchaseToAnswer, saleDesk } from './actions-reading.ts'
import { AnswerInput, PackChangeInput, PackInput } from './model.ts'
import { SaleDeskView } from './views-desk.tsx'
import { AnswerView } from './views.tsx'

/** For the producer who sells, and the officer who helps. */
export const salePages = new Hono<Env>()
  .get(paths.sale.desk(), signedIn, async (c) => c.html(await deskPage(c)))
  .post(paths.sale.desk(), (c) =>
    submit(
      c,
      PackInput,
      async (input) => {
        await openPack(c.var.ctx, input)
        return { to: paths.sale.desk(), say: 'Đã bán quy cách này trên trang sản phẩm.' }
      },
      (trouble) => deskPage(c, { open: trouble }),
    ),
  )
  .post(paths.sale.change(':pack'), (c) =>
    submit(
      c,
      PackChangeInput,
      async (input) => {
        await changePack(c.var.ctx, param(c, 'pack'), input)
        return { to: paths.sale.desk(), say: 'Đã đổi. Đơn đặt trước giữ giá cũ.' }
      },
      (trouble) => packPage(c, trouble),
    ),
  )
  .post(paths.sale.close(':pack'), async (c) => {
    await closePack(c.var.ctx, param(c, 'pack'))
    return sendOn(c, { to: paths.sale.desk(), say: 'Đã thôi bán quy cách này. Đơn đã đặt vẫn trả lời được.' })
  })
  .get(paths.sale.purchase(':id'), signedIn, async (c) => c.html(await answerPage(c)))
  .post(paths.sale.purchase(':id'), (c) =>
    submit(
      c,
      AnswerInput,
      async (input) => {
        await answerPurchase(c.var.ctx, param(c, 'id'), input)
        return { to: paths.sale.purchase(param(c, 'id')), say: 'Đã ghi.' }
      },
      (trouble) => answerPage(c, trouble),
    ),
  )
  .post(paths.sale.askHelp(':id'), async (c) => {
    await askHelp(c.var.ctx, param(c, 'id'))
    return sendOn(c, {
      to: paths.sale.purchase(param(c, 'id')),
      say: 'Đã nhờ. Cán bộ xã thấy đơn này ở việc của mình.',
    })
  })

async function deskPage(c: Request, troubles: Readonly<Record<string, Trouble>> = {}) {
  return (
    <DeskPage {...frame(c)} title="Bán hàng">
      <SaleDeskView {...await saleDesk(c.var.ctx)} troubles={troubles} demonstration={c.var.demonstration} />
    </DeskPage>
  )
}

/** @throws {Refused} when the pack is no longer on the desk: the refusal has a page of its own then. */
async function packPage(c: Request, trouble: Trouble) {
  const pack = param(c, 'pack')
  orMissing((await saleDesk(c.var.ctx)).packs.find(({ id }) => id === pack))
  return deskPage(c, { [pack]: trouble })
}

async function answerPage(c: Request, trouble?: Trouble) {
  const file = await purchaseToAnswer(c.var.ctx, param(c, 'id'))
  const crumbs = [{ label: 'Bán hàng', href: paths.sale.desk() }, { label: 'Đơn đặt mua' }]
  return (
    <DeskPage {...frame(c)} title="Đơn đặt mua" crumbs={crumbs}>
      <AnswerView file={file} trouble={trouble} />
    </DeskPage>
  )
}
