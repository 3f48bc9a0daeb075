import { z } from 'zod'
import { readClock, readDate } from '../kernel/civil-date.ts'
import { tidy } from '../kernel/text.ts'

z.config({ ...z.locales.vi(), customError: plainWords })

/**
 * What a schema without words of its own says. The library speaks of strings and NaN to programmers; people are told what to
 * write, and programmers whose JSON has another shape read the same language.
 */
function plainWords({ code, input, ...issue }: z.core.$ZodRawIssue): string | undefined {
  if (code === 'invalid_value') return 'Hãy chọn một mục trong danh sách.'
  if (input === undefined || input === '') return 'Hãy điền mục này.'
  if (code === 'invalid_type') return shapes[String(issue['expected'])]
  if (code === 'too_small' && typeof input === 'number')
    return `Ít nhất ${Number(issue['minimum']).toLocaleString('vi-VN')}.`
  if (code === 'too_big' && typeof input === 'number')
    return `Không vượt quá ${Number(issue['maximum']).toLocaleString('vi-VN')}.`
  if (code === 'too_big' && typeof input === 'string') return `Tối đa ${String(issue['maximum'])} ký tự.`
  return undefined
}

const shapes: Readonly<Record<string, string>> = {
  number: 'Hãy ghi một số.',
  string: 'Hãy ghi một dòng chữ, trong ngoặc kép.',
  boolean: 'Chỉ nhận true hoặc false.',
  array: 'Hãy gửi một danh sách JSON, dạng [ … ].',
  object: 'Hãy gửi một đối tượng JSON, dạng { … }.',
  record: 'Hãy gửi một đối tượng JSON, dạng { … }.',
}

/** Text a person must give: canonical Unicode, at most `max` characters. */
export function requiredText(max: number, missing: string) {
  return z
    .string({ error: missing })
    .transform(tidy)
    .refine((text) => text.length > 0, { error: missing })
    .refine((text) => text.length <= max, { error: `Tối đa ${max} ký tự.` })
}

export function optionalText(max: number) {
  return z
    .string()
    .transform(tidy)
    .refine((text) => text.length <= max, { error: `Tối đa ${max} ký tự.` })
    .optional()
}

const notADate = 'Ngày chưa đúng. Hãy ghi ngày/tháng/năm, ví dụ 24/11/2026.'

/** A civil date typed as `24/11/2026`. */
export const typedDate = z.string({ error: notADate }).transform((text, issue) => {
  const date = readDate(text)
  if (date !== undefined) return date
  issue.addIssue({ code: 'custom', message: notADate })
  return z.NEVER
})

const notAClock = 'Giờ chưa đúng. Hãy ghi giờ:phút, ví dụ 08:30.'

/** A time of day typed as `8:30`, `08h30` or `8h`. */
export const typedClock = z.string({ error: notAClock }).transform((text, issue) => {
  const clock = readClock(text)
  if (clock !== undefined) return clock
  issue.addIssue({ code: 'custom', message: notAClock })
  return z.NEVER
})

/** A whole number typed with or without thousands dots. The list of errors stands above the form: `missing` names the field there. */
export function typedCount(max: number, missing?: string) {
  return z
    .string(missing === undefined ? undefined : { error: missing })
    .transform((text) => Number(text.replaceAll(/[.\s]/g, '')))
    .refine((value) => Number.isInteger(value) && value >= 0, { error: 'Hãy ghi một số nguyên không âm.' })
    .refine((value) => value <= max, { error: `Không vượt quá ${max.toLocaleString('vi-VN')}.` })
}

/** Whole đồng, more than none, typed with or without thousands dots. A thousand billion is beyond any one act. */
export const typedMoney = z
  .string({ error: 'Hãy ghi số tiền.' })
  .transform((text) => Number(text.replaceAll(/[.\s]|đồng|đ$/g, '')))
  .refine((value) => Number.isInteger(value) && value > 0, { error: 'Hãy ghi số tiền bằng đồng, là số nguyên dương.' })
  .refine((value) => value <= 1_000_000_000_000, { error: 'Không vượt quá 1.000.000.000.000 đồng.' })

/** A Vietnamese phone number, digits only, 9 to 11 of them after tidying. */
export const typedPhone = z
  .string({ error: 'Hãy ghi số điện thoại.' })
  .transform((text) => text.replaceAll(/[\s.\-()]/g, '').replace(/^\+84/, '0'))
  .refine((text) => /^0\d{8,10}$/.test(text), { error: 'Số điện thoại gồm 9 đến 11 chữ số, bắt đầu bằng số 0.' })

/** A ticked box sends `on`; an unticked one sends nothing. */
export const ticked = z
  .string()
  .optional()
  .transform((text) => text !== undefined)

/**
 * The receipt code drawn with a form: the same form sent twice is one. Whatever else stands there is no code, and a new one is
 * drawn.
 */
export const drawnCode = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
  .optional()
  .catch(undefined)
