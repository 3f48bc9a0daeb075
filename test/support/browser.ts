import sparticuz from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { country } from '../../src/kernel/actor.ts'
import type { Role } from '../../src/kernel/actor.ts'
import { grantPosting, openAccount } from '../../src/identity/actions.ts'
import { openLog } from '../../src/platform/log.ts'
import { reactingFacts } from '../../src/reactions.ts'
import { openDoor } from '../../src/serve.ts'
import type { Server } from '../../src/serve.ts'
import { paths } from '../../src/ui/paths.ts'
import { commune, province } from './awarding.ts'
import type { World } from './world.ts'

/** Sign-in name → posting, the name shown. One password for all: these people exist only in tests. */
const people = {
  'chu-the': { name: 'Y Mẫu Hạnh', posting: undefined },
  'tham-muu-xa': { name: 'A Mẫu Xã', posting: ['commune-officer', commune] },
  'lanh-dao-xa': { name: 'Y Mẫu Chủ tịch xã', posting: ['commune-leader', commune] },
  'tham-muu-tinh': { name: 'Lê Mẫu Tỉnh', posting: ['province-officer', province] },
  'lanh-dao-tinh': { name: 'Trần Mẫu Phó Chủ tịch', posting: ['province-leader', province] },
  'to-tu-van': { name: 'Phạm Mẫu Tư vấn', posting: ['advisory-member', province] },
  'chu-tich-hd': { name: 'Võ Mẫu Chủ tịch', posting: ['council-chair', province] },
  'thanh-vien-1': { name: 'Hồ Mẫu Một', posting: ['council-member', province] },
  'thanh-vien-2': { name: 'Đinh Mẫu Hai', posting: ['council-member', province] },
  'thu-ky-hd': { name: 'Ngô Mẫu Thư ký', posting: ['council-secretary', province] },
  'tham-muu-bo': { name: 'Bùi Mẫu Bộ', posting: ['ministry-officer', country] },
  'bien-tap': { name: 'Đỗ Mẫu Biên tập', posting: ['editor', country] },
  'xuc-tien': { name: 'Dương Mẫu Xúc tiến', posting: ['trade-officer', province] },
  'dao-tao': { name: 'Lý Mẫu Đào tạo', posting: ['training-officer', province] },
  'kiem-tra': { name: 'Lâm Mẫu Kiểm tra', posting: ['inspector', province] },
  'ho-tro': { name: 'Huỳnh Mẫu Hỗ trợ', posting: ['support-officer', province] },
} as const satisfies Record<string, { name: string; posting: readonly [Role, string] | undefined }>

export type Person = keyof typeof people
export const persons = Object.keys(people) as Person[]
const password = 'Thac Pa Sy 2026'

export interface Site {
  readonly url: string
  readonly idOf: Readonly<Record<Person, string>>
  /** A window of a person's own, signed in; a visitor's when nobody is named. */
  sit(person?: Person, options?: { script?: boolean; width?: number }): Promise<Page>
  /** A window without scripts, opened at an address. */
  at(person: Person | undefined, path: string): Promise<Page>
}

// A graphics card played by the processor draws every open page again and again: six pages took 26 s with it, 11 s without.
const graphics = /^--(?:use-gl|use-angle|enable-unsafe-swiftshader|ignore-gpu-blocklist|in-process-gpu)/
const args = [
  ...sparticuz.args.filter((word) => !graphics.test(word)),
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--no-sandbox',
]

export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? (await sparticuz.executablePath())
  return chromium.launch({ executablePath, args, headless: true })
}

/** A server on a free port over this file's database; its log says so much (`silent` where failing is the test). */
export function openSite(
  { db, files, keys }: Pick<World, 'db' | 'files' | 'keys'>,
  demonstration = false,
  level = 'error',
): Promise<Server> {
  return openDoor(
    {
      db,
      files,
      keys,
      reactsTo: reactingFacts,
      config: { demonstration, publicUrl: 'http://127.0.0.1' },
      log: openLog(level),
      clock: () => new Date().toISOString(),
    },
    { host: '127.0.0.1', port: 0 },
  )
}

/** A server over this file's database, one browser, and one account of every role. */
export function useSite(world: World): Site {
  let browser: Browser
  let server: Server
  const idOf: Record<string, string> = {}
  const sessions = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>()
  const url = () => `http://127.0.0.1:${server.port}`

  beforeAll(async () => {
    browser = await launchBrowser()
    server = await openSite(world)
    const ctx = world.as(undefined, new Date().toISOString())
    for (const person of persons) {
      const { name, posting } = people[person]
      const accountId = await openAccount(ctx, { signInName: person, name, password })
      idOf[person] = accountId
      if (posting) await grantPosting(ctx, { accountId, role: posting[0], unit: posting[1], from: ctx.today })
    }
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  const site: Site = {
    get url() {
      return url()
    },
    idOf: idOf as Record<Person, string>,
    async at(person, path) {
      const page = await site.sit(person)
      await page.goto(path)
      return page
    },
    async sit(person, { script = false, width = 1280 } = {}) {
      const known = sessions.get(person ?? '')
      const context = await browser.newContext({
        baseURL: url(),
        javaScriptEnabled: script,
        // A worker of the page ends a browser of one process; test/journeys/no-network.test.ts has a browser of its own.
        serviceWorkers: 'block',
        viewport: { width, height: 900 },
        locale: 'vi-VN',
        ...(known ? { storageState: known } : {}),
      })
      context.setDefaultTimeout(90_000)
      const page = await context.newPage()
      if (person === undefined || known) return page
      await page.goto(paths.identity.signIn())
      await fill(page, { signInName: person, password })
      await press(page, 'Đăng nhập')
      sessions.set(person, await context.storageState())
      return page
    },
  }
  return site
}

/** Types into the fields of these names, picks in lists, chooses radios and ticks boxes, as the field is. */
export async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  // A link that was clicked may have brought half of its page.
  await page.waitForLoadState()
  // A score sheet has some thirty radios: chosen in one call, not in sixty.
  const others = await page.evaluate((given) => {
    const left: [string, 'select' | 'text'][] = []
    for (const [name, value] of Object.entries(given)) {
      const fields = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`main [name="${name}"]`)]
      const choice = fields.find(
        (field) => field.value === value && (field.type === 'radio' || field.type === 'checkbox'),
      )
      if (choice instanceof HTMLInputElement) choice.checked = true
      else left.push([name, fields[0] instanceof HTMLSelectElement ? 'select' : 'text'])
    }
    return left
  }, values)
  for (const [name, kind] of others) {
    const field = page.locator(`main [name="${name}"]`).first()
    if (kind === 'select') await field.selectOption(values[name] ?? '')
    else await field.fill(values[name] ?? '')
  }
}

/** Presses a button and lands on the next page. @throws when the form came back with troubles. */
export async function press(page: Page, words: string | RegExp): Promise<void> {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.locator('main').getByRole('button', { name: words, exact: true }).first().click(),
  ])
  await page.waitForLoadState()
  const status = answer.status()
  if (status >= 400) {
    const troubles = await page.locator('main .error, main .notice, main [role=alert]').allInnerTexts()
    throw new Error(`${String(words)}: ${status} ${troubles.join(' | ')}`)
  }
}

/** Presses a button that is to be refused, and reads the page that comes back. */
export async function refusal(page: Page, words: string): Promise<string> {
  await expect(press(page, words)).rejects.toThrow('422')
  return text(page)
}

/** What a person reads on the page, without what frames it. */
export function text(page: Page): Promise<string> {
  return page.locator('main').innerText()
}
