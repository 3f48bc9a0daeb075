import type { OptionGroup } from '../ui/choice.tsx'
import { fold } from '../kernel/text.ts'
import { rubricById, rubricsOf, textById } from '../regime/law.ts'
import { groupingText } from './model.ts'

/** Is there such a group in the text? An old list may leave the group open: '' waits for a person. */
export function isGroup(text: string, group: string): boolean {
  return group === '' || rubricById(`${text}/${group}`) !== undefined
}

export function groupName(text: string, group: string): string {
  return rubricById(`${text}/${group}`)?.name ?? 'Chưa xếp nhóm'
}

/** The leaf groups of the text in force under their six sectors, for a select. */
export function groupOptions(): OptionGroup[] {
  const sectors = textById(groupingText)?.sectors ?? []
  return sectors.map(({ code, name }) => ({
    label: `${code}. ${name}`,
    options: rubricsOf(groupingText)
      .filter(({ sector }) => sector === code)
      .map((rubric) => ({ value: rubric.number, label: `${rubric.number}. ${rubric.name}` })),
  }))
}

/**
 * What became of groups that the text in force names otherwise, as far as our sources tell: crafts of 1048 are one group
 * now, garments and tourism kept their own. Everything else is compared by name, or left to the person.
 */
const heirs: Readonly<Record<string, string>> = {
  '1048-2019/23': '21',
  '1048-2019/24': '21',
  '1048-2019/25': '22',
  '1048-2019/26': '26',
}
/** Of 148 and 1489 only the first eight groups were seen, and they are those of today under the same numbers. */
const sameNumbers = new Set(['148-2023', '1489-2025'])

/** A group of the text in force to propose to a person, never to enter without one; undefined where sources are silent. */
export function adviseGroup(text: string, group: string): string | undefined {
  const heir = heirs[`${text}/${group}`]
  if (heir !== undefined) return heir
  if (sameNumbers.has(text)) return /^[1-8]$/.test(group) ? group : undefined
  const name = fold(rubricById(`${text}/${group}`)?.name ?? '')
  const alike = rubricsOf(groupingText).filter((one) => name !== '' && fold(one.name) === name)
  return alike.length === 1 ? alike[0]?.number : undefined
}
