import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { z } from 'zod'
import { Refused, orMissing } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { rubricById, rubricsOf, textById, textForNew } from '../regime/law.ts'
import type { LegalText, Rubric } from '../regime/model.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { officeUnits } from './actions.ts'
import {
  lessonList,
  lessonPage,
  lessonsByCriterion,
  ownCourses,
  publishLesson,
  takeDownLesson,
} from './actions-lesson.ts'
import { LessonInput } from './model-lesson.ts'
import { ownUnits } from './pages-course.tsx'
import { ByCriterionView, LessonForm, LessonListView, LessonView } from './views-lesson.tsx'

const home = { label: 'Trang chủ', href: paths.home() }
const lessons = { label: 'Bài học', href: paths.training.lessons() }

export const lessonPages = new Hono<Env>()
  .get(paths.training.lessons(), async (c) => c.html(await lessonsPage(c)))
  .get(paths.training.lessonBegin(), signedIn, async (c) => c.html(await newLessonPage(c)))
  .post(paths.training.lessonBegin(), (c) =>
    submit(
      c,
      LessonInput,
      async (input) => ({ to: paths.training.lesson(await publishLesson(c.var.ctx, input)), say: 'Đã đăng bài.' }),
      (trouble) => newLessonPage(c, trouble),
    ),
  )
  .get(paths.training.lesson(':id'), async (c) => c.html(await oneLessonPage(c)))
  .post(paths.training.endLesson(':id'), (c) =>
    submit(
      c,
      z.object({}),
      async () => {
        await takeDownLesson(c.var.ctx, param(c, 'id'))
        return { to: paths.training.lesson(param(c, 'id')), say: 'Đã gỡ bài.' }
      },
      (trouble) => oneLessonPage(c, trouble),
    ),
  )

/** The text of `?van-ban=`, or the one for new dossiers; the rubric of `?bo=`, when the text has it. */
function asked(c: Request): { law: LegalText; rubric: Rubric | undefined } {
  const law = textById(c.req.query('van-ban') ?? '') ?? orMissing(textForNew(c.var.ctx.today))
  return { law, rubric: rubricById(`${law.id}/${c.req.query('bo') ?? ''}`) }
}

async function lessonsPage(c: Request) {
  const { ctx } = c.var
  const { law, rubric } = asked(c)
  const criteria = c.req.queries('tieu-chi') ?? []
  const known = rubric?.criteria.some(({ code }) => criteria.includes(code)) ?? false
  return (
    <PublicPage {...frame(c)} title="Bài học theo tiêu chí" crumbs={[home, { label: 'Bài học' }]}>
      {rubric !== undefined && known ? (
        <ByCriterionView
          law={law}
          rubric={rubric}
          rubrics={rubricsOf(law.id)}
          {...await lessonsByCriterion(ctx, rubric, law.id, criteria)}
          now={ctx.now}
        />
      ) : (
        <LessonListView
          lessons={await lessonList(ctx, { lawText: law.id, rubric: rubric?.number }, pageAsked(c.req.query('trang')))}
          rubrics={rubricsOf(law.id)}
          rubric={rubric?.number}
          lawText={law.id}
          publishes={officeUnits(ctx).length > 0}
        />
      )}
    </PublicPage>
  )
}

async function newLessonPage(c: Request, trouble?: Trouble) {
  const units = await ownUnits(c)
  if (units.length === 0) throw new Refused({ code: 'kernel/not-found' })
  const { law, rubric } = asked(c)
  return (
    <DeskPage {...frame(c)} title="Đăng bài học" crumbs={[lessons, { label: 'Đăng bài' }]}>
      <LessonForm
        units={units}
        courses={await ownCourses(c.var.ctx)}
        rubrics={rubricsOf(law.id)}
        lawText={law.id}
        rubric={rubric}
        trouble={trouble}
      />
    </DeskPage>
  )
}

async function oneLessonPage(c: Request, trouble?: Trouble) {
  const found = await lessonPage(c.var.ctx, param(c, 'id'))
  return (
    <PublicPage {...frame(c)} title={found.lesson.title} crumbs={[home, lessons, { label: found.lesson.title }]}>
      <LessonView {...found} now={c.var.ctx.now} trouble={trouble} />
    </PublicPage>
  )
}
