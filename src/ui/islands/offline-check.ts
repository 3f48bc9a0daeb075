// Checks signed content in the browser itself: what was fetched while there was network answers when there is none.
import { judgeSigned } from './credential.ts'
import type { Trusted } from './credential.ts'

declare class BarcodeDetector {
  constructor(options: { formats: string[] })
  detect(image: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>
}

class OfflineCheck extends HTMLElement {
  private readonly input = document.querySelector<HTMLInputElement>('input[name="so"]')

  async connectedCallback(): Promise<void> {
    this.input?.form?.addEventListener('submit', (event) => {
      if (navigator.onLine) return
      event.preventDefault()
      void this.judge(this.input?.value ?? '')
    })
    const photo = this.querySelector<HTMLInputElement>('input[type=file]')
    if (photo && 'BarcodeDetector' in window) {
      photo.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden')
      photo.addEventListener('change', () => void this.read(photo.files?.[0]))
    }
    const asked = this.asked()
    if (asked !== '') await this.judge(asked)
    if (!('serviceWorker' in navigator)) return
    await navigator.serviceWorker.register(this.from('worker'), { scope: '/' })
    await this.keep().then(
      () => this.sayKept(),
      // Without network there is nothing to fetch anew; what was kept before stays.
      () => undefined,
    )
  }

  private from(name: string): string {
    return this.dataset[name] ?? ''
  }

  /** What the kept page was opened for; the server answers for itself and says so. */
  private asked(): string {
    if (this.dataset['answered'] !== undefined) return ''
    const { pathname, href, search } = location
    return pathname === this.from('page') ? (new URLSearchParams(search).get('so') ?? '') : href
  }

  /** Fetches anew everything the check needs; without the visitor's cookies, for the page is kept for whoever comes. */
  private async keep(): Promise<void> {
    const own = [
      ...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[href^="/assets/"], script[src]'),
    ]
    const files = own.map((one) => ('src' in one ? one.src : one.href))
    const wanted = [this.from('page'), this.from('keys'), this.from('list'), ...files]
    const cache = await caches.open('kiem-tra')
    await Promise.all(
      wanted.map(async (url) => {
        const answer = await fetch(url, { credentials: 'omit', cache: 'no-cache' })
        if (!answer.ok) throw new Error(url)
        await cache.put(url, answer)
      }),
    )
    const urls = new Set(wanted.map((url) => new URL(url, location.href).href))
    for (const request of await cache.keys()) if (!urls.has(request.url)) await cache.delete(request)
  }

  private async trusted(): Promise<Trusted | undefined> {
    const answers = await Promise.all([fetch(this.from('keys')), fetch(this.from('list'))]).catch(() => undefined)
    if (!answers?.every(({ ok }) => ok)) return undefined
    const [keys, list] = answers
    const { keys: known } = (await keys.json()) as { keys: Trusted['keys'] }
    return { keys: known, list: new Uint8Array(await list.arrayBuffer()) }
  }

  private async read(photo: File | undefined): Promise<void> {
    if (photo === undefined) return
    const found = await new BarcodeDetector({ formats: ['qr_code'] }).detect(await createImageBitmap(photo))
    await this.judge(found[0]?.rawValue ?? '')
  }

  private async judge(text: string): Promise<void> {
    if (this.input) this.input.value = text
    const trusted = (await this.trusted()) ?? { keys: [], list: undefined }
    const { verdict, reason, certificate } = await judgeSigned(text, trusted, new Date())
    const shown = document
      .querySelector<HTMLTemplateElement>(`template[data-verdict="${verdict}"]`)
      ?.content.cloneNode(true)
    if (!(shown instanceof DocumentFragment)) return
    const words = {
      reason,
      name: certificate?.productName,
      maker: certificate?.producerName,
      number: certificate && `${certificate.number}, Quyết định ${certificate.decision}`,
    }
    for (const [slot, said] of Object.entries(words)) {
      const place = shown.querySelector(`[data-say="${slot}"]`)
      if (place) place.textContent = said ?? ''
    }
    this.querySelector('[data-verdict-here]')?.replaceChildren(shown)
  }

  private sayKept(): void {
    const line = this.querySelector<HTMLElement>('[data-say="kept"]')
    if (line) line.hidden = false
  }
}

customElements.define('offline-check', OfflineCheck)
