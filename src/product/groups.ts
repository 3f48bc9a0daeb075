import type { OptionGroup } from '../ui/choice.tsx'
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
