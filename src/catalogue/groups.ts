import { orMissing } from '../kernel/refusal.ts'
import { rubricById, rubricsOf, textById } from '../regime/law.ts'

/** Products are filed under the groups of the text in force; older lists may leave the group open. */
const text = '26-2026'

export interface SectorWithLeaves {
  readonly code: string
  readonly name: string
  readonly leaves: readonly { readonly no: string; readonly name: string }[]
}

/** The six sectors and their leaf groups, as the law lists them. */
export const sectors: readonly SectorWithLeaves[] = orMissing(textById(text)).sectors.map(({ code, name }) => ({
  code,
  name,
  leaves: rubricsOf(text)
    .filter(({ sector }) => sector === code)
    .map((rubric) => ({ no: rubric.number, name: rubric.name })),
}))

export function leavesOf(sector: string): readonly string[] {
  return sectors.find(({ code }) => code === sector)?.leaves.map(({ no }) => no) ?? []
}

export function groupName(groupText: string, groupNo: string): string {
  if (groupNo === '') return 'Chưa xếp nhóm'
  return rubricById(`${groupText}/${groupNo}`)?.name ?? 'Chưa xếp nhóm'
}
