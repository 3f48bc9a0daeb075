import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { program } from '../support/program.ts'

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

async function done(command: 'backup' | 'restore', copyAt: string, dataDirectory: string): Promise<boolean> {
  return (await program([command, copyAt], { DATA_DIR: dataDirectory }).ended) === 0
}

/** The same book as that of the copy: sound, and not an empty one. */
async function proven(dataDirectory: string): Promise<boolean> {
  const verify = program(['audit', 'verify', '--json'], { DATA_DIR: dataDirectory })
  if ((await verify.ended) !== 0) return false
  const { entries } = JSON.parse(verify.said()) as { entries: number }
  return entries >= receipts.length
}

async function acknowledged(filing: Promise<string | undefined>): Promise<void> {
  if ((await filing) === undefined) throw new Error('refused or cut off')
}

const receipts: string[] = []
for (let round = 1; round <= kills; round++) {
  const child = start()
  check(`round ${round}: starts after what happened before`, await isUp())
  const filing = Array.from({ length: 20 }, (_, index) => fileIdea(`Ý tưởng ${round}.${index}`))
  // From the first answer on, so that a slow machine has something to lose too.
  await Promise.race([Promise.any(filing.map(acknowledged)).catch(() => undefined), delay(20_000)])
  await delay(15 * round)
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

const copies = mkdtempSync(join(tmpdir(), 'ocop-drill-copies-'))
const copy = join(copies, 'copy')
const isBegun = () => readdirSync(copies).some((name) => name.startsWith('copy.part-'))
const cut = program(['backup', copy], { DATA_DIR: directory })
while (!isBegun() && cut.child.exitCode === null) await delay(5)
cut.child.kill('SIGKILL')
check('a backup killed in its middle is no backup', (await cut.ended) === null && !existsSync(copy))
check('the next one is whole and takes the rest of it away', (await done('backup', copy, directory)) && !isBegun())

last.kill('SIGINT')
const code = await new Promise<number | null>((settle) => last.once('exit', settle))
check('Ctrl-C stops everything in order', code === 0)

const restored = join(copies, 'restored')
for (const patience of [200, 1_200, 2_400]) {
  const restoring = program(['restore', copy], { DATA_DIR: restored })
  while (!existsSync(join(restored, 'pg18', 'PG_VERSION')) && restoring.child.exitCode === null) await delay(5)
  await delay(patience)
  restoring.child.kill('SIGKILL')
  const how = (await restoring.ended) === null ? 'killed' : 'finished before it could be killed'
  console.log(`  a restore, ${patience} ms after its database was there: ${how}`)
  // One that was quicker than the kill has left nothing to do again.
  if (how !== 'killed') break
}
// Refused when it had ended before: then everything must be there all the same.
await done('restore', copy, restored)
check('a killed restore is run again, and the book is proven', await proven(restored))
for (const place of [directory, copies]) rmSync(place, { recursive: true, force: true })
console.log(`${failures === 0 ? 'Mọi điều đều giữ được.' : `${failures} điều không giữ được.`}`)
process.exitCode = failures === 0 ? 0 : 1
