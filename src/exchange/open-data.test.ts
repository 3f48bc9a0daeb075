import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, expect, it } from 'vitest'
import { refreshFor } from '../catalogue/actions.ts'
import { placeByCode, figureAnswer } from '../statistics/actions.ts'
import { figureById } from '../statistics/figures/catalogue-of-figures.ts'
import { visiting } from '../../test/support/pages.ts'
import { useWorld } from '../../test/support/world.ts'
import { importRecognitions } from './actions.ts'
import { exportAll } from './actions-open.ts'
import { csvLine } from '../platform/csv.ts'
import { datasets } from './datasets.ts'
import { readList } from './list-file.ts'
import { openDataPages } from './pages-open.tsx'

const world = useWorld()
const fileName = 'src/exchange/cases/published-lists.csv'
// On this day the rows of Thanh Hóa have run out and the one of Thái Nguyên stands.
const visit = visiting(openDataPages, {}, () => world.as())

beforeAll(async () => {
  await importRecognitions(world.as(), await readList(fileName), { fileName })
})

async function csv(id: string): Promise<Record<string, string>[]> {
  const answer = await visit.get(`/du-lieu-mo/${id}.csv`)
  return parse(await answer.text(), { columns: true })
}

async function value(figure: string): Promise<number> {
  const ctx = world.as()
  const place = await placeByCode(ctx, undefined)
  return (await figureAnswer(ctx, figureById(figure)!, { at: ctx.today, place })).value
}

it('the rows of each set are as many as its figure says', async () => {
  const products = await csv('san-pham')
  expect(products).toHaveLength(21)
  expect(products).toHaveLength(await value('san-pham-tung-duoc-cong-nhan'))
  const standing = products.filter(({ in_force: inForce }) => inForce === 'true')
  expect(standing.map(({ name }) => name)).toEqual(['Trà tôm nõn hương quê'])
  expect(standing).toHaveLength(await value('san-pham-con-hieu-luc'))
  const producers = await csv('chu-the')
  expect(producers.filter((row) => Number(row['products_in_force']) > 0)).toHaveLength(
    await value('chu-the-co-san-pham-con-hieu-luc'),
  )
  expect(await csv('cong-nhan')).toHaveLength(21)
})

it('the figures of the provinces make the figure of the country', async () => {
  const rows = (await csv('so-lieu')).filter(({ figure }) => figure === 'san-pham-tung-duoc-cong-nhan')
  const whole = rows.find(({ place_code: code }) => code === 'VN')
  const parts = rows.filter(({ place_code: code }) => code !== 'VN')
  expect(Number(whole?.['value'])).toBe(parts.reduce((sum, row) => sum + Number(row['value']), 0))
})

it.each(datasets.map(({ id }) => id))(
  '%s: JSON holds the rows of the CSV, the schema names their columns',
  async (id) => {
    const rows = await csv(id)
    const body = (await (await visit.get(`/du-lieu-mo/${id}.json`)).json()) as { rows: object[]; licence: string }
    expect(body.rows).toHaveLength(rows.length)
    expect(body.licence).toMatch(/^https:/)
    const schema = (await (await visit.get(`/du-lieu-mo/${id}/luoc-do.json`)).json()) as {
      tableSchema: { columns: { name: string }[] }
    }
    expect(schema.tableSchema.columns.map(({ name }) => name)).toEqual(Object.keys(rows[0] ?? {}))
    expect(Object.keys(body.rows[0] ?? {})).toEqual(Object.keys(rows[0] ?? {}))
  },
)

it('a reader who has the newest text is told so; a change of the catalogue makes a new tag', async () => {
  const first = await visit.get('/du-lieu-mo/san-pham.csv')
  const tag = first.headers.get('ETag') ?? ''
  expect((await visit.get('/du-lieu-mo/san-pham.csv', { 'If-None-Match': tag })).status).toBe(304)
  await refreshFor(world.as(), 'nobody')
  expect((await visit.get('/du-lieu-mo/san-pham.csv', { 'If-None-Match': tag })).status).toBe(200)
})

it('the catalogue leads to every file, each with its licence and schema', async () => {
  const catalogue = (await (await visit.get('/du-lieu-mo/catalog.jsonld')).json()) as {
    '@type': string
    'dcat:dataset': { 'dcat:distribution': { 'dcat:downloadURL': { '@id': string }; 'dct:license': object }[] }[]
  }
  expect(catalogue['@type']).toBe('dcat:Catalog')
  const files = catalogue['dcat:dataset'].flatMap((dataset) => dataset['dcat:distribution'])
  expect(files).toHaveLength(datasets.length * 2)
  for (const { 'dcat:downloadURL': url, 'dct:license': licence } of files) {
    expect(licence).toBeDefined()
    expect((await visit.get(url['@id'].replace('http://localhost', ''))).status).toBe(200)
  }
})

it('a set or a format that is not there is not found', async () => {
  expect((await visit.get('/du-lieu-mo/khong-co.csv')).status).toBe(404)
  expect((await visit.get('/du-lieu-mo/san-pham.exe')).status).toBe(404)
})

it.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['Trà, "tôm"', '"Trà, ""tôm"""'],
  ['hai\ndòng', '"hai\ndòng"'],
  [null, ''],
])('a cell %j stays text in a spreadsheet: %s', (given, written) => {
  expect(csvLine([given])).toBe(written)
})

it('the command writes the same text into files', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'ocop-export-'))
  const files = await exportAll(world.as(), directory)
  expect(files).toHaveLength(datasets.length * 2)
  const answer = await visit.get('/du-lieu-mo/san-pham.csv')
  expect(readFileSync(join(directory, 'san-pham.csv'), 'utf8')).toBe(await answer.text())
  rmSync(directory, { recursive: true })
})
