import { Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import { realFrame } from '../platform/frame.ts'
import type { Env, Routes } from '../platform/web.ts'
import { PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import { ReferenceView } from './reference-view.tsx'

/** The contract of the API, generated from the routes themselves, and a page to read it. */
export function reference(apis: readonly Routes[]): Hono<Env> {
  const described = new Hono<Env>()
  for (const routes of apis) described.route('/', routes)
  const contractAt = (publicUrl: string) =>
    generateSpecs(described, {
      // Its own answer to wrong input is not ours: `says` names what is sent.
      defaultValidationErrorResponse: false,
      documentation: {
        openapi: '3.1.0',
        info: {
          title: 'OCOP',
          version: '1',
          description:
            'Tra cứu sản phẩm, giấy chứng nhận, đơn vị hành chính, văn bản và số liệu của Chương trình OCOP.',
        },
        servers: [{ url: publicUrl }],
      },
    })
  return new Hono<Env>()
    .get('/openapi.json', async (c) => c.json(await contractAt(c.var.publicUrl)))
    .get(paths.api(), async (c) => {
      const { publicUrl } = c.var
      return c.html(
        <PublicPage {...realFrame(c)} title="Giao diện lập trình (API)" crumbs={[{ label: 'Giao diện lập trình' }]}>
          <ReferenceView contract={await contractAt(publicUrl)} publicUrl={publicUrl} />
        </PublicPage>,
      )
    })
}
