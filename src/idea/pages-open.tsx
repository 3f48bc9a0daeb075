import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { orMissing } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame, realFrame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import type { Env, Request } from '../platform/web.ts'
import { groupingText } from '../product/model.ts'
import { rubricById } from '../regime/law.ts'
import { provincesToday } from '../territory/actions.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { publicIdeas } from './actions-open.ts'
import { provincesOfWork, setTerm, termFor } from './actions-term.ts'
import { trackIdea } from './actions.ts'
import { TermInput, TrackInput } from './model.ts'
import { askedKinds, likenesses, sources } from './rules-eligibility.ts'
import type { QuickCheck } from './rules-eligibility.ts'
import { CheckView } from './views-check.tsx'
import { OpenList } from './views-open.tsx'
import { TermView } from './views-term.tsx'
import { TrackView } from './views-track.tsx'

/** What anybody may open before and after filing; mounted before the files, whose address is the most general. */
export const openIdeaPages = new Hono<Env>()
  .get(paths.idea.check(), (c) => c.html(checkPage(c)))
  .get(paths.idea.track(), (c) => c.html(trackPage(c)))
  .post(paths.idea.track(), (c) =>
    submit(
      c,
      TrackInput,
      async ({ code }) => {
        const { id, secret } = await trackIdea(c.var.ctx, code)
        return paths.idea.file(id, { ma: secret })
      },
      (trouble) => trackPage(c, trouble),
    ),
  )
  .get(paths.idea.terms(), signedIn, async (c) => c.html(await termPage(c)))
  .post(paths.idea.terms(), (c) =>
    submit(
      c,
      TermInput,
      async (input) => {
        await setTerm(c.var.ctx, orMissing(provincesOfWork(c.var.ctx)[0]), input)
        return { to: paths.idea.terms(), say: 'Đã lưu quy định của tỉnh.' }
      },
      (trouble) => termPage(c, trouble),
    ),
  )
  .get(paths.idea.open(), async (c) => c.html(await openList(c)))

const crumbs = (label: string) => [
  { label: 'Trang chủ', href: paths.home() },
  { label: 'Ý tưởng', href: paths.idea.begin() },
  { label },
]

function checkPage(c: Request) {
  const { check, trouble } = checkAsked(c)
  return (
    <PublicPage {...realFrame(c)} title="Kiểm tra điều kiện" crumbs={crumbs('Kiểm tra điều kiện')}>
      <CheckView check={check} trouble={trouble} />
    </PublicPage>
  )
}

/** Nothing asked yet shows the bare form; something asked and something left out says so at its box. */
function checkAsked(c: Request): { check: QuickCheck | undefined; trouble: Trouble | undefined } {
  const values = Object.fromEntries(
    ['nhom', 'loai', 'nguyen-lieu', 'giong'].flatMap((name) => [[name, c.req.query(name) ?? '']]),
  )
  const rubric = rubricById(`${groupingText}/${values['nhom']}`)
  const kind = askedKinds.find((one) => one === values['loai'])
  const source = sources.find((one) => one === values['nguyen-lieu'])
  const likeness = likenesses.find((one) => one === values['giong'])
  const blank = Object.values(values).every((value) => value === '')
  if (blank) return { check: undefined, trouble: undefined }
  const errors = {
    ...(rubric ? {} : { nhom: 'Hãy chọn nhóm sản phẩm.' }),
    ...(kind ? {} : { loai: 'Hãy chọn ai sẽ đứng tên.' }),
    ...(source ? {} : { 'nguyen-lieu': 'Hãy chọn nơi lấy nguyên liệu.' }),
    ...(likeness ? {} : { giong: 'Hãy chọn một mục.' }),
  }
  const check = rubric && kind && source && likeness ? { rubric, kind, source, likeness } : undefined
  return { check, trouble: { values, errors, summary: [] } }
}

function trackPage(c: Request, trouble?: Trouble) {
  return (
    <PublicPage {...frame(c)} title="Tra cứu ý tưởng" crumbs={crumbs('Tra cứu')}>
      <TrackView trouble={trouble} />
    </PublicPage>
  )
}

async function termPage(c: Request, trouble?: Trouble) {
  const province = orMissing(provincesOfWork(c.var.ctx)[0])
  const [term, provinces] = await Promise.all([termFor(c.var.ctx, province), provincesToday(c.var.ctx)])
  const name = provinces.find(({ code }) => code === province)?.fullName ?? province
  return (
    <DeskPage {...frame(c)} title="Thời hạn trả lời ý tưởng">
      <TermView province={name} term={term} trouble={trouble} />
    </DeskPage>
  )
}

async function openList(c: Request) {
  const provinces = await provincesToday(c.var.ctx)
  const province = provinces.find(({ code }) => code === c.req.query('tinh'))?.code
  const ideas = await publicIdeas(c.var.ctx, province, pageAsked(c.req.query('trang')))
  return (
    <PublicPage {...frame(c)} title="Ý tưởng của mọi người" crumbs={crumbs('Của mọi người')}>
      <OpenList ideas={ideas} provinces={provinces} province={province} />
    </PublicPage>
  )
}
