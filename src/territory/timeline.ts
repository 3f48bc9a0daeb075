import { fold, slugOf } from '../kernel/text.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Link, LinkKind, Reform, ReformLine, SettlementLine, Unit } from './model.ts'
import { cleanName, nameFold, nameKey, splitFullName } from './names.ts'

/** What a list says of a unit. */
export interface Listed {
  readonly code: string
  readonly fullName: string
  readonly districtCode?: string | undefined
  readonly provinceCode: string
  readonly nameEn?: string | undefined
  readonly slug?: string | undefined
  readonly document?: string | undefined
}

/** The days of a change: when it counts, and the earliest it may have happened. */
export interface Change {
  readonly on: CivilDate
  readonly earliest?: CivilDate
  readonly document?: string | undefined
}

export interface Spelling {
  readonly code: string
  readonly validFrom: CivilDate
  readonly spelling: string
}

/** Units through time, built forward: each change closes what ends and opens what begins. */
export interface Timeline {
  /** By code and first day, `00004@2025-07-01`. */
  readonly units: Map<string, Unit>
  readonly links: Link[]
  readonly spellings: Spelling[]
  readonly open: Map<string, Unit>
}

export function newTimeline(): Timeline {
  return { units: new Map(), links: [], spellings: [], open: new Map() }
}

function unitKey({ code, validFrom }: Pick<Unit, 'code' | 'validFrom'>): string {
  return `${code}@${validFrom}`
}

/** @throws {Error} when a full name begins with no type of unit: a list that was read wrongly. */
export function openUnit(timeline: Timeline, listed: Listed, { on, earliest = on, document }: Change): void {
  const parts = splitFullName(listed.fullName)
  if (!parts) throw new Error(`A unit without a type: ${listed.code} ${listed.fullName}`)
  const { type, name } = parts
  const fullName = `${type} ${name}`
  const unit: Unit = {
    code: listed.code,
    validFrom: on,
    validTo: null,
    earliestFrom: earliest,
    kind: listed.code.length === 2 ? 'province' : listed.code.length === 3 ? 'district' : 'commune',
    name,
    fullName,
    unitType: type,
    districtCode: listed.districtCode ?? null,
    provinceCode: listed.provinceCode,
    nameEn: listed.nameEn ?? withoutMarks(name),
    slug: listed.slug ?? slugOf(listed.code.length === 2 ? name : fullName),
    nameKey: nameKey(name),
    nameFold: nameFold(name),
    document: listed.document ?? document ?? null,
  }
  putUnit(timeline, unit)
}

export function putUnit(timeline: Timeline, unit: Unit): void {
  timeline.open.set(unit.code, unit)
  timeline.units.set(unitKey(unit), unit)
}

function withoutMarks(name: string): string {
  return [...name]
    .map((letter) => (letter === letter.toLowerCase() ? fold(letter) || letter : fold(letter).toUpperCase() || letter))
    .join('')
}

export function closeUnit(timeline: Timeline, code: string, on: CivilDate): void {
  const unit = timeline.open.get(code)
  if (!unit) return
  timeline.open.delete(code)
  timeline.units.set(unitKey(unit), { ...unit, validTo: on })
}

export function link(
  timeline: Timeline,
  kind: LinkKind,
  oldCode: string,
  newCode: string,
  { on, document }: Change,
  certain = true,
): void {
  timeline.links.push({ onDay: on, oldCode, newCode, newFrom: on, kind, certain, document: document ?? null })
}

/**
 * The next list of one kind of unit. A code that stays is the same unit, under a new name perhaps; a code that is gone ends
 * without a successor, because no source names one.
 */
export function followList(timeline: Timeline, kind: Unit['kind'], listed: readonly Listed[], change: Change): void {
  const coming = new Set(listed.map(({ code }) => code))
  for (const { code, kind: of } of timeline.open.values()) {
    if (of === kind && !coming.has(code)) closeUnit(timeline, code, change.on)
  }
  for (const next of listed) {
    const before = timeline.open.get(next.code)
    if (!before) openUnit(timeline, next, change)
    else if (isAsBefore(before, next)) respell(timeline, before, next)
    else replaceUnit(timeline, before, next, change)
  }
}

