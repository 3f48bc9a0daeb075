import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import { listDays } from './list-days.ts'
import type { Followed, ReformLine, SettlementLine, Unit } from './model.ts'
import { cleanName, nameKey, splitFullName } from './names.ts'

export interface ReformInput {
  readonly effectiveOn: CivilDate
  readonly document: string
  /** One line for each pair: old code; new code; full name; province code. */
  readonly lines: string
}

/** Units that no later change has ended, by code. */
export type OpenUnits = ReadonlyMap<UnitCode, Unit>

/** Reads the lines and holds them against the units in force: a resolution enters whole and without contradiction, or not at all. */
export function judgeReform({ effectiveOn, lines: text }: ReformInput, open: OpenUnits) {
  if (effectiveOn <= listDays.reform2026) return refuse('territory/before-lists', { field: 'effectiveOn' })
  const lines = readLines(text)
  if (lines.length === 0) return refuse('territory/no-lines', { field: 'lines' })
  for (const [at, line] of lines.entries()) {
    const judged = judgeLine(line, at + 1, lines, open, effectiveOn)
    if (!judged.ok) return judged
  }
  return judgeNames(lines as ReformLine[], open)
}

function readLines(text: string): Partial<ReformLine>[] {
  return text
    .split('\n')
    .map(cleanName)
    .filter((line) => line !== '')
    .map((line) => {
      const [, oldCode = '', newCode = '', fullName = '', provinceCode = ''] = lineForm.exec(line) ?? []
      return {
        oldCode,
        newCode,
        fullName: canonical(fullName),
        provinceCode: newCode.length === 2 ? newCode : provinceCode,
      }
    })
}

// Semicolons as asked, or the blanks that a pasted table leaves: 23194; 23191; Xã Đức Linh; 68
const lineForm = /^(\d+)[; ]+(\d+)[; ]+(.*?)(?:[; ]+(\d+))?$/

function canonical(fullName: string): string {
  const parts = splitFullName(fullName)
  return parts ? `${parts.type} ${parts.name}` : ''
}

const typesOf = { 2: ['Tỉnh', 'Thành phố'], 5: ['Xã', 'Phường', 'Đặc khu', 'Thị trấn'] } as const

function judgeLine(
  { oldCode = '', newCode = '', fullName = '', provinceCode = '' }: Partial<ReformLine>,
  line: number,
  all: readonly Partial<ReformLine>[],
  open: OpenUnits,
  effectiveOn: CivilDate,
) {
  const no = <const Code extends string>(code: Code, facts = {}) =>
    refuse(code, { field: 'lines', facts: { line, ...facts } })
  if (!/^(\d{2}|\d{5})$/.test(oldCode) || !/^(\d{2}|\d{5})$/.test(newCode)) return no('territory/line-unreadable')
  if (oldCode.length !== newCode.length) return no('territory/mixed-kinds')
  const type = splitFullName(fullName)?.type
  const types: readonly string[] = newCode.length === 2 ? typesOf[2] : typesOf[5]
  if (type === undefined || !types.includes(type)) return no('territory/name-without-type')
  const old = open.get(oldCode)
  if (!old || old.validFrom >= effectiveOn) return no('territory/unit-not-in-force', { code: oldCode })
  if (all.filter((one) => one.oldCode === oldCode && one.newCode === newCode).length > 1)
    return no('territory/line-twice')
  const isNewProvince = all.some((one) => one.newCode === provinceCode)
  const endsAsProvince = all.some((one) => one.oldCode === provinceCode) && !isNewProvince
  if (endsAsProvince || !(isNewProvince || open.has(provinceCode)))
    return no('territory/no-such-province', { code: provinceCode })
  const touching = all.filter((one) => [one.oldCode, one.newCode].some((code) => code === oldCode || code === newCode))
  const isSame = oldCode === newCode && fullName === old.fullName && provinceCode === old.provinceCode
  if (isSame && touching.length === 1) return no('territory/nothing-changes', { code: oldCode })
  if (oldCode.length === 2 && all.filter((one) => one.oldCode === oldCode).length > 1)
    return no('territory/province-split', { code: oldCode })
  return allow(null)
}

function judgeNames(lines: readonly ReformLine[], open: OpenUnits) {
  const no = <const Code extends string>(code: Code, facts = {}) => refuse(code, { field: 'lines', facts })
  const ending = new Set(lines.map(({ oldCode }) => oldCode))
  const begun = new Map<UnitCode, ReformLine>()
  for (const line of lines) {
    const other = begun.get(line.newCode)
    if (other && (other.fullName !== line.fullName || other.provinceCode !== line.provinceCode))
      return no('territory/two-names', { code: line.newCode })
    begun.set(line.newCode, line)
  }
  const standing = [...open.values()].filter(({ code, kind }) => kind === 'commune' && !ending.has(code))
  const taken = new Map(standing.map((unit) => [placeKey(unit), unit.code]))
  for (const { newCode, fullName, provinceCode } of begun.values()) {
    if (open.has(newCode) && !ending.has(newCode))
      return no('territory/code-taken', { code: newCode, name: open.get(newCode)?.fullName ?? '' })
    const name = placeKey({ fullName, provinceCode })
    if (newCode.length === 5 && taken.has(name))
      return no('territory/name-taken', { name: fullName, code: taken.get(name) ?? '' })
    taken.set(name, newCode)
  }
  return allow(lines)
}

function placeKey({ fullName, provinceCode }: Pick<ReformLine, 'fullName' | 'provinceCode'>): string {
  const parts = splitFullName(fullName)
  return `${provinceCode}/${parts?.type}/${nameKey(parts?.name ?? '')}`
}

export interface SettlementInput {
  readonly oldCode: UnitCode
  /** Today's communes that took it in, with commas between. */
  readonly newCodes: string
  readonly document: string
}

/** Only a unit whose successor no source gives, or sources dispute, can be settled; and only by units of today. */
export function judgeSettlement(
  { oldCode, newCodes }: SettlementInput,
  versions: readonly Followed[],
  today: OpenUnits,
) {
  const doubtful = versions.findLast(({ fate, kind }) => kind === 'commune' && (fate === 'lost' || fate === 'disputed'))
  if (!doubtful?.validTo)
    return refuse('territory/not-doubtful', { field: 'oldCode', facts: { code: oldCode }, overtaken: true })
  const codes = [...new Set(newCodes.split(/[\s,;]+/).filter((code) => code !== ''))]
  const lines: SettlementLine[] = []
  for (const newCode of codes) {
    const unit = today.get(newCode)
    if (!unit || unit.kind !== 'commune')
      return refuse('territory/unit-not-today', { field: 'newCodes', facts: { code: newCode } })
    if (unit.provinceCode !== doubtful.todayProvinceCode)
      return refuse('territory/other-province', { field: 'newCodes', facts: { code: newCode } })
    lines.push({ oldCode, onDay: doubtful.validTo, newCode, newFrom: unit.validFrom })
  }
  return lines.length === 0
    ? refuse('territory/unit-not-today', { field: 'newCodes', facts: { code: '' } })
    : allow(lines)
}
