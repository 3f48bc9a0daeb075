import { z } from 'zod'
import { optionalText, requiredText, typedDate } from '../platform/input.ts'
import type { CertifiedStars } from './model.ts'

/** The texts whose rounds went through districts; later rounds were held here or come from published lists. */
export const pastTexts = ['1048-2019', '148-2023'] as const

/** Lines of one paper form; a longer decision is rare and comes as a list (`ocop import recognitions`). */
export const pastRows: readonly string[] = Array.from({ length: 20 }, (_, index) => String(index + 1))

export interface PastLine {
  readonly row: string
  /** A code, the end of the page's address or the whole name. */
  readonly product: string
  readonly stars: CertifiedStars
  readonly meanHundredths: number | null
}

export const row = z.string().regex(/^([1-9]|1\d|20)$/)

export const typedPoints = z
  .string()
  .regex(/^(100([.,]0{1,2})?|\d{1,2}([.,]\d{1,2})?)$/, { error: 'Điểm từ 0 đến 100, tối đa hai số lẻ, ví dụ 82,46.' })
  .transform((text) => Math.round(Number(text.replace(',', '.')) * 100))

export const PastRoundInput = z
  .object({
    text: z.enum(pastTexts, { error: 'Hãy chọn văn bản áp dụng cho vòng này.' }),
    province: requiredText(120, 'Hãy ghi tên tỉnh, thành phố lúc đó.'),
    district: optionalText(120),
    number: requiredText(60, 'Hãy ghi số quyết định, ví dụ 88/QĐ-UBND.'),
    decidedOn: typedDate,
    minutes: optionalText(300),
    product: z.record(row, requiredText(200, 'Hãy ghi sản phẩm.')).default({}),
    stars: z.record(row, z.enum(['3', '4', '5'], { error: 'Hạng sao là 3, 4 hoặc 5.' })).default({}),
    points: z.record(row, typedPoints).default({}),
  })
  .transform(({ product, stars, points, ...round }, context) => {
    const lines: PastLine[] = []
    const missing = (field: string, at: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field, at], message })
    for (const at of pastRows) {
      const [named, given, mean] = [product[at], stars[at], points[at]]
      if (named !== undefined && given !== undefined)
        lines.push({ row: at, product: named, stars: Number(given) as CertifiedStars, meanHundredths: mean ?? null })
      else if (named !== undefined) missing('stars', at, 'Hãy chọn hạng sao ghi trong quyết định.')
      else if (given !== undefined || mean !== undefined) missing('product', at, 'Hãy ghi sản phẩm của dòng này.')
      else if (at === '1') missing('product', at, 'Hãy ghi ít nhất một sản phẩm của quyết định.')
    }
    return { ...round, lines }
  })
export type PastRoundInput = z.output<typeof PastRoundInput>
