import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { lowerFirst } from '../kernel/text.ts'
import { submit } from '../platform/forms.ts'
import { frame, recordFrame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { districtRoundFile, districtRoundList, enterDistrictRound, withdrawDistrictRound } from './actions-district.ts'
import { entersRounds, mayEnterRounds } from './actions-round.ts'
import { DistrictRoundInput, DistrictWithdrawalInput } from './model-district.ts'
import { DistrictRoundForm, DistrictRoundView, DistrictRoundsView } from './views-district.tsx'

export const districtPages = new Hono<Env>()
for (const own of [
  paths.recognition.districtRounds(),
  paths.recognition.districtRound(':id'),
  paths.recognition.districtRoundWithdrawal(':id'),
])
  districtPages.use(own, signedIn)

districtPages
  .get(paths.recognition.districtRounds(), async (c) => c.html(await listPage(c)))
  .get(paths.recognition.districtRoundBegin(), (c) => c.html(formPage(c)))
  .post(paths.recognition.districtRoundBegin(), (c) =>
    submit(
      c,
      DistrictRoundInput,
      async (input) => ({
        to: paths.recognition.districtRound(await enterDistrictRound(c.var.ctx, input)),
        say: 'Đã nhập vòng huyện từ giấy.',
      }),
      (trouble) => formPage(c, trouble),
    ),
  )
  .get(paths.recognition.districtRound(':id'), async (c) => c.html(await roundPage(c)))
  .post(paths.recognition.districtRoundWithdrawal(':id'), (c) =>
    submit(
      c,
      DistrictWithdrawalInput,
      async (input) => {
        await withdrawDistrictRound(c.var.ctx, param(c, 'id'), input)
        return {
          to: paths.recognition.districtRound(param(c, 'id')),
          say: 'Đã rút bản nhập. Nếu biên bản là có thật, hãy nhập lại cho đúng.',
        }
      },
      (trouble) => roundPage(c, trouble),
    ),
  )

const list = { label: 'Kết quả chấm ở huyện', href: paths.recognition.districtRounds() }

async function listPage(c: Request) {
  const found = await districtRoundList(c.var.ctx, pageAsked(c.req.query('trang')))
  const crumbs = [{ label: 'Quyết định', href: paths.recognition.decisions() }, { label: list.label }]
  return (
    <DeskPage {...frame(c)} title={list.label} crumbs={crumbs}>
      <DistrictRoundsView found={found} mayEnter={entersRounds(c.var.ctx)} />
    </DeskPage>
  )
}

function formPage(c: Request, trouble?: Trouble) {
  mayEnterRounds(c.var.ctx)
  return (
    <DeskPage {...frame(c)} title="Nhập vòng huyện từ giấy" crumbs={[list, { label: 'Nhập từ giấy' }]}>
      <DistrictRoundForm trouble={trouble} />
    </DeskPage>
  )
}

async function roundPage(c: Request, trouble?: Trouble) {
  const file = await districtRoundFile(c.var.ctx, param(c, 'id'))
  const { unitName } = file.round
  const page = recordFrame(c, { sample: file.lines.some(({ sample }) => sample) })
  return (
    <DeskPage {...page} title={`Vòng chấm ở ${lowerFirst(unitName)}`} crumbs={[list, { label: unitName }]}>
      <DistrictRoundView {...file} mayEnter={entersRounds(c.var.ctx)} trouble={trouble} />
    </DeskPage>
  )
}
