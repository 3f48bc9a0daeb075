import { Hono } from 'hono'
import { z } from 'zod'
import { readDate } from '../kernel/civil-date.ts'
import { orMissing } from '../kernel/refusal.ts'
import { query, says } from '../platform/api.ts'
import { param } from '../platform/web.ts'
import type { Env } from '../platform/web.ts'
import { paths } from '../ui/paths.ts'
import { figureAnswer, placeByCode } from './actions.ts'
import { figureById, figures } from './figures/catalogue-of-figures.ts'
import { dimensions } from './model.ts'

const Definition = z
  .object({
    id: z.string(),
    title: z.string(),
    definition: z.string(),
    unit: z.string(),
    by: z.array(z.enum(dimensions)),
    url: z.string(),
  })
  .meta({ id: 'FigureDefinition' })

const Answer = z
  .object({
    id: z.string(),
    value: z.number().int(),
    parts: z.array(z.object({ key: z.string().nullable(), label: z.string(), count: z.number().int() })),
    remainder: z.number().int(),
    definition: z.string(),
    at: z.iso.date(),
    place: z.object({ code: z.string(), name: z.string() }),
    by: z.enum(dimensions).nullable(),
    records: z.string(),
  })
  .meta({ id: 'FigureAnswer' })

const FigureQuery = z.object({
  at: z.iso
    .date('Ngày có dạng 2026-11-24.')
    .refine((text) => readDate(text) !== undefined, { error: 'Không có ngày này.' })
    .optional(),
  place: z.string().max(40).optional(),
  by: z.enum(dimensions, 'Cách chia chưa đúng.').optional(),
})

export const statisticsApi = new Hono<Env>()
  .get('/api/v1/figures', says('Các con số và định nghĩa', 'Thống kê', z.array(Definition)), (c) =>
    c.json(
      figures.map(({ id, title, definition, unit, dimensions: by }) => ({
        id,
        title,
        definition,
        unit,
        by: [...by],
        url: `/api/v1/figures/${id}`,
      })),
    ),
  )
  .get('/api/v1/figures/:id', says('Một con số', 'Thống kê', Answer), query(FigureQuery), async (c) => {
    const { ctx } = c.var
    const figure = orMissing(figureById(param(c, 'id')))
    const { at = ctx.today, place: code, by } = c.req.valid('query')
    const place = await placeByCode(ctx, code)
    const { value, parts, remainder } = await figureAnswer(ctx, figure, { at, place, by })
    return c.json({
      id: figure.id,
      value,
      parts: [...parts],
      remainder,
      definition: figure.definition,
      at,
      place: { code: place.code, name: place.name },
      by: by ?? null,
      records: `${c.var.publicUrl}${paths.statistics.records(figure.id, { ngay: at, noi: place.code })}`,
    })
  })
