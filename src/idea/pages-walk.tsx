import { Hono } from 'hono'
import { z } from 'zod'
import { sourceOf } from '../identity/origin.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { preparePicture } from '../product/picture.ts'
import { PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { lookAtIdea } from './actions-look.ts'
import { publicIdea } from './actions-open.ts'
import { heardOn, moderateVoice, photoOf, recordVisit, speakOn } from './actions-voice.ts'
import { claimIdea } from './actions-walk.ts'
import { ideaFor } from './actions.ts'
import { ModerationInput, VisitInput, VoiceInput } from './model-voice.ts'
import { LookInput } from './model.ts'
import { ideaPage } from './pages-file.tsx'
import { OpenIdea } from './views-open.tsx'
import { HeardPanel } from './views-voice.tsx'

/** What happens around an idea after it was filed: looks on the spot, words of others, an account that keeps it. */
export const walkPages = new Hono<Env>()
  .get(paths.idea.openOne(':id'), async (c) => c.html(await openPage(c)))
  .post(paths.idea.speak(':id'), (c) =>
    submit(
      c,
      VoiceInput,
      async (input) => {
        const { crowded } = await speakOn(c.var.ctx, param(c, 'id'), input, sourceOf(c))
        const slowly = crowded ? ' Ý tưởng này đang có nhiều ý kiến chờ duyệt nên có thể phải đợi lâu.' : ''
        return { to: paths.idea.openOne(param(c, 'id')), say: `Đã gửi. Ý kiến hiện ra sau khi xã duyệt.${slowly}` }
      },
      (trouble) => openPage(c, trouble),
    ),
  )
  .post(paths.idea.look(':id'), (c) =>
    submit(
      c,
      LookInput,
      async (input) => {
        await lookAtIdea(c.var.ctx, param(c, 'id'), input)
        const say =
          input.decision === 'show' ? 'Ý tưởng đã hiện cho mọi người.' : 'Đã giữ lại, người gửi đọc được lý do.'
        return { to: `${paths.idea.file(param(c, 'id'))}#cong-khai`, say }
      },
      (look) => ideaPage(c, { look }),
    ),
  )
  .post(paths.idea.moderate(':id', ':voice'), (c) =>
    submit(
      c,
      ModerationInput,
      async (input) => {
        await moderateVoice(c.var.ctx, param(c, 'id'), param(c, 'voice'), input)
        return { to: `${paths.idea.file(param(c, 'id'))}#y-kien`, say: 'Đã duyệt ý kiến.' }
      },
      (voice) => ideaPage(c, { voice }),
    ),
  )
  .post(paths.idea.visit(':id'), (c) =>
    submit(
      c,
      VisitInput,
      async ({ picture, ...visit }) => {
        const { ctx } = c.var
        // Drawn before the act, so that no transaction waits for it; only for who may look at all.
        await ideaFor(ctx, param(c, 'id'), undefined)
        const pictures: string[] = []
        for (const photo of picture.filter(({ size }) => size > 0)) {
          const { file } = await preparePicture(ctx.files, new Uint8Array(await photo.arrayBuffer()))
          pictures.push(file)
        }
        await recordVisit(ctx, param(c, 'id'), visit, pictures)
        return { to: `${paths.idea.file(param(c, 'id'))}#kha-thi`, say: 'Đã lưu khảo sát.' }
      },
      (visit) => ideaPage(c, { visit }),
    ),
  )
  .get(paths.idea.photo(':id', ':hash'), async (c) => {
    const bytes = await photoOf(c.var.ctx, param(c, 'id'), param(c, 'hash'), c.req.query('ma'))
    c.header('Content-Type', 'image/webp')
    c.header('Cache-Control', 'private, no-store')
    return c.body(new Uint8Array(bytes))
  })
  .post(paths.idea.claim(':id'), (c) =>
    submit(
      c,
      z.object({ ma: z.string().optional() }),
      async ({ ma }) => {
        await claimIdea(c.var.ctx, param(c, 'id'), ma)
        return { to: paths.idea.way(param(c, 'id')), say: 'Ý tưởng đã ở trong tài khoản của bạn.' }
      },
      (claim) => ideaPage(c, { claim }),
    ),
  )

async function openPage(c: Request, trouble?: Trouble) {
  const idea = await publicIdea(c.var.ctx, param(c, 'id'))
  const heard = await heardOn(c.var.ctx, idea.id)
  return (
    <PublicPage
      {...frame(c)}
      title={idea.title}
      crumbs={[{ label: 'Ý tưởng của mọi người', href: paths.idea.open() }, { label: idea.title }]}
    >
      <div class="stack">
        <OpenIdea idea={idea} />
        <HeardPanel ideaId={idea.id} heard={heard} trouble={trouble} />
      </div>
    </PublicPage>
  )
}
