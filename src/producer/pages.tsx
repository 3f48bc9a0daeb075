import { Hono } from 'hono'
import { pageAsked } from '../kernel/page.ts'
import type { Actor } from '../kernel/actor.ts'
import { orMissing } from '../kernel/refusal.ts'
import { lowerFirst } from '../kernel/text.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { communesOfProvince, provincesToday, unitAt } from '../territory/actions.ts'
import { LinkButton } from '../ui/form.tsx'
import { DeskPage } from '../ui/layout.tsx'
import { Notice } from '../ui/notice.tsx'
import { paths } from '../ui/paths.ts'
import { ChosenProvince, ProvinceStep } from '../ui/place-step.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { producerAccess } from './access.ts'
import {
  addMemberBySignInName,
  amendProducer,
  communeRegister,
  endMembership,
  ownProducers,
  recordSuccession,
  registerProducer,
} from './actions.ts'
import {
  AmendmentInput,
  AssistedRegistrationInput,
  EndingInput,
  MemberInput,
  RegistrationInput,
  SuccessionInput,
} from './model.ts'
import { amendPage, filePage, placeOf } from './pages-file.tsx'
import { AssistedForm, BeforeRegistering, NoProducerYet, OwnProducer, RegistrationForm } from './views.tsx'
import { CommuneList } from './views-commune.tsx'

export const producerPages = new Hono<Env>()
for (const own of ['/dang-ky-chu-the', '/chu-the-cua-toi', '/chu-the-xa/*', '/so-chu-the/*'])
  producerPages.use(own, signedIn)

producerPages
  .get(paths.producer.mine(), async (c) => c.html(await minePage(c)))
  .get(paths.producer.register(), async (c) => c.html(await registerPage(c)))
  .post(paths.producer.register(), (c) =>
    submit(
      c,
      RegistrationInput,
      async (input) => {
        const { code } = await registerProducer(c.var.ctx, input)
        return { to: paths.producer.mine(), say: `Đã đăng ký chủ thể. Mã của bạn là ${code}.` }
      },
      (trouble) => registerPage(c, trouble),
    ),
  )
  .get(paths.producer.commune(), async (c) => c.html(await communePage(c)))
  .get(paths.producer.registerFor(), async (c) => c.html(await assistedPage(c)))
  .post(paths.producer.registerFor(), async (c) => {
    const { code: commune } = await communeAsked(c)
    return submit(
      c,
      AssistedRegistrationInput,
      async ({ consentBy, consentOn, consentMeans, consentNote, ...details }) => {
        const consent = { givenBy: consentBy, givenOn: consentOn, means: consentMeans, note: consentNote }
        const { id, code } = await registerProducer(c.var.ctx, { ...details, commune }, consent)
        return {
          to: paths.producer.file(id),
          say: `Đã đăng ký thay chủ thể, mã ${code}. Bây giờ có thể thêm tài khoản của người đại diện.`,
        }
      },
      (trouble) => assistedPage(c, trouble),
    )
  })
  .get(paths.producer.file(':id'), async (c) => c.html(await filePage(c)))
  .get(paths.producer.amend(':id'), async (c) => c.html(await amendPage(c)))
  .post(paths.producer.amend(':id'), (c) =>
    submit(
      c,
      AmendmentInput,
      async (input) => {
        const { id } = await amendProducer(c.var.ctx, param(c, 'id'), input)
        return { to: paths.producer.file(id), say: 'Đã lưu thông tin chủ thể.' }
      },
      (trouble) => amendPage(c, trouble),
    ),
  )
  .post(paths.producer.members(':id'), (c) =>
    submit(
      c,
      MemberInput,
      async (input) => {
        await addMemberBySignInName(c.var.ctx, param(c, 'id'), input)
        return { to: paths.producer.file(param(c, 'id')), say: 'Đã thêm người làm thay chủ thể.' }
      },
      (trouble) => filePage(c, { member: trouble }),
    ),
  )
  .post(paths.producer.endMember(':id'), (c) =>
    submit(
      c,
      EndingInput,
      async ({ accountId }) => {
        const id = param(c, 'id')
        await endMembership(c.var.ctx, id, accountId)
        const self = accountId === c.var.ctx.actor.id
        return { to: self ? paths.producer.mine() : paths.producer.file(id), say: 'Đã ghi người này thôi làm thay.' }
      },
      (trouble) => filePage(c, { member: trouble }),
    ),
  )
  .post(paths.producer.succeed(':id'), (c) =>
    submit(
      c,
      SuccessionInput,
      async (input) => {
        await recordSuccession(c.var.ctx, param(c, 'id'), input)
        return { to: paths.producer.file(param(c, 'id')), say: 'Đã ghi kế thừa. Sản phẩm và sao đi theo chủ thể mới.' }
      },
      (trouble) => filePage(c, { succession: trouble }),
    ),
  )

