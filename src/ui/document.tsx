import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { asset } from './assets.ts'
import { spriteFor } from './icon.tsx'
import { paths } from './paths.ts'
import { htmlOf } from './render.ts'

/** What other programs show of an address that somebody shares (Open Graph). */
export interface Preview {
  readonly type: 'article' | 'website'
  readonly title: string
  readonly description: string
  /** Whole addresses, with the name of the site. */
  readonly url: string
  readonly picture?: { readonly url: string; readonly alt: string } | undefined
}

interface DocumentProps {
  readonly title: string
  readonly description?: string | undefined
  readonly canonical?: string | undefined
  readonly preview?: Preview | undefined
  /** Islands this page wants, e.g. `open-filters.js`. */
  readonly islands?: readonly string[] | undefined
  /** Class of the body: the shell. */
  readonly shell?: string | undefined
  readonly children: Child
}

const siteName = 'OCOP, Mỗi xã một sản phẩm'

/** The HTML around every page. The two fonts of a first view load early; symbols of icons stand in the page itself. */
export async function Document({
  title,
  description,
  canonical,
  preview,
  islands = [],
  shell,
  children,
}: DocumentProps) {
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
          {preview === undefined ? null : <PreviewTags {...preview} />}
          <link rel="alternate" href={paths.feed()} type="application/atom+xml" title="Có gì mới ở OCOP" />
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

function PreviewTags({ type, title, description, url, picture }: Preview) {
  return (
    <>
      <meta property="og:type" content={type} />
      <meta property="og:site_name" content={siteName} />
      <meta property="og:locale" content="vi_VN" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={url} />
      {picture === undefined ? null : <meta property="og:image" content={picture.url} />}
      {picture === undefined ? null : <meta property="og:image:alt" content={picture.alt} />}
      <meta name="twitter:card" content={picture === undefined ? 'summary' : 'summary_large_image'} />
    </>
  )
}

function FontPreload({ name }: { name: string }) {
  return <link rel="preload" href={asset(name)} as="font" type="font/woff2" crossorigin="anonymous" />
}
