import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { LegalText, Rubric, TextId } from './model.ts'
import { textIds } from './model.ts'
import { rubricOf } from './rubric-file.ts'
import type { RubricFile } from './rubric-file.ts'
import { text10482019 } from './texts/1048-2019/text.ts'
import { text1482023 } from './texts/148-2023/text.ts'
import { text14892025 } from './texts/1489-2025/text.ts'
import { text262026 } from './texts/26-2026/text.ts'

/** The text in force for new dossiers as of this release. */
export const currentText: LegalText = text262026

/** A renewal that waits for the authority carries the mark so many days past expiry (26/2026 Điều 12.3). */
export const graceDays = currentText.certificate.graceDays ?? 0

/** Every text ever, oldest first. An amendment is a new folder, never an edit of an old one. */
export const texts: readonly LegalText[] = [text10482019, text1482023, text14892025, text262026]

const byText = new Map<string, readonly Rubric[]>(textIds.map((text) => [text, readRubrics(text)]))
const byId = new Map<string, Rubric>([...byText.values()].flat().map((rubric) => [rubric.id, rubric]))

export function textById(id: string): LegalText | undefined {
  return texts.find((text) => text.id === id)
}

/** `26-2026/13`, also written `26-2026/013`; undefined when the text has no such rubric. */
export function rubricById(id: string): Rubric | undefined {
  return byId.get(id) ?? byId.get(id.replace(/\/0+(?=\d)/, '/'))
}

/** The rubrics of a text in the order of its list; none for texts whose rubrics were not found. */
export function rubricsOf(text: string): readonly Rubric[] {
  return byText.get(text) ?? []
}

/** The texts in force on a day, the youngest last. */
export function textsInForce(on: CivilDate): readonly LegalText[] {
  return texts.filter(({ inForceFrom, inForceTo }) => inForceFrom <= on && (inForceTo === null || on < inForceTo))
}

/** The text whose rules a new dossier of this day falls under. */
export function textForNew(on: CivilDate): LegalText | undefined {
  return texts.findLast(
    ({ inForceFrom, newDossiersTo }) => inForceFrom <= on && (newDossiersTo === null || on < newDossiersTo),
  )
}

function readRubrics(text: TextId): readonly Rubric[] {
  const folder = join(import.meta.dirname, 'texts', text)
  return readdirSync(folder)
    .filter((name) => /^\d\d-.*\.json$/.test(name))
    .toSorted()
    .map((name) => rubricOf(text, JSON.parse(readFileSync(join(folder, name), 'utf8')) as RubricFile))
}