// One unit, spelt anew by the later list (Thanh Hóa, Thanh Hoá): the later spelling shows, the earlier is kept.
function respell(timeline: Timeline, before: Unit, next: Listed): void {
  const parts = splitFullName(next.fullName)
  if (!parts || parts.name === before.name) return
  const unit = { ...before, name: parts.name, fullName: `${parts.type} ${parts.name}` }
  putUnit(timeline, unit)
  noteSpelling(timeline, unit, before.fullName)
}

function replaceUnit(timeline: Timeline, before: Unit, next: Listed, change: Change): void {
  closeUnit(timeline, before.code, change.on)
  openUnit(timeline, next, change)
  const isSameName = splitFullName(next.fullName)?.name === before.name && next.fullName === before.fullName
  link(timeline, isSameName ? 'moved' : 'renamed', before.code, next.code, change)
}

export function isAsBefore(before: Unit, next: Listed): boolean {
  const parts = splitFullName(next.fullName)
  return (
    parts?.type === before.unitType &&
    (parts.name === before.name || nameKey(parts.name) === before.nameKey) &&
    (next.districtCode ?? null) === before.districtCode &&
    next.provinceCode === before.provinceCode
  )
}

export function noteSpelling(timeline: Timeline, { code, validFrom, fullName }: Unit, spelling: string): void {
  const parts = splitFullName(spelling)
  const clean = parts ? `${parts.type} ${parts.name}` : cleanName(spelling)
  if (clean === fullName) return
  const isKnown = timeline.spellings.some(
    (one) => one.code === code && one.validFrom === validFrom && one.spelling === clean,
  )
  if (!isKnown) timeline.spellings.push({ code, validFrom, spelling: clean })
}

/** Applies what persons entered: resolutions after the lists, and conclusions about doubtful successors. */
export function applyReform(timeline: Timeline, reform: Reform): void {
  const change: Change = { on: reform.effectiveOn, document: reform.document }
  if (reform.kind === 'settlement') settle(timeline, reform.lines, change)
  else reshape(timeline, reform.lines, change)
}

function settle(timeline: Timeline, lines: readonly SettlementLine[], { document }: Change): void {
  for (const { oldCode, onDay } of lines) {
    const kept = timeline.links.filter((one) => one.oldCode !== oldCode || one.onDay !== onDay)
    timeline.links.splice(0, timeline.links.length, ...kept)
  }
  for (const line of lines) timeline.links.push({ ...line, kind: 'settled', certain: true, document: document ?? null })
}

function reshape(timeline: Timeline, lines: readonly ReformLine[], change: Change): void {
  const before = new Map([...timeline.open].map(([code, unit]) => [code, unit]))
  const moved = communesOfEndedProvinces(timeline, lines)
  const all = [...lines, ...moved]
  for (const code of new Set(all.map(({ oldCode }) => oldCode))) closeUnit(timeline, code, change.on)
  for (const [code, line] of new Map(all.map((one) => [one.newCode, one]))) {
    openUnit(
      timeline,
      { code, fullName: line.fullName, provinceCode: code.length === 2 ? code : line.provinceCode },
      change,
    )
  }
  for (const line of all) link(timeline, kindOfLine(line, all, before), line.oldCode, line.newCode, change)
}

// A province that ends takes its communes into the new one: they keep code and name and begin a new validity.
function communesOfEndedProvinces(timeline: Timeline, lines: readonly ReformLine[]): ReformLine[] {
  const named = new Set(lines.map(({ oldCode }) => oldCode))
  const intoOther = new Map(
    lines
      .filter(({ oldCode, newCode }) => oldCode.length === 2 && oldCode !== newCode)
      .map(({ oldCode, newCode }) => [oldCode, newCode]),
  )
  return [...timeline.open.values()].flatMap(({ kind, code, fullName, provinceCode }) => {
    const into = intoOther.get(provinceCode)
    return kind === 'commune' && into && !named.has(code)
      ? [{ oldCode: code, newCode: code, fullName, provinceCode: into }]
      : []
  })
}

function kindOfLine(
  { oldCode, newCode, fullName }: ReformLine,
  all: readonly ReformLine[],
  before: ReadonlyMap<string, Unit>,
): LinkKind {
  if (all.filter((line) => line.oldCode === oldCode).length > 1) return 'split'
  if (all.filter((line) => line.newCode === newCode).length > 1) return 'merged'
  const isSameName = before.get(oldCode)?.fullName === fullName
  if (oldCode !== newCode) return isSameName ? 'recoded' : 'merged'
  return isSameName ? 'moved' : 'renamed'
}
