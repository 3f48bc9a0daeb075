// Fast checks, all of them even when one fails: types, lint, format, unused code, the law of the house.
import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const bin = join(root, 'node_modules', '.bin')

const checks = [
  ['kiểu (tsc)', 'tsc', ['--noEmit', '-p', '.']],
  ['quy tắc viết (oxlint)', 'oxlint', ['--deny-warnings', '.']],
  ['định dạng (oxfmt)', 'oxfmt', ['--check', '.']],
  ['mã thừa (knip)', 'knip', ['--no-progress']],
]

/** Runs one check and returns whether it passed; its output is shown only when it failed. */
function run([name, command, options]) {
  return new Promise((settle) => {
    const began = Date.now()
    const child = spawn(join(bin, command), options, {
      cwd: root,
      env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, FORCE_COLOR: '0' },
    })
    let output = ''
    child.stdout.on('data', (text) => (output += text))
    child.stderr.on('data', (text) => (output += text))
    child.on('close', (code) => {
      console.log(`${code === 0 ? '✓' : '✗'} ${name}, ${((Date.now() - began) / 1000).toFixed(1)} giây`)
      if (code !== 0) console.log(output)
      settle(code === 0)
    })
  })
}

/** How many checks passed and failed. */
export async function check() {
  const outcomes = []
  for (const one of checks) outcomes.push(await run(one))
  const passed = outcomes.filter(Boolean).length
  return { passed, failed: outcomes.length - passed }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { failed } = await check()
  process.exitCode = failed === 0 ? 0 : 1
}
