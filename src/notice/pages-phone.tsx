import { Hono } from 'hono'
import { newId } from '../kernel/id.ts'
import { orMissing } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { caughtMail } from '../platform/mail.ts'
import type { Env, Request } from '../platform/web.ts'
import { PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { receiveMessage } from './actions-phone.ts'
import type { PhoneAskers } from './actions-phone.ts'
import { PhoneInput } from './model-phone.ts'
import { PhonesView } from './views-phone.tsx'

/** The telephones of the demonstration; elsewhere the page does not exist. */
export const phonePages = (askers: PhoneAskers) =>
  new Hono<Env>()
    .get(paths.notice.phone(), async (c) => c.html(await phones(c)))
    .post(paths.notice.phone(), (c) =>
      submit(
        c,
        PhoneInput,
        async (input) => {
          orMissing(c.var.demonstration || undefined)
          const message = { ...input, id: `mau-${newId()}` }
          return { to: paths.notice.phone(), say: await receiveMessage(c.var.ctx, message, askers) }
        },
        (trouble) => phones(c, trouble),
      ),
    )

/** How the catcher marks the text messages that ask. */
const smsSubject = 'SMS: OCOP'

async function phones(c: Request, trouble?: Trouble) {
  orMissing(c.var.demonstration || undefined)
  const messages = (await caughtMail(c.var.ctx, 200)).filter(({ subject }) => subject === smsSubject)
  return (
    <PublicPage
      {...frame(c)}
      title="Điện thoại mẫu"
      crumbs={[{ label: 'Trang chủ', href: paths.home() }, { label: 'Điện thoại mẫu' }]}
    >
      <PhonesView messages={messages} trouble={trouble} />
    </PublicPage>
  )
}
