import { readFileSync } from 'node:fs'
import type { CivilDate } from '../kernel/civil-date.ts'
import { showDate } from '../kernel/civil-date.ts'
import { orMissing } from '../kernel/refusal.ts'
import { renderPdf } from '../platform/pdf.ts'
import type { Producer } from '../producer/model.ts'
import { kindWords as producerKinds, sexWords } from '../producer/words.ts'
import { assess } from '../regime/assess.ts'
import { rubricById } from '../regime/law.ts'
import { lawOf } from './actions.ts'
import type { Whole } from './model.ts'
import { kindWords } from './words.ts'

export interface PrintFacts {
  readonly whole: Whole
  readonly product: { readonly name: string; readonly code: string | null }
  readonly producer: Producer
  readonly commune: string
  readonly province: string
  /** The day printed: of filing, or today for a draft. */
  readonly on: CivilDate
}

export const printedForms = ['01', '02', '03'] as const
export type PrintedForm = (typeof printedForms)[number]

const sources: Record<PrintedForm, string> = {
  '01': readSource('form-01'),
  '02': readSource('form-02'),
  '03': readSource('form-03'),
}

function readSource(name: string): string {
  return readFileSync(new URL(`./print/${name}.typ`, import.meta.url), 'utf8')
}

/** A form as PDF/A from the saved content. @throws {Refused} not found while the form is not filled in. */
export function printForm(form: PrintedForm, facts: PrintFacts): Promise<Uint8Array> {
  return renderPdf(sources[form], dataOf[form](facts))
}

const head = ({ producer, commune, on, product }: PrintFacts) => ({
  on,
  placeShort: commune.replace(/^(Xã|Phường|Đặc khu)\s/, ''),
  // Inside a name of an office the kind of unit is written small: Ủy ban nhân dân xã Măng Đen.
  commune: commune.charAt(0).toLowerCase() + commune.slice(1),
  producer: producer.name,
  product: product.name,
  signer: producer.representativeName ?? '',
})

const dataOf: Record<PrintedForm, (facts: PrintFacts) => unknown> = {
  '01': (facts) => ({ ...head(facts), samples: orMissing(facts.whole.form01).samples, lines: form01Lines(facts) }),
  '02': (facts) => {
    const { description, results, plan } = orMissing(facts.whole.form02)
    return { ...head(facts), description, results, plan, lines: generalLines(facts), ...scoresOf(facts.whole) }
  },
  '03': (facts) => ({
    ...head(facts),
    ...orMissing(facts.whole.form03),
    number: facts.whole.dossier.number ?? 'chưa cấp',
  }),
}

export function form01Lines({
  whole: { dossier },
  product,
  producer,
  commune,
  province,
}: PrintFacts): [string, string][] {
  return [
    ['Tên chủ thể', producer.name],
    [
      'Người đại diện theo pháp luật',
      [producer.representativeName, producer.representativePosition].filter(Boolean).join(', '),
    ],
    ['Địa chỉ', [producer.address, commune, province].filter(Boolean).join(', ')],
    ['Điện thoại', producer.phone ?? ''],
    ['Thư điện tử', producer.email ?? ''],
    ['Sản phẩm đăng ký', product.name],
    ['Nhóm sản phẩm', rubricById(`${dossier.text}/${dossier.rubric}`)?.name ?? ''],
    ['Loại đăng ký', kindWords[dossier.kind]],
    ['Số phiếu', dossier.number ?? ''],
  ]
}

function generalLines(facts: PrintFacts): [string, string][] {
  const { producer } = facts
  return [
    ['Tên chủ thể', producer.name],
    ['Loại hình', producerKinds[producer.kind]],
    [
      'Số, ngày đăng ký kinh doanh',
      [producer.registrationNo, producer.registrationOn && showDate(producer.registrationOn)]
        .filter(Boolean)
        .join(', '),
    ],
    ['Người đại diện', producer.representativeName ?? ''],
    [
      'Giới tính, dân tộc',
      [producer.representativeSex && sexWords[producer.representativeSex], producer.representativeEthnicity]
        .filter(Boolean)
        .join(', '),
    ],
    [
      'Lao động (tại xã)',
      producer.labourTotal === null ? '' : `${producer.labourTotal} (${producer.labourLocal ?? 0})`,
    ],
  ]
}

function scoresOf({ dossier, selfScore }: Whole) {
  const rubric = orMissing(rubricById(`${dossier.text}/${dossier.rubric}`))
  const assessed = assess(lawOf(dossier), rubric, selfScore.choices)
  const scores = rubric.criteria.map(({ code, name, options }) => {
    const option = options[(selfScore.choices[code] ?? 0) - 1]
    return [code, `${name}: ${option?.label ?? 'chưa chọn'}`, String(option?.points ?? 0)]
  })
  return {
    rubric: `bộ ${rubric.number}, ${rubric.name}, ${lawOf(dossier).number}`,
    scores,
    total: assessed.ok ? String(assessed.value.total) : '0',
  }
}
