import { Hono } from 'hono'
import { sendPaper } from '../evidence/download.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { addMaterial, addQuestion, enterPaperTest, handIn, materialContent, testPage } from './actions-test.ts'
import { AnswersInput, MaterialInput, PaperTestInput, QuestionInput } from './model-test.ts'
import { oneCoursePage } from './pages-course.tsx'
import { oneClass } from './pages.tsx'
import { TestView } from './views-test.tsx'

export const testPages = new Hono<Env>()
  .get(paths.training.test(':id'), signedIn, async (c) => c.html(await ownTestPage(c)))
  .post(paths.training.test(':id'), signedIn, (c) =>
    submit(
      c,
      AnswersInput,
      async ({ chon }) => {
        const { correct, total, passed } = await handIn(c.var.ctx, param(c, 'id'), chon)
        const say = `Đúng ${correct}/${total} câu: ${passed ? 'đạt.' : 'chưa đạt. Đọc lại tài liệu rồi làm lại.'}`
        return { to: paths.training.test(param(c, 'id')), say }
      },
      (trouble) => ownTestPage(c, trouble),
    ),
  )
  .post(paths.training.paperTest(':id'), (c) =>
    submit(
      c,
      PaperTestInput,
      async (input) => {
        const { correct, total, passed } = await enterPaperTest(c.var.ctx, param(c, 'id'), input)
        const say = `Đã ghi bài giấy: đúng ${correct}/${total} câu, ${passed ? 'đạt' : 'chưa đạt'}.`
        return { to: paths.training.class(param(c, 'id')), say }
      },
      (paper) => oneClass(c, param(c, 'id'), { paper }),
    ),
  )
  .post(paths.training.materials(':id'), (c) =>
    submit(
      c,
      MaterialInput,
      async ({ title, file }) => {
        const sent = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
        await addMaterial(c.var.ctx, param(c, 'id'), title, sent)
        return { to: paths.training.course(param(c, 'id')), say: 'Đã thêm tài liệu.' }
      },
      (material) => oneCoursePage(c, { material }),
    ),
  )
  .post(paths.training.questions(':id'), (c) =>
    submit(
      c,
      QuestionInput,
      async (input) => {
        await addQuestion(c.var.ctx, param(c, 'id'), input)
        return { to: paths.training.course(param(c, 'id')), say: 'Đã thêm câu hỏi.' }
      },
      (question) => oneCoursePage(c, { question }),
    ),
  )
  .get(paths.training.material(':id'), async (c) => sendPaper(c, await materialContent(c.var.ctx, param(c, 'id'))))

async function ownTestPage(c: Request, trouble?: Trouble) {
  const test = await testPage(c.var.ctx, param(c, 'id'))
  const crumbs = [
    { label: test.found.courseTitle, href: paths.training.class(test.found.id) },
    { label: 'Bài kiểm tra' },
  ]
  return (
    <DeskPage {...frame(c)} title={`Bài kiểm tra: ${test.found.courseTitle}`} crumbs={crumbs}>
      <TestView {...test} trouble={trouble} />
    </DeskPage>
  )
}
