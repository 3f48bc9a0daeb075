import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import { country } from '../kernel/actor.ts'
import { Refused } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { placeName, provincesToday } from '../territory/actions.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { setTerm, tellYear } from './actions.ts'
import { outcomes, ownReports, owingList, termList, yearFile } from './actions-reading.ts'
import { ReportInput, TermInput, splits } from './model.ts'
import { yearAsked } from './rules.ts'
import { OutcomesView } from './views-sums.tsx'
import { OwingView, TermsView } from './views-office.tsx'
import { OwnReportsView, YearView } from './views.tsx'

export const outcomePages = new Hono<Env>()
  .get(paths.outcome.mine(), signedIn, async (c) =>
    c.html(
      <DeskPage {...frame(c)} title="Báo cáo năm">
        <OwnReportsView reports={await ownReports(c.var.ctx)} today={c.var.ctx.today} />
      </DeskPage>,
    ),
  )
  .get(paths.outcome.owing(), signedIn, async (c) => c.html(await owingPage(c)))
  .get(paths.outcome.terms(), signedIn, async (c) => c.html(await termsPage(c)))
  .post(paths.outcome.terms(), (c) =>
    submit(
      c,
      TermInput,
      async (input) => {
        await setTerm(c.var.ctx, input)
        return { to: paths.outcome.terms(), say: 'Đã đặt hạn báo cáo.' }
      },
      (trouble) => termsPage(c, trouble),
    ),
  )
  .get(paths.outcome.year(':producer', ':year'), signedIn, async (c) => c.html(await yearPage(c)))
  .post(paths.outcome.year(':producer', ':year'), (c) =>
    submit(
      c,
      ReportInput,
      async (input) => {
        await tellYear(c.var.ctx, param(c, 'producer'), yearOf(c), input)
        return { to: paths.outcome.year(param(c, 'producer'), yearOf(c)), say: 'Đã gửi báo cáo năm.' }
      },
      (trouble) => yearPage(c, trouble),
    ),
  )
  .get(paths.outcome.sums(), async (c) => c.html(await sumsPage(c)))

function yearOf(c: Request): number {
  const typed = param(c, 'year')
  if (!/^\d{4}$/.test(typed)) throw new Refused({ code: 'kernel/not-found' })
  return Number(typed)
}

/** The year of the address where it is one that is over; else the last one. */
function yearWanted(c: Request): number {
  const last = yearAsked(c.var.ctx.today)
  const typed = Number(c.req.query('nam'))
  return Number.isInteger(typed) && typed >= 2018 && typed <= last ? typed : last
}

async function yearPage(c: Request, trouble?: Trouble) {
  const file = await yearFile(c.var.ctx, param(c, 'producer'), yearOf(c))
  const back = file.own
    ? { label: 'Báo cáo năm', href: paths.outcome.mine() }
    : { label: 'Báo cáo năm của chủ thể', href: paths.outcome.owing({ nam: file.year }) }
  const title = `Báo cáo năm ${file.year}: ${file.producer.name}`
  return (
    <DeskPage {...frame(c)} title={title} crumbs={[back, { label: file.producer.name }]}>
      <YearView {...file} today={c.var.ctx.today} trouble={trouble} />
    </DeskPage>
  )
}

async function owingPage(c: Request) {
  const file = await owingList(c.var.ctx, {
    year: yearWanted(c),
    unit: c.req.query('noi'),
    onlySilent: c.req.query('xem') === 'chua',
    page: pageAsked(c.req.query('trang')),
  })
  return (
    <DeskPage {...frame(c)} title="Báo cáo năm của chủ thể">
      <OwingView {...file} today={c.var.ctx.today} />
    </DeskPage>
  )
}

async function termsPage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const { terms, units } = await termList(ctx)
  const named = async (code: string) => (code === country ? 'Cả nước' : ((await placeName(ctx, code)) ?? code))
  const rows = await Promise.all(terms.map(async (term) => ({ ...term, unitName: await named(term.unitCode) })))
  const choices = await Promise.all(units.map(async (code) => ({ value: code, label: await named(code) })))
  return (
    <DeskPage
      {...frame(c)}
      title="Hạn báo cáo năm"
      crumbs={[{ label: 'Báo cáo năm của chủ thể', href: paths.outcome.owing() }, { label: 'Hạn' }]}
    >
      <TermsView terms={rows} units={choices} year={yearAsked(ctx.today)} trouble={trouble} />
    </DeskPage>
  )
}

async function sumsPage(c: Request) {
  const provinces = await provincesToday(c.var.ctx)
  const province = provinces.find(({ code }) => code === c.req.query('tinh'))
  const asked = splits.find((split) => split === c.req.query('chia'))
  const by = asked === 'kind' ? asked : province === undefined ? 'province' : 'commune'
  const found = await outcomes(c.var.ctx, { year: yearWanted(c), province: province?.code, by })
  return (
    <PublicPage
      {...frame(c)}
      title="OCOP đem lại gì"
      crumbs={[
        { label: 'Trang chủ', href: paths.home() },
        { label: 'Thống kê', href: paths.statistics.list() },
        { label: 'Kết quả' },
      ]}
    >
      <OutcomesView
        {...found}
        place={province ? { value: province.code, label: province.fullName } : undefined}
        provinces={provinces.map(({ code, name }) => ({ value: code, label: name }))}
        last={yearAsked(c.var.ctx.today)}
      />
    </PublicPage>
  )
}
