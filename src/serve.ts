import { serve } from '@hono/node-server'
import { openSharedGround } from './ground.ts'
import type { Ground } from './ground.ts'
import { say, untilStopped } from './opening.ts'
import type { Closing } from './opening.ts'
import type { Config } from './platform/config.ts'
import { openReads } from './platform/reads.ts'
import { paths } from './ui/paths.ts'
import type { Surroundings } from './web/app.ts'
import { webApp } from './web/app.ts'

export interface Server {
  readonly port: number
  close(): Promise<void>
}

/** `bin/ocop web`: one web process of several on the operator's database, until SIGTERM. */
export function serveAlone(config: Config): Promise<void> {
  return untilStopped(config, async (closing) => {
    const address = await openWeb(await openSharedGround(config, closing), config, closing)
    say(`Máy chủ web chạy tại ${address} (tiến trình ${process.pid})`)
  })
}

/**
 * @param building is the sample programme still being made?
 * @returns the address on this machine.
 */
export async function openWeb(
  ground: Ground,
  config: Config,
  closing: Closing,
  building?: () => boolean,
): Promise<string> {
  const { log, clock, surroundings } = ground
  const returnTo = `${config.publicUrl}${paths.identity.outsideReturn()}`
  // A door reads what it opens: most systems have no provider of identities.
  const openId = config.openId && (await import('./platform/open-id.ts')).openOpenId(config.openId, returnTo, log)
  const { databaseReadUrl } = config
  const reads = databaseReadUrl === undefined ? undefined : openReads(databaseReadUrl, ground.pool, log)
  if (reads) closing.push(() => reads.end())
  const door = await openDoor({ ...surroundings, config, log, clock, openId, reads, building }, config)
  closing.push(() => door.close())
  return `http://localhost:${door.port}`
}

/** The web door. @throws the listen error, e.g. EADDRINUSE. */
export function openDoor(surroundings: Surroundings, { host, port }: { host: string; port: number }): Promise<Server> {
  return new Promise((settle, fail) => {
    const server = serve({ fetch: webApp(surroundings).fetch, hostname: host, port }, (info) =>
      settle({
        port: info.port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            // Browsers keep connections open; what is in flight gets a moment, idle ones end at once.
            if ('closeIdleConnections' in server) server.closeIdleConnections()
            setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 2_000).unref()
          }),
      }),
    )
    server.once('error', fail)
  })
}
