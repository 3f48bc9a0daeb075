import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { transformSync } from 'oxc-transform'

interface Asset {
  readonly url: string
  readonly type: string
  readonly body: Buffer
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const assets = new Map<string, Asset>()
const byUrl = new Map<string, Asset>()

// Files first, then what refers to them: a stylesheet's own hash must change when a font's does.
for (const folder of ['assets/fonts', 'assets/img', 'assets']) {
  for (const name of filesIn(folder)) {
    if (extname(name) in types && name !== 'icons.svg') keep(nameIn(folder, name), read(`${folder}/${name}`))
  }
}
const islands = filesIn('islands').map((name) => ({ name, ...transformSync(name, read(`islands/${name}`).toString()) }))
const imported = /from (['"])\.\/([\w-]+)\.ts\1/g
for (const { name, code } of islands.toSorted((left, right) => importsOf(left.code) - importsOf(right.code))) {
  const whole = code.replaceAll(
    imported,
    (_, quote: string, other: string) => `from ${quote}${asset(`${other}.js`)}${quote}`,
  )
  keep(name.replace(/\.ts$/, '.js'), Buffer.from(whole))
}
// The reader of codes for browsers that bring none; fetched only where a camera is opened.
keep('jsqr.js', readFileSync(createRequire(import.meta.url).resolve('jsqr')))
// One file for the browser, in the order of its layers.
const sheets = ['tokens', 'base', 'layout', 'marks', 'forms', 'facts', 'work', 'pages', 'print']
const style = sheets.map((name) => read(`sheets/${name}.css`).toString()).join('')
keep('house.css', Buffer.from(withHashedFonts(withoutComments(style))))

/**
 * The address of a file of `ui/assets`, named as there (`img/ca-phe.svg`), of an island (`open-filters.js`) or of the
 * stylesheet. It carries a hash of the content, so that a browser may keep it for ever.
 * @throws when there is no such file: a page never points at nothing.
 */
export function asset(name: string): string {
  const found = assets.get(name)
  if (!found) throw new Error(`no asset named ${name}`)
  return found.url
}

/** The text of an island that must have an address of its own, such as a service worker. */
export function assetText(name: string): string {
  return assets.get(name)?.body.toString() ?? ''
}

/** Pictures drawn for the demonstration, by their names in `img/`. */
export function drawings(): string[] {
  return [...assets.keys()].filter((name) => name.startsWith('img/'))
}

export const assetRoutes = new Hono().get('/assets/*', (c) => {
  const found = byUrl.get(c.req.path)
  if (!found) return c.text('Không có tệp này.', 404)
  const encoding = encodingFor(found, c.req.header('Accept-Encoding') ?? '')
  c.header('Content-Type', found.type)
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Vary', 'Accept-Encoding')
  if (encoding !== 'identity') c.header('Content-Encoding', encoding)
  return c.body(new Uint8Array(packed(found, encoding)))
})

function importsOf(code: string): number {
  return code.match(imported)?.length ?? 0
}

function filesIn(folder: string): string[] {
  return readdirSync(new URL(`./${folder}/`, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
}

function nameIn(folder: string, name: string): string {
  return `${folder}/${name}`.replace(/^assets\//, '')
}

function read(file: string): Buffer {
  return readFileSync(new URL(`./${file}`, import.meta.url))
}

function keep(name: string, body: Buffer): void {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10)
  const extension = extname(name)
  const url = `/assets/${name.slice(0, -extension.length)}.${hash}${extension}`
  const kept = { url, type: types[extension] ?? 'application/octet-stream', body }
  assets.set(name, kept)
  byUrl.set(url, kept)
}

/** What is there for us only: comments and indents. */
function withoutComments(css: string): string {
  return css.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/\n\s+/g, '\n')
}

function withHashedFonts(css: string): string {
  return css.replaceAll(/url\((fonts\/[^)]+)\)/g, (_, name: string) => `url(${asset(name)})`)
}

type Encoding = 'br' | 'gzip' | 'identity'

const packs = new Map<string, Buffer>()

// woff2 is brotli inside already.
function encodingFor({ type }: Asset, accepted: string): Encoding {
  if (type === 'font/woff2') return 'identity'
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
}

/** Packed on first asking and kept: the strongest brotli of the stylesheet takes a tenth of a second, once. */
function packed({ url, body }: Asset, encoding: Encoding): Buffer {
  if (encoding === 'identity') return body
  const key = `${encoding} ${url}`
  const ready = packs.get(key) ?? (encoding === 'br' ? brotli(body) : gzipSync(body, { level: 9 }))
  packs.set(key, ready)
  return ready
}

function brotli(body: Buffer): Buffer {
  return brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  })
}
