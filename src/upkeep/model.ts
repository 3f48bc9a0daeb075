import { z } from 'zod'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** What a backup holds, written last: a directory without it is no backup. */
export const Manifest = z.object({
  format: z.literal('ocop-backup-1'),
  madeAt: z.iso.datetime(),
  postgres: z.string(),
  /** In the order in which they were applied. */
  migrations: z.array(z.object({ name: z.string(), hash: Hash })).min(1),
  /** `database/<name>.copy.gz`: COPY's text format, these columns, UTF-8, UTC. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int() })),
  /** Partitions of tables above; their rows travel with the table. */
  partitions: z.array(
    z.object({ name: z.string(), parent: z.string(), bound: z.string(), triggers: z.array(z.string()) }),
  ),
  sequences: z.array(z.object({ name: z.string(), value: z.int(), isCalled: z.boolean() })),
  /** Stored files that no longer matched their hash when the copy was made; they are not in it. */
  lost: z.array(Hash),
  parts: z.array(z.object({ path: z.string(), bytes: z.int(), sha256: Hash })),
})

export type Manifest = z.output<typeof Manifest>
export type Part = Manifest['parts'][number]
export type Table = Manifest['tables'][number]
export type Partition = Manifest['partitions'][number]
export type Sequence = Manifest['sequences'][number]

/** How far a long act is; a bar on a terminal, nothing in a log. */
export type Tell = (done: number, total: number, what: string) => void

/** One thing that `doctor` looked at. Only a fault makes its exit code 1. */
export interface Finding {
  readonly check: string
  readonly level: 'fine' | 'note' | 'fault'
  readonly sentence: string
  /** What to do about it. */
  readonly advice?: string
}
