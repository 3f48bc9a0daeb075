import { Hono } from 'hono'
import { orMissing } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { producerById } from '../producer/actions.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { askHelp, endAssistance, openFor, productToAssist, sayWritten } from './actions-assisted.ts'
import { walletOf } from './actions-filing.ts'
import { KeyInput, ReasonInput } from './model.ts'
import { AssistedOpenInput, HelpInput } from './model-help.ts'
import { filePage } from './pages-file.tsx'
import { OpenForView } from './views-assisted.tsx'

export const dossierAssisted = new Hono<Env>()
  .get(paths.dossier.beginFor(), async (c) => c.html(await openForPage(c)))
  .post(paths.dossier.beginFor(), (c) =>
    submit(
      c,
      AssistedOpenInput,
      async ({ productId, consentBy: givenBy, consentOn: givenOn, consentMeans: means, paperId, witness }) => ({
        to: paths.dossier.file(await openFor(c.var.ctx, productId, { givenBy, givenOn, means, paperId, witness })),
        say: 'Đã lập hồ sơ thay. Mọi việc được ghi là làm thay chủ thể.',
      }),
      (trouble) => openForPage(c, trouble),
    ),
  )
  .post(paths.dossier.askHelp(':id'), (c) =>
    submit(
      c,
      HelpInput,
      async ({ askedFor }) => {
        await askHelp(c.var.ctx, param(c, 'id'), askedFor)
        return {
          to: paths.dossier.file(param(c, 'id')),
          say: 'Đã nhờ xã soạn giúp. Xã báo khi soạn xong; bạn xem lại và tự nộp.',
        }
      },
      (trouble) => filePage(c, trouble),
    ),
  )
  .post(paths.dossier.sayWritten(':id'), (c) =>
    submit(
      c,
      KeyInput,
      async () => {
        await sayWritten(c.var.ctx, param(c, 'id'))
        return { to: paths.dossier.list({ muc: 'soan-thay' }), say: 'Đã báo chủ thể xem lại và nộp.' }
      },
      (trouble) => filePage(c, trouble),
    ),
  )
  .post(paths.dossier.endAssistance(':id'), (c) =>
    submit(
      c,
      ReasonInput,
      async ({ reason }) => {
        await endAssistance(c.var.ctx, param(c, 'id'), reason)
        return { to: paths.dossier.file(param(c, 'id')), say: 'Đã rút đồng ý. Từ nay chỉ người của chủ thể viết được.' }
      },
      (trouble) => filePage(c, trouble),
    ),
  )

async function openForPage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const product = await productToAssist(ctx, orMissing(c.req.query('san-pham')))
  const [producer, papers] = await Promise.all([producerById(ctx, product.producerId), walletOf(ctx, product)])
  return (
    <DeskPage {...frame(c)} title="Lập hồ sơ thay">
      <OpenForView product={product} producerName={orMissing(producer).name} papers={papers} trouble={trouble} />
    </DeskPage>
  )
}
