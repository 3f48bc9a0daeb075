import { Hono } from 'hono'
import { country } from '../kernel/actor.ts'
import { pageAsked } from '../kernel/page.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { placeName, provincesToday } from '../territory/actions.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { adviceFor, ownAdvice, segmentList, setThreshold, thresholdList } from './actions.ts'
import { ThresholdInput, segments } from './model.ts'
import { OwnStepsView, ProducerStepsView } from './views.tsx'
import { SegmentsView, ThresholdsView } from './views-segments.tsx'

export const cyclePages = new Hono<Env>()
  .get(paths.cycle.next(), signedIn, async (c) =>
    c.html(
      <DeskPage {...frame(c)} title="Bước tiếp theo">
        <OwnStepsView advised={await ownAdvice(c.var.ctx)} today={c.var.ctx.today} />
      </DeskPage>,
    ),
  )
  .get(paths.cycle.nextOf(':producer'), signedIn, async (c) => c.html(await producerPage(c)))
  .get(paths.cycle.segments(), signedIn, async (c) => c.html(await segmentsPage(c)))
  .get(paths.cycle.thresholds(), signedIn, async (c) => c.html(await thresholdsPage(c)))
  .post(paths.cycle.thresholds(), (c) =>
    submit(
      c,
      ThresholdInput,
      async (input) => {
        await setThreshold(c.var.ctx, input)
        return { to: paths.cycle.thresholds(), say: 'Đã đặt ngưỡng.' }
      },
      (trouble) => thresholdsPage(c, trouble),
    ),
  )

async function producerPage(c: Request) {
  const advised = await adviceFor(c.var.ctx, param(c, 'producer'))
  const { own, facts } = advised
  const back = own
    ? { label: 'Bước tiếp theo', href: paths.cycle.next() }
    : { label: 'Nhóm phát triển', href: paths.cycle.segments() }
  return (
    <DeskPage {...frame(c)} title="Bước tiếp theo" crumbs={[back, { label: facts.name }]}>
      <ProducerStepsView {...advised} today={c.var.ctx.today} />
    </DeskPage>
  )
}

async function segmentsPage(c: Request) {
  const { ctx } = c.var
  const provinces = await provincesToday(ctx)
  const wanted = provinces.find(({ code }) => code === c.req.query('tinh')) ?? provinces[0]
  const segment = segments.find((one) => one === c.req.query('nhom'))
  const file = await segmentList(ctx, { segment, province: wanted?.code, page: pageAsked(c.req.query('trang')) })
  return (
    <DeskPage {...frame(c)} title="Nhóm phát triển của chủ thể">
      <SegmentsView
        {...file}
        placeName={(await placeName(ctx, file.place ?? country)) ?? ''}
        provinces={provinces.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </DeskPage>
  )
}

async function thresholdsPage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const { thresholds, units } = await thresholdList(ctx)
  const named = async (code: string) => (code === country ? 'Cả nước' : ((await placeName(ctx, code)) ?? code))
  const rows = await Promise.all(thresholds.map(async (one) => ({ ...one, unitName: await named(one.unitCode) })))
  const choices = await Promise.all(units.map(async (code) => ({ value: code, label: await named(code) })))
  return (
    <DeskPage
      {...frame(c)}
      title="Ngưỡng chia nhóm phát triển"
      crumbs={[{ label: 'Nhóm phát triển', href: paths.cycle.segments() }, { label: 'Ngưỡng' }]}
    >
      <ThresholdsView thresholds={rows} units={choices} today={ctx.today} trouble={trouble} />
    </DeskPage>
  )
}
