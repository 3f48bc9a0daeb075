import { Hono } from 'hono'
import { sourceOf } from '../identity/origin.ts'
import { submit } from '../platform/forms.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { paths } from '../ui/paths.ts'
import { reopenMatter, takeBackConsent } from './actions.ts'
import { askToBeTold, confirmTelling, stopTelling } from './actions-contact.ts'
import { HolderInput, ReopenInput, TellingCodeInput, TellingInput } from './model.ts'
import { filePage } from './pages-desk.tsx'

/** What a sender does with a matter that was sent: with its code, or signed in as who sent it. */
export const feedbackSenderPages = new Hono<Env>()
  .post(paths.feedback.reopen(':id'), (c) =>
    submit(
      c,
      ReopenInput,
      async (input) => {
        await reopenMatter(c.var.ctx, param(c, 'id'), input)
        return { to: senderPage(c, input.ma), say: 'Đã mở lại phiếu.' }
      },
      (trouble) => filePage(c, { reopen: trouble }, trouble.values['ma']),
    ),
  )
  .post(paths.feedback.endConsent(':id'), (c) =>
    submit(
      c,
      HolderInput,
      async (input) => {
        await takeBackConsent(c.var.ctx, param(c, 'id'), input)
        return { to: senderPage(c, input.ma), say: 'Đã rút đồng ý; bản công khai, nếu có, đã gỡ.' }
      },
      (trouble) => filePage(c, { endConsent: trouble }, trouble.values['ma']),
    ),
  )
  .post(paths.feedback.tellMe(':id'), (c) =>
    submit(
      c,
      TellingInput,
      async ({ ma, ...given }) => {
        await askToBeTold(c.var.ctx, param(c, 'id'), given, { ma, source: sourceOf(c) })
        return { to: `${senderPage(c, ma)}#bao-toi`, say: 'Đã gửi mã. Hãy ghi mã để xác nhận nơi nhận.' }
      },
      (trouble) => filePage(c, { telling: trouble }, trouble.values['ma']),
    ),
  )
  .post(paths.feedback.confirmTell(':id'), (c) =>
    submit(
      c,
      TellingCodeInput,
      async ({ ma, code }) => {
        await confirmTelling(c.var.ctx, param(c, 'id'), ma, code)
        return { to: senderPage(c, ma), say: 'Đã xác nhận. Khi có trả lời, hệ thống báo tới đây.' }
      },
      (trouble) => filePage(c, { confirm: trouble }, trouble.values['ma']),
    ),
  )
  .post(paths.feedback.stopTell(':id'), (c) =>
    submit(
      c,
      HolderInput,
      async ({ ma }) => {
        await stopTelling(c.var.ctx, param(c, 'id'), ma)
        return { to: senderPage(c, ma), say: 'Đã ngừng báo.' }
      },
      (trouble) => filePage(c, {}, trouble.values['ma']),
    ),
  )

function senderPage(c: Request, code: string | undefined): string {
  return code === undefined ? paths.feedback.file(param(c, 'id')) : paths.feedback.track({ ma: code })
}
