import { Hono } from 'hono'
import { z } from 'zod'
import { Refused, orMissing } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { realFrame, recordFrame } from '../platform/frame.ts'
import { showPdf } from '../platform/show-pdf.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { placeOfCertificate, recognitionAccess } from './access.ts'
import { certificatePdf, liftSuspension, openRenewal, openUpgrade, suspend } from './actions-certificate.ts'
import { certificateByNumber, promiseOf, checkTexts, findByName, similarNumbers } from './actions-read.ts'
import { answerOf } from './answer.ts'
import { longestContent } from './check.ts'
import type { Finding } from './check.ts'
import { SuspensionInput } from './model.ts'
import type { Certificate } from './model.ts'
import { decisionPages } from './pages-decision.tsx'
import { districtPages } from './pages-district.tsx'
import { isPrintable } from './print.ts'
import { codeOfPhoto } from './read-code.ts'
import { CertificateView, NoSuchCertificate } from './views.tsx'
import type { CertificateActs } from './views.tsx'
import { CheckView } from './views-check.tsx'
import type { Checked } from './views-check.tsx'

const Nothing = z.object({})

const ShelfInput = z.object({
  items: z
    .string({ error: 'Hãy dán ít nhất một dòng.' })
    .transform((text) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .refine((lines) => lines.length > 0, { error: 'Hãy dán ít nhất một dòng.' })
    .refine((lines) => lines.length <= 1_000, { error: 'Mỗi lần tối đa 1.000 dòng.' }),
})

const PhotoInput = z.object({ photo: z.instanceof(File, { error: 'Hãy chụp hoặc chọn một ảnh.' }) })

export const recognitionPages = new Hono<Env>()
for (const act of ['renew', 'upgrade', 'suspend', 'liftSuspension'] as const)
  recognitionPages.use(paths.recognition[act](':number'), signedIn)

recognitionPages
  .get(paths.recognition.verify(), async (c) => c.html(await checkPage(c)))
  .post(paths.recognition.verify(), async (c) => shelfPage(c))
  .post(paths.recognition.verifyPhoto(), (c) =>
    submit(
      c,
      PhotoInput,
      async ({ photo }) => paths.recognition.verify({ so: await codeOfPhoto(photo) }),
      (trouble) => checkPage(c, undefined, trouble),
    ),
  )
  .get(paths.recognition.certificate(':number'), (c) => certificatePage(c))
  .get(paths.recognition.certificatePdf(':number'), async (c) => {
    const { number } = orMissing(await certificateByNumber(c.var.ctx, param(c, 'number')))
    return showPdf(c, orMissing(await certificatePdf(c.var.ctx, number, c.var.publicUrl)), number)
  })
  .post(paths.recognition.renew(':number'), (c) => opening(c, openRenewal, 'Đã mở hồ sơ công nhận lại.'))
  .post(paths.recognition.upgrade(':number'), (c) => opening(c, openUpgrade, 'Đã mở hồ sơ nâng hạng.'))
  .post(paths.recognition.suspend(':number'), (c) =>
    submit(
      c,
      SuspensionInput,
      async (input) => {
        await suspend(c.var.ctx, param(c, 'number'), input)
        return { to: paths.recognition.certificate(param(c, 'number')), say: 'Đã tạm đình chỉ dùng dấu sao.' }
      },
      (trouble) => foundPage(c, trouble),
    ),
  )
  .post(paths.recognition.liftSuspension(':number'), (c) =>
    submit(
      c,
      Nothing,
      async () => {
        await liftSuspension(c.var.ctx, param(c, 'number'))
        return { to: paths.recognition.certificate(param(c, 'number')), say: 'Đã cho dùng lại dấu sao.' }
      },
      (trouble) => foundPage(c, trouble),
    ),
  )
  // Before the decisions: a district's rounds are read where an id of one would stand.
  .route('/', districtPages)
  .route('/', decisionPages)

function opening(c: Request, open: typeof openRenewal, say: string): Promise<Response> {
  return submit(
    c,
    Nothing,
    async () => ({ to: paths.dossier.file(await open(c.var.ctx, param(c, 'number'))), say }),
    (trouble) => foundPage(c, trouble),
  )
}

/** 404 tells no more than that there is no such number, whatever lies behind it. */
async function certificatePage(c: Request): Promise<Response> {
  const number = param(c, 'number').trim().toUpperCase().slice(0, longestContent)
  if ((await certificateByNumber(c.var.ctx, number)) !== undefined) return c.html(await foundPage(c))
  const similar = await similarNumbers(c.var.ctx, number)
  return c.html(
    <PublicPage {...realFrame(c)} title="Không có giấy chứng nhận này" crumbs={crumbs('Giấy chứng nhận')}>
      <NoSuchCertificate number={number} similar={similar} checkedAt={c.var.ctx.now} />
    </PublicPage>,
    404,
  )
}

async function foundPage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const certificate = await certificateByNumber(ctx, param(c, 'number'))
  if (certificate === undefined) throw new Refused({ code: 'kernel/not-found' })
  const { line } = answerOf(certificate, ctx.today)
  return (
    <PublicPage
      {...recordFrame(c, certificate)}
      title={`Giấy chứng nhận ${certificate.number}`}
      description={`${certificate.productName}, ${certificate.producerName}. ${line}.`}
      canonical={`${c.var.publicUrl}${paths.recognition.certificate(certificate.number)}`}
      crumbs={crumbs(certificate.number)}
    >
      <CertificateView
        certificate={certificate}
        promised={await promiseOf(ctx, certificate.number)}
        at={ctx.today}
        checkedAt={ctx.now}
        printable={isPrintable(certificate.layout)}
        acts={actsOn(c, certificate)}
        trouble={trouble}
      />
    </PublicPage>
  )
}

