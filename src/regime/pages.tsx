import { Hono } from 'hono'
import { readDate } from '../kernel/civil-date.ts'
import { orMissing } from '../kernel/refusal.ts'
import { realFrame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import { labelsOf } from './actions.ts'
import { assess } from './assess.ts'
import { rubricById, rubricsOf, textById, textForNew, texts } from './law.ts'
import { AssessView, ChooseRubric } from './views-assess.tsx'
import { LawList, LawText, RubricView } from './views-law.tsx'

const home = { label: 'Trang chủ', href: paths.home() }
const law = { label: 'Văn bản', href: paths.regime.law() }

export const regimePages = new Hono<Env>()
  .get(paths.regime.selfAssess(), (c) => {
    const text = orMissing(textForNew(c.var.ctx.today))
    return c.html(
      <PublicPage {...realFrame(c)} title="Tự chấm thử" crumbs={[home, { label: 'Tự chấm' }]}>
        <ChooseRubric law={text} rubrics={rubricsOf(text.id)} />
      </PublicPage>,
    )
  })
  .get(paths.regime.selfAssessRubric(':text', ':rubric'), (c) => assessPage(c, {}))
  .post(paths.regime.selfAssessRubric(':text', ':rubric'), async (c) => assessPage(c, await tickedIn(c)))
  .get(paths.regime.law(), (c) => {
    const typed = c.req.query('ngay') ?? ''
    const day = typed === '' ? c.var.ctx.today : readDate(typed)
    const on = day ?? c.var.ctx.today
    return c.html(
      <PublicPage {...realFrame(c)} title="Văn bản và bộ tiêu chí" crumbs={[home, { label: 'Văn bản' }]}>
        <LawList texts={texts} on={on} forNew={textForNew(on)} typed={day ? undefined : typed} />
      </PublicPage>,
      day ? 200 : 422,
    )
  })
  .get(paths.regime.text(':text'), (c) => {
    const text = orMissing(textById(param(c, 'text')))
    return c.html(
      <PublicPage {...realFrame(c)} title={text.number} crumbs={[home, law, { label: text.number }]}>
        <LawText law={text} rubrics={rubricsOf(text.id)} />
      </PublicPage>,
    )
  })
  .get(paths.regime.rubric(':text', ':rubric'), async (c) => {
    const { text, rubric } = asked(c)
    const crumbs = [
      home,
      law,
      { label: text.number, href: paths.regime.text(text.id) },
      { label: `Bộ ${rubric.number}` },
    ]
    return c.html(
      <PublicPage {...realFrame(c)} title={`Bộ ${rubric.number}. ${rubric.name}`} crumbs={crumbs}>
        <RubricView rubric={rubric} labels={await labelsOf(c.var.ctx, rubric)} />
      </PublicPage>,
    )
  })

function asked(c: Request) {
  const text = orMissing(textById(param(c, 'text')))
  return { text, rubric: orMissing(rubricById(`${text.id}/${param(c, 'rubric')}`)) }
}

async function tickedIn(c: Request): Promise<Record<string, string>> {
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const code = /^chon\[(.+)\]$/.exec(name)?.[1]
      return code !== undefined && typeof value === 'string' && value !== '' ? [[code, value]] : []
    }),
  )
}

/** The form with what was ticked, and the outcome once something was. Nothing is stored. */
async function assessPage(c: Request, chosen: Readonly<Record<string, string>>) {
  const { text, rubric } = asked(c)
  const choices = Object.fromEntries(Object.entries(chosen).map(([code, position]) => [code, Number(position)]))
  const outcome = Object.keys(chosen).length === 0 ? undefined : assess(text, rubric, choices)
  const crumbs = [home, { label: 'Tự chấm', href: paths.regime.selfAssess() }, { label: rubric.name }]
  return c.html(
    <PublicPage {...realFrame(c)} title={`Tự chấm: ${rubric.name}`} crumbs={crumbs}>
      <AssessView
        law={text}
        rubric={rubric}
        labels={await labelsOf(c.var.ctx, rubric)}
        chosen={chosen}
        assessment={outcome?.ok ? outcome.value : undefined}
        fault={outcome && !outcome.ok ? c.var.sentence(outcome.refusal) : undefined}
      />
    </PublicPage>,
    outcome && !outcome.ok ? 422 : 200,
  )
}
