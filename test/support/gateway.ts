import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A telephone company on loopback: keeps each message once by its key, and can be told to be down, to lie, or to refuse. */
export interface TelephoneCompany {
  readonly url: string
  readonly arrived: { readonly to: string; readonly text: string }[]
  /** How often somebody tried to hand a message over. */
  asked: number
  mood: 'well' | 'down' | 'takes-and-answers-500' | 'refuses'
  close(): void
}

export async function telephoneCompany(secret: string): Promise<TelephoneCompany> {
  const kept = new Map<string, { to: string; text: string }>()
  const company: TelephoneCompany = { url: '', arrived: [], asked: 0, mood: 'well', close: () => server.close() }
  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown = {}) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
    }
    if (request.headers.authorization !== `Bearer ${secret}`) return answer(401)
    const key = decodeURIComponent(request.url?.split('/').at(-1) ?? '')
    if (company.mood === 'down') return void request.socket.destroy()
    if (request.method === 'GET') return kept.has(key) ? answer(200, { state: 'delivered' }) : answer(404)
    company.asked++
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      if (company.mood === 'refuses') return answer(422, { reason: 'no such number' })
      const message = JSON.parse(body) as { to: string; text: string }
      kept.set(key, message)
      company.arrived.push(message)
      answer(company.mood === 'takes-and-answers-500' ? 500 : 202)
    })
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  return Object.assign(company, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
}
