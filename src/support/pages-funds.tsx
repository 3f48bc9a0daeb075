import { Hono } from 'hono'
import { yearOf } from '../kernel/civil-date.ts'
import { newId } from '../kernel/id.ts'
import { pageAsked } from '../kernel/page.ts'
import { orMissing } from '../kernel/refusal.ts'
import { submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import { param } from '../platform/web.ts'
import type { Env, Request } from '../platform/web.ts'
import { placeName, provincesToday } from '../territory/actions.ts'
import { DeskPage, PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { fundsPage, fundsList, ledgerToExport, sourceOfEntry } from './actions-funds.ts'
import { allocate, correctEntry, openSource } from './actions-money.ts'
import { endPolicy, enterPolicy, officeUnits, policyList, policyPage } from './actions-policy.ts'
import { ledgerCsv } from './ledger-file.ts'
import { AllocateInput, CorrectInput, SourceInput } from './model-ledger.ts'
import { EndPolicyInput, PolicyInput } from './model.ts'
import { FundsListView, FundsView } from './views-funds.tsx'
import type { OwnUnit } from './views-funds.tsx'
import { PolicyForm, PolicyListView, PolicyView } from './views-policy.tsx'

export const fundsPages = new Hono<Env>()
  .get(paths.support.funds(), signedIn, async (c) => c.html(await listPage(c)))
  .post(paths.support.funds(), (c) =>
    submit(
      c,
      SourceInput,
      async (input) => ({
        to: paths.support.source(await openSource(c.var.ctx, input)),
        say: 'Đã mở nguồn. Ghi phân bổ đầu tiên ở dưới.',
      }),
      (trouble) => listPage(c, trouble),
    ),
  )
  .get(paths.support.source(':id'), signedIn, async (c) => c.html(await sourcePage(c, param(c, 'id'))))
  .post(paths.support.allocate(':id'), (c) =>
    submit(
      c,
      AllocateInput,
      async (input) => {
        await allocate(c.var.ctx, param(c, 'id'), input)
        return { to: paths.support.source(param(c, 'id')), say: 'Đã ghi phân bổ.' }
      },
      (trouble) => sourcePage(c, param(c, 'id'), { allocate: trouble }),
    ),
  )
  .get(paths.support.ledgerFile(':id'), signedIn, async (c) =>
    c.body(ledgerCsv(await ledgerToExport(c.var.ctx, param(c, 'id'))), 200, {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="so-cai-${c.var.ctx.today}.csv"`,
    }),
  )
  .post(paths.support.correct(':id'), (c) =>
    submit(
      c,
      CorrectInput,
      async (input) => {
        const source = await correctEntry(c.var.ctx, param(c, 'id'), input)
        return { to: paths.support.source(source), say: 'Đã ghi bút toán ngược.' }
      },
      async (trouble) =>
        sourcePage(c, await sourceOfEntry(c.var.ctx, param(c, 'id')), { correct: trouble }, param(c, 'id')),
    ),
  )

export const policyPages = new Hono<Env>()
  .get(paths.support.policies(), async (c) => c.html(await policiesPage(c)))
  .get(paths.support.policyBegin(), signedIn, async (c) => c.html(await newPolicyPage(c)))
  .post(paths.support.policyBegin(), (c) =>
    submit(
      c,
      PolicyInput,
      async (input) => ({ to: paths.support.policy(await enterPolicy(c.var.ctx, input)), say: 'Đã lưu chính sách.' }),
      (trouble) => newPolicyPage(c, trouble),
    ),
  )
  .get(paths.support.policy(':id'), async (c) => c.html(await onePolicyPage(c)))
  .post(paths.support.endPolicy(':id'), (c) =>
    submit(
      c,
      EndPolicyInput,
      async (input) => {
        await endPolicy(c.var.ctx, param(c, 'id'), input)
        return { to: paths.support.policy(param(c, 'id')), say: 'Đã ghi thôi áp dụng.' }
      },
      (trouble) => onePolicyPage(c, trouble),
    ),
  )

async function ownUnits({ var: { ctx } }: Request): Promise<readonly OwnUnit[]> {
  return Promise.all(
    officeUnits(ctx).map(async (code) => ({ code, name: (await placeName(ctx, code, ctx.today)) ?? code })),
  )
}

async function listPage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const funds = await fundsList(ctx, pageAsked(c.req.query('trang')))
  return (
    <DeskPage {...frame(c)} title="Nguồn kinh phí hỗ trợ">
      <FundsListView funds={funds} units={await ownUnits(c)} year={yearOf(ctx.today)} trouble={trouble} />
    </DeskPage>
  )
}

async function sourcePage(
  c: Request,
  id: string,
  troubles: { allocate?: Trouble; correct?: Trouble } = {},
  correcting = c.req.query('sua'),
) {
  const file = await fundsPage(c.var.ctx, id, pageAsked(c.req.query('trang')))
  return (
    <DeskPage {...frame(c)} title={file.funds.name}>
      <FundsView {...file} formKey={newId()} correcting={correcting} troubles={troubles} />
    </DeskPage>
  )
}

async function policiesPage(c: Request) {
  const { ctx } = c.var
  const provinces = await provincesToday(ctx)
  const province = provinces.find(({ code }) => code === c.req.query('tinh'))?.code
  const policies = await policyList(ctx, { province, page: pageAsked(c.req.query('trang')) })
  const mayEnter = officeUnits(ctx).length > 0
  return (
    <PublicPage
      {...frame(c)}
      title="Chính sách hỗ trợ OCOP"
      crumbs={[{ label: 'Trang chủ', href: paths.home() }, { label: 'Chính sách hỗ trợ' }]}
    >
      <PolicyListView {...{ policies, provinces, province, mayEnter }} today={ctx.today} />
    </PublicPage>
  )
}

/** @throws {Refused} `kernel/not-found` for whoever works in no support office: for them there is no such page. */
async function newPolicyPage(c: Request, trouble?: Trouble) {
  const units = await ownUnits(c)
  orMissing(units[0])
  return (
    <DeskPage {...frame(c)} title="Nhập chính sách hỗ trợ">
      <PolicyForm units={units} trouble={trouble} />
    </DeskPage>
  )
}

async function onePolicyPage(c: Request, trouble?: Trouble) {
  const found = await policyPage(c.var.ctx, param(c, 'id'))
  return (
    <PublicPage
      {...frame(c)}
      title={found.policy.title}
      crumbs={[{ label: 'Chính sách hỗ trợ', href: paths.support.policies() }, { label: found.policy.title }]}
    >
      <PolicyView {...found} today={c.var.ctx.today} trouble={trouble} />
    </PublicPage>
  )
}
