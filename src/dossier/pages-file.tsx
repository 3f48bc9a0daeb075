import { papersOf } from '../evidence/actions.ts'
import { orMissing } from '../kernel/refusal.ts'
import type { Context } from '../platform/context.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Request } from '../platform/web.ts'
import { producerById } from '../producer/actions.ts'
import { productById } from '../product/actions.ts'
import { rubricById } from '../regime/law.ts'
import { placeName } from '../territory/actions.ts'
import { ErrorSummary, wholeTrouble } from '../ui/error-summary.tsx'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { TypedText } from '../ui/typed-text.tsx'
import { dossierAccess, placeOf } from './access.ts'
import { isOutdated } from './actions-follow.ts'
import { lawOf, wholeDossier } from './actions.ts'
import { assistanceOf } from './actions-assisted.ts'
import { filedCopiesOf, registerOf } from './actions-filed.ts'
import { standingOf } from './actions-filing.ts'
import { daysLeft } from './actions-queue.ts'
import { registerSince } from './difference.ts'
import type { Dossier } from './model.ts'
import { termOf } from './clock.ts'
import { canWrite, turnOf } from './rules.ts'
import { copyFor, submissionsOf } from './submissions.ts'
import { AssistanceNotice } from './views-assisted.tsx'
import { DossierFile } from './views.tsx'
import type { Rights } from './views-acts.tsx'
import type { SubmissionsProps } from './views-submissions.tsx'

/** The page of one dossier, for whoever may read it. */
export async function filePage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const whole = await wholeDossier(ctx, param(c, 'id'))
  const { dossier } = whole
  const rubric = dossier.rubric === null ? undefined : rubricById(`${dossier.text}/${dossier.rubric}`)
  const [product, producer, papers, standing, place, outdated, left, kept, assistance] = await Promise.all([
    productById(ctx, dossier.productId),
    producerById(ctx, dossier.producerId),
    papersOf(ctx, dossier.producerId),
    rubric?.scorable ? standingOf(ctx, whole) : undefined,
    placeOfFiling(ctx, dossier),
    isOutdated(ctx, dossier),
    dossier.dueOn === null ? undefined : daysLeft(ctx, dossier.dueOn, dossier.provinceToday),
    keptOf(ctx, dossier),
    assistanceOf(ctx, dossier.id),
  ])
  const { name, code } = orMissing(product)
  const names = { product: name, code, producer: orMissing(producer).name, place }
  const crumbs = [{ label: 'Hồ sơ', href: paths.dossier.list() }, { label: names.product }]
  return (
    <DeskPage {...frame(c)} title={names.product} crumbs={crumbs}>
      <ErrorSummary trouble={trouble && wholeTrouble(trouble)} />
      <AssistanceNotice
        id={dossier.id}
        assistance={assistance}
        mayEnd={dossierAccess['end-assistance'](ctx.actor, placeOf(dossier))}
      />
      {trouble ? <TypedText values={trouble.values} /> : null}
      <DossierFile
        whole={whole}
        names={names}
        rubric={rubric}
        standing={standing}
        papers={papers}
        daysLeft={left}
        outdated={outdated}
        article={termOf(dossier, lawOf(dossier))?.article}
        kept={kept}
        rights={rightsOf(c, dossier)}
        say={c.var.sentence}
      />
    </DeskPage>
  )
}

/** The submissions, the copy the commune signed, and what the register says otherwise by now. */
async function keptOf(ctx: Context, dossier: Dossier): Promise<SubmissionsProps> {
  const copies = await filedCopiesOf(ctx, dossier.id)
  const submissions = submissionsOf(copies)
  const last = submissions.at(-1)?.content
  const since = last?.register ? registerSince(last.register, await registerOf(ctx, dossier), last) : []
  return { submissions, report: copyFor(copies, '03'), since }
}

/** The place as it was on the papers, and where it is today. */
async function placeOfFiling(ctx: Context, { communeCode, communeOn, communeToday }: Dossier): Promise<string> {
  const [then, now] = await Promise.all([
    placeName(ctx, communeCode, communeOn),
    communeToday === null ? undefined : placeName(ctx, communeToday),
  ])
  if (now === undefined) return `${then ?? ''}, chưa xác định nay thuộc đơn vị nào`
  return then === undefined || then === now ? now : `${then}; nay là ${now}`
}

export function rightsOf({ var: { ctx } }: Request, dossier: Dossier): Rights {
  const place = placeOf(dossier)
  const may = (right: keyof typeof dossierAccess) => dossierAccess[right](ctx.actor, place)
  const owner = turnOf(dossier)
  const writing = canWrite(dossier.state)
  return {
    turn:
      (owner === 'producer' && may('write')) ||
      (owner === 'commune-officer' && may('check-at-commune')) ||
      (owner === 'commune-leader' && may('sign-at-commune')) ||
      (owner === 'province' && may('receive-at-province')) ||
      (owner === 'advisory-team' && may('advise-at-province')) ||
      (owner === 'province-leader' && may('sign-at-province')) ||
      (owner === 'ministry' && may('receive-at-ministry')),
    write: may('write') && writing,
    file: may('file') && writing,
    askHelp: may('ask-help') && writing && !dossier.helped,
    sayWritten: may('say-written') && writing && dossier.helped,
    withdraw: may('withdraw'),
    check: may('check-at-commune'),
    sign: may('sign-at-commune'),
    officer: may('check-at-commune') && !may('sign-at-commune'),
    receive: may('receive-at-province'),
    receiveAtMinistry: may('receive-at-ministry'),
    signAtProvince: may('sign-at-province'),
    advise: may('advise-at-province'),
    ask: may('ask-at-province'),
  }
}
