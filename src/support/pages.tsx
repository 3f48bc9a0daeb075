import { Hono } from 'hono'
import { newId } from '../kernel/id.ts'
import { pageAsked } from '../kernel/page.ts'
import { formKey, submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { answerSupport, askChoices, askSupport, proposeSupport, tellOutcome } from './actions.ts'
import { recordRecovery } from './actions-claim.ts'
import { approveSupport, deliverSupport, paySupport } from './actions-money.ts'
import { entitlementPage, ownSupport, supportAchieved, supportQueue } from './actions-reading.ts'
import {
  AnswerSupportInput,
  ApproveInput,
  AskInput,
  DeliverInput,
  OutcomeInput,
  PayInput,
  ProposeInput,
  RecoverInput,
} from './model.ts'
import { ageBuckets } from './rules.ts'
import { AchievedView } from './views-achieved.tsx'
import { AskView } from './views-ask.tsx'
import { EntitlementView } from './views-entitlement.tsx'
import type { ActForm } from './views-entitlement.tsx'
import { OwnView, QueueView } from './views.tsx'

export const supportPages = new Hono<Env>()
  .get(paths.support.mine(), signedIn, async (c) =>
    c.html(
      <DeskPage {...frame(c)} title="Hỗ trợ của tôi">
        <OwnView own={await ownSupport(c.var.ctx, pageAsked(c.req.query('trang')))} today={c.var.ctx.today} />
      </DeskPage>,
    ),
  )
  .get(paths.support.ask(), signedIn, async (c) => c.html(await askPage(c)))
  .post(paths.support.ask(), (c) =>
    submit(
      c,
      AskInput,
      async (input) => ({
        to: paths.support.entitlement(await askSupport(c.var.ctx, input)),
        say: 'Đã gửi đề nghị. Theo dõi số tiền và người đang xử lý ở trang này.',
      }),
      (trouble) => askPage(c, trouble),
    ),
  )
  .get(paths.support.queue(), signedIn, async (c) => c.html(await queuePage(c)))
  .get(paths.support.achieved(), signedIn, async (c) =>
    c.html(
      <DeskPage {...frame(c)} title="Hỗ trợ đã đem lại gì">
        <AchievedView {...await supportAchieved(c.var.ctx, Number(c.req.query('nam')))} />
      </DeskPage>,
    ),
  )
  .get(paths.support.entitlement(':id'), signedIn, async (c) => c.html(await filePage(c)))
  .post(paths.support.propose(':id'), (c) =>
    submit(
      c,
      ProposeInput,
      async (input) => {
        await proposeSupport(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã gửi lãnh đạo phê duyệt.')
      },
      (trouble) => filePage(c, { propose: trouble }),
    ),
  )
  .post(paths.support.approve(':id'), (c) =>
    submit(
      c,
      ApproveInput,
      async (input) => {
        await approveSupport(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã phê duyệt và cam kết tiền.')
      },
      (trouble) => filePage(c, { approve: trouble }),
    ),
  )
  .post(paths.support.answer(':id'), (c) =>
    submit(
      c,
      AnswerSupportInput,
      async (input) => {
        await answerSupport(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã gửi kết luận.')
      },
      (trouble) => filePage(c, { answer: trouble }),
    ),
  )
  .post(paths.support.deliver(':id'), (c) =>
    submit(
      c,
      DeliverInput,
      async (input) => {
        await deliverSupport(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã ghi nghiệm thu.')
      },
      (trouble) => filePage(c, { deliver: trouble }),
    ),
  )
  .post(paths.support.pay(':id'), (c) =>
    submit(
      c,
      PayInput,
      async (input) => {
        await paySupport(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã ghi khoản chi.')
      },
      (trouble) => filePage(c, { pay: trouble }),
    ),
  )
  .post(paths.support.recover(':id'), (c) =>
    submit(
      c,
      RecoverInput,
      async (input) => {
        await recordRecovery(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã ghi tiền thu hồi.')
      },
      (trouble) => filePage(c, { recover: trouble }),
    ),
  )
  .post(paths.support.tell(':id'), (c) =>
    submit(
      c,
      OutcomeInput,
      async (input) => {
        await tellOutcome(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Cảm ơn, đã ghi kết quả.')
      },
      (trouble) => filePage(c, { tell: trouble }),
    ),
  )

function backTo(c: Request, say: string) {
  return { to: paths.support.entitlement(param(c, 'id')), say }
}

async function askPage(c: Request, trouble?: Trouble) {
  const choices = await askChoices(c.var.ctx)
  return (
    <DeskPage {...frame(c)} title="Đề nghị hỗ trợ">
      <AskView {...choices} policy={c.req.query('chinh')} formKey={formKey(trouble)} trouble={trouble} />
    </DeskPage>
  )
}

async function queuePage(c: Request) {
  const age = ageBuckets.find((bucket) => bucket === c.req.query('tuoi'))
  const all = c.req.query('xem') === 'tat-ca'
  const queue = await supportQueue(c.var.ctx, { age, all, page: pageAsked(c.req.query('trang')) })
  return (
    <DeskPage {...frame(c)} title="Hỗ trợ chủ thể">
      <QueueView queue={queue} age={age} all={all} today={c.var.ctx.today} />
    </DeskPage>
  )
}

async function filePage(c: Request, troubles: Partial<Record<ActForm, Trouble>> = {}) {
  const file = await entitlementPage(c.var.ctx, param(c, 'id'))
  return (
    <DeskPage {...frame(c)} title={file.entitlement.policyTitle}>
      <EntitlementView {...file} today={c.var.ctx.today} formKey={newId()} troubles={troubles} />
    </DeskPage>
  )
}
