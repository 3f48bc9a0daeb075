import { Hono } from 'hono'
import { z } from 'zod'
import { showDate } from '../kernel/civil-date.ts'
import { orMissing } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame, recordFrame } from '../platform/frame.ts'
import { requiredText } from '../platform/input.ts'
import { showPdf } from '../platform/show-pdf.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { draftDecision, draftRevocation, dropDraft, evaluateAgain, useMinistryResult } from './actions-draft.ts'
import { sendToMinistry } from './actions-certificate.ts'
import { draftingDesk, mayDraftSomewhere } from './actions-desk.ts'
import { issueDecision } from './actions-issue.ts'
import { previewIssue } from './actions-preview.ts'
import { decisionFile, decisionList, decisionPdf, letterPdf } from './actions-read.ts'
import { enterPastRound, mayEnterRounds } from './actions-round.ts'
import { PastRoundInput } from './model-round.ts'
import { ConfirmedIssueInput, DecisionQuery, IssueInput, RevocationInput, RevocationQuery } from './model.ts'
import { DecisionListView, DecisionView } from './views-decision.tsx'
import { SecondLook } from './views-preview.tsx'
import type { Typed } from './views-preview.tsx'
import { PastRoundView } from './views-round.tsx'
import { DraftingDeskView, RevocationView } from './views-desk.tsx'

const SessionPick = z.object({ session: requiredText(80, 'Hãy chọn một phiên chấm.') })
const DossierPick = z.object({ dossier: requiredText(80, 'Hãy chọn một hồ sơ.') })
const Nothing = z.object({})

export const decisionPages = new Hono<Env>()
for (const own of [
  paths.recognition.drafts(),
  paths.recognition.pastRound(),
  paths.recognition.revocation(),
  paths.recognition.sendToMinistry(),
  paths.recognition.useMinistryResult(),
  paths.recognition.evaluateAgain(),
  paths.recognition.secondLook(':id'),
]) {
  decisionPages.use(own, signedIn)
}

decisionPages
  .get(paths.recognition.decisions(), async (c) => c.html(await listPage(c)))
  .get(paths.recognition.drafts(), async (c) => c.html(await deskPage(c)))
  .post(paths.recognition.drafts(), (c) =>
    submit(
      c,
      SessionPick,
      async ({ session }) => {
        const [first] = await draftDecision(c.var.ctx, { sessionId: session })
        return {
          to: first === undefined ? paths.recognition.drafts() : paths.recognition.decision(first),
          say: 'Đã soạn dự thảo từ kết quả phiên chấm.',
        }
      },
      (trouble) => deskPage(c, trouble),
    ),
  )
  .get(paths.recognition.pastRound(), (c) => c.html(pastRoundPage(c)))
  .post(paths.recognition.pastRound(), (c) =>
    submit(
      c,
      PastRoundInput,
      async (input) => ({
        to: paths.recognition.decision(await enterPastRound(c.var.ctx, input)),
        say: 'Đã nhập vòng cũ từ giấy.',
      }),
      (trouble) => pastRoundPage(c, trouble),
    ),
  )
  .get(paths.recognition.revocation(), (c) => c.html(revocationPage(c)))
  .post(paths.recognition.revocation(), (c) =>
    submit(
      c,
      RevocationInput,
      async (input) => ({
        to: paths.recognition.decision(await draftRevocation(c.var.ctx, input)),
        say: 'Đã soạn dự thảo thu hồi, chờ lãnh đạo ký.',
      }),
      (trouble) => revocationPage(c, trouble),
    ),
  )
  .post(paths.recognition.sendToMinistry(), (c) =>
    submit(
      c,
      DossierPick,
      async ({ dossier }) => {
        await sendToMinistry(c.var.ctx, dossier)
        return { to: paths.recognition.drafts(), say: 'Đã gửi hồ sơ lên Bộ.' }
      },
      (trouble) => deskPage(c, trouble),
    ),
  )
  .post(paths.recognition.useMinistryResult(), (c) =>
    submit(
      c,
      DossierPick,
      async ({ dossier }) => {
        const draft = await useMinistryResult(c.var.ctx, dossier)
        return draft === undefined
          ? { to: paths.recognition.drafts(), say: 'Đã dùng kết quả của Bộ: sản phẩm không được công nhận.' }
          : { to: paths.recognition.decision(draft), say: 'Đã soạn dự thảo theo kết quả của Bộ.' }
      },
      (trouble) => deskPage(c, trouble),
    ),
  )
  .post(paths.recognition.evaluateAgain(), (c) =>
    submit(
      c,
      DossierPick,
      async ({ dossier }) => {
        await evaluateAgain(c.var.ctx, dossier)
        return { to: paths.recognition.drafts(), say: 'Hồ sơ trở lại danh sách chờ Hội đồng tỉnh.' }
      },
      (trouble) => deskPage(c, trouble),
    ),
  )
  .get(paths.recognition.decision(':id'), async (c) => c.html(await decisionPage(c)))
  .get(paths.recognition.decisionPdf(':id'), async (c) =>
    showPdf(c, await decisionPdf(c.var.ctx, param(c, 'id')), `quyet-dinh-${param(c, 'id')}`),
  )
  .get(paths.recognition.letterToMinistry(':id'), async (c) =>
    showPdf(c, await letterPdf(c.var.ctx, param(c, 'id')), `cong-van-gui-bo-${param(c, 'id')}`),
  )
  .get(paths.recognition.secondLook(':id'), secondLookPage)
  .post(paths.recognition.issue(':id'), (c) =>
    submit(
      c,
      ConfirmedIssueInput,
      async ({ confirmed, ...input }) => {
        if (!confirmed) {
          await previewIssue(c.var.ctx, param(c, 'id'), input)
          return paths.recognition.secondLook(param(c, 'id'), asTyped(input))
        }
        const issued = await issueDecision(c.var.ctx, param(c, 'id'), input)
        return {
          to: paths.recognition.decision(param(c, 'id')),
          say: issued.length > 0 ? `Đã ban hành, cấp ${issued.length} giấy chứng nhận.` : 'Đã ban hành quyết định.',
        }
      },
      (trouble) => decisionPage(c, trouble),
    ),
  )
  .post(paths.recognition.dropDraft(':id'), (c) =>
    submit(
      c,
      Nothing,
      async () => {
        await dropDraft(c.var.ctx, param(c, 'id'))
        return { to: paths.recognition.drafts(), say: 'Đã bỏ dự thảo. Kết quả phiên chấm vẫn còn nguyên.' }
      },
      (trouble) => decisionPage(c, trouble),
    ),
  )

