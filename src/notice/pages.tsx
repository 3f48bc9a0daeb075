import { Hono } from 'hono'
import { orMissing } from '../kernel/refusal.ts'
import { pageAsked } from '../kernel/page.ts'
import { submit, sendOn } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { caughtMail } from '../platform/mail.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { toldPageSize, toldTo } from './actions.ts'
import {
  askCode,
  chooseWish,
  confirmContact,
  contactToStop,
  giveContact,
  stopByLink,
  waysToReach,
  withdrawContact,
  withdrawRegistered,
} from './actions-contact.ts'
import { CodeInput, ContactInput, WishInput } from './model.ts'
import type { Owner } from './model.ts'
import { AddContact, ContactView, Contacts, StopView, WishView } from './views-contact.tsx'
import { Catcher, Told } from './views.tsx'

export const noticePages = new Hono<Env>()
  .get(paths.notice.told(), signedIn, async (c) => {
    const page = pageAsked(c.req.query('trang'))
    return c.html(
      <DeskPage {...frame(c)} title="Thông báo">
        <Told {...await toldTo(c.var.ctx, page)} page={page} size={toldPageSize} demonstration={c.var.demonstration} />
      </DeskPage>,
    )
  })
  .get(paths.notice.contacts(), signedIn, async (c) =>
    c.html(
      <DeskPage {...frame(c)} title="Cách nhận thông báo">
        <Contacts ways={await waysToReach(c.var.ctx)} offered={c.var.channels} />
      </DeskPage>,
    ),
  )
  .get(paths.notice.addContact(), signedIn, async (c) => c.html(await addPage(c)))
  .post(paths.notice.addContact(), signedIn, (c) =>
    submit(
      c,
      ContactInput,
      async (input) => paths.notice.contact(await giveContact(c.var.ctx, readerAsked(c), input)),
      (trouble) => addPage(c, trouble),
    ),
  )
  .post(paths.notice.stopRegistered(), signedIn, async (c) => {
    const { producer } = await c.req.parseBody()
    await withdrawRegistered(c.var.ctx, typeof producer === 'string' ? { producer } : { account: c.var.ctx.actor.id })
    return sendOn(c, { to: paths.notice.contacts(), say: 'Đã ngừng gửi thư tới địa chỉ này.' })
  })
  .get(paths.notice.wish(), signedIn, async (c) => c.html(await wishPage(c)))
  .post(paths.notice.wish(), signedIn, (c) =>
    submit(
      c,
      WishInput,
      async ({ quietFrom, quietTo, digest }) => {
        await chooseWish(c.var.ctx, readerAsked(c), { quiet: { from: quietFrom, to: quietTo }, digest })
        return { to: paths.notice.contacts(), say: 'Đã lưu giờ nhận.' }
      },
      (trouble) => wishPage(c, trouble),
    ),
  )
  .get(paths.notice.contact(':id'), signedIn, async (c) => c.html(await contactPage(c)))
  .post(paths.notice.contact(':id'), signedIn, (c) =>
    submit(
      c,
      CodeInput,
      async ({ code }) => {
        await confirmContact(c.var.ctx, param(c, 'id'), code)
        return { to: paths.notice.contacts(), say: 'Đã xác nhận. Từ nay thông báo gửi tới đây.' }
      },
      (trouble) => contactPage(c, trouble),
    ),
  )
  .post(paths.notice.code(':id'), signedIn, async (c) => {
    await askCode(c.var.ctx, param(c, 'id'))
    return sendOn(c, { to: paths.notice.contact(param(c, 'id')), say: 'Đã gửi mã mới.' })
  })
  .post(paths.notice.withdraw(':id'), signedIn, async (c) => {
    await withdrawContact(c.var.ctx, param(c, 'id'))
    return sendOn(c, { to: paths.notice.contacts(), say: 'Đã ngừng nhận ở đây.' })
  })
  .get(paths.notice.stop(':token'), async (c) => {
    const token = param(c, 'token')
    return c.html(
      <PublicPage {...frame(c)} title="Ngừng nhận thông báo">
        <StopView token={token} contact={await contactToStop(c.var.ctx, token)} />
      </PublicPage>,
    )
  })
  .post(paths.notice.stop(':token'), async (c) => {
    await stopByLink(c.var.ctx, param(c, 'token'))
    return sendOn(c, { to: paths.notice.stop(param(c, 'token')), say: 'Đã ngừng gửi thông báo tới nơi này.' })
  })
  .get(paths.notice.mailbox(), async (c) => {
    // Only the demonstration catches mail; elsewhere the page does not exist.
    orMissing(c.var.demonstration || undefined)
    return c.html(
      <PublicPage {...frame(c)} title="Hộp thư mẫu" crumbs={[{ label: 'Hộp thư mẫu' }]}>
        <Catcher messages={await caughtMail(c.var.ctx, 100)} />
      </PublicPage>,
    )
  })

/** The producer named in the address, or the person; whose it is, the action judges. */
function readerAsked(c: Request): Owner {
  const producer = c.req.query('chu-the')
  return producer === undefined ? { account: c.var.ctx.actor.id } : { producer }
}

async function wayAsked(c: Request) {
  const wanted = readerAsked(c)
  const same = (reader: Owner) => JSON.stringify(reader) === JSON.stringify(wanted)
  return orMissing((await waysToReach(c.var.ctx)).find(({ reader }) => same(reader)))
}

async function addPage(c: Request, trouble?: Trouble) {
  const channel = orMissing(c.var.channels.find((one) => one === (c.req.query('kenh') ?? 'email')))
  return (
    <DeskPage {...frame(c)} title="Thêm nơi nhận thông báo">
      <AddContact channel={channel} way={await wayAsked(c)} trouble={trouble} />
    </DeskPage>
  )
}

async function wishPage(c: Request, trouble?: Trouble) {
  return (
    <DeskPage {...frame(c)} title="Giờ nhận thông báo">
      <WishView way={await wayAsked(c)} trouble={trouble} />
    </DeskPage>
  )
}

async function contactPage(c: Request, trouble?: Trouble) {
  const all = (await waysToReach(c.var.ctx)).flatMap(({ contacts }) => contacts)
  const contact = orMissing(all.find(({ id }) => id === param(c, 'id')))
  return (
    <DeskPage {...frame(c)} title="Xác nhận nơi nhận">
      <ContactView contact={contact} trouble={trouble} />
    </DeskPage>
  )
}
