import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { newId } from '../src/kernel/id.ts'
import { readConfig } from '../src/platform/config.ts'
import { onDatabase, openPool } from '../src/platform/db.ts'
import { migrate, readMigrations } from '../src/platform/migrate.ts'

// As far as one machine without a container engine, a running systemd or Caddy can tell; deploy/README.md says what is left.
const units = readdirSync('deploy/systemd').map((name) => ({ name, text: read(`systemd/${name}`) }))
const program = join(process.cwd(), 'bin', 'ocop')
const examiner = 'systemd-analyze'
const containerfile = read('Containerfile')

function read(path: string): string {
  return readFileSync(join('deploy', path), 'utf8')
}

/** Commands as `bin/ocop --help` lists them. */
function commands(): string[] {
  const help = execFileSync(program, ['--help'], { encoding: 'utf8' })
  return [...help.matchAll(/^ {2}([a-z]+)/gm)].map(([, name = '']) => name)
}

const assigned = (text: string) =>
  [...text.matchAll(/^Environment=(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value])

describe('files of deploy/', () => {
  test('every command they run is one of bin/ocop', () => {
    const known = commands()
    const run = units.flatMap(({ text }) => [...text.matchAll(/\/srv\/ocop\/bin\/ocop (\w+)/g)].map(([, name]) => name))
    expect(run.toSorted()).toEqual(['backup', 'start', 'web', 'worker'])
    const [, entry, command] = /ENTRYPOINT \["([^"]+)"\]\nCMD \["(\w+)"\]/.exec(containerfile) ?? []
    expect(entry).toBe('bin/ocop')
    expect([...run, command].filter((name) => !known.includes(name ?? ''))).toEqual([])
  })

  test('every variable they set is one of the configuration', () => {
    const env = Object.fromEntries(
      [...read('ocop.env').matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    )
    expect(Object.keys(env)).toContain('DATABASE_READ_URL')
    for (const { text } of units) {
      const set = Object.fromEntries(assigned(text.replaceAll('%i', '3001')))
      expect(readConfig({ ...env, ...set })).toMatchObject({
        publicUrl: 'https://ocop.example.gov.vn',
        demonstration: false,
      })
    }
    const [, image = ''] = /^ENV (.*)$/m.exec(containerfile) ?? []
    const inside = Object.fromEntries(image.split(' ').map((pair) => pair.split('=')))
    expect(readConfig(inside)).toMatchObject({ host: '0.0.0.0', port: 3000, dataDirectory: '/var/lib/ocop' })
  })

  test('the units keep their data where the configuration and the backup look for it', () => {
    const services = units.filter(({ name }) => name.endsWith('.service'))
    expect(services).toHaveLength(4)
    for (const { text } of services) {
      expect(text).toContain('Environment=DATA_DIR=/var/lib/ocop\nStateDirectory=ocop\n')
      expect(text).toContain('EnvironmentFile=/etc/ocop/ocop.env')
      expect(text).toContain('User=ocop')
    }
  })

  test('the image copies what is there, and does not run as root', () => {
    const copied = [...containerfile.matchAll(/^COPY --chown=ocop (.+) \S+$/gm)].flatMap(([, from = '']) =>
      from.split(' '),
    )
    expect(copied.filter((path) => !existsSync(path))).toEqual([])
    expect(copied).toEqual(
      expect.arrayContaining(['package.json', 'package-lock.json', 'bin', 'tools', 'migrations', 'src']),
    )
    expect(containerfile.indexOf('USER ocop')).toBeLessThan(containerfile.indexOf('ENTRYPOINT'))
  })

  test('the proxy speaks to web processes, asks an address that answers, and hides the figures', () => {
    const proxy = read('Caddyfile')
    const operations = readFileSync('src/web/operations.ts', 'utf8')
    expect(proxy).toMatch(/reverse_proxy( 127\.0\.0\.1:\d+)+ \{/)
    for (const [, path] of proxy.matchAll(/(?:health_uri|respond) (\/\w+)/g)) expect(operations).toContain(`'${path}'`)
    expect(proxy).toContain('respond /metrics 404')
    expect(proxy.split('{').length).toBe(proxy.split('}').length)
  })

  const analyzer = spawnSync(examiner, ['--version']).status === 0
  test.runIf(analyzer)('systemd-analyze finds no fault in a unit (28/11/2026: only where systemd is installed)', () => {
    const directory = mkdtempSync(join(tmpdir(), 'ocop-units-'))
    // The program lies elsewhere here, and the account is not made.
    for (const { name, text } of units)
      writeFileSync(join(directory, name), text.replaceAll('/srv/ocop', process.cwd()))
    const names = units.map(({ name }) => join(directory, name.replace('@.', '@3001.')))
    writeFileSync(join(directory, 'ocop-web@3001.service'), readFileSync(join(directory, 'ocop-web@.service')))
    const { stdout, stderr, status } = spawnSync(examiner, ['verify', ...names], { encoding: 'utf8' })
    rmSync(directory, { recursive: true })
    const faults = (stdout + stderr)
      .split('\n')
      .filter((line) => line.includes('ocop-units-') || line.startsWith('ocop'))
    expect({ faults, status }).toEqual({ faults: [], status: 0 })
  })
})

describe('postgresql.sql', () => {
  const suffix = newId().replaceAll('-', '').slice(-12)
  const [role, database] = [`app_${suffix}`, `d_${suffix}`]
  const admin = openPool(inject('clusterUrl'), { max: 1 })

  afterAll(async () => {
    await admin.query(`drop database if exists ${database} with (force)`)
    await admin.query(`drop role if exists ${role}`)
    await admin.end()
  })

  test('its account migrates its own database, extensions and all, and is no superuser', async () => {
    const script = read('postgresql.sql')
      .replaceAll('ocop_app', role)
      .replaceAll(/database ocop\b/g, `database ${database}`)
    const statements = script.split(';\n').filter((statement) => /^\s*(?!--)\S/m.test(statement))
    for (const statement of statements) await admin.query(statement)
    const url = onDatabase(inject('clusterUrl'), database).replace(/\/\/[^@/]*@/, `//${role}@`)
    const pool = openPool(url, { max: 2 })
    const applied = await migrate(pool, readMigrations('migrations'))
    const { rows } = await pool.query('select current_user, rolsuper from pg_roles where rolname = current_user')
    await pool.end()
    expect(applied.length).toBeGreaterThan(30)
    expect(rows).toEqual([{ current_user: role, rolsuper: false }])
  })
})
