import { Hono } from 'hono'
import { z } from 'zod'
import { civilDateOf, readDate } from '../kernel/civil-date.ts'
import { orMissing } from '../kernel/refusal.ts'
import { body, query, says } from '../platform/api.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { paths } from '../ui/paths.ts'
import { certificateByNumber, checkTexts, dayOf } from './actions-read.ts'
import { answerOf } from './answer.ts'
import { longestContent } from './check.ts'
import type { Finding } from './check.ts'
import { certificateStatuses, verdicts } from './model.ts'
import type { Certificate } from './model.ts'

const Day = z
  .string()
  .transform((text, issue) => {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? readDate(text) : dayOfMoment(text)
    if (day !== undefined) return day
    issue.addIssue({ code: 'custom', message: 'Ngày ghi theo dạng 2026-11-24 hoặc một thời điểm ISO 8601.' })
    return z.NEVER
  })
  .optional()

function dayOfMoment(text: string): string | undefined {
  return z.iso.datetime({ offset: true }).safeParse(text).success ? civilDateOf(text) : undefined
}

const CertificateAnswer = z
  .object({
    number: z.string(),
    status: z.enum(certificateStatuses),
    at: z.iso.date(),
    reason: z.string(),
    stars: z.number().int(),
    issuedOn: z.iso.date(),
    validUntil: z.iso.date(),
    endedOn: z.iso.date().nullable(),
    replacedBy: z.string().nullable(),
    product: z.object({
      name: z.string(),
      slug: z.string(),
      code: z.string().nullable(),
      packs: z.array(z.object({ label: z.string(), gtin: z.string().nullable() })),
    }),
    producer: z.object({ name: z.string(), slug: z.string() }),
    place: z.string(),
    decision: z.object({ number: z.string().nullable(), date: z.iso.date().nullable(), authority: z.string() }),
    url: z.string(),
    sample: z.boolean(),
  })
  .meta({ id: 'Certificate' })
type CertificateAnswer = z.output<typeof CertificateAnswer>

function toAnswer(c: Request, certificate: Certificate, at: string): CertificateAnswer {
  const { status, line, detail } = answerOf(certificate, at)
  const { number, authority, decidedOn } = certificate.decision
  return {
    number: certificate.number,
    status,
    at,
    reason: `${line}. ${detail}`,
    stars: certificate.stars,
    issuedOn: certificate.issuedOn,
    validUntil: certificate.expiresOn,
    endedOn: certificate.ending !== null && certificate.ending.endedOn <= at ? certificate.ending.endedOn : null,
    replacedBy: certificate.replacedBy,
    product: {
      name: certificate.productName,
      slug: certificate.productSlug,
      code: certificate.productCode,
      packs: [...certificate.packs],
    },
    producer: { name: certificate.producerName, slug: certificate.producerSlug },
    place: certificate.placeName,
    decision: { number, date: decidedOn, authority },
    url: `${c.var.publicUrl}${paths.recognition.certificate(certificate.number)}`,
    sample: certificate.sample,
  }
}

const VerdictAnswer = z
  .object({
    verdict: z.enum(verdicts),
    reason: z.string(),
    checkedAt: z.iso.datetime(),
    /** Seconds since the status was read; 0 when the system itself answers. */
    statusAge: z.number().int(),
    certificate: CertificateAnswer.nullable(),
  })
  .meta({ id: 'Verdict' })

function toVerdict(c: Request, { verdict, reason, certificate }: Finding, at: string): z.output<typeof VerdictAnswer> {
  return {
    verdict,
    reason,
    checkedAt: c.var.ctx.now,
    statusAge: 0,
    certificate: certificate === undefined ? null : toAnswer(c, certificate, at),
  }
}

const Verification = z.object({
  content: z
    .string({ error: 'Thiếu nội dung cần kiểm tra.' })
    .trim()
    .min(1, 'Thiếu nội dung cần kiểm tra.')
    .max(longestContent, `Nội dung tối đa ${longestContent} ký tự.`),
  at: Day,
})

const ShelfCheck = z.object({
  items: z
    .array(
      z.string({ error: 'Mỗi mục là một dòng chữ.' }).max(longestContent, `Mỗi mục tối đa ${longestContent} ký tự.`),
      { error: 'Thiếu danh sách cần kiểm tra.' },
    )
    .min(1, 'Danh sách trống.')
    .max(1_000, 'Mỗi lần kiểm tra tối đa 1.000 mục.'),
  at: Day,
})

const ShelfAnswer = z.object({ items: z.array(VerdictAnswer.extend({ content: z.string() })) })

export const recognitionApi = new Hono<Env>()
  .get(
    '/api/v1/certificates/:number',
    says('Tình trạng của một giấy chứng nhận', 'Giấy chứng nhận', CertificateAnswer),
    query(z.object({ at: Day })),
    async (c) => {
      const at = dayOf(c.var.ctx, c.req.valid('query').at)
      const certificate = orMissing(await certificateByNumber(c.var.ctx, param(c, 'number'), at))
      return c.json(toAnswer(c, certificate, at))
    },
  )
  .post(
    '/api/v1/verification',
    says('Kiểm tra nội dung quét được', 'Giấy chứng nhận', VerdictAnswer),
    body(Verification),
    async (c) => {
      const { content, at } = c.req.valid('json')
      const day = dayOf(c.var.ctx, at)
      const [finding] = await checkTexts(c.var.ctx, [content], c.var.publicUrl, day)
      return c.json(toVerdict(c, orMissing(finding), day))
    },
  )
  .post(
    '/api/v1/shelf-check',
    says('Kiểm tra cả kệ hàng, tối đa 1.000 mục', 'Giấy chứng nhận', ShelfAnswer),
    body(ShelfCheck),
    async (c) => {
      const { items, at } = c.req.valid('json')
      const day = dayOf(c.var.ctx, at)
      const findings = await checkTexts(c.var.ctx, items, c.var.publicUrl, day)
      return c.json({
        items: findings.map((finding, index) => ({ content: items[index] ?? '', ...toVerdict(c, finding, day) })),
      })
    },
  )
