import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import { Refused, orMissing } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { planOfProduct } from '../plan/actions.ts'
import { productById } from '../product/actions.ts'
import { rubricById } from '../regime/law.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { lawOf, saveForm01, saveForm03, wholeDossier } from './actions.ts'
import {
  askCompletion,
  attachPapers,
  completeDossier,
  fileDossier,
  returnDossier,
  standingOf,
  walletOf,
} from './actions-filing.ts'
import { saveForm02, saveSelfScore } from './actions-writing.ts'
import { AttachInput, Form01Input, Form02Input, Form03Input, KeyInput, ReturnInput, SelfScoreInput } from './model.ts'
import type { Whole } from './model.ts'
import { rightsOf } from './pages-file.tsx'
import { registerOf } from './actions-filed.ts'
import { generalLines, slipLines } from './filed-lines.ts'
import { dossierCan, movedOn } from './rules.ts'
import { plannedFacts, suggestForm02 } from './rules-suggest.ts'
import type { Rights } from './views-acts.tsx'
import { ReturnView } from './views-acts.tsx'
import { ChecklistView, SubmitView } from './views-filing.tsx'
import { Form01View, Form02View, Form03View } from './views-forms.tsx'
import { SelfScoreView } from './views-score.tsx'

interface Part<Schema extends z.ZodType> {
  readonly path: string
  readonly title: string
  readonly schema: Schema
  /** Who may open the form at all; the act judges again. */
  readonly may: (rights: Rights, whole: Whole) => boolean
  readonly save: (c: Request, id: string, input: z.output<Schema>) => Promise<unknown>
  readonly said: string
  readonly draw: (c: Request, whole: Whole, trouble: Trouble | undefined) => Child | Promise<Child>
}

/** One form of a dossier: the page, and its post that keeps what was typed when something is wrong. */
function formRoutes<Schema extends z.ZodType>(part: Part<Schema>): Hono<Env> {
  const draw = async (c: Request, trouble?: Trouble) => {
    const whole = await wholeDossier(c.var.ctx, param(c, 'id'))
    if (!part.may(rightsOf(c, whole.dossier), whole))
      throw new Refused({ code: 'dossier/not-your-turn', facts: movedOn(whole.dossier), overtaken: true })
    const crumbs = [
      { label: 'Hồ sơ', href: paths.dossier.list() },
      { label: 'Hồ sơ này', href: paths.dossier.file(whole.dossier.id) },
      { label: part.title },
    ]
    return (
      <DeskPage {...frame(c)} title={part.title} crumbs={crumbs}>
        {await part.draw(c, whole, trouble)}
      </DeskPage>
    )
  }
  return new Hono<Env>()
    .get(part.path, async (c) => c.html(await draw(c)))
    .post(part.path, (c) =>
      submit(
        c,
        part.schema,
        async (input) => {
          await part.save(c, param(c, 'id'), input)
          return { to: paths.dossier.file(param(c, 'id')), say: part.said }
        },
        (trouble) => draw(c, trouble),
      ),
    )
}

const rubricFor = ({ dossier }: Whole) => orMissing(rubricById(`${dossier.text}/${dossier.rubric}`))
const writes = (rights: Rights) => rights.write

