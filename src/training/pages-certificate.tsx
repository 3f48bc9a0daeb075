import { Hono } from 'hono'
import { z } from 'zod'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { showPdf } from '../platform/show-pdf.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import {
  certificatePage,
  completionPdf,
  endCertificate,
  issueCertificates,
  keepInWallet,
} from './actions-certificate.ts'
import { EndCertificateInput } from './model-certificate.ts'
import { oneClass } from './pages.tsx'
import { CompletionView, FindCompletionView } from './views-certificate.tsx'

const pressed = z.object({})
const home = { label: 'Trang chủ', href: paths.home() }

export const completionPages = new Hono<Env>()
  .get(paths.training.certificates(), (c) => {
    const asked = c.req.query('so')?.trim() || undefined
    if (asked !== undefined && /^TH-[\w-]+$/i.test(asked))
      return c.redirect(paths.training.certificate(asked.toUpperCase()), 303)
    return c.html(
      <PublicPage {...frame(c)} title="Kiểm tra chứng nhận khóa học" crumbs={[home, { label: 'Chứng nhận khóa học' }]}>
        <FindCompletionView asked={asked} />
      </PublicPage>,
    )
  })
  .post(paths.training.issue(':id'), (c) =>
    submit(
      c,
      pressed,
      async () => ({
        to: paths.training.class(param(c, 'id')),
        say: `Đã cấp ${await issueCertificates(c.var.ctx, param(c, 'id'))} chứng nhận.`,
      }),
      (trouble) => oneClass(c, param(c, 'id'), { certify: trouble }),
    ),
  )
  .get(paths.training.certificate(':number'), async (c) => c.html(await checkPage(c)))
  .get(paths.training.certificatePdf(':number'), signedIn, async (c) => {
    const number = param(c, 'number')
    return showPdf(c, await completionPdf(c.var.ctx, number, c.var.publicUrl), number)
  })
  .post(paths.training.keepCertificate(':number'), signedIn, (c) =>
    submit(
      c,
      pressed,
      async () => ({
        to: paths.evidence.paper(await keepInWallet(c.var.ctx, param(c, 'number'), c.var.publicUrl)),
        say: 'Chứng nhận đã nằm trong ví. Gắn vào tiêu chí ở danh mục minh chứng của hồ sơ.',
      }),
      (keep) => checkPage(c, { keep }),
    ),
  )
  .post(paths.training.endCertificate(':number'), (c) =>
    submit(
      c,
      EndCertificateInput,
      async ({ reason }) => {
        await endCertificate(c.var.ctx, param(c, 'number'), reason)
        return { to: paths.training.certificate(param(c, 'number')), say: 'Đã hủy chứng nhận.' }
      },
      (end) => checkPage(c, { end }),
    ),
  )

async function checkPage(c: Request, troubles: { keep?: Trouble; end?: Trouble } = {}) {
  const found = await certificatePage(c.var.ctx, param(c, 'number'))
  // Names a person: not for search engines.
  c.header('X-Robots-Tag', 'noindex')
  return (
    <PublicPage
      {...frame(c)}
      title={`Chứng nhận ${found.certificate.number}`}
      crumbs={[
        home,
        { label: 'Chứng nhận khóa học', href: paths.training.certificates() },
        { label: found.certificate.number },
      ]}
    >
      <CompletionView {...found} now={c.var.ctx.now} troubles={troubles} />
    </PublicPage>
  )
}
