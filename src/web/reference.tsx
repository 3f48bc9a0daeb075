import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import type { Env, Routes } from '../platform/web.ts'

// The reader of the reference page comes from npm and is served from our own origin; read on first use, it is 3 MB.
const readerFile = join(
  dirname(createRequire(import.meta.url).resolve('@scalar/api-reference')),
  'browser/standalone.js',
)
let reader: string | undefined

/** The contract of the API, generated from the routes themselves, and a page to read it. */
export function reference(apis: readonly Routes[]): Hono<Env> {
  const described = new Hono<Env>()
  for (const routes of apis) described.route('/', routes)
  return new Hono<Env>()
    .get('/openapi.json', async (c) =>
      c.json(
        await generateSpecs(described, {
          documentation: {
            openapi: '3.1.0',
            info: {
              title: 'OCOP',
              version: '1',
              description:
                'Tra cứu sản phẩm, giấy chứng nhận, đơn vị hành chính, văn bản và số liệu của Chương trình OCOP.',
            },
            servers: [{ url: c.var.publicUrl }],
          },
        }),
      ),
    )
    .get('/api/doc-tai-lieu.js', (c) => {
      reader ??= readFileSync(readerFile, 'utf8')
      return c.body(reader, 200, {
        'Content-Type': 'text/javascript; charset=utf-8',
        'Cache-Control': 'public, max-age=86400',
      })
    })
    .get('/api', (c) => {
      // The reader writes its own style elements; only this page allows them.
      c.header(
        'Content-Security-Policy',
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
      )
      return c.html(
        <html lang="vi">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>Giao diện lập trình | OCOP</title>
          </head>
          <body>
            <noscript>
              <p>
                Trang này cần JavaScript. Bản máy đọc: <a href="/openapi.json">openapi.json</a>
              </p>
            </noscript>
            <script id="api-reference" data-url="/openapi.json" />
            <script src="/api/doc-tai-lieu.js" />
          </body>
        </html>,
      )
    })
}