export const dossierForms = new Hono<Env>()
  .route(
    '/',
    formRoutes({
      path: paths.dossier.form01(':id'),
      title: 'Mẫu 01',
      schema: Form01Input,
      may: writes,
      save: (c, id, input) => saveForm01(c.var.ctx, id, input),
      said: 'Đã lưu Mẫu 01.',
      draw: async (c, whole, trouble) => {
        const law = lawOf(whole.dossier)
        const samples = law.dossier.samplesExempt.includes(rubricFor(whole).number) ? 0 : law.dossier.samples
        const known = slipLines(await registerOf(c.var.ctx, whole.dossier), rubricFor(whole).id)
        return (
          <Form01View id={whole.dossier.id} content={whole.form01} known={known} samples={samples} trouble={trouble} />
        )
      },
    }),
  )
  .route(
    '/',
    formRoutes({
      path: paths.dossier.form02(':id'),
      title: 'Mẫu 02',
      schema: Form02Input,
      may: writes,
      save: (c, id, { xem, goiY, ...form }) => saveForm02(c.var.ctx, id, form, xem, Object.keys(goiY)),
      said: 'Đã lưu Mẫu 02.',
      draw: async (c, whole, trouble) => {
        const { ctx } = c.var
        const { id, kind, productId } = whole.dossier
        const [register, product, plan] = await Promise.all([
          registerOf(ctx, whole.dossier),
          productById(ctx, productId),
          planOfProduct(ctx, productId),
        ])
        return (
          <Form02View
            id={id}
            content={whole.form02}
            kind={kind}
            known={generalLines(register)}
            suggested={suggestForm02(product, plan)}
            planned={plan ? plannedFacts(plan) : []}
            trouble={trouble}
          />
        )
      },
    }),
  )
  .route(
    '/',
    formRoutes({
      path: paths.dossier.selfScore(':id'),
      title: 'Tự chấm',
      schema: SelfScoreInput,
      may: writes,
      save: (c, id, { chon: choices, ghi: notes, xemChon, xemGhi }) =>
        saveSelfScore(c.var.ctx, id, { choices, notes, seen: { choices: xemChon, notes: xemGhi } }),
      said: 'Đã lưu tự chấm.',
      draw: async (c, whole, trouble) => {
        const [{ claimed }, papers] = await Promise.all([
          standingOf(c.var.ctx, whole),
          walletOf(c.var.ctx, whole.dossier),
        ])
        return (
          <SelfScoreView
            id={whole.dossier.id}
            rubric={rubricFor(whole)}
            selfScore={whole.selfScore}
            attachments={whole.attachments}
            papers={papers}
            assessed={claimed.ok ? claimed.value : undefined}
            trouble={trouble}
          />
        )
      },
    }),
  )
  .route(
    '/',
    formRoutes({
      path: paths.dossier.checklist(':id'),
      title: 'Danh mục minh chứng',
      schema: AttachInput,
      may: writes,
      save: (c, id, { giay, xemGiay }) =>
        attachPapers(
          c.var.ctx,
          id,
          Object.entries(giay).flatMap(([criterion, papers]) => papers.map((paperId) => ({ criterion, paperId }))),
          xemGiay,
        ),
      said: 'Đã lưu danh mục.',
      draw: async (c, whole, trouble) => (
        <ChecklistView
          id={whole.dossier.id}
          rubric={rubricFor(whole)}
          papers={await walletOf(c.var.ctx, whole.dossier)}
          attachments={whole.attachments}
          trouble={trouble}
        />
      ),
    }),
  )
  .route(
    '/',
    formRoutes({
      path: paths.dossier.submit(':id'),
      title: 'Nộp hồ sơ',
      schema: KeyInput,
      may: (rights) => rights.file,
      save: async (c, id, { key }) => {
        const { dossier } = await wholeDossier(c.var.ctx, id)
        return dossier.state === 'draft' ? fileDossier(c.var.ctx, id, key) : completeDossier(c.var.ctx, id, key)
      },
      said: 'Đã nộp. Trang này cho biết hồ sơ đang ở lượt ai và hạn đến khi nào.',
      draw: async (c, whole, trouble) => {
        const [{ faults }, papers] = await Promise.all([
          standingOf(c.var.ctx, whole),
          walletOf(c.var.ctx, whole.dossier),
        ])
        const attached = new Set(whole.attachments.map(({ paperId }) => paperId))
        const files = papers.filter(({ id }) => attached.has(id)).map(({ title }) => title)
        return (
          <SubmitView
            whole={whole}
            faults={faults.map(c.var.sentence)}
            files={files}
            again={whole.dossier.state !== 'draft'}
            trouble={trouble}
          />
        )
      },
    }),
  )
  .route(
    '/',
    formRoutes({
      path: paths.dossier.communeReport(':id'),
      title: 'Báo cáo Mẫu 03',
      schema: Form03Input,
      may: (rights, { dossier }) => rights.check && dossierCan('report-from-commune', dossier),
      save: (c, id, input) => saveForm03(c.var.ctx, id, input),
      said: 'Đã lưu báo cáo. Tiếp theo: trình lãnh đạo xã ký.',
      draw: (_, { dossier, form03 }, trouble) => <Form03View id={dossier.id} content={form03} trouble={trouble} />,
    }),
  )
  .route(
    '/',
    formRoutes({
      path: paths.dossier.giveBack(':id'),
      title: 'Trả lại để bổ sung',
      schema: ReturnInput,
      may: (rights, { dossier }) => rights.check && dossierCan('return', dossier),
      save: (c, id, input) => returnDossier(c.var.ctx, id, input),
      said: 'Đã trả lại; chủ thể thấy đủ mọi điều cần bổ sung.',
      draw: (_, whole, trouble) => returnView(whole, 'return', paths.dossier.giveBack(whole.dossier.id), trouble),
    }),
  )
  .route(
    '/',
    formRoutes({
      path: paths.dossier.askCompletion(':id'),
      title: 'Yêu cầu hoàn thiện',
      schema: ReturnInput,
      may: (rights, { dossier }) => rights.ask && dossierCan('ask-completion', dossier),
      save: (c, id, input) => askCompletion(c.var.ctx, id, input),
      said: 'Đã gửi yêu cầu hoàn thiện.',
      draw: (_, whole, trouble) =>
        returnView(whole, 'ask-completion', paths.dossier.askCompletion(whole.dossier.id), trouble),
    }),
  )

function returnView(whole: Whole, act: 'return' | 'ask-completion', action: string, trouble: Trouble | undefined) {
  const places = [
    { value: 'ho-so', label: 'Hồ sơ nói chung' },
    { value: 'mau-01', label: 'Mẫu 01' },
    { value: 'mau-02', label: 'Mẫu 02' },
    ...rubricFor(whole).criteria.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
  ]
  return (
    <ReturnView
      action={action}
      title={act === 'return' ? 'Trả lại để bổ sung' : 'Yêu cầu hoàn thiện'}
      key={`b${whole.steps.length}`}
      again={whole.steps.some((step) => step.act === act)}
      places={places}
      trouble={trouble}
    />
  )
}
