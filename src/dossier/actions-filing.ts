import { record } from '../audit/actions.ts'
import { papersOf } from '../evidence/actions.ts'
import type { WalletPaper } from '../evidence/model.ts'
import { newId } from '../kernel/id.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { productById } from '../product/actions.ts'
import { groupUnder } from '../product/actions-grouping.ts'
import { assess, readiness } from '../regime/assess.ts'
import { rubricById } from '../regime/law.ts'
import type { Rubric } from '../regime/model.ts'
import { regimeFor } from '../regime/transition.ts'
import { dossierAccess, placeOf } from './access.ts'
import { isDone, lawOf, lockedFor, moveDossier, onBehalf, wholeDossier, writable } from './actions.ts'
import { freeze } from './actions-filed.ts'
import { faultsOfFiling, sureChoices } from './filing.ts'
import type { Filing } from './filing.ts'
import type { Attachment, Dossier, ReturnInput, Whole } from './model.ts'
import { generalList, papersAt } from './model.ts'
import { mergeTyped } from './merge.ts'
import { judgeMove, judgeReturn } from './rules.ts'
import { layOnDesk } from './store-follow.ts'
import * as store from './store.ts'

/**
 * Ties papers of the wallet to criteria; each paper exists once and is reused, never asked for again.
 * @param seen what the page showed at each criterion; absent for who sends the whole list.
 * @throws {Refused} `dossier/papers-elsewhere` at each criterion whose papers two windows changed; where they changed
 * different criteria both are kept.
 */
export function attachPapers(
  ctx: Context,
  id: string,
  attachments: readonly Attachment[],
  seen?: Readonly<Record<string, string>>,
): Promise<void> {
  return atomically(ctx, async (tx) => {
    const dossier = await writable(tx, id)
    const places = new Set([generalList, ...rubricOf(dossier).criteria.map(({ code }) => code)])
    const lost = attachments.find(({ criterion }) => !places.has(criterion))
    if (lost) throw new Refused({ code: 'dossier/no-such-criterion', facts: { criterion: lost.criterion } })
    const wallet = new Map((await walletOf(tx, dossier)).map((paper) => [paper.id, paper.title]))
    if (attachments.some(({ paperId }) => !wallet.has(paperId))) throw new Refused({ code: 'dossier/paper-not-yours' })
    const kept = papersAt(await store.attachmentsOf(tx, id))
    const { fields, clashes } = mergeTyped(kept, seen ?? kept, papersAt(attachments))
    const titles = (papers = '') => split(papers).map((paper) => wallet.get(paper) ?? paper)
    if (clashes.length > 0)
      throw new Refused(
        ...clashes.map((criterion) => ({
          code: 'dossier/papers-elsewhere',
          field: `giay[${criterion}]`,
          facts: { papers: titles(kept[criterion]).join('; ') },
          overtaken: true as const,
        })),
      )
    const tied = Object.entries(fields).flatMap(([criterion, papers]) =>
      split(papers).map((paperId) => ({ criterion, paperId })),
    )
    await store.replaceAttachments(tx, id, tied)
    await record(tx, 'dossier.papers-attached', id, { papers: tied.length, ...onBehalf(tx, dossier) })
  })
}

function split(papers: string): string[] {
  return papers === '' ? [] : papers.split(' ')
}

/** The papers that may be tied to a dossier: those that nobody took out of the wallet. */
export async function walletOf(ctx: Context, { producerId }: Pick<Dossier, 'producerId'>): Promise<WalletPaper[]> {
  return (await papersOf(ctx, producerId)).filter(({ withdrawnAt }) => withdrawnAt === null)
}

function rubricOf({ text, rubric }: Pick<Dossier, 'text' | 'rubric'>): Rubric {
  return orMissing(rubricById(`${text}/${rubric}`))
}

/** What filing looks at, for the page that shows what is missing before anybody presses a button. */
export async function filingOf(ctx: Context, whole: Whole): Promise<Filing> {
  const { dossier, form01, form02, selfScore, attachments } = whole
  return {
    kind: dossier.kind,
    law: lawOf(dossier),
    rubric: rubricOf(dossier),
    form01,
    form02,
    selfScore,
    attachments,
    papers: await papersOf(ctx, dossier.producerId),
    today: ctx.today,
  }
}

export interface Standing {
  readonly faults: ReturnType<typeof faultsOfFiling>
  readonly claimed: ReturnType<typeof assess>
  readonly sure: ReturnType<typeof readiness>
}

/** Points sure and possible, the range of stars, and every fault that filing would meet. */
export async function standingOf(ctx: Context, whole: Whole): Promise<Standing> {
  const filing = await filingOf(ctx, whole)
  const { law, rubric, selfScore } = filing
  return {
    faults: faultsOfFiling(filing),
    claimed: assess(law, rubric, selfScore.choices),
    sure: readiness(law, rubric, sureChoices(filing)),
  }
}

