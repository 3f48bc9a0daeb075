// `npm test`: the fast checks, then every test; the last line counts all of it.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { check } from './check.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const bin = join(root, 'node_modules', '.bin')
const directory = mkdtempSync(join(tmpdir(), 'ocop-report-'))
const report = join(directory, 'report.json')

const checks = await check()
const code = await new Promise((settle) => {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  spawn(
    join(bin, 'node'),
    [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile=${report}`, ...process.argv.slice(2)],
    { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` } },
  ).on('close', settle)
})

const tests = readReport()
rmSync(directory, { recursive: true, force: true })
const failed = checks.failed + tests.failed + (code !== 0 && tests.failed === 0 ? 1 : 0)
console.log(`${checks.passed + tests.passed} passed, ${failed} failed, ${tests.skipped} skipped`)
process.exitCode = failed === 0 ? 0 : 1

function readReport() {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
