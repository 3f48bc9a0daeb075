import { z } from 'zod'
import type { UnitCode } from '../kernel/actor.ts'
import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { optionalText, requiredText, ticked } from '../platform/input.ts'

export const articleStates = ['draft', 'published', 'withdrawn'] as const
export type ArticleState = (typeof articleStates)[number]

export const categories = ['chuong-trinh', 'san-pham', 'thi-truong', 'chinh-sach', 'chu-the', 'su-kien'] as const
export type Category = (typeof categories)[number]

export type ArticleAct = 'save' | 'publish' | 'correct' | 'withdraw'

/** A picture drawn anew: the large one for the page and for previews elsewhere, the small one for lists. */
export interface ArticlePicture {
  readonly file: string
  readonly small: string
  readonly width: number
  readonly height: number
  readonly description: string
  readonly source: string | null
}

/** What one saving holds. */
export interface Edition {
  readonly number: number
  readonly title: string
  readonly summary: string
  readonly body: string
  readonly category: Category
  readonly provinceCode: UnitCode | null
  readonly tags: readonly string[]
  readonly productIds: readonly string[]
  readonly picture: ArticlePicture | null
  readonly writtenBy: string
  readonly writerName: string | null
  readonly writtenOn: CivilDate
  readonly writtenAt: Instant
}

/** What an article begins with, where it begins from something the records know. */
export type ArticleStart = Pick<Edition, 'title' | 'summary' | 'body' | 'category' | 'provinceCode' | 'tags'>

export interface Article {
  readonly id: string
  readonly unitToday: UnitCode | null
  readonly provinceToday: UnitCode | null
  readonly unitName: string | null
  readonly slug: string | null
  readonly state: ArticleState
  /** Number of the newest edition. */
  readonly edition: number
  readonly publishedEdition: number | null
  readonly publishedAt: Instant | null
  readonly changedAt: Instant
  readonly sample: boolean
}

/** A line of the editors' list. */
export interface ListedArticle extends Article {
  readonly title: string
  readonly category: Category
}

/** Publishing, correcting, withdrawing: readers see reason and day of the last two. */
export interface ArticleStep {
  readonly act: Exclude<ArticleAct, 'save'>
  readonly edition: number
  readonly reason: string
  readonly byName: string | null
  readonly at: Instant
}

/** A figure named in a text: which, as of when, for which place. */
export interface Citation {
  readonly figure: string
  readonly onDate: CivilDate
  readonly placeCode: string
}

/** The same as the page shows it: as it was counted when published, and as it stands today. */
export interface ShownCitation extends Citation {
  readonly title: string
  readonly unit: string
  readonly placeName: string
  readonly cited: number
  readonly today: number
}

/** What a list of news shows. */
export interface NewsItem {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly category: Category
  readonly unitName: string | null
  readonly pictureSmall: string | null
  readonly publishedAt: Instant
  readonly changedAt: Instant
  readonly sample: boolean
}

/** A product that an article speaks of, while it stands in the catalogue. */
export interface NamedProduct {
  readonly productId: string
  readonly code: string | null
  readonly slug: string
  readonly name: string
  readonly producerName: string
}

export interface NewsFilter {
  readonly words?: string | undefined
  readonly category?: Category | undefined
  readonly province?: UnitCode | undefined
  readonly tag?: string | undefined
}

/** What the list of news understands; whatever else an address says asks for nothing. */
export const NewsQuery = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  'chuyen-muc': z.enum(categories).optional().catch(undefined),
  tinh: z
    .string()
    .regex(/^\d{2}$/)
    .optional()
    .catch(undefined),
  the: z.string().trim().max(40).optional().catch(undefined),
  trang: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type NewsQuery = z.output<typeof NewsQuery>

export const mostTags = 8

const typedTags = optionalText(400).transform((text) => [
  ...new Set(
    (text ?? '')
      .split(/[,;\n]/)
      .map((tag) => tag.trim().toLocaleLowerCase('vi'))
      .filter((tag) => tag !== ''),
  ),
])

export const EditionInput = z.object({
  base: z.coerce.number().int().min(0).catch(0),
  title: requiredText(200, 'Hãy đặt tiêu đề cho bài.'),
  summary: optionalText(400),
  body: optionalText(30_000),
  category: z.enum(categories, { error: 'Hãy chọn chuyên mục.' }),
  province: z
    .string()
    .regex(/^\d{2}$/, { error: 'Hãy chọn một tỉnh, thành phố.' })
    .optional(),
  tags: typedTags
    .refine((tags) => tags.length <= mostTags, { error: `Tối đa ${mostTags} thẻ.` })
    .refine((tags) => tags.every((tag) => tag.length <= 40), { error: 'Mỗi thẻ tối đa 40 ký tự.' }),
  products: optionalText(400).transform((text) => (text ?? '').split(/[,;\s]+/).filter((code) => code !== '')),
  picture: z.instanceof(File, { error: 'Hãy chọn lại tệp ảnh.' }).optional(),
  pictureDescription: optionalText(300),
  pictureSource: optionalText(150),
  dropPicture: ticked,
  figure: z.string().max(80).optional(),
  figureOn: z.string().max(20).optional(),
  figurePlace: z.string().max(40).optional(),
})
export type EditionInput = z.output<typeof EditionInput>

export const NewArticleInput = EditionInput.extend({ unit: requiredText(5, 'Hãy chọn đơn vị ra bài.') })

const base = z.coerce.number({ error: 'Hãy tải lại trang.' }).int()

export const PublishInput = z.object({ base })
export const CorrectInput = z.object({
  base,
  reason: requiredText(500, 'Hãy ghi đính chính điều gì; người đọc thấy câu này dưới bài.'),
})
export type CorrectInput = z.output<typeof CorrectInput>
export const WithdrawInput = z.object({
  reason: requiredText(500, 'Hãy ghi vì sao rút bài; người đọc thấy câu này thay cho bài.'),
})
export type WithdrawInput = z.output<typeof WithdrawInput>
