// Every page of the site map, as somebody who may open it, on the sample programme, in a real browser, on a phone and on a desk.
import { get } from 'node:http'
import type { Browser, BrowserContext, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rebuild } from '../../src/catalogue/actions.ts'
import { samplePassword } from '../../src/identity/model.ts'
import { openDatabase, openPool } from '../../src/platform/db.ts'
import type { Server } from '../../src/serve.ts'
import { paths } from '../../src/ui/paths.ts'
import { pages } from '../../src/web/slices.ts'
import { fill, launchBrowser, openSite, press } from '../support/browser.ts'
import { inspect } from '../support/inspect-page.ts'
import { walk } from '../support/site-walk.ts'
import type { Reached, Walked } from '../support/site-walk.ts'
import { useSampleWorld } from '../support/world.ts'

const routes = [
  ...new Set(
    pages
      .flatMap((slice) => slice.routes)
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => path),
  ),
]

/**
 * Who walks: the people that the README names, and those whose turn it is in the sample programme; first those who meet
 * most addresses, for the walk ends when each is met.
 */
const people = [
  undefined,
  'mau.tinh-66',
  'mau.chu-the-ca-phe',
  'mau.tinh-51',
  'mau.lanh-dao-mang-den',
  'mau.chu-the-moi',
  'mau.xa-mang-den',
  'mau.tu-van-66',
  'mau.lanh-dao-tinh-66',
  'mau.ho-tro',
  'mau.hoi-dong-66-chu-tich',
  'mau.hoi-dong-66-thu-ky',
  'mau.hoi-dong-66-thanh-vien-1',
  'mau.can-bo-bo',
  'mau.lanh-dao-bo',
  'mau.kiem-toan',
  'mau.quan-tri',
  'mau.dao-tao',
  'mau.bien-tap',
  'mau.ben-mua',
  'mau.xuc-tien',
  'mau.kiem-tra',
]

const world = useSampleWorld()
let server: Server
let browser: Browser
let context: BrowserContext
let page: Page
let reached: readonly Reached[]
let refused: Walked['refused']
const cookies = new Map<string | undefined, string>([[undefined, '']])
const heard: string[] = []
const address = () => `http://127.0.0.1:${server.port}`

beforeAll(async () => {
  server = await openSite(world, true)
  for (const person of people) if (person !== undefined) cookies.set(person, await signIn(person))
  const walkers = people.map((name) => ({ name, cookie: cookies.get(name) ?? '' }))
  const wanted = routes.filter((route) => unlinked[route] === undefined)
  const from = [paths.home(), paths.desk()]
  ;({ reached, refused } = await walk({ url: address(), routes, wanted, people: walkers, from }))
  browser = await launchBrowser()
  context = await browser.newContext({ baseURL: address(), locale: 'vi-VN' })
  page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && heard.push(message.text()))
  page.on('pageerror', (error) => heard.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(address()) && !request.url().startsWith('data:')) heard.push(`asks ${request.url()}`)
  })
}, 1_200_000)

afterAll(async () => {
  await browser.close()
  await server.close()
})

async function signIn(signInName: string): Promise<string> {
  const answer = await fetch(address() + paths.identity.signIn(), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address() },
    body: new URLSearchParams({ signInName, password: samplePassword }),
  })
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** Bytes of an answer as they travel to a browser that takes what this server can press. */
function bytesOnTheWire(url: string): Promise<number> {
  return new Promise((settle, fail) => {
    const asking = get(url, { headers: { 'accept-encoding': 'gzip, deflate, br' } }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
      answer.on('end', () => settle(bytes))
    })
    asking.on('error', fail)
  })
}

async function become(person: string | undefined): Promise<void> {
  await context.clearCookies()
  const given = (cookies.get(person) ?? '').split('; ').filter(Boolean)
  const parts = given.map(
    (cookie) => [cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1)] as const,
  )
  await context.addCookies(parts.map(([name, value]) => ({ name, value, url: address() })))
}

