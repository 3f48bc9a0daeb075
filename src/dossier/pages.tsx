import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { Refused } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { productsOf } from '../product/actions.ts'
import { rubricById } from '../regime/law.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { openDossier } from './actions.ts'
import { withdrawDossier } from './actions-filing.ts'
import { beginAgain } from './actions-follow.ts'
import {
  receiveAtCommune,
  receiveAtMinistry,
  receiveAtProvince,
  reportFromCommune,
  sendForSignature,
  takeBack,
  takeBackFromMinistry,
} from './actions-forward.ts'
import { assistsSomewhere, countsOf, queueOf, views } from './actions-queue.ts'
import type { View } from './actions-queue.ts'
import { KeyInput, OpenInput, ReasonInput } from './model.ts'
import { dossierAssisted } from './pages-assisted.tsx'
import { dossierForms } from './pages-forms.tsx'
import { filePage } from './pages-file.tsx'
import { dossierPrints } from './pages-print.ts'
import { roundPages } from './pages-rounds.tsx'
import { DossierList, OpenView } from './views-list.tsx'

type Route =
  | 'forward'
  | 'receive'
  | 'withdraw'
  | 'file'
  | 'beginAgain'
  | 'receiveAtCommune'
  | 'sendForSignature'
  | 'takeBack'
  | 'takeBackFromMinistry'
  | 'receiveAtMinistry'
const route = (name: Route) => paths.dossier[name](':id')

export const dossierPages = new Hono<Env>()
  .get(paths.dossier.list(), listPage)
  .get(paths.dossier.begin(), async (c) => c.html(await openPage(c)))
  .post(paths.dossier.begin(), (c) =>
    submit(
      c,
      OpenInput,
      async ({ productId }) => ({
        to: paths.dossier.file(await openDossier(c.var.ctx, { productId, kind: 'first' })),
        say: 'Đã lập hồ sơ. Điền từng phần, mọi thứ được lưu riêng.',
      }),
      (trouble) => openPage(c, trouble),
    ),
  )
  .route('/', dossierAssisted)
  .route('/', roundPages)
  .route('/', dossierForms)
  .route('/', dossierPrints)
  .get(route('file'), async (c) => c.html(await filePage(c)))
  .post(route('forward'), (c) =>
    submit(
      c,
      KeyInput,
      async ({ key }) => {
        const { number } = await reportFromCommune(c.var.ctx, param(c, 'id'), key)
        return {
          to: paths.dossier.file(param(c, 'id')),
          say: `Đã ký và chuyển hồ sơ lên tỉnh${number ? `, số phiếu ${number}` : ''}.`,
        }
      },
      (trouble) => filePage(c, trouble),
    ),
  )
  .post(route('beginAgain'), (c) =>
    submit(
      c,
      KeyInput,
      async () => ({
        to: paths.dossier.file(await beginAgain(c.var.ctx, param(c, 'id'))),
        say: 'Đã lập lại. Mẫu 02 và giấy tờ được giữ; Mẫu 01 và tự chấm cần làm lại theo bộ tiêu chí hiện hành.',
      }),
      (trouble) => filePage(c, trouble),
    ),
  )
  .post(route('receiveAtCommune'), (c) =>
    submit(
      c,
      KeyInput,
      async ({ key }) => {
        await receiveAtCommune(c.var.ctx, param(c, 'id'), key)
        return { to: paths.dossier.file(param(c, 'id')), say: 'Đã xác nhận với chủ thể là xã đã nhận hồ sơ.' }
      },
      (trouble) => filePage(c, trouble),
    ),
  )
  .post(route('sendForSignature'), (c) =>
    submit(
      c,
      KeyInput,
      async ({ key }) => {
        await sendForSignature(c.var.ctx, param(c, 'id'), key)
        return { to: paths.dossier.file(param(c, 'id')), say: 'Đã trình. Hồ sơ đang ở lượt của lãnh đạo xã.' }
      },
      (trouble) => filePage(c, trouble),
    ),
  )
  .post(route('takeBack'), (c) =>
    submit(
      c,
      ReasonInput,
      async ({ reason, key }) => {
        await takeBack(c.var.ctx, param(c, 'id'), reason, key)
        return { to: paths.dossier.file(param(c, 'id')), say: 'Đã lấy lại hồ sơ. Tỉnh không còn thấy.' }
      },
      (trouble) => filePage(c, trouble),
    ),
  )
  .post(route('takeBackFromMinistry'), (c) =>
    submit(
      c,
      ReasonInput,
      async ({ reason, key }) => {
        await takeBackFromMinistry(c.var.ctx, param(c, 'id'), reason, key)
        return { to: paths.dossier.file(param(c, 'id')), say: 'Đã lấy lại hồ sơ. Bộ không còn thấy.' }
      },
      (trouble) => filePage(c, trouble),
    ),
  )
  .post(route('receiveAtMinistry'), (c) =>
    submit(
      c,
      KeyInput,
      async ({ key }) => {
        await receiveAtMinistry(c.var.ctx, param(c, 'id'), key)
        return { to: paths.dossier.file(param(c, 'id')), say: 'Đã tiếp nhận hồ sơ tỉnh gửi.' }
      },
      (trouble) => filePage(c, trouble),
    ),
  )
  .post(route('receive'), (c) =>
    submit(
      c,
      KeyInput,
      async ({ key }) => {
        await receiveAtProvince(c.var.ctx, param(c, 'id'), key)
        return { to: paths.dossier.file(param(c, 'id')), say: 'Đã tiếp nhận hồ sơ.' }
      },
      (trouble) => filePage(c, trouble),
    ),
  )
  .post(route('withdraw'), (c) =>
    submit(
      c,
      ReasonInput,
      async ({ reason, key }) => {
        await withdrawDossier(c.var.ctx, param(c, 'id'), reason, key)
        return { to: paths.dossier.file(param(c, 'id')), say: 'Đã rút hồ sơ.' }
      },
      (trouble) => filePage(c, trouble),
    ),
  )

async function listPage(c: Request) {
  const { ctx } = c.var
  if (ctx.actor.id === 'visitor') return c.redirect(paths.identity.signIn({ tiep: paths.dossier.list() }), 303)
  const asked = c.req.query('muc')
  const view: View = views.find((one) => one === asked) ?? 'cua-toi'
  const page = pageAsked(c.req.query('trang'))
  const [list, counts] = await Promise.all([queueOf(ctx, view, page), countsOf(ctx)])
  return c.html(
    <DeskPage {...frame(c)} title="Hồ sơ">
      <DossierList
        view={view}
        list={list}
        counts={counts}
        mayOpen={ctx.actor.producers.length > 0}
        assists={assistsSomewhere(ctx)}
      />
    </DeskPage>,
  )
}

async function openPage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  if (ctx.actor.producers.length === 0) throw new Refused({ code: 'kernel/not-found' })
  const products = await productsOf(ctx, ...ctx.actor.producers)
  return (
    <DeskPage {...frame(c)} title="Lập hồ sơ">
      <OpenView
        products={products.map(({ id, name, groupText, groupNo }) => ({
          id,
          name,
          group: rubricById(`${groupText}/${groupNo}`)?.name ?? '',
        }))}
        trouble={trouble}
      />
    </DeskPage>
  )
}
