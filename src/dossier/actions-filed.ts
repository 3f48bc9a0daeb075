import { canonicalJson, sha256 } from '../audit/rules.ts'
import { papersOf } from '../evidence/actions.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { orMissing } from '../kernel/refusal.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { producerById } from '../producer/actions.ts'
import { packsOf, productById } from '../product/actions.ts'
import { rubricById } from '../regime/law.ts'
import { unitAt } from '../territory/actions.ts'
import { boxesOf } from './filing.ts'
import type { Filed, FiledCopy, FiledRegister } from './model-filed.ts'
import type { Dossier, Whole } from './model.ts'
import * as store from './store.ts'

/** What the forms take from the register and the wallet, as of now. */
export async function registerOf(ctx: Context, dossier: Dossier): Promise<FiledRegister> {
  const [product, producer, packs, papers, commune, province] = await Promise.all([
    productById(ctx, dossier.productId),
    producerById(ctx, dossier.producerId),
    packsOf(ctx, dossier.productId),
    papersOf(ctx, dossier.producerId),
    nameOf(ctx, dossier.communeToday, dossier.communeCode, dossier.communeOn),
    nameOf(ctx, dossier.provinceToday, dossier.provinceCode, dossier.communeOn),
  ])
  const p = orMissing(producer)
  return {
    producer: {
      name: p.name,
      kind: p.kind,
      registrationNo: p.registrationNo,
      registrationOn: p.registrationOn,
      foundedOn: p.foundedOn,
      representativeName: p.representativeName,
      representativePosition: p.representativePosition,
      representativeSex: p.representativeSex,
      representativeEthnicity: p.representativeEthnicity,
      representativeDisabled: p.representativeDisabled,
      representativeAddress: p.representativeAddress,
      address: p.address,
      phone: p.phone,
      email: p.email,
      labourTotal: p.labourTotal,
      labourLocal: p.labourLocal,
      history: p.history,
      structure: p.structure,
    },
    product: { name: orMissing(product).name, packs: packs.map(({ label }) => label) },
    commune,
    province,
    boxes: boxesOf(papers, ctx.today),
  }
}

/** The unit of today; as it was called when the dossier was opened while nobody settled where it now belongs. */
async function nameOf(ctx: Context, today: string | null, code: string, on: CivilDate): Promise<string> {
  const unit = await (today === null ? unitAt(ctx, code, on) : unitAt(ctx, today, ctx.today))
  return unit?.fullName ?? ''
}

/** The dossier as it would be handed in now. */
export async function asOfNow(ctx: Context, whole: Whole): Promise<Filed & { readonly register: FiledRegister }> {
  const { dossier, form01, form02, selfScore, attachments } = whole
  const rubric = orMissing(rubricById(`${dossier.text}/${dossier.rubric}`))
  const papers = (await papersOf(ctx, dossier.producerId)).filter(({ id }) =>
    attachments.some(({ paperId }) => paperId === id),
  )
  return {
    text: dossier.text,
    rubric: rubric.id,
    asked: rubric.criteria.map(({ code, name, part, options }) => ({
      code,
      name,
      part,
      options: options.map(({ points, label }) => ({ points, label })),
    })),
    form01,
    form02,
    selfScore,
    attachments,
    papers: papers.map(({ id, kind, title, number, issuer, issuedOn, expiresOn, file }) => ({
      id,
      kind,
      title,
      number,
      issuer,
      issuedOn,
      expiresOn,
      file,
    })),
    register: await registerOf(ctx, dossier),
  }
}

/** Keeps what was asked with what was answered, the register and the hash of every file, as of the last step. */
export async function freeze(tx: Tx, whole: Whole, { withReport = false } = {}): Promise<void> {
  const now = await asOfNow(tx, whole)
  const content = withReport ? { ...now, form03: whole.form03 } : now
  const steps = await store.stepsOf(tx, whole.dossier.id)
  await store.keepFiledCopy(tx, whole.dossier.id, steps.at(-1)?.position ?? 1, content, sha256(canonicalJson(content)))
}

/** What was kept of a dossier, oldest first; the caller has judged who may read it. */
export function filedCopiesOf(ctx: Context, dossierId: string): Promise<FiledCopy[]> {
  return store.filedCopiesOf(ctx, dossierId)
}
