import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { listingVersion } from '../catalogue/actions.ts'
import type { Context } from '../platform/context.ts'
import { csvLine } from '../platform/csv.ts'
import { datasets } from './datasets.ts'
import { datasetFormats } from './model.ts'
import type { Dataset, DatasetFormat, OpenRow } from './model.ts'
import { licence } from './open-catalogue.ts'

/** A set as text, piece by piece: nobody holds the whole of it. */
export async function* textOf(ctx: Context, dataset: Dataset, format: DatasetFormat): AsyncGenerator<string> {
  const { id, columns, rows, shape = (row) => row } = dataset
  if (format === 'csv') {
    yield `${csvLine(columns.map(({ name }) => name))}\r\n`
    for await (const row of rows(ctx)) yield `${csvLine(cellsOf(dataset, shape(row, ctx)))}\r\n`
    return
  }
  yield `{"dataset":${JSON.stringify(id)},"at":${JSON.stringify(ctx.today)},"licence":${JSON.stringify(licence.url)},"rows":[`
  let separator = '\n'
  for await (const row of rows(ctx)) {
    const cells = cellsOf(dataset, shape(row, ctx))
    yield separator + JSON.stringify(Object.fromEntries(columns.map(({ name }, index) => [name, cells[index] ?? null])))
    separator = ',\n'
  }
  yield '\n]}\n'
}

function cellsOf({ columns }: Dataset, row: OpenRow) {
  return columns.map(({ name }) => row[name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())])
}

/** Changes whenever a listing changed, or the day, on which every status depends. */
export async function tagOf(ctx: Context, dataset: Dataset, format: DatasetFormat): Promise<string> {
  return `W/"${dataset.id}-${format}-${await listingVersion(ctx)}-${ctx.today}"`
}

/** Every set in every format as files of a directory, the same text as its address gives. */
export async function exportAll(ctx: Context, directory: string): Promise<string[]> {
  await mkdir(directory, { recursive: true })
  const written: string[] = []
  for (const dataset of datasets) {
    for (const format of datasetFormats) {
      const path = join(directory, `${dataset.id}.${format}`)
      await pipeline(Readable.from(textOf(ctx, dataset, format)), createWriteStream(path))
      written.push(path)
    }
  }
  return written
}
