import { createHash } from 'node:crypto'
import { enableCompileCache, registerHooks } from 'node:module'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'oxc-transform'
import { preparedDirectory } from './prepared.ts'

// Node strips types from .ts by itself and refuses .tsx; the hook below turns JSX into calls of hono/jsx, without a build.
// Both are half of reading the program (2.2 s on two cores), so what came out is kept beside the packages, by the text it
// was made of (docs/decisions/0054).
enableCompileCache(join(preparedDirectory, 'code'))
const kept = join(preparedDirectory, 'jsx')
const end = '\n// whole\n'
const compiler = readFileSync(new URL('../../node_modules/oxc-transform/package.json', import.meta.url))

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context)
    const file = fileURLToPath(url)
    const text = readFileSync(file, 'utf8')
    const hash = createHash('sha256').update(compiler).update(file).update(text).digest('hex')
    return { format: 'module', shortCircuit: true, source: keptText(hash) ?? keep(hash, transformed(file, text)) }
  },
})

function transformed(file: string, text: string): string {
  const options = { jsx: { runtime: 'automatic', importSource: 'hono/jsx' }, sourcemap: false } as const
  const { code, errors } = transformSync(file, text, options)
  if (errors.length > 0) throw new SyntaxError(`${file}: ${errors[0]?.message ?? 'cannot be read'}`)
  return code
}

function keptText(hash: string): string | undefined {
  try {
    const text = readFileSync(join(kept, hash), 'utf8')
    // What a machine lost when its power went is not whole, though it has its name.
    return text.endsWith(end) ? text : undefined
  } catch {
    return undefined
  }
}

function keep(hash: string, code: string): string {
  try {
    mkdirSync(kept, { recursive: true })
    const aside = join(kept, `${hash}.${process.pid}`)
    writeFileSync(aside, code + end)
    // Renamed only when written: another process may read it now.
    renameSync(aside, join(kept, hash))
  } catch {
    // Packages that belong to somebody else, or a full disk: the next start transforms again.
  }
  return code + end
}
