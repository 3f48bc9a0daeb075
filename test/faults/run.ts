import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

// `npm run drill`: the program is killed in the middle of its work, again and again; every answer it gave must hold.
const port = 38_219
const kills = 5
const directory = mkdtempSync(join(tmpdir(), 'ocop-drill-'))
const root = join(import.meta.dirname, '..', '..')
let failures = 0

function check(what: string, holds: boolean): void {
  console.log(`${holds ? '✓' : '✗'} ${what}`)
  if (!holds) failures++
}

function start(): ChildProcess {
  const options = ['--disable-warning=ExperimentalWarning', '--import', join(root, 'src/platform/tsx-loader.ts')]
  return spawn(process.execPath, [...options, join(root, 'src/tend.ts'), 'start'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: directory, OCOP_DEMO: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function isUp(): Promise<boolean> {
  for (let attempt = 0; attempt < 400; attempt++) {
    if (
      await fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return true
    await delay(50)
  }
  return false
}

/** Files an idea; the address of the receipt is the acknowledgement. */
async function fileIdea(title: string): Promise<string | undefined> {
  const body = new URLSearchParams({
    commune: '24133',
    title,
    description: 'Ý tưởng của buổi diễn tập',
    proposerName: 'Người mẫu',
    proposerPhone: `09000${String(Math.floor(performance.now())).padStart(5, '0').slice(-5)}`,
  })
  const answer = await fetch(`http://127.0.0.1:${port}/y-tuong/moi?tinh=66`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: `http://127.0.0.1:${port}` },
  }).catch(() => undefined)
  return answer?.status === 303 ? (answer.headers.get('location') ?? undefined) : undefined
}

const receipts: string[] = []
for (let round = 1; round <= kills; round++) {
  const child = start()
  check(`round ${round}: starts after what happened before`, await isUp())
  const filing = Array.from({ length: 20 }, (_, index) => fileIdea(`Ý tưởng ${round}.${index}`))
  await delay(60 + 60 * round)
  child.kill('SIGKILL')
  for (const receipt of await Promise.all(filing)) if (receipt !== undefined) receipts.push(receipt)
}

const last = start()
await isUp()
const answers = await Promise.all(
  receipts.map(async (receipt) => (await fetch(`http://127.0.0.1:${port}${receipt}`)).status),
)
check(
  `${receipts.length} acknowledged ideas are all there after ${kills} kills`,
  receipts.length > 0 && answers.every((status) => status === 200),
)

const second = start()
const said = await new Promise<string>((settle) =>
  second.stdout?.once('data', (text: Buffer) => settle(text.toString())),
)
check('a second start finds the first and says so', said.includes('đang chạy sẵn'))

last.kill('SIGINT')
const code = await new Promise<number | null>((settle) => last.once('exit', settle))
check('Ctrl-C stops everything in order', code === 0)
rmSync(directory, { recursive: true, force: true })
console.log(`${failures === 0 ? 'Mọi điều đều giữ được.' : `${failures} điều không giữ được.`}`)
process.exitCode = failures === 0 ? 0 : 1
