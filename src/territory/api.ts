import { Hono } from 'hono'
import { z } from 'zod'
import { readDate } from '../kernel/civil-date.ts'
import { orMissing } from '../kernel/refusal.ts'
import { query, says } from '../platform/api.ts'
import type { Env } from '../platform/web.ts'
import { resolvePlace } from './actions.ts'
import { lineageOf, searchUnits, unitHistory } from './actions-look-up.ts'
import { outcomes, unitKinds } from './model.ts'
import type { Followed, UnitToday } from './model.ts'

const day = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && readDate(text) !== undefined, {
    error: 'Ngày phải viết dạng YYYY-MM-DD, ví dụ 2025-06-30.',
  })
  .optional()
const words = z.string().max(200, { error: 'Tối đa 200 ký tự.' }).optional()
const whole = (most: number) =>
  z.coerce
    .number({ error: 'Phải là số nguyên.' })
    .int({ error: 'Phải là số nguyên.' })
    .min(1, { error: 'Nhỏ nhất là 1.' })
    .max(most, { error: `Lớn nhất là ${most}.` })

const UnitsQuery = z.object({
  at: day,
  q: words,
  kind: z.enum(unitKinds, { error: 'Chỉ nhận province, district hoặc commune.' }).optional(),
  province: z
    .string()
    .regex(/^\d{2}$/, { error: 'Mã tỉnh gồm 2 chữ số.' })
    .optional(),
  page: whole(10_000).default(1),
  size: whole(5_000).default(100),
})
const AtQuery = z.object({ at: day })
const ResolveQuery = z
  .object({ province: words, district: words, commune: words, at: day })
  .refine(({ province, district, commune }) => [province, district, commune].some((text) => text?.trim()), {
    error: 'Hãy ghi ít nhất một trong province, district, commune.',
    path: ['commune'],
  })

const TodayAnswer = z.object({
  code: z.string(),
  kind: z.enum(unitKinds),
  name: z.string(),
  fullName: z.string(),
  provinceCode: z.string(),
  provinceName: z.string(),
})
const UnitAnswer = z.object({
  code: z.string(),
  kind: z.enum(unitKinds),
  name: z.string(),
  fullName: z.string(),
  nameEn: z.string(),
  type: z.string(),
  districtCode: z.string().nullable(),
  provinceCode: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  earliestFrom: z.string(),
  document: z.string().nullable(),
  today: z.object({
    fate: z.string(),
    code: z.string().nullable(),
    codes: z.array(z.string()),
    provinceCode: z.string().nullable(),
  }),
})
const UnitsAnswer = z.object({
  items: z.array(UnitAnswer),
  total: z.number(),
  page: z.number(),
  size: z.number(),
  at: z.string(),
})
const HistoryAnswer = UnitAnswer.extend({ versions: z.array(UnitAnswer), alsoSpelt: z.array(z.string()) })
const EndAnswer = z.object({ code: z.string(), fullName: z.string() })
const LineageAnswer = z.object({
  code: z.string(),
  versions: z.array(UnitAnswer),
  links: z.array(
    z.object({
      on: z.string(),
      from: EndAnswer,
      to: EndAnswer,
      kind: z.string(),
      certain: z.boolean(),
      document: z.string().nullable(),
    }),
  ),
  today: z.array(TodayAnswer),
})
const ResolveAnswer = z.object({
  outcome: z.enum(outcomes),
  candidates: z.array(TodayAnswer),
  reason: z.string(),
  province: TodayAnswer.nullable(),
  commune: TodayAnswer.nullable(),
  at: z.string(),
})

const tag = 'Đơn vị hành chính'

export const territoryApi = new Hono<Env>()
  .get(
    '/api/v1/units',
    says('Đơn vị hành chính có hiệu lực vào một ngày', tag, UnitsAnswer),
    query(UnitsQuery),
    async (c) => {
      const { at = c.var.ctx.today, page, size, ...wanted } = c.req.valid('query')
      const { items, total } = await searchUnits(c.var.ctx, { ...wanted, at, limit: size, offset: (page - 1) * size })
      return c.json({ items: items.map(unitAnswer), total, page, size, at })
    },
  )
  .get(
    '/api/v1/units/resolve',
    says('Địa danh ghi trong văn bản nay là đơn vị nào', tag, ResolveAnswer),
    query(ResolveQuery),
    async (c) => {
      const { at = c.var.ctx.today, ...place } = c.req.valid('query')
      const { outcome, reason, candidates, province, commune } = await resolvePlace(c.var.ctx, { ...place, at })
      return c.json({
        outcome,
        reason,
        candidates: candidates.map(todayAnswer),
        province: province && todayAnswer(province),
        commune: commune && todayAnswer(commune),
        at,
      })
    },
  )
  .get(
    '/api/v1/units/:code',
    says('Một mã đơn vị vào một ngày, và mọi thời hạn của mã ấy', tag, HistoryAnswer),
    query(AtQuery),
    async (c) => {
      const { at = c.var.ctx.today } = c.req.valid('query')
      const { unit, versions, alsoSpelt } = orMissing(await unitHistory(c.var.ctx, c.req.param('code'), at))
      return c.json({ ...unitAnswer(orMissing(unit)), versions: versions.map(unitAnswer), alsoSpelt })
    },
  )
  .get('/api/v1/units/:code/lineage', says('Đơn vị từ đâu đến và nay là đơn vị nào', tag, LineageAnswer), async (c) => {
    const code = c.req.param('code')
    const { versions, links, today } = orMissing(await lineageOf(c.var.ctx, code))
    return c.json({
      code,
      versions: versions.map(unitAnswer),
      links: links.map(({ onDay, oldCode, oldName, newCode, newName, kind, certain, document }) => ({
        on: onDay,
        from: { code: oldCode, fullName: oldName },
        to: { code: newCode, fullName: newName },
        kind,
        certain,
        document,
      })),
      today: today.map(todayAnswer),
    })
  })

function todayAnswer({
  code,
  kind,
  name,
  fullName,
  provinceCode,
  provinceName,
}: UnitToday): z.infer<typeof TodayAnswer> {
  return { code, kind, name, fullName, provinceCode, provinceName }
}

function unitAnswer(unit: Followed): z.infer<typeof UnitAnswer> {
  const {
    code,
    kind,
    name,
    fullName,
    nameEn,
    unitType,
    districtCode,
    provinceCode,
    validFrom,
    validTo,
    earliestFrom,
    document,
  } = unit
  const today = {
    fate: unit.fate,
    code: unit.todayCode,
    codes: [...unit.todayCodes],
    provinceCode: unit.todayProvinceCode,
  }
  return {
    code,
    kind,
    name,
    fullName,
    nameEn,
    type: unitType,
    districtCode,
    provinceCode,
    validFrom,
    validTo,
    earliestFrom,
    document,
    today,
  }
}