async function listPage(c: Request) {
  const query = DecisionQuery.parse(c.req.query())
  return (
    <PublicPage
      {...frame(c)}
      title="Quyết định"
      crumbs={[{ label: 'Trang chủ', href: paths.home() }, { label: 'Quyết định' }]}
    >
      <DecisionListView found={await decisionList(c.var.ctx, query)} query={query} signedIn={c.var.viewer.signedIn} />
    </PublicPage>
  )
}

async function deskPage(c: Request, trouble?: Trouble) {
  return (
    <DeskPage {...frame(c)} title="Soạn và ký quyết định">
      <DraftingDeskView {...await draftingDesk(c.var.ctx)} trouble={trouble} />
    </DeskPage>
  )
}

function pastRoundPage(c: Request, trouble?: Trouble) {
  mayEnterRounds(c.var.ctx)
  return (
    <DeskPage
      {...frame(c)}
      title="Nhập vòng cũ từ giấy"
      crumbs={[{ label: 'Soạn và ký quyết định', href: paths.recognition.drafts() }, { label: 'Nhập vòng cũ' }]}
    >
      <PastRoundView trouble={trouble} />
    </DeskPage>
  )
}

function revocationPage(c: Request, trouble?: Trouble) {
  mayDraftSomewhere(c.var.ctx)
  return (
    <DeskPage {...frame(c)} title="Soạn quyết định thu hồi">
      <RevocationView given={RevocationQuery.parse(c.req.query())} today={c.var.ctx.today} trouble={trouble} />
    </DeskPage>
  )
}

async function decisionPage(c: Request, trouble?: Trouble) {
  const file = await decisionFile(c.var.ctx, param(c, 'id'))
  const view = <DecisionView {...file} today={c.var.ctx.today} typed={c.req.query()} trouble={trouble} />
  if (file.decision.issuedAt === null) {
    return (
      <DeskPage
        {...frame(c)}
        title="Dự thảo quyết định"
        crumbs={[{ label: 'Soạn và ký quyết định', href: paths.recognition.drafts() }, { label: 'Dự thảo' }]}
      >
        {view}
      </DeskPage>
    )
  }
  const number = orMissing(file.decision.number)
  return (
    <PublicPage
      {...recordFrame(c, file.decision)}
      title={`Quyết định ${number}`}
      crumbs={[{ label: 'Quyết định', href: paths.recognition.decisions() }, { label: number }]}
    >
      {view}
    </PublicPage>
  )
}

function asTyped({ number, decidedOn, signerName, signerTitle }: IssueInput): Typed {
  return { number, decidedOn: showDate(decidedOn), signerTitle, signerName }
}

/** What stands in the address was judged when it was typed; whoever changes it by hand is sent back to the form. */
async function secondLookPage(c: Request): Promise<Response> {
  const id = param(c, 'id')
  const parsed = IssueInput.safeParse(c.req.query())
  if (!parsed.success) {
    await decisionFile(c.var.ctx, id)
    return c.redirect(paths.recognition.decision(id), 303)
  }
  const preview = await previewIssue(c.var.ctx, id, parsed.data)
  return c.html(
    <DeskPage
      {...frame(c)}
      title="Xem lại trước khi ban hành"
      crumbs={[
        { label: 'Soạn và ký quyết định', href: paths.recognition.drafts() },
        { label: 'Dự thảo', href: paths.recognition.decision(id, asTyped(parsed.data)) },
        { label: 'Xem lại' },
      ]}
    >
      <SecondLook {...preview} typed={asTyped(parsed.data)} />
    </DeskPage>,
  )
}
