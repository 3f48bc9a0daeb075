import { Hono } from 'hono'
import { z } from 'zod'
import { says } from '../platform/api.ts'
import { invalidInput, problemResponse } from '../platform/problem.ts'
import { isSigned } from '../platform/signed-body.ts'
import type { Env } from '../platform/web.ts'
import { paths } from '../ui/paths.ts'
import { receiveMessage } from './actions-phone.ts'
import type { PhoneAskers } from './actions-phone.ts'

const Inbound = z.object({
  id: z.string().min(1).max(100),
  from: z.string().regex(/^\+?\d{8,15}$/, 'Số điện thoại chỉ gồm chữ số.'),
  text: z.string().max(1_000),
})

/** Where the carrier hands over text messages: signed, not older than five minutes, each id counted once. */
export const messageApi = (askers: PhoneAskers) =>
  new Hono<Env>().post(
    paths.notice.inbound(),
    says('Tin nhắn đến từ nhà mạng, có chữ ký HMAC', 'Tin nhắn', z.object({ reply: z.string() })),
    async (c) => {
      const secret = c.var.smsSecret
      if (secret === undefined) {
        const detail = 'Hệ thống này chưa nối nhà mạng nào.'
        return problemResponse(c, { title: 'Không có kênh tin nhắn', status: 404, detail, code: 'notice/no-carrier' })
      }
      const body = await c.req.text()
      const signature = c.req.header('X-Ocop-Signature')
      const time = c.req.header('X-Ocop-Time')
      if (!isSigned(secret, { time, signature, body }, Math.floor(Date.parse(c.var.ctx.now) / 1000))) {
        const detail = 'Ký lại bằng khóa chung, với giờ hiện tại, trên đúng nội dung gửi.'
        return problemResponse(c, {
          title: 'Chữ ký không đúng hoặc đã quá năm phút',
          status: 401,
          detail,
          code: 'notice/not-signed',
        })
      }
      const message = Inbound.safeParse(readJson(body))
      if (!message.success) return invalidInput(c, message.error.issues)
      return c.json({ reply: await receiveMessage(c.var.ctx, message.data, askers) })
    },
  )

function readJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
