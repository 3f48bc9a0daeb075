// Checks signed content in the browser itself: what was fetched while there was network answers when there is none.
import { codeReader, readThroughCamera } from './camera.ts'
import { judgeSigned } from './credential.ts'
import type { Trusted } from './credential.ts'

class OfflineCheck extends HTMLElement {
  private readonly input = document.querySelector<HTMLInputElement>('input[name="so"]')

  async connectedCallback(): Promise<void> {
    this.input?.form?.addEventListener('submit', (event) => {
      if (navigator.onLine) return
      event.preventDefault()
      void this.judge(this.input?.value ?? '')
    })
    this.watchCamera()
    this.watchPhoto()
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
    const urls = new Set([...wanted, this.from('reader')].map((url) => new URL(url, location.href).href))
    for (const request of await cache.keys()) if (!urls.has(request.url)) await cache.delete(request)
  }

  private async trusted(): Promise<Trusted | undefined> {
    const answers = await Promise.all([fetch(this.from('keys')), fetch(this.from('list'))]).catch(() => undefined)
    if (!answers?.every(({ ok }) => ok)) return undefined
    const [keys, list] = answers
    const { keys: known } = (await keys.json()) as { keys: Trusted['keys'] }
    return { keys: known, list: new Uint8Array(await list.arrayBuffer()) }
  }

  /** The button is there only where there is a camera to open. */
  private watchCamera(): void {
    const button = this.querySelector<HTMLButtonElement>('[data-open-camera]')
    const video = this.querySelector('video')
    if (!button || !video || !('mediaDevices' in navigator)) return
    let stop: AbortController | undefined
    const close = this.querySelector<HTMLButtonElement>('[data-close-camera]')
    close?.addEventListener('click', () => stop?.abort())
    button.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden')
    button.addEventListener('click', () => {
      stop = new AbortController()
      this.classList.add('watching')
      this.say('')
      // Where nothing can be kept, the camera still reads.
      void this.keepReader().catch(() => undefined)
      void readThroughCamera(video, this.from('reader'), stop.signal)
        .then(
          (text) => (text === undefined ? undefined : this.answer(text)),
          () => this.say(this.from('noCamera')),
        )
        .finally(() => {
          this.classList.remove('watching')
          button.focus()
        })
    })
  }

  /** Weighs half as much as the page: only whoever opened the camera once finds it again without network. */
  private async keepReader(): Promise<void> {
    const cache = await caches.open('kiem-tra')
    const url = this.from('reader')
    if (navigator.onLine && (await cache.match(url)) === undefined) await cache.add(url)
  }

  /** With network the server reads the photo; without, the phone does. */
  private watchPhoto(): void {
    const photo = document.querySelector<HTMLInputElement>('input[name="photo"]')
    photo?.form?.addEventListener('submit', (event) => {
      const file = photo.files?.[0]
      if (navigator.onLine || file === undefined) return
      event.preventDefault()
      void codeReader(this.from('reader'))
        .then(async (read) => await read(await createImageBitmap(file)))
        .then((text) => (text ? this.answer(text) : this.say(this.from('noCode'))))
    })
  }

  /** The server knows more than a signature says; it is asked where there is network. */
  private async answer(text: string): Promise<void> {
    if (navigator.onLine) location.assign(`${this.from('page')}?so=${encodeURIComponent(text)}`)
    else await this.judge(text)
  }

  private say(sentence: string): void {
    const line = this.querySelector<HTMLElement>('[data-say="trouble"]')
    if (line) line.textContent = sentence
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
