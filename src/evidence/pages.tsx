import { Hono } from 'hono'
import { orMissing } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { ownProducers, producerById } from '../producer/actions.ts'
import type { Producer } from '../producer/model.ts'
import { Empty } from '../ui/empty.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { LinkButton } from '../ui/form.tsx'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import { Tabs } from '../ui/tabs.tsx'
import type { Trouble } from '../ui/trouble.ts'
import {
  addPaper,
  mayAdd,
  nextEvaluation,
  paperContent,
  paperFor,
  productsForPapers,
  wallet,
  withdrawPaper,
} from './actions.ts'
import { sendPaper } from './download.ts'
import { PaperInput, WithdrawalInput } from './model.ts'
import { LapsingNotice, PaperFacts, PaperForm, Wallet, WithdrawalForm } from './views.tsx'

export const evidencePages = new Hono<Env>()
for (const own of ['/minh-chung', '/minh-chung/*']) evidencePages.use(own, signedIn)

evidencePages
  .get(paths.evidence.list(), async (c) => c.html(await walletPage(c)))
  .get(paths.evidence.begin(), async (c) => c.html(await beginPage(c)))
  .post(paths.evidence.begin(), (c) =>
    submit(
      c,
      PaperInput,
      async ({ file, producerId, ...paper }) => {
        const owner = producerId ?? (await producersAsked(c))[0]?.id ?? ''
        const sent = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
        const id = await addPaper(c.var.ctx, { ...paper, producerId: owner }, sent)
        return { to: paths.evidence.paper(id), say: 'Đã nhận giấy tờ vào ví. Dưới đây là bản hệ thống giữ.' }
      },
      (trouble) => beginPage(c, trouble),
    ),
  )
  .get(paths.evidence.paper(':id'), async (c) => c.html(await paperPage(c)))
  .get(paths.evidence.download(':id'), async (c) => {
    const { paper } = await paperFor(c.var.ctx, param(c, 'id'))
    return sendPaper(c, await paperContent(c.var.ctx, paper))
  })
  .post(paths.evidence.withdraw(':id'), (c) =>
    submit(
      c,
      WithdrawalInput,
      async ({ why }) => {
        const { paper } = await paperFor(c.var.ctx, param(c, 'id'))
        await withdrawPaper(c.var.ctx, paper.id, why)
        return { to: paths.evidence.list({ 'chu-the': paper.producerId }), say: 'Đã rút giấy tờ khỏi ví.' }
      },
      (trouble) => paperPage(c, trouble),
    ),
  )

/** The producer of `?chu-the=`, whose wallet an officer may also keep; else the person's own. */
async function producersAsked(c: Request): Promise<Producer[]> {
  const asked = c.req.query('chu-the')
  if (asked === undefined) return ownProducers(c.var.ctx)
  return [orMissing(await producerById(c.var.ctx, asked))]
}

async function walletPage(c: Request) {
  const { ctx } = c.var
  const producers = await producersAsked(c)
  const producer = producers[0]
  if (producer === undefined) return noProducer(c)
  const [papers, adds, evaluation] = await Promise.all([
    wallet(ctx, producer.id),
    mayAdd(ctx, producer.id),
    nextEvaluation(ctx, producer.id),
  ])
  const own = await ownProducers(ctx)
  return (
    <DeskPage {...frame(c)} title={`Ví minh chứng của ${producer.name}`}>
      <div class="stack">
        <div class="row apart">
          <h1>Ví minh chứng</h1>
          {adds && papers.length > 0 ? (
            <LinkButton href={paths.evidence.begin({ 'chu-the': producer.id })} icon="upload">
              Thêm giấy tờ
            </LinkButton>
          ) : null}
        </div>
        {own.length > 1 ? (
          <Tabs
            label="Chủ thể"
            tabs={own.map(({ id, name }) => ({
              href: paths.evidence.list({ 'chu-the': id }),
              label: name,
              current: id === producer.id,
            }))}
          />
        ) : (
          <p class="muted">{producer.name}</p>
        )}
        <LapsingNotice papers={papers} today={ctx.today} evaluation={evaluation} />
        <Wallet papers={papers} today={ctx.today} producerId={producer.id} mayAdd={adds} />
      </div>
    </DeskPage>
  )
}

function noProducer(c: Request) {
  return (
    <DeskPage {...frame(c)} title="Ví minh chứng">
      <div class="stack">
        <h1>Ví minh chứng</h1>
        <Empty icon="store" title="Đăng ký chủ thể trước">
          <p>Ví thuộc về một chủ thể.</p>
          <LinkButton href={paths.producer.register()}>Đăng ký chủ thể</LinkButton>
        </Empty>
      </div>
    </DeskPage>
  )
}

async function beginPage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const producers = await producersAsked(c)
  const producer = producers[0]
  if (producer === undefined) return noProducer(c)
  orMissing((await mayAdd(ctx, producer.id)) || undefined)
  const products = producers.length === 1 ? await productsForPapers(ctx, producer.id) : []
  const crumbs = [
    { label: 'Ví minh chứng', href: paths.evidence.list({ 'chu-the': producer.id }) },
    { label: 'Thêm giấy tờ' },
  ]
  return (
    <DeskPage {...frame(c)} title="Thêm giấy tờ" crumbs={crumbs}>
      <div class="stack">
        <h1>Thêm giấy tờ</h1>
        <PaperForm
          action={paths.evidence.begin({ 'chu-the': c.req.query('chu-the') })}
          products={products.map(({ id, name }) => ({ value: id, label: name }))}
          producers={producers.map(({ id, name }) => ({ value: id, label: name }))}
          kind={c.req.query('loai')}
          trouble={trouble}
        />
      </div>
    </DeskPage>
  )
}

async function paperPage(c: Request, trouble?: Trouble) {
  const { paper, mayWithdraw } = await paperFor(c.var.ctx, param(c, 'id'))
  const crumbs = [
    { label: 'Ví minh chứng', href: paths.evidence.list({ 'chu-the': paper.producerId }) },
    { label: paper.title },
  ]
  return (
    <DeskPage {...frame(c)} title={paper.title} crumbs={crumbs}>
      <div class="stack">
        <h1>{paper.title}</h1>
        <PaperFacts paper={paper} today={c.var.ctx.today} />
        {mayWithdraw ? (
          <div class="row">
            <LinkButton href={paths.evidence.begin({ 'chu-the': paper.producerId })} kind="secondary" icon="upload">
              Thêm giấy tờ khác
            </LinkButton>
          </div>
        ) : null}
        {mayWithdraw ? <WithdrawalForm paper={paper} trouble={trouble} /> : <ErrorSummary trouble={trouble} />}
      </div>
    </DeskPage>
  )
}