async function minePage(c: Request) {
  const own = await ownProducers(c.var.ctx)
  const placed = await Promise.all(own.map(async (producer) => ({ producer, place: await placeOf(c, producer) })))
  return (
    <DeskPage {...frame(c)} title="Chủ thể của tôi">
      <div class="stack">
        <div class="row apart">
          <h1>Chủ thể của tôi</h1>
          {own.length > 0 ? (
            <LinkButton href={paths.producer.register()} kind="secondary" icon="plus">
              Đăng ký chủ thể khác
            </LinkButton>
          ) : null}
        </div>
        {placed.length === 0 ? <NoProducerYet /> : placed.map((one) => <OwnProducer {...one} />)}
      </div>
    </DeskPage>
  )
}

async function registerPage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const provinces = await provincesToday(ctx)
  const province = provinces.find(({ code }) => code === c.req.query('tinh'))
  const communes = province ? await communesOfProvince(ctx, province.code) : []
  return (
    <DeskPage
      {...frame(c)}
      title="Đăng ký chủ thể"
      crumbs={[{ label: 'Chủ thể của tôi', href: paths.producer.mine() }, { label: 'Đăng ký' }]}
    >
      <div class="stack">
        <h1>Đăng ký chủ thể</h1>
        <BeforeRegistering />
        {province === undefined ? (
          <ProvinceStep
            action={paths.producer.register()}
            provinces={provinces.map(optionOf)}
            label="Chủ thể ở tỉnh, thành phố nào?"
            asked={c.req.query('tinh')}
          />
        ) : (
          <>
            <ChosenProvince name={province.fullName} back={paths.producer.register()} />
            <RegistrationForm
              communes={communes.map(optionOf)}
              action={paths.producer.register({ tinh: province.code })}
              trouble={trouble}
            />
          </>
        )}
      </div>
    </DeskPage>
  )
}

function optionOf({ code, fullName }: { code: string; fullName: string }) {
  return { value: code, label: fullName }
}

/** The commune of `?xa=`, or the one where the officer works. */
async function communeAsked(c: Request) {
  const { ctx } = c.var
  const code = c.req.query('xa') ?? communeOfWork(ctx.actor)
  const unit = code === undefined ? undefined : await unitAt(ctx, code, ctx.today)
  const commune = orMissing(unit?.kind === 'commune' ? unit : undefined)
  return orMissing(
    producerAccess['list-commune'](ctx.actor, { unit: commune.code, province: commune.provinceCode })
      ? commune
      : undefined,
  )
}

function communeOfWork({ postings }: Actor): string | undefined {
  return postings.find(({ role }) => role === 'commune-officer' || role === 'commune-leader')?.unit
}

async function communePage(c: Request) {
  const { code, fullName, provinceCode } = await communeAsked(c)
  const words = c.req.query('q')?.trim() ?? ''
  const page = pageAsked(c.req.query('trang'))
  const list = await communeRegister(c.var.ctx, code, provinceCode, { words, page })
  return (
    <DeskPage {...frame(c)} title={`Chủ thể của ${lowerFirst(fullName)}`}>
      <div class="stack">
        <div class="row apart">
          <h1>Chủ thể của {lowerFirst(fullName)}</h1>
          {producerAccess['register-for'](c.var.ctx.actor, { unit: code, province: provinceCode }) ? (
            <LinkButton href={paths.producer.registerFor({ xa: code })} icon="plus">
              Đăng ký thay chủ thể
            </LinkButton>
          ) : null}
        </div>
        <CommuneList commune={code} communeName={lowerFirst(fullName)} words={words} list={list} />
      </div>
    </DeskPage>
  )
}

async function assistedPage(c: Request, trouble?: Trouble) {
  const { code, fullName, provinceCode } = await communeAsked(c)
  orMissing(producerAccess['register-for'](c.var.ctx.actor, { unit: code, province: provinceCode }) || undefined)
  const crumbs = [
    { label: `Chủ thể của ${lowerFirst(fullName)}`, href: paths.producer.commune({ xa: code }) },
    { label: 'Đăng ký thay' },
  ]
  return (
    <DeskPage {...frame(c)} title="Đăng ký thay chủ thể" crumbs={crumbs}>
      <div class="stack">
        <h1>Đăng ký thay chủ thể ở {lowerFirst(fullName)}</h1>
        <Notice kind="info">Hỏi và ghi lại sự đồng ý trước khi nhập. Chủ thể xem được mọi điều bạn ghi.</Notice>
        <AssistedForm action={paths.producer.registerFor({ xa: code })} trouble={trouble} />
      </div>
    </DeskPage>
  )
}
