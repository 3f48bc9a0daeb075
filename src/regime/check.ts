import { rubricsOf, texts } from './law.ts'
import type { LegalText, Rubric } from './model.ts'
import { partCodes } from './model.ts'

export interface Finding {
  readonly where: string
  readonly severity: 'fault' | 'known-doubt'
  readonly what: string
}

/** Every set totals 100, parts total, sections total, gates sane. A doubt that is flagged and refused is no fault. */
export function lawCheck(): readonly Finding[] {
  return texts.flatMap((law) => [
    ...faultsOfText(law),
    ...rubricsOf(law.id).flatMap((rubric) => findingsOf(law, rubric)),
  ])
}

function faultsOfText(law: LegalText): Finding[] {
  const faults: string[] = []
  if (sum(partCodes.map((part) => law.parts[part])) !== 100) faults.push('ba phần không cộng đủ 100')
  if (law.bands.map(({ stars }) => stars).join() !== '5,4,3,2,1') faults.push('thang sao không đủ năm bậc')
  if (law.bands.some(({ from }, index) => from <= (law.bands[index + 1]?.from ?? -1)))
    faults.push('thang sao không giảm dần')
  return faults.map((what) => ({ where: law.id, severity: 'fault', what }))
}

export function findingsOf(law: LegalText, rubric: Rubric): Finding[] {
  const where = rubric.id
  if (!rubric.scorable) {
    return [{ where, severity: 'known-doubt', what: `không dùng để chấm: ${rubric.standing}` }]
  }
  const faults = [
    ...wrongSums(law, rubric),
    ...wrongCriteria(rubric),
    ...wrongGates(rubric),
    ...wrongNames(law, rubric),
  ]
  return faults.map((what) => ({ where, severity: 'fault', what }))
}

function wrongSums(law: LegalText, { criteria, sections }: Rubric): string[] {
  const faults: string[] = []
  for (const part of partCodes) {
    const given = sum(criteria.filter((one) => one.part === part).map(({ max }) => max))
    if (given !== law.parts[part]) faults.push(`phần ${part} cộng ${given}, văn bản ghi ${law.parts[part]}`)
  }
  for (const { part, code, max } of sections) {
    const inside = criteria.filter((one) => one.part === part && one.section === code)
    if (sum(inside.map((one) => one.max)) !== max) faults.push(`mục ${code} không cộng đủ ${max}`)
  }
  return faults
}

function wrongCriteria({ criteria }: Rubric): string[] {
  return criteria.flatMap(({ code, max, options, cases }) => {
    const faults: string[] = []
    if (Math.max(...options.map(({ points }) => points)) !== max)
      faults.push(`tiêu chí ${code}: mức cao nhất khác ${max}`)
    if (options.some(({ points }) => !Number.isInteger(points) || points < 0))
      faults.push(`tiêu chí ${code}: điểm không nguyên`)
    if (options.some((option) => option.case !== null && cases.every((one) => one.code !== option.case)))
      faults.push(`tiêu chí ${code}: mức thuộc trường hợp không có`)
    return faults
  })
}

// A minimum for a star must be points that some option gives, and no lower than that of the star below.
function wrongGates({ criteria, gates }: Rubric): string[] {
  return gates.flatMap(({ criterion, need, stars }) => {
    const options = criteria.find(({ code }) => code === criterion)?.options ?? []
    const faults: string[] = []
    if (!options.some(({ points }) => points === need))
      faults.push(`ngưỡng ${stars} sao ở ${criterion} không ứng với mức nào`)
    if (gates.some((other) => other.criterion === criterion && other.stars < stars && other.need > need))
      faults.push(`ngưỡng ${stars} sao ở ${criterion} thấp hơn ngưỡng của sao dưới`)
    return faults
  })
}

function wrongNames({ sectors }: LegalText, { criteria, disqualifiers, sector }: Rubric): string[] {
  const faults: string[] = []
  const twice = (names: readonly string[]) => names.find((name, index) => names.indexOf(name) !== index)
  const criterion = twice(criteria.map(({ code }) => code))
  const ground = twice(disqualifiers.map(({ id }) => id))
  if (criterion !== undefined) faults.push(`tiêu chí ${criterion} có hai lần`)
  if (ground !== undefined) faults.push(`lý do loại ${ground} có hai lần`)
  if (sectors.every(({ code }) => code !== sector)) faults.push(`ngành ${sector} không có trong văn bản`)
  return faults
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
