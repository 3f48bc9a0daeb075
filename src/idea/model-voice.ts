import { z } from 'zod'
import type { CivilDate } from '../kernel/civil-date.ts'
import { producerKinds } from '../producer/model.ts'
import { optionalText, requiredText, typedCount, typedDate, typedPhone } from '../platform/input.ts'

/** What the commune looks at on the spot; the four that its answer rests on. */
export const aspects = ['materials', 'labour', 'community', 'market'] as const
export type Aspect = (typeof aspects)[number]

export const grades = ['enough', 'partly', 'lacking', 'unknown'] as const
export type Grade = (typeof grades)[number]

export interface Observed {
  readonly grade: Grade
  readonly note: string
}

/** The commune went and looked: on which day, who was there, what it found, with pictures. */
export interface Visit {
  readonly id: string
  readonly visitedOn: CivilDate
  readonly present: string
  readonly findings: Readonly<Record<Aspect, Observed>>
  /** Hashes of pictures drawn anew. */
  readonly pictures: readonly string[]
}

export const voiceKinds = ['endorse', 'comment', 'join'] as const
export type VoiceKind = (typeof voiceKinds)[number]

/** What somebody says about a public idea; shown when the commune let it through. */
export interface Voice {
  readonly id: string
  readonly kind: VoiceKind
  readonly name: string
  /** Seen only by the commune and the proposer. */
  readonly phone: string | null
  readonly body: string
  readonly sentOn: CivilDate
  /** Null while it waits. */
  readonly shown: boolean | null
  readonly reason: string | null
}

/** A stage on the way from an idea to a product. */
export interface IdeaStep {
  readonly kind: 'claimed' | 'organisation' | 'producer' | 'product'
  readonly subject: string | null
  readonly note: string
  readonly people: number | null
  readonly onDate: CivilDate
}

const grade = z.enum(grades, { error: 'Hãy chọn một mức.' })
const note = requiredText(1_000, 'Hãy ghi điều đã thấy.')
const photos = z
  .preprocess(
    (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
    z.array(z.instanceof(File)),
  )
  .refine((files) => files.length <= 4, { error: 'Mỗi lần khảo sát tối đa 4 ảnh.' })

export const VisitInput = z.object({
  visitedOn: typedDate,
  present: requiredText(300, 'Hãy ghi những ai có mặt.'),
  grade: z.object({ materials: grade, labour: grade, community: grade, market: grade }),
  note: z.object({ materials: note, labour: note, community: note, market: note }),
  picture: photos,
})
export type VisitInput = z.output<typeof VisitInput>

export const VoiceInput = z.object({
  kind: z.enum(voiceKinds, { error: 'Hãy chọn bạn muốn ủng hộ, góp ý hay cùng làm.' }),
  name: requiredText(100, 'Hãy ghi tên bạn.'),
  phone: typedPhone.optional(),
  body: optionalText(1_000),
  website: z.string().optional(),
})
export type VoiceInput = z.output<typeof VoiceInput>

/** Each voice has a box of its own for the reason: `reason[id]`. */
export const ModerationInput = z
  .object({
    decision: z.enum(['show', 'hide'], { error: 'Hãy chọn cho hiện hay không.' }),
    reason: z.record(z.string(), z.string().max(300, { error: 'Tối đa 300 ký tự.' })).default({}),
  })
  .transform(({ decision, reason }) => ({ decision, reason: Object.values(reason)[0] }))
export type ModerationInput = z.output<typeof ModerationInput>

/** Forms in which people may come together for it; `other` and `unknown` are no form to choose. */
export const organisationKinds = producerKinds.filter((kind) => kind !== 'other' && kind !== 'unknown')

export const OrganiseInput = z.object({
  kind: z.enum(organisationKinds, { error: 'Hãy chọn loại hình.' }),
  people: typedCount(10_000, 'Hãy ghi số người hoặc hộ cùng làm.').refine((count) => count > 0, {
    error: 'Ít nhất một người.',
  }),
  note: optionalText(500),
})
export type OrganiseInput = z.output<typeof OrganiseInput>

export const MakeProductInput = z.object({
  producer: requiredText(60, 'Hãy chọn chủ thể đứng tên.'),
  name: requiredText(150, 'Hãy ghi tên sản phẩm đúng như in trên nhãn.'),
  group: z.string({ error: 'Hãy chọn nhóm sản phẩm.' }).max(10),
})
export type MakeProductInput = z.output<typeof MakeProductInput>

export const AttachProductInput = z.object({ product: requiredText(60, 'Hãy chọn sản phẩm đã có.') })
export type AttachProductInput = z.output<typeof AttachProductInput>
