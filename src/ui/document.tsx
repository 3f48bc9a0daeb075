import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { asset } from './assets.ts'
import { spriteFor } from './icon.tsx'
import { paths } from './paths.ts'
import { htmlOf } from './render.ts'

interface DocumentProps {
  readonly title: string
  readonly description?: string | undefined
  readonly canonical?: string | undefined
  /** Islands this page wants, e.g. `open-filters.js`. */
  readonly islands?: readonly string[] | undefined
  /** Class of the body: the shell. */
  readonly shell?: string | undefined
  readonly children: Child
}

const siteName = 'OCOP, Mỗi xã một sản phẩm'

/** The HTML around every page. The two fonts of a first view load early; symbols of icons stand in the page itself. */
export async function Document({ title, description, canonical, islands = [], shell, children }: DocumentProps) {
  // The sprite stands first and holds only what the finished body uses, so the body is written before it.
  const body = await htmlOf(<>{children}</>)
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="vi">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title === '' ? siteName : `${title} | ${siteName}`}</title>
          {description === undefined ? null : <meta name="description" content={description} />}
          <meta name="theme-color" content="#143f2a" />
          {canonical === undefined ? null : <link rel="canonical" href={canonical} />}
          <link
            rel="alternate"
            href={paths.catalogue.feed()}
            type="application/atom+xml"
            title="Sản phẩm vừa được công nhận"
          />
          <link rel="icon" href={asset('favicon.svg')} type="image/svg+xml" />
          <FontPreload name="fonts/be-vietnam-pro-latin-400-normal.woff2" />
          <FontPreload name="fonts/be-vietnam-pro-vietnamese-400-normal.woff2" />
          <link rel="stylesheet" href={asset('house.css')} />
          {islands.map((island) => (
            <script type="module" src={asset(island)} />
          ))}
        </head>
        <body class={shell}>
          {raw(spriteFor(body))}
          {raw(body)}
        </body>
      </html>
    </>
  )
}

function FontPreload({ name }: { name: string }) {
  return <link rel="preload" href={asset(name)} as="font" type="font/woff2" crossorigin="anonymous" />
}
