import { readFileSync } from 'node:fs'
import type { CivilDate } from '../kernel/civil-date.ts'
import { showDate } from '../kernel/civil-date.ts'
import { orMissing } from '../kernel/refusal.ts'
import { renderPdf } from '../platform/pdf.ts'
import { assess } from '../regime/assess.ts'
import { rubricById } from '../regime/law.ts'
import type { PartCode } from '../regime/model.ts'
import { levelAt } from '../regime/score.ts'
import { paraphraseNote } from '../regime/words.ts'
import { lawOf } from './actions.ts'
import { generalLines, slipLines } from './filed-lines.ts'
import type { Filed, FiledRegister } from './model-filed.ts'
import { generalList } from './model.ts'
import type { Dossier } from './model.ts'
import { kindWords } from './words.ts'
import { form02Parts, form02Words, formParaphraseNote } from './words-form.ts'

export interface PrintFacts {
  readonly dossier: Dossier
  readonly filed: Filed
  /** The register as it was filed; today's for a draft and for copies from before it was kept along. */
  readonly register: FiledRegister
  /** The day on the paper: of filing, of the commune's signature, or today for a draft. */
  readonly on: CivilDate
  readonly draft: boolean
}

/** Forms 01–03, and the letter that carries a dossier from the commune to the province (26/2026 Article 6). */
export const printedForms = ['01', '02', '03', 'de-nghi'] as const
export type PrintedForm = (typeof printedForms)[number]

const sources: Record<PrintedForm, string> = {
  '01': readSource('form-01'),
  '02': readSource('form-02'),
  '03': readSource('form-03'),
  'de-nghi': readSource('request-letter'),
}

function readSource(name: string): string {
  return readFileSync(new URL(`./print/${name}.typ`, import.meta.url), 'utf8')
}

/** A form as PDF/A from the saved content. @throws {Refused} not found while the form is not filled in. */
export function printForm(form: PrintedForm, facts: PrintFacts): Promise<Uint8Array> {
  return renderPdf(sources[form], { ...head(facts), ...dataOf[form](facts) })
}

const head = ({ register: { producer, product, commune, province }, on, draft, dossier }: PrintFacts) => ({
  on,
  draft,
  placeShort: commune.replace(/^(Xã|Phường|Đặc khu)\s/, ''),
  // Inside a name of an office the kind of unit is written small: Ủy ban nhân dân xã Măng Đen.
  commune: lowerFirst(commune),
  province: lowerFirst(province),
  producer: producer.name,
  product: product.name,
  signer: producer.representativeName ?? '',
  number: dossier.number,
  text: lawOf(dossier).number,
})

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

const dataOf: Record<PrintedForm, (facts: PrintFacts) => object> = {
  '01': ({ dossier, filed, register }) => ({
    samples: orMissing(filed.form01).samples,
    lines: [...slipLines(register, filed.rubric), ['Loại đăng ký', kindWords[dossier.kind]]],
    receivedOn: dossier.filedOn,
  }),
  '02': ({ filed, register }) => {
    const written = orMissing(filed.form02)
    return {
      lines: generalLines(register),
      parts: Object.fromEntries(
        form02Parts.map(({ code, fields }) => [
          code,
          fields.flatMap((field) => (written[field] ? [[form02Words[field].label, written[field]]] : [])),
        ]),
      ),
      changes: written.changes || null,
      notes: `${formParaphraseNote} ${paraphraseNote}`,
      ...scoresOf(filed),
      papers: papersOf(filed),
    }
  },
  '03': ({ filed }) => orMissing(filed.form03),
  'de-nghi': ({ dossier, filed }) => {
    const transfer = lawOf(dossier).dossier.transfers.find(({ from, to }) => from === 'commune' && to === 'province')
    // The first of what goes up is this letter, the last the samples, whose number form 01 states.
    const samples = filed.form01?.samples ?? 0
    const enclosed = [
      ...orMissing(transfer).contents.slice(1, -1),
      samples === 0 ? 'Không gửi mẫu sản phẩm' : `${samples} mẫu sản phẩm`,
    ]
    return {
      ...orMissing(filed.form03),
      kind: lowerFirst(kindWords[dossier.kind]),
      enclosed,
    }
  },
}

/** Part III: at each criterion the option, what was said about it, the points, and the papers by their number. */
function scoresOf(filed: Filed) {
  const rubric = orMissing(rubricById(filed.rubric))
  const law = lawOf(filed)
  const assessed = assess(law, rubric, filed.selfScore.choices)
  const numberOf = new Map(inCriterionOrder(filed).map(({ id }, index) => [id, index + 1]))
  const lineOf = (asked: Filed['asked'][number]) => {
    const { code, name } = asked
    const option = levelAt(asked, filed.selfScore.choices[code])
    const proofs = filed.attachments.filter(({ criterion }) => criterion === code)
    return {
      code,
      name,
      option: option?.label ?? 'chưa chọn',
      note: filed.selfScore.notes[code] ?? '',
      points: String(option?.points ?? 0),
      proofs: proofs
        .map(({ paperId }) => numberOf.get(paperId) ?? 0)
        .toSorted((a, b) => a - b)
        .join(', '),
    }
  }
  const parts = Object.entries(rubric.parts).map(([part, { name, max }]) => ({
    name: `${part}. ${name}`,
    points: `${assessed.ok ? assessed.value.parts[part as PartCode] : 0}/${max}`,
    lines: filed.asked.filter(({ code }) => partOf(rubric, code) === part).map(lineOf),
  }))
  return {
    rubric: `bộ ${rubric.number}, ${rubric.name}, ${law.number}`,
    scores: parts,
    total: assessed.ok ? String(assessed.value.total) : '0',
  }
}

function partOf(rubric: { criteria: readonly { code: string; part: PartCode }[] }, code: string): PartCode | undefined {
  return rubric.criteria.find((one) => one.code === code)?.part
}

/** The annexed papers, numbered as the criteria need them; the general ones first (26/2026 Article 6). */
function inCriterionOrder({ asked, attachments, papers }: Filed): Filed['papers'] {
  const order = [generalList, ...asked.map(({ code }) => code)]
  const firstUse = (id: string) =>
    Math.min(...attachments.filter(({ paperId }) => paperId === id).map(({ criterion }) => order.indexOf(criterion)))
  return papers.toSorted(
    (one, other) => firstUse(one.id) - firstUse(other.id) || one.title.localeCompare(other.title, 'vi'),
  )
}

function papersOf(filed: Filed): string[][] {
  return inCriterionOrder(filed).map(({ id, title, number, issuer, issuedOn, expiresOn }, index) => {
    const uses = filed.attachments.filter(({ paperId }) => paperId === id).map(({ criterion }) => criterion)
    return [
      String(index + 1),
      title,
      [number, issuer].filter(Boolean).join(', '),
      [issuedOn && showDate(issuedOn), expiresOn && `đến ${showDate(expiresOn)}`].filter(Boolean).join(' '),
      uses.map((code) => (code === generalList ? 'chung' : code)).join(', '),
    ]
  })
}
