import { beforeAll, describe, expect, it } from 'vitest'
import { rebuild } from '../catalogue/actions.ts'
import { importRecognitions } from '../exchange/actions.ts'
import { readList } from '../exchange/list-file.ts'
import { oneRow, rows, sql } from '../platform/db.ts'
import { openLog } from '../platform/log.ts'
import { paths } from '../ui/paths.ts'
import { enterProduct } from '../../test/support/entered.ts'
import { commune } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { webApp } from './app.ts'

// In a demonstration, records of lists that were really published stand beside invented ones.
const world = useWorld()
const origin = 'http://localhost'
const app = webApp({
  db: world.db,
  files: world.files,
  keys: world.keys,
  reactsTo: new Set(),
  config: { demonstration: true, publicUrl: origin },
  log: openLog('silent'),
  clock: () => '2026-11-24T02:00:00.000Z',
})

interface Record {
  readonly slug: string
  readonly producerSlug: string
  readonly number: string
  readonly decisionId: string
}

let real: Record
let sample: Record

beforeAll(async () => {
  const fileName = 'src/exchange/cases/published-lists.csv'
  await importRecognitions(world.as(), await readList(fileName), { fileName })
  const productId = await enterProduct(world, {
    name: 'Trà mẫu',
    province: '66',
    commune,
    stars: 4,
    decidedOn: '2026-06-01',
  })
  await rebuild(world.as())
  const found = sql<Record>`
    select l.slug, l.producer_slug, r.number, r.decision_id
    from catalogue.listing l join recognition.pub_recognition r on r.product_id = l.product_id`
  real = (await rows(world, sql<Record>`${found} where r.source_url is not null order by r.number`))[0] as Record
  sample = await oneRow(world, sql<Record>`${found} where l.product_id = ${productId}`)
})

const pages: readonly [string, (record: Record) => string][] = [
  ['product', ({ slug }) => paths.catalogue.product(slug)],
  ['producer', ({ producerSlug }) => paths.catalogue.producer(producerSlug)],
  ['certificate', ({ number }) => paths.recognition.certificate(number)],
  ['check', ({ number }) => paths.recognition.verify({ so: number })],
  ['decision', ({ decisionId }) => paths.recognition.decision(decisionId)],
]

async function textOf(path: string): Promise<string> {
  const answer = await app.request(origin + path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}

describe.each(pages)('the page of a %s', (page, pathOf) => {
  it('carries the sample strip for a sample', async () => {
    expect(await textOf(pathOf(sample))).toContain('class="sample-strip"')
  })

  it('carries none for a published record, and names its source', async () => {
    const text = await textOf(pathOf(real))
    expect(text).not.toContain('class="sample-strip"')
    if (page !== 'check') expect(text).toContain('rel="nofollow noopener"')
  })
})

it('a check that finds nothing shows nothing invented', async () => {
  expect(await textOf(paths.recognition.verify())).not.toContain('class="sample-strip"')
  expect(await textOf(paths.recognition.verify({ so: 'KHONG-CO-SO-NAY' }))).not.toContain('class="sample-strip"')
})