/** Handing in is one button on one page, whichever of these it turned out to be. */
async function isHandedIn(tx: Tx, id: string, key: string | undefined): Promise<boolean> {
  for (const act of ['file', 'complete', 'complete-for-province'] as const)
    if (await isDone(tx, id, act, key)) return true
  return false
}

/** Files the whole: every fault at once or the whole dossier, frozen with what was asked and the hash of each file. */
export function fileDossier(ctx: Context, id: string, key?: string): Promise<Dossier> {
  return atomically(ctx, async (tx) => {
    const dossier = await lockedFor(tx, id, 'file')
    if (await isHandedIn(tx, id, key)) return dossier
    orRefuse(judgeMove(dossier, 'file', lawOf(dossier)))
    const text = orRefuse(regimeFor({ filedOn: tx.today, kind: dossier.kind, evaluatedOn: tx.today }))
    // The form changed under a draft: choices made under one rubric are not carried into another.
    if (text !== dossier.text) throw new Refused({ code: 'dossier/text-changed' })
    const group = await groupUnder(tx, orMissing(await productById(tx, dossier.productId)), text)
    if (group !== dossier.rubric) throw new Refused({ code: 'dossier/group-changed' })
    const whole = await wholeDossier(tx, id)
    const faults = faultsOfFiling(await filingOf(tx, whole))
    if (faults.length > 0) throw new Refused(...faults)
    await layOnDesk(tx, id, dossier.communeToday)
    await store.pinAtFiling(tx, id, { text, rubric: dossier.rubric, filedOn: tx.today })
    const filed = await moveDossier(tx, id, 'file', { key, told: { text, rubric: dossier.rubric } })
    await freeze(tx, whole)
    return filed
  })
}

/** The commune or the province sends it back: once, with every defect tied to an article. */
export function returnDossier(ctx: Context, id: string, { defects, lateReason, key }: ReturnInput): Promise<Dossier> {
  return sendBack(ctx, id, 'return', { defects, lateReason, key })
}

export function askCompletion(ctx: Context, id: string, input: ReturnInput): Promise<Dossier> {
  return sendBack(ctx, id, 'ask-completion', input)
}

function sendBack(
  ctx: Context,
  id: string,
  act: 'return' | 'ask-completion',
  { defects, lateReason, key }: ReturnInput,
): Promise<Dossier> {
  return atomically(ctx, async (tx) => {
    const dossier = await lockedFor(tx, id, act)
    if (await isDone(tx, id, act, key)) return dossier
    orRefuse(judgeMove(dossier, act, lawOf(dossier)))
    const steps = await store.stepsOf(tx, id)
    const ofThisStage = new Set(steps.filter((step) => step.act === act).map(({ position }) => position))
    const earlier = (await store.defectsOf(tx, id)).filter(({ stepPosition }) => ofThisStage.has(stepPosition))
    const right = act === 'return' ? 'sign-at-commune' : 'sign-at-province'
    const byLeader = dossierAccess[right](tx.actor, placeOf(dossier))
    const reason = orRefuse(judgeReturn(earlier, { lateReason, byLeader }))
    const returned = await moveDossier(tx, id, act, {
      key,
      article: defects[0]?.article,
      told: { defects: defects.length, late: reason !== null },
    })
    const position = (await store.stepsOf(tx, id)).at(-1)?.position ?? 1
    await store.addDefects(
      tx,
      id,
      position,
      defects.map((defect) => ({ id: newId(), ...defect, lateReason: reason })),
    )
    return returned
  })
}

/** The producer mended what was listed; the clock of the receiving level starts anew. */
export function completeDossier(ctx: Context, id: string, key?: string): Promise<Dossier> {
  return atomically(ctx, async (tx) => {
    const before = orMissing(await store.dossierById(tx, id))
    const act = before.state === 'completion-asked' ? 'complete-for-province' : 'complete'
    const dossier = await lockedFor(tx, id, act)
    if (await isHandedIn(tx, id, key)) return dossier
    orRefuse(judgeMove(dossier, act, lawOf(dossier)))
    const whole = await wholeDossier(tx, id)
    const faults = faultsOfFiling(await filingOf(tx, whole))
    if (faults.length > 0) throw new Refused(...faults)
    await store.mendDefects(tx, id, tx.now)
    const completed = await moveDossier(tx, id, act, { key })
    await freeze(tx, whole)
    return completed
  })
}

export function withdrawDossier(ctx: Context, id: string, reason: string, key?: string): Promise<Dossier> {
  return atomically(ctx, async (tx) => {
    const dossier = await lockedFor(tx, id, 'withdraw')
    if (await isDone(tx, id, 'withdraw', key)) return dossier
    return moveDossier(tx, id, 'withdraw', { reason, key })
  })
}
