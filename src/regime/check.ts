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
  return texts.flatMap((law) => rubricsOf(law.id).flatMap((rubric) => findingsOf(law, rubric)))
}

function findingsOf(law: LegalText, rubric: Rubric): Finding[] {
  const where = rubric.id
  if (!rubric.scorable) {
    return [{ where, severity: 'known-doubt', what: `không dùng để chấm: ${rubric.standing}` }]
  }
  const fault = (what: string): Finding => ({ where, severity: 'fault', what })
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  const findings: Finding[] = []
  for (const part of partCodes) {
    const given = sum(rubric.criteria.filter((one) => one.part === part).map(({ max }) => max))
    if (given !== law.parts[part]) findings.push(fault(`phần ${part} cộng ${given}, văn bản ghi ${law.parts[part]}`))
  }
  for (const section of rubric.sections) {
    const inside = rubric.criteria.filter((one) => one.part === section.part && one.section === section.code)
    if (sum(inside.map(({ max }) => max)) !== section.max)
      findings.push(fault(`mục ${section.code} không cộng đủ ${section.max}`))
  }
  for (const { code, max, options } of rubric.criteria) {
    if (Math.max(...options.map(({ points }) => points)) !== max)
      findings.push(fault(`tiêu chí ${code}: mức cao nhất khác ${max}`))
  }
  for (const { criterion, need, stars } of rubric.gates) {
    const options = rubric.criteria.find(({ code }) => code === criterion)?.options ?? []
    if (!options.some(({ points }) => points === need))
      findings.push(fault(`ngưỡng ${stars} sao ở ${criterion} không ứng với mức nào`))
  }
  return findings
}
