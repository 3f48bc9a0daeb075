import type { LinkKind, Reform } from './model.ts'
import { listDays } from './list-days.ts'
import type { Lists } from './lists.ts'
import { nameKey, splitFullName } from './names.ts'
import {
  applyReform,
  closeUnit,
  followList,
  isAsBefore,
  link,
  newTimeline,
  noteSpelling,
  openUnit,
  putUnit,
} from './timeline.ts'
import type { Change, Listed, Timeline } from './timeline.ts'

const merger = '202/2025/QH15'
const cityOfDongNai = '30/2026/QH16'
const wardsOfDongNai = '237/NQ-UBTVQH16'

/** The units of the country through time: the lists in order, then what persons entered since. */
export function buildHistory(lists: Lists, reforms: readonly Reform[]): Timeline {
  const timeline = newTimeline()
  followYear(timeline, yearOf(lists.communes2019, lists), { on: listDays.list2019 })
  followYear(timeline, yearOf(lists.communes2022, lists), { on: listDays.list2022, earliest: listDays.after2019 })
  followYear(timeline, june2025(lists), { on: listDays.listJune2025, earliest: listDays.list2022 })
  mergeProvinces(timeline, lists)
  mergeCommunes(timeline, lists)
  changesOf2026(timeline, lists)
  for (const reform of reforms) applyReform(timeline, reform)
  tellSlugsApart(timeline)
  return timeline
}

type Year = Record<'provinces' | 'districts' | 'communes', Listed[]>

function followYear(timeline: Timeline, { provinces, districts, communes }: Year, change: Change): void {
  followList(timeline, 'province', provinces, change)
  followList(timeline, 'district', districts, change)
  followList(timeline, 'commune', communes, change)
}

// The lists of 2019 and 2022 name districts and provinces only beside their communes, so districts without communes are
// taken from the list of June 2025: they stood all along.
function yearOf(communes: Lists['communes2019'], { districtsBefore }: Lists): Year {
  const provinces = new Map<string, Listed>()
  const districts = new Map<string, Listed>()
  for (const { district_code, district_name, province_code, province_name } of communes) {
    provinces.set(province_code, { code: province_code, fullName: province_name, provinceCode: province_code })
    districts.set(district_code, { code: district_code, fullName: district_name, provinceCode: province_code })
  }
  for (const { code, full_name, province_code, has_communes } of districtsBefore) {
    if (has_communes === 'no' && !districts.has(code))
      districts.set(code, { code, fullName: full_name, provinceCode: province_code })
  }
  return {
    provinces: [...provinces.values()],
    districts: [...districts.values()],
    communes: communes.map(listedCommune),
  }
}

function june2025({ provincesBefore, districtsBefore, communesBefore }: Lists): Year {
  return {
    provinces: provincesBefore.map(({ code, full_name }) => ({ code, fullName: full_name, provinceCode: code })),
    districts: districtsBefore.map(({ code, full_name, province_code }) => ({
      code,
      fullName: full_name,
      provinceCode: province_code,
    })),
    communes: communesBefore.map(listedCommune),
  }
}

function listedCommune({ code, full_name, district_code, province_code }: Lists['communesBefore'][number]): Listed {
  return { code, fullName: full_name, districtCode: district_code, provinceCode: province_code }
}

// A province that took no other in and kept its name goes on; all others end, and new ones begin.
function mergeProvinces(timeline: Timeline, { provinceMapping, provincesCurrent }: Lists): void {
  const change: Change = { on: listDays.reform2025, document: merger }
  const olds = Map.groupBy(provinceMapping, ({ new_code }) => new_code)
  const current = new Map(provincesCurrent.map((one) => [one.code, one]))
  const goesOn = (code: string, name: string) => {
    const before = timeline.open.get(code)
    return (
      olds.get(code)?.length === 1 &&
      before !== undefined &&
      isAsBefore(before, { code, fullName: name, provinceCode: code })
    )
  }
  const ended = provinceMapping.filter(
    ({ old_code, new_code, new_name }) => old_code !== new_code || !goesOn(new_code, new_name),
  )
  for (const { old_code } of ended) closeUnit(timeline, old_code, change.on)
  for (const { new_code, new_name } of new Map(ended.map((one) => [one.new_code, one])).values()) {
    const nameEn = current.get(new_code)?.name_en
    openUnit(timeline, { code: new_code, fullName: new_name, provinceCode: new_code, nameEn }, change)
  }
  for (const { old_code, new_code } of ended) link(timeline, 'merged', old_code, new_code, change)
}

