import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { Refused } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { placeName } from '../territory/actions.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { addLecturer, officeUnits, openClass, openCourse } from './actions.ts'
import { courseStuff } from './actions-test.ts'
import { coursePage, lecturerList } from './actions-reading.ts'
import { ClassInput, CourseInput, LecturerInput } from './model.ts'
import { ClassForm, CourseForm, CourseView, LecturersView } from './views-course.tsx'
import type { OwnUnit } from './views-course.tsx'

export const coursePages = new Hono<Env>()
  .get(paths.training.courseBegin(), signedIn, async (c) => c.html(await newCoursePage(c)))
  .post(paths.training.courseBegin(), (c) =>
    submit(
      c,
      CourseInput,
      async (input) => ({
        to: paths.training.course(await openCourse(c.var.ctx, input)),
        say: 'Đã mở khóa. Mở lớp đầu tiên ở đây.',
      }),
      (trouble) => newCoursePage(c, trouble),
    ),
  )
  .get(paths.training.course(':id'), async (c) => c.html(await oneCoursePage(c)))
  .get(paths.training.classBegin(':id'), signedIn, async (c) => c.html(await newClassPage(c)))
  .post(paths.training.classBegin(':id'), (c) =>
    submit(
      c,
      ClassInput,
      async (input) => ({
        to: paths.training.class(await openClass(c.var.ctx, param(c, 'id'), input)),
        say: 'Đã mở lớp. Ai cũng thấy và ghi danh được từ bây giờ.',
      }),
      (trouble) => newClassPage(c, trouble),
    ),
  )
  .get(paths.training.lecturers(), async (c) => c.html(await lecturersPage(c)))
  .post(paths.training.lecturers(), (c) =>
    submit(
      c,
      LecturerInput,
      async (input) => {
        await addLecturer(c.var.ctx, input)
        return { to: paths.training.lecturers(), say: 'Đã thêm chuyên gia.' }
      },
      (trouble) => lecturersPage(c, trouble),
    ),
  )

export async function ownUnits({ var: { ctx } }: Request): Promise<readonly OwnUnit[]> {
  return Promise.all(
    officeUnits(ctx).map(async (code) => ({
      code,
      name: (await placeName(ctx, code, ctx.today)) ?? 'Bộ Nông nghiệp và Môi trường',
    })),
  )
}

async function newCoursePage(c: Request, trouble?: Trouble) {
  const units = await ownUnits(c)
  if (units.length === 0) throw new Refused({ code: 'kernel/not-found' })
  return (
    <DeskPage {...frame(c)} title="Mở khóa mới">
      <CourseForm units={units} trouble={trouble} />
    </DeskPage>
  )
}

export async function oneCoursePage(c: Request, troubles: { material?: Trouble; question?: Trouble } = {}) {
  const file = await coursePage(c.var.ctx, param(c, 'id'))
  const stuff = await courseStuff(c.var.ctx, file.course.id)
  const Page = c.var.viewer.signedIn ? DeskPage : PublicPage
  return (
    <Page
      {...frame(c)}
      title={file.course.title}
      crumbs={[{ label: 'Đào tạo', href: paths.training.list() }, { label: file.course.title }]}
    >
      <CourseView {...file} {...stuff} now={c.var.ctx.now} troubles={troubles} />
    </Page>
  )
}

async function newClassPage(c: Request, trouble?: Trouble) {
  const { course, lecturers, mayOpen } = await coursePage(c.var.ctx, param(c, 'id'))
  if (!mayOpen) throw new Refused({ code: 'kernel/not-found' })
  return (
    <DeskPage
      {...frame(c)}
      title={`Mở lớp: ${course.title}`}
      crumbs={[{ label: course.title, href: paths.training.course(course.id) }, { label: 'Mở lớp' }]}
    >
      <ClassForm course={course} lecturers={lecturers} trouble={trouble} />
    </DeskPage>
  )
}

async function lecturersPage(c: Request, trouble?: Trouble) {
  const lecturers = await lecturerList(c.var.ctx, pageAsked(c.req.query('trang')))
  return (
    <PublicPage
      {...frame(c)}
      title="Chuyên gia và chủ đề"
      crumbs={[{ label: 'Đào tạo', href: paths.training.list() }, { label: 'Chuyên gia' }]}
    >
      <LecturersView lecturers={lecturers} units={await ownUnits(c)} trouble={trouble} />
    </PublicPage>
  )
}
