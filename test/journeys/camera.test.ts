import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sparticuz from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLog } from '../../src/platform/log.ts'
import { qrSvg } from '../../src/recognition/qr.ts'
import { draftDecision } from '../../src/recognition/actions-draft.ts'
import { issueDecision } from '../../src/recognition/actions-issue.ts'
import { openDoor } from '../../src/serve.ts'
import { awarding, provinceLeader } from '../support/awarding.ts'
import { useWorld } from '../support/world.ts'

// A shopper before a shelf: the phone's camera, and a photo where there is no script.
const world = useWorld()
const stage = awarding(world)
const directory = mkdtempSync(join(tmpdir(), 'ocop-camera-'))
const photo = join(directory, 'anh.jpg')
const film = join(directory, 'phim.mjpeg')

let browser: Browser | undefined
let site = ''
let number = ''

beforeAll(async () => {
  const { db, files, keys } = world
  const server = await openDoor(
    {
      db,
      files,
      keys,
      reactsTo: new Set(),
      config: { demonstration: false, publicUrl: 'http://127.0.0.1' },
      log: openLog('error'),
      clock: () => '2026-11-24T02:00:00.000Z',
    },
    { host: '127.0.0.1', port: 0 },
  )
  afterAll(() => server.close())
  site = `http://127.0.0.1:${server.port}`
  const { sessionId } = await stage.scored({ 'Trà trên kệ': 75 })
  const leader = world.as(provinceLeader)
  const [draft = ''] = await draftDecision(leader, { sessionId })
  const signed = { number: '502', decidedOn: '2026-06-26', signerName: 'Nguyễn Văn Mẫu', signerTitle: 'Phó Chủ tịch' }
  number = (await issueDecision(leader, draft, signed))[0] ?? ''
  const code = await sharp(Buffer.from(qrSvg(number)), { density: 300 })
    .resize(420)
    .toBuffer()
  const scene = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#b9b2a4' } })
    .composite([{ input: code, left: 110, top: 30 }])
    .jpeg({ quality: 80 })
    .toBuffer()
  writeFileSync(photo, scene)
  // A film of one frame, which the pretended camera shows again and again.
  writeFileSync(film, scene)
})
afterAll(async () => {
  await browser?.close()
  rmSync(directory, { recursive: true, force: true })
})

async function phone({ camera, javaScriptEnabled = true }: { camera: boolean; javaScriptEnabled?: boolean }) {
  await browser?.close()
  const executablePath = process.env['CHROMIUM'] ?? (await sparticuz.executablePath())
  const pretended = [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ]
  const args = [...sparticuz.args, '--no-sandbox', ...(camera ? pretended : [])]
  browser = await chromium.launch({ executablePath, args, headless: true })
  const viewport = { width: 360, height: 740 }
  const context = await browser.newContext({ viewport, serviceWorkers: 'block', javaScriptEnabled })
  const page = await context.newPage()
  await page.goto(`${site}/kiem-tra`)
  return page
}

async function answerOn(page: Page): Promise<string> {
  const answer = page.locator('article.verdict')
  await answer.waitFor()
  return await answer.innerText()
}

test('the camera reads the code on the label and the server answers', async () => {
  const page = await phone({ camera: true })
  await page.getByRole('button', { name: 'Quét mã bằng máy ảnh' }).click()
  const answer = await answerOn(page)
  expect(answer).toContain('còn hiệu lực đến 26/06/2029')
  expect(answer).toContain('Trà trên kệ')
  expect(page.url()).toContain(encodeURIComponent(number))
})

test('a camera that is not given leaves the photo, and says so', async () => {
  const page = await phone({ camera: false })
  await page.getByRole('button', { name: 'Quét mã bằng máy ảnh' }).click()
  await page.getByText('Không mở được máy ảnh').waitFor()
  await page.getByRole('button', { name: 'Quét mã bằng máy ảnh' }).waitFor()
})

test('without a script a photo is answered, and one without a code is refused at its field', async () => {
  const page = await phone({ camera: false, javaScriptEnabled: false })
  expect(await page.getByRole('button', { name: 'Quét mã bằng máy ảnh' }).isVisible()).toBe(false)
  await page.getByLabel('Ảnh chụp mã QR').setInputFiles(photo)
  await page.getByRole('button', { name: 'Kiểm tra bằng ảnh' }).click()
  expect(await answerOn(page)).toContain('Trà trên kệ')
  const empty = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#777' } })
    .png()
    .toBuffer()
  await page.getByLabel('Ảnh chụp mã QR').setInputFiles({ name: 'trong.png', mimeType: 'image/png', buffer: empty })
  await page.getByRole('button', { name: 'Kiểm tra bằng ảnh' }).click()
  await page.getByText('Không thấy mã QR trong ảnh').first().waitFor()
})
