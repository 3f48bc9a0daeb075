import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { z } from 'zod'
import { orMissing } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { ownProducers } from '../producer/actions.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import {
  addBoothPicture,
  applyToFair,
  keepAsEvidence,
  tellFairOutcome,
  withdrawApplication,
  writeBooth,
} from './actions-producer.ts'
import {
  applicationFile,
  applyChoices,
  ownApplications,
  pictureBytes,
  publicBooth,
  publicFair,
  publicFairs,
} from './actions-reading.ts'
import { ApplyInput, BoothInput, BoothPictureInput, FairOutcomeInput } from './model.ts'
import { BoothView, FairListView, FairView } from './views.tsx'
import { ApplicationView, ApplyView, MineView } from './views-producer.tsx'
import type { OwnForm } from './views-producer.tsx'

const Nothing = z.object({})

/** Fairs for everybody, and the applications of a producer. */
export const fairPages = new Hono<Env>()
for (const own of ['/hoi-cho-cua-toi', '/hoi-cho-cua-toi/*', '/hoi-cho/:slug/dang-ky']) fairPages.use(own, signedIn)

fairPages
  .get(paths.fair.list(), async (c) =>
    c.html(
      <PublicPage
        {...frame(c)}
        title="Hội chợ và tuần hàng OCOP"
        crumbs={[{ label: 'Trang chủ', href: paths.home() }, { label: 'Hội chợ' }]}
      >
        <FairListView fairs={await publicFairs(c.var.ctx, pageAsked(c.req.query('trang')))} today={c.var.ctx.today} />
      </PublicPage>,
    ),
  )
  .get(paths.fair.image(':hash'), async (c) => {
    const bytes = await pictureBytes(c.var.ctx, param(c, 'hash'))
    c.header('Content-Type', 'image/webp')
    // The name is the hash of the bytes: what was fetched once never changes.
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
    return c.body(new Uint8Array(bytes))
  })
  .get(paths.fair.fair(':slug'), async (c) => c.html(await fairPage(c)))
  .get(paths.fair.booth(':slug', ':application'), async (c) => c.html(await boothPage(c)))
  .get(paths.fair.apply(':slug'), async (c) => c.html(await applyPage(c)))
  .post(paths.fair.apply(':slug'), (c) =>
    submit(
      c,
      ApplyInput,
      async (input) => {
        const { fair } = await publicFair(c.var.ctx, param(c, 'slug'))
        const id = await applyToFair(c.var.ctx, fair.id, input)
        return { to: paths.fair.application(id), say: 'Đã gửi đăng ký. Kết quả xét hiện ở trang này.' }
      },
      (trouble) => applyPage(c, trouble),
    ),
  )
  .get(paths.fair.mine(), async (c) =>
    c.html(
      <DeskPage {...frame(c)} title="Hội chợ của tôi">
        <MineView own={await ownApplications(c.var.ctx, pageAsked(c.req.query('trang')))} />
      </DeskPage>,
    ),
  )
  .get(paths.fair.application(':id'), async (c) => c.html(await applicationPage(c, param(c, 'id'))))
  .post(paths.fair.withdraw(':id'), (c) =>
    submit(
      c,
      Nothing,
      async () => {
        await withdrawApplication(c.var.ctx, param(c, 'id'))
        return backTo(c, 'Đã rút đăng ký.')
      },
      (trouble) => applicationPage(c, param(c, 'id'), { withdraw: trouble }),
    ),
  )
  .post(paths.fair.writeBooth(':id'), (c) =>
    submit(
      c,
      BoothInput,
      async (input) => {
        await writeBooth(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã lưu gian hàng.')
      },
      (trouble) => applicationPage(c, param(c, 'id'), { booth: trouble }),
    ),
  )
  .post(paths.fair.addPicture(':id'), (c) =>
    submit(
      c,
      BoothPictureInput,
      async ({ picture, description }) => {
        const bytes = new Uint8Array(await picture.arrayBuffer())
        await addBoothPicture(c.var.ctx, param(c, 'id'), description, bytes)
        return backTo(c, 'Đã thêm ảnh.')
      },
      (trouble) => applicationPage(c, param(c, 'id'), { picture: trouble }),
    ),
  )
  .post(paths.fair.tell(':id'), (c) =>
    submit(
      c,
      FairOutcomeInput,
      async (input) => {
        await tellFairOutcome(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã ghi kết quả.')
      },
      (trouble) => applicationPage(c, param(c, 'id'), { tell: trouble }),
    ),
  )
  .post(paths.fair.keepAsEvidence(':id'), (c) =>
    submit(
      c,
      Nothing,
      async () => ({
        to: paths.evidence.paper(await keepAsEvidence(c.var.ctx, param(c, 'id'))),
        say: 'Đã đưa vào ví minh chứng.',
      }),
      (trouble) => applicationPage(c, param(c, 'id'), { wallet: trouble }),
    ),
  )

function backTo(c: Request, say: string) {
  return { to: paths.fair.application(param(c, 'id')), say }
}

async function fairPage(c: Request) {
  const found = await publicFair(c.var.ctx, param(c, 'slug'))
  return (
    <PublicPage
      {...frame(c)}
      title={found.fair.title}
      crumbs={[{ label: 'Hội chợ', href: paths.fair.list() }, { label: found.fair.title }]}
    >
      <FairView {...found} today={c.var.ctx.today} />
    </PublicPage>
  )
}

async function boothPage(c: Request) {
  const found = await publicBooth(c.var.ctx, param(c, 'slug'), param(c, 'application'))
  const { fair, application } = found
  return (
    <PublicPage
      {...frame(c)}
      title={`${application.producerName} tại ${fair.title}`}
      crumbs={[{ label: fair.title, href: paths.fair.fair(fair.slug) }, { label: application.producerName }]}
    >
      <BoothView {...found} />
    </PublicPage>
  )
}

async function applyPage(c: Request, trouble?: Trouble) {
  const choices = await applyChoices(c.var.ctx, orMissing(c.req.param('slug')))
  const named = (await ownProducers(c.var.ctx)).map(({ id, name }) => ({ id, name }))
  return (
    <DeskPage {...frame(c)} title="Đăng ký tham gia">
      <ApplyView {...choices} {...{ named, trouble }} />
    </DeskPage>
  )
}

export async function applicationPage(c: Request, id: string, troubles: Partial<Record<OwnForm, Trouble>> = {}) {
  const file = await applicationFile(c.var.ctx, id)
  const back = file.may.own
    ? { label: 'Hội chợ của tôi', href: paths.fair.mine() }
    : { label: file.fair.title, href: paths.fair.file(file.fair.id) }
  return (
    <DeskPage {...frame(c)} title={file.fair.title} crumbs={[back, { label: file.application.producerName }]}>
      <ApplicationView {...file} today={c.var.ctx.today} troubles={troubles} />
    </DeskPage>
  )
}
