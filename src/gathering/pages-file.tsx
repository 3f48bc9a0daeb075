import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { z } from 'zod'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { addConclusion, addPaper, chooseHonours, writeMinutes } from './actions-closing.ts'
import { answerForGuest, inviteGuests, inviteHonoured, markPresence } from './actions-guests.ts'
import { eventFile, honourChoices, officesOf, placeOf } from './actions-reading.ts'
import {
  AnswerInput,
  ConclusionInput,
  HonourInput,
  InviteInput,
  MinutesInput,
  PaperInput,
  PresenceInput,
} from './model.ts'
import { FileView } from './views-file.tsx'
import type { FileForm } from './views-file.tsx'

const Nothing = z.object({})

/** The file of one event: what its organisers do with it until it is closed. */
export const eventFilePages = new Hono<Env>()
eventFilePages.use('/su-kien-don-vi/*', signedIn)

eventFilePages
  .get(paths.gathering.file(':id'), async (c) => c.html(await filePage(c)))
  .post(paths.gathering.addPaper(':id'), (c) =>
    submit(
      c,
      PaperInput,
      async ({ file, ...paper }) => {
        const sent = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
        await addPaper(c.var.ctx, param(c, 'id'), paper, sent)
        return backTo(c, 'Đã thêm tài liệu.')
      },
      (trouble) => filePage(c, { paper: trouble }),
    ),
  )
  .post(paths.gathering.honours(':id'), (c) =>
    submit(
      c,
      HonourInput,
      async ({ decision }) => {
        await chooseHonours(c.var.ctx, param(c, 'id'), decision)
        return backTo(c, 'Đã lấy danh sách từ quyết định.')
      },
      (trouble) => filePage(c, { honours: trouble }),
    ),
  )
  .post(paths.gathering.invite(':id'), (c) =>
    submit(
      c,
      InviteInput,
      async (input) => backTo(c, `Đã mời ${await inviteGuests(c.var.ctx, param(c, 'id'), input)} khách.`),
      (trouble) => filePage(c, { invite: trouble }),
    ),
  )
  .post(paths.gathering.inviteHonoured(':id'), (c) =>
    submit(
      c,
      Nothing,
      async () => backTo(c, `Đã mời ${await inviteHonoured(c.var.ctx, param(c, 'id'))} chủ thể được trao.`),
      (trouble) => filePage(c, { invite: trouble }),
    ),
  )
  .post(paths.gathering.answerFor(':id', ':guest'), (c) =>
    submit(
      c,
      AnswerInput,
      async (input) => {
        await answerForGuest(c.var.ctx, param(c, 'id'), param(c, 'guest'), input)
        return backTo(c, 'Đã ghi trả lời của khách.')
      },
      (trouble) => filePage(c, { answer: trouble }, param(c, 'guest')),
    ),
  )
  .post(paths.gathering.presence(':id'), (c) =>
    submit(
      c,
      PresenceInput,
      async (input) => {
        await markPresence(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã lưu người có mặt.')
      },
      (trouble) => filePage(c, { presence: trouble }),
    ),
  )
  .post(paths.gathering.conclude(':id'), (c) =>
    submit(
      c,
      ConclusionInput,
      async (input) => {
        await addConclusion(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã thêm kết luận, việc đã lên bàn của nơi thực hiện.')
      },
      (trouble) => filePage(c, { conclude: trouble }),
    ),
  )
  .post(paths.gathering.minutes(':id'), (c) =>
    submit(
      c,
      MinutesInput,
      async (input) => {
        await writeMinutes(c.var.ctx, param(c, 'id'), input)
        return backTo(c, 'Đã lưu biên bản, sự kiện kết thúc.')
      },
      (trouble) => filePage(c, { minutes: trouble }),
    ),
  )

export function crumbsTo(label: string) {
  return [{ label: 'Sự kiện của đơn vị', href: paths.gathering.list() }, { label }]
}

export function backTo(c: Request, say: string) {
  return { to: paths.gathering.file(param(c, 'id')), say }
}

export async function filePage(
  c: Request,
  troubles: Partial<Record<FileForm, Trouble>> = {},
  answering = c.req.query('khach'),
) {
  const { ctx } = c.var
  const file = await eventFile(ctx, param(c, 'id'), pageAsked(c.req.query('trang')))
  const [offices, choices] = file.may
    ? await Promise.all([officesOf(ctx, placeOf(file.event).unit), honourChoices(ctx, file.event)])
    : [[], []]
  return (
    <DeskPage {...frame(c)} title={file.event.title} crumbs={crumbsTo(file.event.title)}>
      <FileView {...file} {...{ offices, choices, answering, troubles }} begun={file.event.startsAt <= ctx.now} />
    </DeskPage>
  )
}
