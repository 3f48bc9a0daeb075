import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { submit } from '../platform/forms.ts'
import { frame, recordFrame } from '../platform/frame.ts'
import { showPdf } from '../platform/show-pdf.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { answerItem, cancelInspection, openInspection, signInspection } from './actions.ts'
import { commitmentPage, confirmCommitments } from './actions-commitment.ts'
import { answerRemedy, sanction, tellRemedy } from './actions-finding.ts'
import { planTitle } from './actions-plan.ts'
import {
  inspectionFile,
  inspectionList,
  itemFile,
  nextItem,
  ownOversight,
  photoBytes,
  unitChoices,
} from './actions-reading.ts'
import {
  AnswerRemedyInput,
  CancelInput,
  CheckInput,
  CommitInput,
  OpenInspectionInput,
  RemedyInput,
  SanctionInput,
  SignInput,
} from './model.ts'
import { inspectionRecord } from './paper.ts'
import { keepPhoto } from './photo.ts'
import { complaintPages } from './pages-complaint.tsx'
import { inspectionPlanPages } from './pages-plan.tsx'
import { renderRecord } from './print.ts'
import { CommitmentView } from './views-commitment.tsx'
import { InspectionView } from './views-inspection.tsx'
import type { InspectionForm } from './views-inspection.tsx'
import { ItemView } from './views-item.tsx'
import { InspectionListView, OpenInspectionView, OwnOversightView } from './views.tsx'

const listCrumb = { label: 'Kiểm tra sau công nhận', href: paths.oversight.list() }

