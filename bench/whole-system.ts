import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Measured } from './measure.ts'

const port = 38_217

/** Start to first page, idle memory of web and worker, and the weight of a first view, on an empty system. */
export async function measureWholeSystem(): Promise<Measured[]> {
  const directory = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  try {
    const first = await running(directory, async (start) => start)
    return await running(directory, async (start, pid) => {
      await delay(8_000)
      const memory = residentMegabytes(pid)
      const weight = await firstViewKilobytes()
      return [
        {
          name: 'Very first start, empty data directory, to first page (s)',
          value: first.toFixed(1),
          target: '≤ 3',
          met: first <= 3,
        },
        { name: 'Later start to first page (s)', value: start.toFixed(1), target: '≤ 3', met: start <= 3 },
        {
          name: 'Idle memory of web + worker (MB, without PostgreSQL)',
          value: memory.toFixed(0),
          target: '≤ 250',
          met: memory <= 250,
        },
        {
          name: 'First view: HTML + CSS + fonts, brotli (KB)',
          value: weight.toFixed(0),
          target: '≤ 150',
          met: weight <= 150,
        },
      ]
    })
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Starts the system, waits for its first page, and stops it when `look` is done. */
async function running<Result>(
  directory: string,
  look: (seconds: number, pid: number) => Promise<Result>,
): Promise<Result> {
  const root = join(import.meta.dirname, '..')
  const began = performance.now()
  const child = spawn(
    process.execPath,
    [
      '--max-semi-space-size=4',
      '--disable-warning=ExperimentalWarning',
      '--import',
      join(root, 'src/platform/tsx-loader.ts'),
      join(root, 'src/tend.ts'),
      'start',
    ],
    { env: { ...process.env, PORT: String(port), DATA_DIR: directory, OCOP_DEMO: '0' }, stdio: 'ignore' },
  )
  try {
    await firstAnswer()
    return await look((performance.now() - began) / 1000, child.pid ?? 0)
  } finally {
    child.kill('SIGINT')
    if (child.exitCode === null) await new Promise((settle) => child.once('exit', settle))
  }
}

async function firstAnswer(): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)
    if (answer?.ok) return
    await delay(50)
  }
  throw new Error('The system did not answer within 30 s')
}

function residentMegabytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
}

/** What a browser fetches before it can draw the page: the document, its stylesheet and the fonts it preloads or uses. */
async function firstViewKilobytes(): Promise<number> {
  const page = await transferred('/')
  const sheet = /href="([^"]+\.css)"/.exec(page.text)?.[1] ?? ''
  const style = await transferred(sheet)
  const fonts = [
    ...new Set(
      [...style.text.matchAll(/url\("?([^")]+(?:latin|vietnamese)-(?:400|600)[^")]*\.woff2)"?\)/g)].map(
        ([, font]) => font ?? '',
      ),
    ),
  ].filter((font) => !font.includes('latin-ext'))
  const sizes = await Promise.all(
    fonts.map(async (font) => (await transferred(new URL(font, `http://h${sheet}`).pathname)).bytes),
  )
  return (page.bytes + style.bytes + sizes.reduce((sum, bytes) => sum + bytes, 0)) / 1024
}

async function transferred(path: string): Promise<{ text: string; bytes: number }> {
  const { brotliCompressSync } = await import('node:zlib')
  const answer = await fetch(`http://127.0.0.1:${port}${path}`)
  const body = Buffer.from(await answer.arrayBuffer())
  const isFont = path.endsWith('.woff2')
  return { text: isFont ? '' : body.toString('utf8'), bytes: isFont ? body.length : brotliCompressSync(body).length }
}
