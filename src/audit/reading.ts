import { Refused } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import { readableProvinces } from './access.ts'
import type { Entry } from './model.ts'
import * as store from './store.ts'

export type BookQuery = Omit<store.EntryQuery, 'provinces'>

export interface BookPage {
  readonly entries: readonly Entry[]
  /** Where the older entries begin; undefined on the last page. */
  readonly older: number | undefined
}

const pageSize = 50

/** A page of the book, newest first, as far as the auditor may read; nobody else learns that it is there. */
export async function readBook(ctx: Context, query: BookQuery): Promise<BookPage> {
  const provinces = readableProvinces(ctx.actor)
  if (provinces !== 'all' && provinces.length === 0) throw new Refused({ code: 'kernel/not-found' })
  const found = await store.entries(ctx, { ...query, ...(provinces === 'all' ? {} : { provinces }) }, pageSize + 1)
  const entries = found.slice(0, pageSize)
  return { entries, older: found.length > pageSize ? entries.at(-1)?.seq : undefined }
}