export const oversightPages = new Hono<Env>()
  .get(paths.oversight.list(), signedIn, async (c) => {
    const all = c.req.query('xem') === 'tat-ca'
    const list = await inspectionList(c.var.ctx, { all, page: pageAsked(c.req.query('trang')) })
    return c.html(
      <DeskPage {...frame(c)} title="Kiểm tra sau công nhận">
        <InspectionListView list={list} all={all} today={c.var.ctx.today} />
      </DeskPage>,
    )
  })
  .get(paths.oversight.mine(), signedIn, async (c) =>
    c.html(
      <DeskPage {...frame(c)} title="Cam kết và kiểm tra">
        <OwnOversightView {...await ownOversight(c.var.ctx)} today={c.var.ctx.today} />
      </DeskPage>,
    ),
  )
  .get(paths.oversight.begin(), signedIn, async (c) => c.html(await beginPage(c)))
  .post(paths.oversight.begin(), signedIn, (c) =>
    submit(
      c,
      OpenInspectionInput,
      async (input) => ({
        to: paths.oversight.file(await openInspection(c.var.ctx, input)),
        say: 'Đã mở cuộc kiểm tra.',
      }),
      (trouble) => beginPage(c, trouble),
    ),
  )
  .get(paths.oversight.file(':id'), signedIn, async (c) => c.html(await filePage(c)))
  .get(paths.oversight.record(':id'), signedIn, async (c) => {
    const file = await inspectionFile(c.var.ctx, param(c, 'id'))
    const url = `${c.var.publicUrl}${paths.oversight.file(param(c, 'id'))}`
    return showPdf(c, await renderRecord(inspectionRecord(file, url)), `bien-ban-${file.inspection.number}`)
  })
  .get(paths.oversight.item(':id', ':code'), signedIn, async (c) => c.html(await itemPage(c)))
  .post(paths.oversight.item(':id', ':code'), signedIn, (c) =>
    submit(
      c,
      CheckInput,
      async (input) => {
        const [id, code] = [param(c, 'id'), param(c, 'code')]
        await itemFile(c.var.ctx, id, code)
        await answerItem(c.var.ctx, id, code, input, await keepPhoto(c.var.ctx.files, input.photo))
        return { to: await nextItem(c.var.ctx, id, code), say: 'Đã lưu.' }
      },
      (trouble) => itemPage(c, trouble),
    ),
  )
  .get(paths.oversight.photo(':id', ':hash'), signedIn, async (c) => {
    const bytes = await photoBytes(c.var.ctx, param(c, 'id'), param(c, 'hash'))
    c.header('Cache-Control', 'private, no-store')
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': 'image/jpeg' })
  })
  .post(paths.oversight.sign(':id'), signedIn, (c) =>
    submit(
      c,
      SignInput,
      async (input) => {
        await signInspection(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã chốt biên bản.')
      },
      (trouble) => filePage(c, { sign: trouble }),
    ),
  )
  .post(paths.oversight.cancel(':id'), signedIn, (c) =>
    submit(
      c,
      CancelInput,
      async ({ why }) => {
        await cancelInspection(c.var.ctx, param(c, 'id'), why)
        return { to: paths.oversight.list(), say: 'Đã hủy cuộc kiểm tra.' }
      },
      (trouble) => filePage(c, { cancel: trouble }),
    ),
  )
  .post(paths.oversight.remedy(':id'), signedIn, (c) =>
    submit(
      c,
      RemedyInput,
      async (input) => {
        await inspectionFile(c.var.ctx, param(c, 'id'))
        await tellRemedy(c.var.ctx, param(c, 'id'), input, await keepPhoto(c.var.ctx.files, input.photo))
        return backTo(c, 'Đã gửi phần khắc phục.')
      },
      (trouble) => filePage(c, { remedy: trouble }),
    ),
  )
  .post(paths.oversight.answerRemedy(':id'), signedIn, (c) =>
    submit(
      c,
      AnswerRemedyInput,
      async (input) => {
        await answerRemedy(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã gửi kết luận.')
      },
      (trouble) => filePage(c, { answer: trouble }),
    ),
  )
  .post(paths.oversight.sanction(':id'), signedIn, (c) =>
    submit(
      c,
      SanctionInput,
      async (input) => {
        await sanction(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã ghi kết luận và báo chủ thể.')
      },
      (trouble) => filePage(c, { sanction: trouble }),
    ),
  )
  .get(paths.oversight.commitments(':number'), async (c) => c.html(await commitmentsPage(c)))
  .post(paths.oversight.commitments(':number'), signedIn, (c) =>
    submit(
      c,
      CommitInput,
      async ({ own }) => {
        await confirmCommitments(c.var.ctx, param(c, 'number'), own)
        return { to: paths.oversight.commitments(param(c, 'number')), say: 'Đã xác nhận cam kết.' }
      },
      (trouble) => commitmentsPage(c, trouble),
    ),
  )
  .route('/', inspectionPlanPages)
  .route('/', complaintPages)

function backTo(c: Request, say: string) {
  return { to: paths.oversight.file(param(c, 'id')), say }
}

async function beginPage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const units = await unitChoices(ctx)
  const typed = trouble?.values['plan']
  const asked = typeof typed === 'string' ? typed : c.req.query('ke-hoach')
  const title = asked === undefined ? undefined : await planTitle(ctx, asked)
  return (
    <DeskPage {...frame(c)} title="Mở cuộc kiểm tra" crumbs={[listCrumb, { label: 'Mở cuộc kiểm tra' }]}>
      <OpenInspectionView
        units={units}
        certificate={c.req.query('so')}
        plan={title === undefined ? undefined : asked}
        planTitle={title}
        today={ctx.today}
        trouble={trouble}
      />
    </DeskPage>
  )
}

async function filePage(c: Request, troubles: Partial<Record<InspectionForm, Trouble>> = {}) {
  const file = await inspectionFile(c.var.ctx, param(c, 'id'))
  const asked = Number(c.req.query('thieu-sot'))
  return (
    <DeskPage
      {...recordFrame(c, file.inspection)}
      title={`Kiểm tra: ${file.inspection.productName}`}
      crumbs={[
        file.may.remedy ? { label: 'Cam kết và kiểm tra', href: paths.oversight.mine() } : listCrumb,
        { label: file.inspection.number },
      ]}
    >
      <InspectionView
        {...file}
        today={c.var.ctx.today}
        asked={Number.isInteger(asked) ? asked : undefined}
        troubles={troubles}
      />
    </DeskPage>
  )
}

async function itemPage(c: Request, trouble?: Trouble) {
  const file = await itemFile(c.var.ctx, param(c, 'id'), param(c, 'code'))
  const { id, number } = file.inspection
  return (
    <DeskPage
      {...frame(c)}
      title={file.item.question}
      crumbs={[listCrumb, { label: number, href: paths.oversight.file(id) }, { label: `Mục ${file.item.code}` }]}
    >
      <ItemView {...file} trouble={trouble} />
    </DeskPage>
  )
}

async function commitmentsPage(c: Request, trouble?: Trouble) {
  const file = await commitmentPage(c.var.ctx, param(c, 'number'))
  const { number } = file.certificate
  return (
    <PublicPage
      {...recordFrame(c, file.certificate)}
      title={`Cam kết chất lượng: ${file.certificate.productName}`}
      crumbs={[
        { label: 'Trang chủ', href: paths.home() },
        { label: `Giấy ${number}`, href: paths.recognition.certificate(number) },
        { label: 'Cam kết' },
      ]}
    >
      <CommitmentView {...file} trouble={trouble} />
    </PublicPage>
  )
}