function crumbs(last: string) {
  return [
    { label: 'Trang chủ', href: paths.home() },
    { label: 'Kiểm tra chứng nhận', href: paths.recognition.verify() },
    { label: last },
  ]
}

function actsOn(c: Request, certificate: Certificate): CertificateActs {
  const { actor } = c.var.ctx
  const place = placeOfCertificate(certificate)
  const ended = certificate.ending !== null && certificate.ending.kind !== 'expiry-recorded'
  return {
    renew: !ended && recognitionAccess['renew-certificate'](actor, place),
    upgrade: !ended && certificate.stars < 5 && recognitionAccess['upgrade-certificate'](actor, place),
    suspend: recognitionAccess['suspend-certificate'](actor, place),
    revoke: recognitionAccess['draft-decision'](actor, place),
  }
}

async function checkPage(c: Request, shelf?: readonly Checked[], trouble?: Trouble) {
  const { ctx } = c.var
  const asked = (c.req.query('so') ?? '').normalize('NFC').trim().slice(0, longestContent)
  const answers = asked === '' ? [] : await findings(c, asked)
  const shown = [...answers, ...(shelf ?? []).map(({ finding }) => finding)]
  return (
    <PublicPage
      {...recordFrame(c, { sample: shown.some(({ certificate }) => certificate?.sample) })}
      title="Kiểm tra chứng nhận"
      crumbs={[{ label: 'Trang chủ', href: paths.home() }, { label: 'Kiểm tra chứng nhận' }]}
      islands={['credential.js', 'camera.js', 'offline-check.js']}
    >
      <CheckView asked={asked} findings={answers} shelf={shelf} at={ctx.today} checkedAt={ctx.now} trouble={trouble} />
    </PublicPage>
  )
}

/** The verdict on what was typed; words that are nobody's whole name lead to the products that have them. */
async function findings(c: Request, asked: string): Promise<readonly Finding[]> {
  const found = await checkTexts(c.var.ctx, [asked], c.var.publicUrl)
  if (found.some(({ certificate }) => certificate !== undefined)) return found
  const named = await findByName(c.var.ctx, asked)
  return named.length > 0 ? named : found
}

// Nothing is kept, so there is nothing to redirect to; a list of 1,000 lines does not fit an address.
async function shelfPage(c: Request): Promise<Response> {
  const typed = await c.req.parseBody()
  const items = typeof typed.items === 'string' ? typed.items.normalize('NFC') : ''
  const parsed = ShelfInput.safeParse({ items })
  if (!parsed.success) {
    const errors = { items: parsed.error.issues[0]?.message ?? '' }
    return c.html(await checkPage(c, undefined, { values: { items }, errors, summary: [] }), 422)
  }
  const lines = parsed.data.items
  const found = await checkTexts(c.var.ctx, lines, c.var.publicUrl)
  return c.html(
    await checkPage(
      c,
      found.map((finding, index) => ({ content: lines[index] ?? '', finding })),
    ),
  )
}
