import { Hono } from 'hono'
import { Refused, orMissing } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { ownProducers } from '../producer/actions.ts'
import { productsOf } from '../product/actions.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { addPaper, paperContent, paperFor, wallet, withdrawPaper } from './actions.ts'
import { sendPaper } from './download.ts'
import { PaperInput, WithdrawalInput } from './model.ts'
import { AddPaper, PaperView, Wallet } from './views.tsx'

export const evidencePages = new Hono<Env>()
  .get(paths.evidence.list(), async (c) => {
    const { ctx } = c.var
    if (ctx.actor.id === 'visitor') return c.redirect(paths.identity.signIn({ tiep: paths.evidence.list() }), 303)
    const producers = await ownProducers(ctx)
    const wallets = await Promise.all(
      producers.map(async ({ id, name }) => ({ producerId: id, producerName: name, papers: await wallet(ctx, id) })),
    )
    return c.html(
      <DeskPage {...frame(c)} title="Ví minh chứng">
        <Wallet wallets={wallets} today={ctx.today} />
      </DeskPage>,
    )
  })
  .get(paths.evidence.begin(), async (c) => c.html(await addPage(c)))
  .post(paths.evidence.begin(), (c) =>
    submit(
      c,
      PaperInput,
      async ({ file, producerId, ...paper }) => {
        const [only] = await ownProducers(c.var.ctx)
        const owner = producerId ?? only?.id
        if (owner === undefined) throw new Refused({ code: 'evidence/no-such-producer', field: 'producerId' })
        const bytes = new Uint8Array(await file.arrayBuffer())
        const id = await addPaper(c.var.ctx, { ...paper, producerId: owner }, { name: file.name, bytes })
        return { to: paths.evidence.paper(id), say: 'Đã cất giấy tờ vào ví.' }
      },
      (trouble) => addPage(c, trouble),
    ),
  )
  .get(paths.evidence.paper(':id'), async (c) => c.html(await paperPage(c)))
  .post(paths.evidence.paper(':id'), (c) =>
    submit(
      c,
      WithdrawalInput,
      async ({ why }) => {
        await withdrawPaper(c.var.ctx, param(c, 'id'), why)
        return { to: paths.evidence.list(), say: 'Đã rút giấy tờ khỏi ví.' }
      },
      (trouble) => paperPage(c, trouble),
    ),
  )
  .get(paths.evidence.download(':id'), async (c) => {
    const { paper } = await paperFor(c.var.ctx, param(c, 'id'))
    return sendPaper(c, await paperContent(c.var.ctx, paper))
  })

async function addPage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const producers = await ownProducers(ctx)
  orMissing(producers[0])
  const products = await productsOf(ctx, ...ctx.actor.producers)
  return (
    <DeskPage {...frame(c)} title="Thêm giấy tờ">
      <AddPaper producers={producers} products={products} trouble={trouble} />
    </DeskPage>
  )
}

async function paperPage(c: Request, trouble?: Trouble) {
  const { paper, mayWithdraw } = await paperFor(c.var.ctx, param(c, 'id'))
  const crumbs = [{ label: 'Ví minh chứng', href: paths.evidence.list() }, { label: paper.title }]
  return (
    <DeskPage {...frame(c)} title={paper.title} crumbs={crumbs}>
      <PaperView paper={paper} mayWithdraw={mayWithdraw} today={c.var.ctx.today} trouble={trouble} />
    </DeskPage>
  )
}
