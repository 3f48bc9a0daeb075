// Gives the page of the check and what it needs when there is no network. Every other request passes by untouched.
interface FetchEvent extends Event {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
  waitUntil(work: Promise<unknown>): void
}

const worker = self as unknown as {
  addEventListener(name: string, listen: (event: FetchEvent) => void): void
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
}
const page = '/kiem-tra'
/** A network that is there in name only counts as none. */
const patience = 8_000

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  const isCheck = pathname === page || /^\/chung-nhan\/[^/]+$/.test(pathname)
  if (request.mode === 'navigate') {
    if (isCheck) event.respondWith(fetch(request, { signal: AbortSignal.timeout(patience) }).catch(() => kept(page)))
  } else if (/^\/(assets\/|\.well-known\/ocop-keys\.json$|api\/v1\/status-list$)/.test(pathname)) {
    event.respondWith(fetch(request).catch(() => kept(request.url)))
  }
})

async function kept(url: string): Promise<Response> {
  const cache = await caches.open('kiem-tra')
  return (await cache.match(url)) ?? Response.error()
}