function mergeCommunes(timeline: Timeline, lists: Lists): void {
  const change: Change = { on: listDays.reform2025 }
  for (const { kind, code } of timeline.open.values()) if (kind !== 'province') closeUnit(timeline, code, change.on)
  const current = new Map(lists.communesCurrent.map((one) => [one.code, one]))
  const spellings = new Map(lists.spellings.map((one) => [one.code, one.spelling_in_resolutions]))
  for (const { code, full_name, province_code, resolution } of lists.communes2025) {
    const today = current.get(code)
    const isSame = today !== undefined && keyOfFullName(today.full_name) === keyOfFullName(full_name)
    openUnit(
      timeline,
      {
        code,
        fullName: isSame ? today.full_name : full_name,
        provinceCode: province_code,
        nameEn: today?.name_en,
        document: numberOf(resolution),
      },
      change,
    )
    const unit = timeline.open.get(code)
    if (unit) noteSpelling(timeline, unit, spellings.get(code) ?? full_name)
  }
  linkCommunes(timeline, lists.communeMapping, change)
}

function keyOfFullName(fullName: string): string {
  const parts = splitFullName(fullName)
  return parts ? `${parts.type} ${nameKey(parts.name)}` : ''
}

// `Số: 1656/NQ-UBTVQH15; Ngày: 16/06/2025`
function numberOf(resolution: string): string {
  return /Số:\s*([^;]+)/.exec(resolution)?.[1]?.trim() ?? resolution
}

/** Two communes named Thạnh Lộc whose targets two official mappings give the other way round. */
const disputed: Readonly<Record<string, string>> = { '30901': '30910', '30913': '30886' }

function linkCommunes(timeline: Timeline, mapping: Lists['communeMapping'], change: Change): void {
  for (const { old_code, old_district_code, new_code, kind } of mapping) {
    const certain = disputed[old_code] === undefined
    // Five districts had no commune: the district itself became the special zone.
    link(
      timeline,
      kind as LinkKind,
      old_code || old_district_code,
      new_code,
      { ...change, document: documentOf(timeline, new_code) },
      certain,
    )
  }
  for (const [oldCode, newCode] of Object.entries(disputed)) link(timeline, 'disputed', oldCode, newCode, change, false)
}

function documentOf(timeline: Timeline, code: string): string | undefined {
  return timeline.open.get(code)?.document ?? undefined
}

function changesOf2026(timeline: Timeline, { provincesCurrent, communesCurrent, changes }: Lists): void {
  const on = listDays.reform2026
  const removed = changes.filter(({ kind }) => kind === 'code_removed')
  const added = changes.filter(({ kind }) => kind === 'code_added')
  followList(
    timeline,
    'province',
    provincesCurrent.map(({ code, full_name, name_en, slug }) => ({
      code,
      fullName: full_name,
      provinceCode: code,
      nameEn: name_en,
      slug: slug.replaceAll('_', '-'),
    })),
    { on, document: cityOfDongNai },
  )
  followList(
    timeline,
    'commune',
    communesCurrent.map(({ code, full_name, province_code, name_en }) => ({
      code,
      fullName: full_name,
      provinceCode: province_code,
      nameEn: name_en,
    })),
    { on, document: wardsOfDongNai },
  )
  // A code corrected by the statistics office: the same commune under another number, by no resolution.
  for (const { code, name_2025_07_01 } of removed) {
    const next = added.find(({ name_current }) => name_current === name_2025_07_01)
    if (next) link(timeline, 'recoded', code, next.code, { on })
  }
}

// Eight pairs of communes in one province differ only by marks (Văn Lang, Vân Lăng): their addresses carry the code.
function tellSlugsApart(timeline: Timeline): void {
  const today = [...timeline.open.values()].filter(({ kind }) => kind === 'commune')
  for (const same of Map.groupBy(today, ({ provinceCode, slug }) => `${provinceCode}/${slug}`).values()) {
    if (same.length > 1) for (const unit of same) putUnit(timeline, { ...unit, slug: `${unit.slug}-${unit.code}` })
  }
}
