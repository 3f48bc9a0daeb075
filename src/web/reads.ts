import { createMiddleware } from 'hono/factory'
import { catalogueApi } from '../catalogue/api.ts'
import { cataloguePages } from '../catalogue/pages.tsx'
import { openDataPages } from '../exchange/pages-open.tsx'
import { visitor } from '../kernel/actor.ts'
import type { Reads } from '../platform/reads.ts'
import type { Env } from '../platform/web.ts'
import { regimeApi } from '../regime/api.ts'
import { statisticsApi } from '../statistics/api.ts'
import { statisticsPages } from '../statistics/pages.tsx'
import { territoryApi } from '../territory/api.ts'
import { feeds } from './feeds.ts'
import { homePages } from './home.tsx'

// Certificates are not among them: whoever checks one is told what stands now, not what stood a moment ago.
const publicReads = [
  homePages,
  cataloguePages,
  feeds,
  catalogueApi,
  statisticsPages,
  statisticsApi,
  openDataPages,
  territoryApi,
  regimeApi,
]

/** Addresses whose answers may be a moment old. */
export const readAddresses: ReadonlySet<string> = new Set(
  publicReads.flatMap(({ routes }) => routes.filter(({ method }) => method === 'GET').map(({ path }) => path)),
)

/** Visitors read from the replica; whoever is signed in may just have written, and reads what they wrote. */
export function fromReplica({ db }: Reads) {
  return createMiddleware<Env>(async (c, next) => {
    if (c.req.method === 'GET' && c.var.ctx.actor === visitor) c.set('ctx', { ...c.var.ctx, db })
    await next()
  })
}
