import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Denied } from '../kernel/refusal.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { showGtin } from '../product/gtin.ts'
import { isCertificateNumber } from '../recognition/rules.ts'
import { PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import { judgeCode, judgeLabel } from './label.ts'
import { linkTypeOf, linksOf, linksetOf } from './linkset.ts'
import type { Labelled } from './linkset.ts'
import { labelledByCode, labelledByGtin } from './actions.ts'
import { NoSuchLink, OddLabel, UnknownLabel } from './views-label.tsx'

const linksetType = 'application/linkset+json'

/** Where the codes on labels lead: people to the product, programs to the set of links (GS1 Digital Link, RFC 9264). */
export const labelPages = new Hono<Env>()
  .get(paths.catalogue.label(':gtin'), byGtin)
  .get(`${paths.catalogue.label(':gtin')}/*`, byGtin)
  .get(paths.catalogue.code(':code'), async (c) => {
    const code = param(c, 'code')
    if (isCertificateNumber(code)) return c.redirect(paths.recognition.certificate(code), 307)
    const judged = judgeCode(code)
    if (!judged.ok) return refused(c, code, judged)
    return answer(c, code, paths.catalogue.code(code), await labelledByCode(c.var.ctx, code))
  })

async function byGtin(c: Request) {
  const [, , , ...rest] = c.req.path.split('/').map(decoded)
  const judged = judgeLabel(param(c, 'gtin'), rest)
  if (!judged.ok) return refused(c, param(c, 'gtin'), judged)
  const qualifiers = rest.map((part) => `/${encodeURIComponent(part)}`).join('')
  const anchor = `${paths.catalogue.label(judged.value)}${qualifiers}`
  return answer(c, showGtin(judged.value), anchor, await labelledByGtin(c.var.ctx, judged.value))
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function refused(c: Request, code: string, judged: Denied) {
  return page(c, 'Mã không đúng', <OddLabel code={code.slice(0, 60)} sentence={c.var.sentence(judged.refusal)} />, 400)
}

function answer(c: Request, code: string, anchor: string, found: Labelled | undefined) {
  c.header('Vary', 'Accept', { append: true })
  if (found === undefined) return page(c, 'Không có mã này', <UnknownLabel code={code} />, 404)
  c.header('Link', `<${c.var.publicUrl}${anchor}?linkType=linkset>; rel="linkset"; type="${linksetType}"`)
  const asked = linkTypeOf(c.req.query('linkType') ?? '')
  if (asked === 'linkset' || asked === 'all' || (c.req.header('Accept') ?? '').includes(linksetType))
    return c.body(JSON.stringify(linksetOf(found, anchor, c.var.publicUrl)), 200, { 'Content-Type': linksetType })
  // Always a path of our own: whatever a label says, nobody is sent elsewhere.
  const to = new Map(Object.entries(linksOf(found))).get(asked === '' ? 'defaultLink' : asked)
  return to === undefined ? page(c, 'Không có thông tin này', <NoSuchLink {...found} />, 404) : c.redirect(to, 307)
}

function page(c: Request, title: string, content: Child, status: 400 | 404) {
  return c.html(
    <PublicPage {...frame(c)} title={title} crumbs={[{ label: 'Trang chủ', href: paths.home() }, { label: title }]}>
      {content}
    </PublicPage>,
    status,
  )
}