/** Opens an address as somebody and tells what is wrong with it. */
async function faultsAt(path: string, person?: string, expected = 200): Promise<readonly string[]> {
  heard.length = 0
  await become(person)
  const answer = await page.goto(path)
  const found = await inspect(page)
  const noise = heard.filter((line) => expected === 200 || !line.includes(`status of ${expected}`))
  return answer?.status() === expected ? [...found, ...noise] : [`status ${answer?.status()}`, ...found]
}

const outside = [
  paths.identity.signInOutside(),
  paths.identity.outsideReturn(),
  paths.identity.linkOutside(),
  paths.identity.confirmOutside(),
]

/** Addresses that no link leads to, each with its reason. */
const unlinked: Readonly<Record<string, string>> = {
  [paths.feedback.photo(':id')]: 'no sample matter carries a photo; src/feedback/pages.test.tsx opens one',
  [paths.oversight.photo(':id', ':hash')]:
    'no sample inspection carries a photo; test/journeys/inspection.test.ts opens one',
  [paths.catalogue.siteMap()]: 'search engines find it in robots.txt',
  [paths.catalogue.siteMapFixed()]: 'the same',
  [paths.newsroom.siteMap()]: 'the same',
  [paths.catalogue.siteMapPart(':kind', ':from')]: 'the same; src/catalogue/site-map.test.ts opens each part',
  [paths.exchange.row(':key')]: 'the sample programme holds no list of others that waits for somebody',
  [paths.exchange.report(':form')]: 'a file, behind the two buttons of the page of reports',
  [paths.trade.reply(':secret')]: 'stands in one mail alone; src/trade/connection.test.ts answers there',
  [paths.catalogue.label(':gtin')]: 'stands in the code on a pack; src/catalogue/label.test.ts opens it',
  [`${paths.catalogue.label(':gtin')}/*`]: 'the same with a batch or a serial number',
  [paths.notice.stop(':token')]: 'stands in each message that is sent; its journey walks there',
  [paths.recognition.secondLook(':id')]: 'behind the form that signs; src/recognition/second-look.test.ts opens it',
  [paths.recognition.letterToMinistry(':id')]:
    'a file, where an approved result waits to go up; letter.test.ts opens it',
  [paths.training.scan(':id')]: 'stands in the code at the door of a class; test/journeys/training.test.ts reads it',
  [paths.idea.photo(':id', ':hash')]: 'a picture of a visit, and the sample has none; src/idea/walk.test.tsx opens one',
  [paths.catalogue.code(':code')]: 'stands in the code on a certificate',
  ...Object.fromEntries(
    outside.map((route) => [route, 'only where an outside identity is set up; its journey walks there']),
  ),
}

it('reaches every address by links alone', () => {
  const found = new Set(reached.map(({ route }) => route))
  expect(routes.filter((route) => !found.has(route) && unlinked[route] === undefined)).toEqual([])
})

it('shows nobody a link that refuses them', () => {
  expect(refused).toEqual([])
})

it('finds nothing wrong on any page', { timeout: 1_800_000 }, async () => {
  const faults: Record<string, readonly string[]> = {}
  const done = new Set<string>()
  for (const { route, path, person, type } of reached) {
    if (type !== 'text/html' || done.has(route)) continue
    done.add(route)
    const found = await faultsAt(path, person)
    if (found.length > 0) faults[`${path} ${person ?? ''}`] = found
  }
  expect(faults).toEqual({})
})

