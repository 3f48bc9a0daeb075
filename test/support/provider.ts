import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import OidcProvider from 'oidc-provider'
import { afterAll, beforeAll } from 'vitest'
import type { OpenIdSettings } from '../../src/platform/open-id.ts'

export interface TestProvider {
  settings(): OpenIdSettings
  /** No answer from now on, or answers again. */
  away: boolean
  /** A person signs in at the provider and is sent back. @returns where to. */
  visit(address: string, login: string): Promise<string>
}

/** A real OpenID provider; whoever types a name there is that person. */
export function useProvider(returnTo: string): TestProvider {
  let server: Server
  const port = () => (server.address() as AddressInfo).port
  const settings = () => ({
    issuer: `http://127.0.0.1:${port()}`,
    clientId: 'ocop',
    clientSecret: 'mot-bi-mat-chi-de-kiem-thu',
  })
  const test: TestProvider = {
    away: false,
    settings,
    async visit(address, login) {
      const walk = browserOf(settings().issuer)
      const form = await walk(address)
      const entered = await walk(form.to, new URLSearchParams({ prompt: 'login', login, password: 'x' }))
      if (entered.to.startsWith(returnTo)) return entered.to
      return (await walk(entered.to, new URLSearchParams({ prompt: 'consent' }))).to
    },
  }
  beforeAll(async () => {
    server = createServer()
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { issuer, clientId, clientSecret } = settings()
    const provider = new OidcProvider(issuer, {
      clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [returnTo] }],
      claims: { openid: ['sub'], profile: ['name'] },
      conformIdTokenClaims: false,
      features: { devInteractions: { enabled: true } },
      ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
      findAccount: (_ctx, id) => ({
        accountId: id,
        claims: async () => ({ sub: id, name: `Tên của ${id}`, email: 'nguoi.co.tai.khoan@vidu.vn' }),
      }),
    })
    const answer = provider.callback()
    server.on('request', (request, response) => (test.away ? request.destroy() : void answer(request, response)))
  })
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })
  return test
}

/** Follows redirects within the provider and keeps its cookies; stops at a page, or on the way out. */
function browserOf(issuer: string) {
  const jar = new Map<string, string>()
  return async function walk(address: string, body?: URLSearchParams): Promise<{ to: string }> {
    let to = address
    let sent = body
    for (let step = 0; step < 10 && to.startsWith(issuer); step++) {
      const answer = await fetch(to, {
        redirect: 'manual',
        headers: { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(sent && { method: 'POST', body: sent }),
      })
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        jar.set(name, value)
      }
      await answer.arrayBuffer()
      const next = answer.headers.get('Location')
      if (next === null) return { to }
      to = new URL(next, to).href
      sent = undefined
    }
    return { to }
  }
}
