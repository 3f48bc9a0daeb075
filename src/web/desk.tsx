import { Hono } from 'hono'
import { deskItems as dossierItems, underWay } from '../dossier/actions-queue.ts'
import { deskItems as evaluationItems } from '../evaluation/actions.ts'
import { deskItems as saleItems } from '../sale/actions-reading.ts'
import { deskItems as fairItems } from '../fair/actions-reading.ts'
import { deskItems as gatheringItems } from '../gathering/actions-reading.ts'
import { lookDeskItems } from '../idea/actions-look.ts'
import { voiceDeskItems } from '../idea/actions-voice.ts'
import { deskItems as ideaItems } from '../idea/actions.ts'
import { roleNames } from '../identity/access.ts'
import { roleWork } from '../identity/words.ts'
import { visitor } from '../kernel/actor.ts'
import type { Actor, Role } from '../kernel/actor.ts'
import type { Context } from '../platform/context.ts'
import type { DeskItem } from '../platform/desk.ts'
import { frame } from '../platform/frame.ts'
import type { Env } from '../platform/web.ts'
import { deskItems as planItems } from '../plan/actions.ts'
import { deskItems as recognitionItems } from '../recognition/actions-desk.ts'
import { deskItems as oversightItems } from '../oversight/actions-reading.ts'
import { deskItems as outcomeItems } from '../outcome/actions-reading.ts'
import { deskItems as criterionItems } from '../statistics/actions-criterion.ts'
import { deskItems as schemeItems } from '../scheme/actions-reading.ts'
import { deskItems as feedbackItems } from '../feedback/actions-reading.ts'
import { deskItems as commentItems } from '../newsroom/actions-comment.ts'
import { deskItems as supportItems } from '../support/actions-reading.ts'
import { deskItems as trainingItems } from '../training/actions-reading.ts'
import { deskItems as tradeItems } from '../trade/actions-desk.ts'
import { Empty } from '../ui/empty.tsx'
import { DeskPage } from '../ui/layout.tsx'
import { Panel } from '../ui/panel.tsx'
import { Notice } from '../ui/notice.tsx'
import { paths } from '../ui/paths.ts'
import type { MenuLine } from '../ui/viewer.ts'
import { Queue } from '../ui/queue.tsx'

/** The desk of whoever is signed in: queue first, nearest deadline on top. */
export const deskPages = new Hono<Env>().get(paths.desk(), async (c) => {
  if (c.var.ctx.actor === visitor) return c.redirect(paths.identity.signIn({ tiep: paths.desk() }), 303)
  const [items, running] = await Promise.all([allItems(c.var.ctx), underWay(c.var.ctx)])
  const late = items.filter(({ dueOn }) => dueOn !== null && dueOn < c.var.ctx.today).length
  return c.html(
    <DeskPage {...frame(c)} title="Việc của tôi">
      <div class="stack">
        <h1>Việc của tôi</h1>
        {late > 0 ? <Notice kind="error">{`${late} việc đã quá hạn, xếp trên cùng.`}</Notice> : null}
        {items.length === 0 ? (
          <NothingWaits actor={c.var.ctx.actor} menu={c.var.viewer.menu ?? []} />
        ) : (
          <Waiting items={items} caption="Việc đang chờ, hạn gần nhất trước" />
        )}
        <UnderWay items={running} />
      </div>
    </DeskPage>,
  )
})