describe('trouble is a page like any other', () => {
  it('says that there is no such page', async () => {
    expect(await faultsAt('/khong-co-trang-nay', undefined, 404)).toEqual([])
    expect(await page.locator('main').innerText()).toMatch(/Số tham chiếu: \S+/)
  })

  it("answers for somebody else's dossier as for one that is not there", async () => {
    const own = reached.find(
      ({ route, person }) => route === paths.dossier.file(':id') && person === 'mau.chu-the-ca-phe',
    )
    expect(await faultsAt(own?.path ?? '', 'mau.chu-the-moi', 404)).toEqual([])
  })

  it.each([paths.identity.signIn(), paths.identity.signUp(), paths.idea.begin({ tinh: '66' })])(
    'draws %s again with a sentence at each field that is wrong',
    async (path) => {
      await become(undefined)
      await page.goto(path)
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === 'POST'),
        page.evaluate(() => document.querySelector<HTMLFormElement>('main form[method=post]')?.submit()),
      ])
      await page.waitForLoadState()
      expect(answer.status()).toBe(422)
      expect(await inspect(page)).toEqual([])
      expect(await page.locator('main [aria-invalid=true]').count()).toBeGreaterThan(0)
    },
  )

  it('gives a reference number where the program itself fails', async () => {
    const pool = openPool(world.url, { max: 1 })
    await pool.end()
    const broken = await openSite({ db: openDatabase(pool), files: world.files, keys: world.keys }, true, 'silent')
    const answer = await page.goto(`http://127.0.0.1:${broken.port}${paths.catalogue.list()}`)
    const found = await inspect(page)
    await broken.close()
    expect([answer?.status(), ...found]).toEqual([500])
    expect(await page.locator('main').innerText()).toMatch(/Số tham chiếu: \S+/)
  })
})

it('keeps its shape round a name of 150 letters, most of them in one word', async () => {
  await become('mau.chu-the-ca-phe')
  await page.goto(paths.product.begin())
  const name = `Cà phê rang mộc nguyên hạt chế biến ướt ${'Nghiêng'.repeat(15)}`
  await fill(page, { name, group: '13' })
  await press(page, /^Lưu/)
  const file = new URL(page.url()).pathname
  const seen: Record<string, readonly string[]> = {}
  for (const path of [file, `${file}/sua`, paths.product.mine()])
    seen[path] = await faultsAt(path, 'mau.chu-the-ca-phe')
  await rebuild(world.as(undefined, new Date().toISOString()))
  const maker = reached.find(({ route }) => route === paths.catalogue.producer(':slug'))?.path ?? ''
  for (const path of [maker, paths.recognition.verify({ so: name })]) seen[path] = await faultsAt(path)
  expect(Object.values(seen).flat()).toEqual([])
})

describe('the first view on a cheap phone', () => {
  const product = () => reached.find(({ route }) => route === paths.catalogue.product(':slug'))?.path ?? ''

  // Be Vietnam Pro in two weights, the stylesheet, the page and the pictures that are in sight, as they travel.
  it.each([
    ['the home page', () => paths.home(), 150],
    ['the catalogue', () => paths.catalogue.list(), 150],
    ['a product', product, 150],
    ['the check of a certificate', () => paths.recognition.verify(), 100],
  ])('of %s is light', async (_, path, kilobytes) => {
    await become(undefined)
    await page.setViewportSize({ width: 360, height: 740 })
    const asked = new Set<string>()
    const listen = (request: Request) => void asked.add(request.url())
    page.on('request', listen)
    await page.goto(path(), { waitUntil: 'networkidle' })
    page.off('request', listen)
    // The browser counts nothing for what it still remembers from the page before, so each is weighed on the wire.
    const travelled = [...asked].filter((url) => url.startsWith(address()))
    const bytes = (await Promise.all(travelled.map(bytesOnTheWire))).reduce((sum, one) => sum + one, 0)
    expect(bytes).toBeGreaterThan(40_000)
    expect(bytes / 1024).toBeLessThanOrEqual(kilobytes)
  })

  it('needs no script', async () => {
    const plain = await browser.newContext({ baseURL: address(), javaScriptEnabled: false })
    const still = await plain.newPage()
    await still.goto(product())
    expect(await still.locator('main h1').innerText()).not.toBe('')
    expect(await still.locator('main .mark').first().innerText()).toMatch(/sao/)
    await still.getByRole('link', { name: 'Kiểm tra giấy chứng nhận' }).click()
    expect(await still.locator('main').innerText()).toMatch(/công nhận|hiệu lực/)
  })
})
