import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { etag } from 'hono/etag'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import type { Instant } from '../kernel/civil-date.ts'
import type { Config } from '../platform/config.ts'
import type { Context } from '../platform/context.ts'
import type { Log } from '../platform/log.ts'
import type { OpenId } from '../platform/open-id.ts'
import type { Reads } from '../platform/reads.ts'
import type { Env } from '../platform/web.ts'
import { assetRoutes } from '../ui/assets.ts'
import { askedRight } from './api-methods.ts'
import { onError, onNotFound } from './errors.tsx'
import { knowWho } from './session.ts'
import { apis, pages } from './slices.ts'
import { operations } from './operations.ts'
import { fromReplica, readAddresses } from './reads.ts'
import { reference } from './reference.tsx'

/** What the program gives to every request. */
export interface Surroundings extends Pick<Context, 'db' | 'files' | 'keys' | 'reactsTo'> {
  readonly config: Pick<Config, 'demonstration' | 'publicUrl'> & Partial<Pick<Config, 'sms' | 'messenger' | 'proxies'>>
  readonly log: Log
  readonly clock: () => Instant
  /** Is the sample programme still being made? Absent: no. */
  readonly building?: (() => boolean) | undefined
  /** Absent: people sign in with accounts of this system only. */
  readonly openId?: OpenId | undefined
  /** Absent: everybody reads the database itself. */
  readonly reads?: Reads | undefined
}

// The largest form is an evidence file of 20 MB and its fields.
const largestBody = 21 * 1024 * 1024

/** The web application: security first, then who asks, then the slices in order. */
export function webApp(surroundings: Surroundings): Hono<Env> {
  const app = new Hono<Env>()
  app.route('/', assetRoutes)
  app.use(compress({ threshold: 1024 }))
  app.use(ownPolicy)
  app.use(secureHeaders(headersFor(surroundings.config)))
  app.use(knowWho(surroundings))
  app.use('/api/v1/*', askedRight)
  app.use(bodyLimit({ maxSize: largestBody }))
  app.use(csrf({ origin: (origin, c) => origin === new URL(c.req.url).origin || origin === originOf(surroundings) }))
  app.use(readableForms)
  app.use(etag())
  app.route('/', operations(surroundings))
  app.route('/', reference(apis))
  const { reads } = surroundings
  if (reads) for (const path of readAddresses) app.use(path, fromReplica(reads))
  for (const routes of [...apis, ...pages]) app.route('/', routes)
  app.onError(onError(surroundings.log))
  app.notFound(onNotFound)
  return app
}

// The longest lists of an office have some hundred boxes. Measured: 20 MB of tiny fields kept the process busy for 54 seconds.
const mostFields = 5_000

/**
 * A form that its own boundary does not fit, or of more fields than any form here has, is the sender's fault, wherever it
 * goes; what was read is kept for the route.
 */
const readableForms = createMiddleware<Env>(async (c, next) => {
  const type = c.req.header('Content-Type') ?? ''
  const mark = fieldMark(type)
  if (mark !== undefined && holdsMore(Buffer.from(await c.req.arrayBuffer()), mark, mostFields))
    throw new HTTPException(400)
  if (/^multipart\/form-data\b/i.test(type))
    await c.req.formData().catch((cause: unknown) => {
      throw new HTTPException(400, { cause })
    })
  await next()
})

/** What stands between two fields of such a form. */
function fieldMark(type: string): string | undefined {
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return '&'
  const [, quoted, plain] = /^multipart\/form-data\b.*?boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type) ?? []
  const boundary = quoted ?? plain
  return boundary === undefined ? undefined : `--${boundary}`
}

function holdsMore(bytes: Buffer, mark: string, most: number): boolean {
  let found = 0
  for (let at = bytes.indexOf(mark); at !== -1 && found <= most; at = bytes.indexOf(mark, at + mark.length)) found++
  return found > most
}

// The headers for all are set last on the way out, so an answer with a policy of its own sets it again after them.
const ownPolicy = createMiddleware<Env>(async (c, next) => {
  await next()
  if (c.var.contentPolicy !== undefined) c.res.headers.set('Content-Security-Policy', c.var.contentPolicy)
})

function originOf({ config }: Surroundings): string {
  return new URL(config.publicUrl).origin
}

/** No inline script or style anywhere, so the policy can be strict; HSTS only where the site is served over TLS. */
function headersFor({ publicUrl }: Pick<Config, 'publicUrl'>) {
  return {
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      manifestSrc: ["'self'"],
    },
    strictTransportSecurity: publicUrl.startsWith('https:') ? 'max-age=31536000; includeSubDomains' : false,
    referrerPolicy: 'same-origin',
  } satisfies Parameters<typeof secureHeaders>[0]
}
