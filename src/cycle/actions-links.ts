import { wholeDossier } from '../dossier/actions.ts'
import { evidenceAccess } from '../evidence/access.ts'
import { isAllowed } from '../kernel/refusal.ts'
import { outcomeAccess } from '../outcome/access.ts'
import type { Context } from '../platform/context.ts'
import { productAccess } from '../product/access.ts'
import { tradeAccess } from '../trade/access.ts'
import type { CyclePlace } from './access.ts'
import type { Help, HelpKind } from './model.ts'

type May = (ctx: Context, at: CyclePlace, help: Help) => boolean | Promise<boolean>

const readsProduct: May = ({ actor }, at) => productAccess.read(actor, at)
const readsDossier: May = async (ctx, _, { product }) =>
  product?.dossierId != null && isAllowed(wholeDossier(ctx, product.dossierId))
const hasCertificate: May = (_, __, { product }) => product?.certificate != null

/** Helps whose place is not everybody's to open; each slice judges its own. */
const judges: Partial<Record<HelpKind, May>> = {
  describe: ({ actor }, at) => productAccess.describe(actor, at),
  'mend-dossier': readsDossier,
  'finish-dossier': readsDossier,
  renew: hasCertificate,
  raise: hasCertificate,
  regain: readsProduct,
  'first-dossier': readsProduct,
  offer: readsProduct,
  papers: ({ actor }, at) => evidenceAccess.read(actor, at),
  report: ({ actor }, at) => outcomeAccess['read-report'](actor, at),
  'ask-volume': ({ actor }, at) => outcomeAccess['read-owing'](actor, at),
  chain: ({ actor }, at) => tradeAccess['read-chain'](actor, at),
}

/** Of these helps, the ones whose place an officer who looks after the producer may open. */
export async function openHelps(ctx: Context, at: CyclePlace, helps: readonly Help[]): Promise<ReadonlySet<Help>> {
  const judged = await Promise.all(helps.map((help) => judges[help.kind]?.(ctx, at, help) ?? true))
  return new Set(helps.filter((_, index) => judged[index]))
}
