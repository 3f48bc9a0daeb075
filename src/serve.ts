import { serve } from '@hono/node-server'
import type { Surroundings } from './web/app.ts'
import { webApp } from './web/app.ts'

export interface Server {
  readonly port: number
  close(): Promise<void>
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
