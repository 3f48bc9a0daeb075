import { Hono } from 'hono'
import { z } from 'zod'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { body, says } from '../platform/api.ts'
import { param } from '../platform/web.ts'
import type { Env } from '../platform/web.ts'
import { labelsOf } from './actions.ts'
import { assess } from './assess.ts'
import type { Assessment } from './assess.ts'
import { rubricById, rubricsOf, textById, texts } from './law.ts'
import { AssessmentInput } from './model.ts'

const points = z.number().int()
const Outcome = z
  .object({
    total: points,
    parts: z.object({ A: points, B: points, C: points }),
    band: z.number().int(),
    stars: z.number().int(),
    gates: z.array(z.object({ criterion: z.string(), stars: points, need: points, got: points, met: z.boolean() })),
    nextStar: z
      .object({
        stars: points,
        pointsShort: points,
        missing: z.array(z.object({ criterion: z.string(), need: points, got: points })),
      })
      .nullable(),
    disqualified: z.array(z.string()).optional(),
  })
  .meta({ id: 'Assessment' })

/** The answer of the API and of `ocop score`: the same words for both. */
export function shownAssessment(assessment: Assessment): z.output<typeof Outcome> {
  const { total, parts, band, stars, gates, nextStar, disqualified } = assessment
  return {
    total,
    parts,
    band,
    stars,
    gates: [...gates],
    nextStar: nextStar && { ...nextStar, missing: [...nextStar.missing] },
    ...(disqualified.length > 0 ? { disqualified: [...disqualified] } : {}),
  }
}

const TextSummary = z.object({
  id: z.string(),
  number: z.string(),
  inForceFrom: z.iso.date(),
  inForceTo: z.iso.date().nullable(),
  standing: z.string(),
  rubrics: z.array(z.object({ number: z.string(), name: z.string(), scorable: z.boolean() })),
})

export const regimeApi = new Hono<Env>()
  .post('/api/v1/assessments', says('Tự chấm một bộ tiêu chí', 'Bộ tiêu chí', Outcome), body(AssessmentInput), (c) => {
    const { text, rubric: number, choices, disqualified } = c.req.valid('json')
    const law = textById(text)
    const rubric = rubricById(`${text}/${number}`)
    if (!law || !rubric) throw new Refused({ code: 'regime/no-such-rubric', field: law ? 'rubric' : 'text' })
    return c.json(shownAssessment(orRefuse(assess(law, rubric, choices, disqualified))))
  })
  .get('/api/v1/law/texts', says('Các văn bản', 'Bộ tiêu chí', z.array(TextSummary)), (c) =>
    c.json(
      texts.map(({ id, number, inForceFrom, inForceTo, standing }) => ({
        id,
        number,
        inForceFrom,
        inForceTo,
        standing,
        rubrics: rubricsOf(id).map((one) => ({ number: one.number, name: one.name, scorable: one.scorable })),
      })),
    ),
  )
  .get(
    '/api/v1/law/texts/:text/rubrics/:rubric',
    says('Một bộ tiêu chí', 'Bộ tiêu chí', z.looseObject({ id: z.string(), paraphrase: z.boolean() })),
    async (c) => {
      const rubric = orMissing(rubricById(`${param(c, 'text')}/${param(c, 'rubric')}`))
      const labels = await labelsOf(c.var.ctx, rubric)
      const criteria = rubric.criteria.map((criterion) => ({
        ...criterion,
        options: criterion.options.map((option) => ({ ...option, label: labels.of(criterion.code, option.position) })),
      }))
      return c.json({ ...rubric, criteria, paraphrase: labels.paraphrase })
    },
  )
