import sparticuz from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLog } from '../../src/platform/log.ts'
import { oneRow, sql } from '../../src/platform/db.ts'
import { certificatePdf } from '../../src/recognition/actions-certificate.ts'
import { draftDecision } from '../../src/recognition/actions-draft.ts'
import { issueDecision } from '../../src/recognition/actions-issue.ts'
import { openDoor } from '../../src/serve.ts'
import type { Server } from '../../src/serve.ts'
import { awarding, provinceLeader } from '../support/awarding.ts'
import { useWorld } from '../support/world.ts'

const world = useWorld()
const stage = awarding(world)
const opened = '2026-11-24T02:00:00.000Z'
const hour = 3_600_000

let browser: Browser
let phone: BrowserContext
let page: Page
let site = ''
let code = ''
let number = ''

function openSite(port: number): Promise<Server> {
  const config = { demonstration: false, publicUrl: 'http://127.0.0.1' }
  const { db, files, keys } = world
  return openDoor(
    { db, files, keys, reactsTo: new Set(), config, log: openLog('error'), clock: () => opened },
    { host: '127.0.0.1', port },
  )
}

beforeAll(async () => {
  const server = await openSite(0)
  site = `http://127.0.0.1:${server.port}`
  const { sessionId } = await stage.scored({ 'Trà ngoài chợ': 75 })
  const leader = world.as(provinceLeader)
  const [draft = ''] = await draftDecision(leader, { sessionId })
  const signed = { number: '501', decidedOn: '2026-06-26', signerName: 'Nguyễn Văn Mẫu', signerTitle: 'Phó Chủ tịch' }
  number = (await issueDecision(leader, draft, signed))[0] ?? ''
  await certificatePdf(leader, number, site)
  code = (await oneRow(world, sql<{ url: string }>`select url from recognition.certificate where number = ${number}`))
    .url
  const executablePath = process.env['CHROMIUM'] ?? (await sparticuz.executablePath())
  // A service worker needs a process of its own.
  const args = sparticuz.args.filter((one) => !['--single-process', '--no-zygote'].includes(one))
  browser = await chromium.launch({ executablePath, args: [...args, '--no-sandbox'], headless: true })
  phone = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'vi-VN' })
  page = await phone.newPage()
  await page.clock.setFixedTime(opened)
  await page.goto(`${site}/kiem-tra`)
  await page.getByText('Đã lưu trang này').waitFor({ timeout: 90_000 })
  // From here on there is no server at all.
  await server.close()
})
afterAll(async () => {
  await browser.close()
})

async function check(text: string, at = Date.parse(opened)): Promise<string> {
  await page.clock.setFixedTime(at)
  await page.goto(`${site}/kiem-tra`)
  await page.getByRole('searchbox').or(page.locator('input[name=so]')).first().fill(text)
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click()
  const answer = page.locator('article.verdict')
  await answer.waitFor({ timeout: 90_000 })
  return (await answer.innerText()).replaceAll(/\s+/g, ' ')
}

test('the page opened once answers without network, and says how old its list is', async () => {
  const answer = await check(code, Date.parse(opened) + 5 * hour)
  expect(answer).toContain('Còn hiệu lực')
  expect(answer).toContain('Danh sách tình trạng lập 5 giờ trước')
  expect(answer).toContain('Trà ngoài chợ')
})

test('the address in the code opens, from a camera, without network', async () => {
  await page.clock.setFixedTime(opened)
  await page.goto(code)
  const answer = page.locator('article.verdict')
  await answer.waitFor({ timeout: 90_000 })
  expect(await answer.innerText()).toContain(number)
})

test('a changed letter is not genuine, a term that ended is over, an old list tells nothing, a number alone neither', async () => {
  const changed = `${code.slice(0, -5)}${code.at(-5) === 'A' ? 'B' : 'A'}${code.slice(-4)}`
  expect(await check(changed)).toContain('Không phải của hệ thống này')
  expect(await check(code, Date.parse('2029-12-01T00:00:00Z'))).toContain('Hết hiệu lực')
  const old = await check(code, Date.parse(opened) + 8 * 24 * hour)
  expect(old).toContain('Chưa xác định được')
  expect(old).toContain('8 ngày trước')
  expect(await check(number)).toContain('Chưa xác định được')
})