async function allItems(ctx: Context): Promise<DeskItem[]> {
  const found = await Promise.all([
    dossierItems(ctx),
    fairItems(ctx),
    saleItems(ctx),
    evaluationItems(ctx),
    recognitionItems(ctx),
    ideaItems(ctx),
    lookDeskItems(ctx),
    voiceDeskItems(ctx),
    planItems(ctx),
    supportItems(ctx),
    feedbackItems(ctx),
    commentItems(ctx),
    trainingItems(ctx),
    gatheringItems(ctx),
    schemeItems(ctx),
    tradeItems(ctx),
    outcomeItems(ctx),
    oversightItems(ctx),
    criterionItems(ctx),
  ])
  return found.flat().toSorted((one, other) => (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999'))
}

function Waiting({ items, caption }: { items: readonly DeskItem[]; caption: string }) {
  return (
    <Queue
      caption={caption}
      rows={items.map(({ id, href, title, sub, act, dueOn, daysLeft, plainDays, turn }) => ({
        id,
        href,
        name: title,
        sub,
        step: act,
        turn,
        ...(dueOn === null ? {} : { dueOn }),
        ...(daysLeft === null ? {} : { daysLeft, plainDays }),
      }))}
    />
  )
}

/** A producer's dossiers in the hands of others: where each is, whose turn, until when. */
function UnderWay({ items }: { items: readonly DeskItem[] }) {
  if (items.length === 0) return null
  return (
    <section class="stack">
      <h2>Hồ sơ đang ở nơi khác xử lý</h2>
      <Waiting items={items} caption="Hồ sơ đang ở nơi khác xử lý" />
      <p>
        <a href={paths.dossier.list({ muc: 'dang-xu-ly' })}>Mọi hồ sơ đang xử lý</a>
      </p>
    </section>
  )
}

/** They read or keep accounts; no step of any procedure is theirs. */
const withoutTurn: readonly Role[] = ['auditor', 'administrator']

function NothingWaits({ actor, menu }: { actor: Actor; menu: readonly MenuLine[] }) {
  const { producers, postings } = actor
  if (producers.length === 0 && postings.length === 0) return <FirstSteps />
  return (
    <>
      <Empty title="Không có việc nào đang chờ" icon="inbox">
        <p>
          {producers.length > 0 || postings.some(({ role }) => !withoutTurn.includes(role))
            ? 'Khi đến lượt, việc sẽ hiện ở đây cùng hạn xử lý.'
            : 'Vai trò này không nhận việc theo lượt; các nơi làm việc ở ngay dưới.'}
        </p>
        {producers.length > 0 ? <NextSteps /> : null}
      </Empty>
      {postings.length > 0 ? <Places postings={postings} menu={menu} /> : null}
    </>
  )
}

/** Some roles have no queue at all: what they do, and where. */
function Places({ postings, menu }: Pick<Actor, 'postings'> & { menu: readonly MenuLine[] }) {
  const held = [...new Set(postings.map(({ role }) => role))]
  return (
    <Panel title="Bạn làm gì ở đây">
      {held.map((role) => (
        <p>
          <b>{roleNames[role]}</b>: {roleWork[role]}.
        </p>
      ))}
      <ul class="in-columns">
        {menu
          .filter(({ current }) => !current)
          .map(({ href, label }) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
      </ul>
    </Panel>
  )
}

/** What a registered producer may begin with at any time, in the order of the way. */
function NextSteps() {
  return (
    <p class="row">
      <a class="button" href={paths.product.begin()}>
        Mô tả sản phẩm
      </a>
      <a class="button secondary" href={paths.evidence.begin()}>
        Thêm giấy vào ví
      </a>
      <a class="button secondary" href={paths.dossier.begin()}>
        Lập hồ sơ mới
      </a>
    </p>
  )
}

/** The way of a producer who has nothing yet; each step opens where it is done. */
function FirstSteps() {
  return (
    <Panel title="Bắt đầu từ đâu?" note="Chưa có việc nào đang chờ">
      <ol class="stack tight">
        <li>
          <b>1. Đăng ký chủ thể</b>: hợp tác xã, tổ hợp tác, doanh nghiệp hoặc hộ có đăng ký kinh doanh. Chủ thể có tên
          rồi thì nhờ người đại diện ghi bạn làm thay.
        </li>
        <li>
          <b>2. Mô tả sản phẩm</b> và đưa giấy tờ vào ví minh chứng, mỗi giấy một lần.
        </li>
        <li>
          <b>3. Lập hồ sơ</b>, tự chấm, rồi nộp cho xã. Xã kiểm tra và báo lại đúng hạn.
        </li>
      </ol>
      <p class="row">
        <a class="button" href={paths.producer.register()}>
          Đăng ký chủ thể
        </a>
        <a class="button secondary" href={paths.regime.selfAssess()}>
          Tự chấm thử trước
        </a>
      </p>
    </Panel>
  )
}
