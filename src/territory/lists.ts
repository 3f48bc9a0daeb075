import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'

const folder = new URL('units/', import.meta.url)

interface Commune {
  code: string
  full_name: string
  district_code: string
  province_code: string
}
interface NamedCommune extends Commune {
  district_name: string
  province_name: string
}

/** Everything the lists say, as printed; typed here and nowhere else. */
export interface Lists {
  readonly communes2019: readonly NamedCommune[]
  readonly communes2022: readonly NamedCommune[]
  readonly provincesBefore: readonly { code: string; full_name: string }[]
  readonly districtsBefore: readonly { code: string; full_name: string; province_code: string; has_communes: string }[]
  readonly communesBefore: readonly Commune[]
  readonly communes2025: readonly { code: string; full_name: string; province_code: string; resolution: string }[]
  readonly provinceMapping: readonly { old_code: string; new_code: string; new_name: string }[]
  readonly communeMapping: readonly { old_code: string; old_district_code: string; new_code: string; kind: string }[]
  readonly provincesCurrent: readonly { code: string; full_name: string; name_en: string; slug: string }[]
  readonly communesCurrent: readonly { code: string; full_name: string; province_code: string; name_en: string }[]
  readonly changes: readonly { code: string; name_2025_07_01: string; name_current: string; kind: string }[]
  readonly spellings: readonly { code: string; spelling_in_resolutions: string }[]
}

export function readLists(): Lists {
  return {
    communes2019: read('communes_snapshot_2019.csv.gz'),
    communes2022: read('communes_snapshot_2022.csv.gz'),
    provincesBefore: read('provinces_before_2025-07-01.csv'),
    districtsBefore: read('districts_before_2025-07-01.csv'),
    communesBefore: read('communes_before_2025-07-01.csv'),
    communes2025: read('communes_2025-07-01.csv'),
    provinceMapping: read('province_mapping_before_to_2025-07-01.csv'),
    communeMapping: read('commune_mapping_before_to_2025-07-01.csv.gz'),
    provincesCurrent: read('provinces_current.csv'),
    communesCurrent: read('communes_current.csv'),
    changes: read('changes_2025-07-01_to_current.csv'),
    spellings: read('spelling_variants.csv'),
  }
}

function read<Row>(name: string): Row[] {
  const bytes = readFileSync(new URL(name, folder))
  return parse(name.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true }) as Row[]
}

/** Changes with the lists, and with the program that reads them. */
export function hashOfLists(): string {
  const hash = createHash('sha256')
  const sources = readdirSync(folder)
    .toSorted()
    .map((name) => new URL(name, folder))
  const readers = ['lists.ts', 'list-days.ts', 'names.ts', 'timeline.ts', 'follow.ts', 'history.ts'].map(
    (name) => new URL(name, import.meta.url),
  )
  for (const file of [...sources, ...readers]) hash.update(readFileSync(file))
  return hash.digest('hex')
}
