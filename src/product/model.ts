import { z } from 'zod'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { optionalText, requiredText } from '../platform/input.ts'

/** The text whose groups new products are put in. */
export const groupingText = '26-2026'

/** One way the product is packed; a star belongs to a product in stated packs. */
export interface Pack {
  readonly label: string
  /** GTIN-14, digits only. */
  readonly gtin: string | null
}

export interface Product {
  readonly id: string
  readonly slug: string
  readonly producerId: string
  readonly name: string
  readonly groupText: string
  readonly groupNo: string
  readonly summary: string
  readonly story: string
  readonly communeCode: string
  readonly communeOn: CivilDate
  readonly describedAt: Instant
  readonly describedBy: string
  readonly retiredOn: CivilDate | null
  readonly sample: boolean
  /** The newest code, once a recognition gave one. */
  readonly code: string | null
  readonly communeToday: string | null
  readonly provinceToday: string | null
}

/** In which group a product is under one text, and who said so. */
export interface Grouping {
  readonly text: string
  readonly groupNo: string
  readonly confirmedByName: string | null
  readonly confirmedAt: Instant
}

/** A picture drawn anew in two widths and two formats; each name is the hash of its bytes. */
export interface PreparedPicture {
  readonly file: string
  readonly avif: string | null
  readonly width: number
  readonly height: number
  readonly small: string
  readonly smallAvif: string | null
  readonly smallWidth: number
  readonly smallHeight: number
}

export interface Picture extends PreparedPicture {
  readonly position: number
  readonly description: string
}

/** A product as its producer describes it. */
export interface Description {
  readonly name: string
  /** Number of the leaf group, which is the number of its rubric. */
  readonly group: string
  /** Text whose groups are meant; `groupingText` when absent. */
  readonly groupText?: string | undefined
  readonly summary?: string | undefined
  readonly story?: string | undefined
  readonly packs: readonly TypedPack[]
}

export interface TypedPack {
  readonly label: string
  readonly gtin?: string | undefined
  /** The form's row, where its sentence belongs. */
  readonly row?: number | undefined
}

export interface NewProduct extends Description {
  readonly producerId: string
  /** The producer's commune when absent. */
  readonly commune?: string | undefined
  readonly communeOn?: CivilDate | undefined
  readonly sample?: boolean | undefined
  /** Of the form that describes it. */
  readonly key?: string | undefined
}

/** Pack rows of the form: `label[0]`, `gtin[0]` … */
export const packRows = 6

const cells = z.record(z.string(), z.string()).default({})

const Fields = z.object({
  name: requiredText(150, 'Hãy ghi tên sản phẩm đúng như in trên nhãn.'),
  group: z.string({ error: 'Hãy chọn nhóm sản phẩm.' }).max(10),
  summary: optionalText(300),
  story: optionalText(8_000),
  label: cells,
  gtin: cells,
})

function gatherPacks<Form extends z.output<typeof Fields>>({ label, gtin, ...rest }: Form, issue: z.RefinementCtx) {
  const packs: TypedPack[] = []
  for (let row = 0; row < packRows; row++) {
    const [name, number] = [label[row], gtin[row]]
    if (name === undefined && number === undefined) continue
    if (name === undefined) {
      issue.addIssue({
        code: 'custom',
        path: ['label', row],
        message: 'Hãy ghi quy cách của mã vạch này, ví dụ Hộp 200 g.',
      })
    } else if (name.length > 100) {
      issue.addIssue({ code: 'custom', path: ['label', row], message: 'Tối đa 100 ký tự.' })
    } else packs.push({ label: name, gtin: number, row })
  }
  return { ...rest, packs }
}

export const DescriptionInput = Fields.transform(gatherPacks)
export const NewProductInput = Fields.extend({
  producerId: z.string().max(60).optional(),
  key: optionalText(60),
}).transform(gatherPacks)

export const PictureInput = z.object({
  picture: z.instanceof(File, { error: 'Hãy chọn một ảnh.' }),
  description: requiredText(200, 'Hãy mô tả ảnh trong một câu, để người không nhìn thấy ảnh cũng hiểu.'),
})

const missingDescription = 'Hãy mô tả ảnh trong một câu.'

/** A press beside a picture; the words of each picture have a box of their own. */
export function PictureChangeInput(position: string) {
  const box = `description-${position}`
  return z.discriminatedUnion('act', [
    z.object({ act: z.literal('remove') }),
    z.object({ act: z.literal('first') }),
    z
      .object({ act: z.literal('describe'), [box]: requiredText(200, missingDescription) })
      .transform((typed) => ({ act: 'describe' as const, description: String(typed[box]) })),
  ])
}

export const RegroupingInput = z.object({ group: z.string({ error: 'Hãy chọn nhóm sản phẩm.' }).max(10) })

/** One press, nothing typed. */
export const RetirementInput = z.object({})
