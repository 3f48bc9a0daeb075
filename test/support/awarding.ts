import { systemActor } from '../../src/kernel/actor.ts'
import type { Actor } from '../../src/kernel/actor.ts'
import { enterPastDossier } from '../../src/dossier/actions-past.ts'
import { adoptRegulation, setUpCouncil } from '../../src/evaluation/actions-council.ts'
import { enterPastSession } from '../../src/evaluation/actions-past.ts'
import { openAccount } from '../../src/identity/actions.ts'
import { newId } from '../../src/kernel/id.ts'
import { atomically } from '../../src/platform/atomically.ts'
import { registerProducer } from '../../src/producer/actions.ts'
import { describeProduct } from '../../src/product/actions.ts'
import { draftDecision } from '../../src/recognition/actions-draft.ts'
import type { DossierKind } from '../../src/regime/model.ts'
import type { World } from './world.ts'

/** Xã Măng Đen, tỉnh Quảng Ngãi. */
export const commune = '23473'
export const province = '51'

const posted = (id: string, role: Actor['postings'][number]['role'], unit: string): Actor => ({
  id,
  name: id,
  postings: [{ role, unit, province: unit }],
  producers: [],
})

export const provinceOfficer = posted('tham-muu-tinh', 'province-officer', province)
export const provinceLeader = posted('lanh-dao-tinh', 'province-leader', province)
export const otherLeader = posted('lanh-dao-tinh-khac', 'province-leader', '68')
export const ministryOfficer = posted('tham-muu-bo', 'ministry-officer', 'VN')
export const ministryLeader = posted('lanh-dao-bo', 'ministry-leader', 'VN')

export const owner = (producerId: string): Actor => ({
  id: 'chu-the',
  name: 'Chủ thể mẫu',
  postings: [],
  producers: [producerId],
})

export interface Scored {
  readonly sessionId: string
  readonly dossiers: readonly string[]
  readonly products: readonly string[]
}

/** Who signs, and when, the decision after a session of 20 June. */
export const signed = { decidedOn: '2026-06-26', signerName: 'Nguyễn Văn Mẫu', signerTitle: 'Phó Chủ tịch' }

const beforeCouncil = ['report-from-commune', 'receive-at-province', 'start-advice', 'report-advice'] as const

/** Products, councils and closed sessions for the tests of whatever comes after scoring. All of it is invented. */
export function awarding(world: World) {
  const councils = new Map<string, { councilId: string; seats: readonly string[] }>()
  const system = (on: string) => world.as(systemActor, `${on}T02:00:00.000Z`)

  async function council(level: 'province' | 'ministry') {
    const known = councils.get(level)
    if (known) return known
    const ctx = system('2026-05-25')
    const seats = await Promise.all(
      ['a', 'b', 'c'].map((seat) =>
        openAccount(ctx, {
          signInName: `${level}-${seat}`,
          name: `Thành viên ${seat}`,
          password: 'mau-mau-mau-12',
          sample: true,
        }),
      ),
    )
    const councilId = await setUpCouncil(ctx, {
      level,
      unitCode: level === 'province' ? province : 'VN',
      name: 'Hội đồng mẫu',
      decisionNo: '1/QĐ-M',
      decidedOn: '2026-05-25',
      fromDate: '2026-05-25',
      seats: seats.map((accountId, index) => ({
        accountId,
        capacity: index === 0 ? 'chair' : 'member',
        agency: 'Cơ quan mẫu',
        votes: true,
      })),
    })
    await adoptRegulation(ctx, councilId, {
      documentNo: '2/QC-M',
      effectiveOn: '2026-05-25',
      quorumNumerator: 3,
      quorumDenominator: 4,
      chairRequired: true,
      spreadPoints: 10,
      gateRule: 'majority',
      fallback: 'highest-met',
    })
    councils.set(level, { councilId, seats })
    return { councilId, seats }
  }

  async function product(
    name: string,
    producerName = `HTX ${name}`,
  ): Promise<{ productId: string; producerId: string }> {
    const ctx = system('2026-05-26')
    const { id: producerId } = await registerProducer(ctx, {
      kind: 'cooperative',
      name: `${producerName} ${newId().slice(-6)}`,
      commune,
      representativeDisabled: false,
      sample: true,
    })
    const { id: productId } = await describeProduct(ctx, {
      producerId,
      name,
      group: '13',
      packs: [{ label: 'Gói 250 g' }],
    })
    return { productId, producerId }
  }

  async function dossier(
    productId: string,
    {
      kind = 'first',
      filedOn = '2026-06-01',
      upTo = 'report-advice',
    }: { kind?: DossierKind; filedOn?: string; upTo?: (typeof beforeCouncil)[number] } = {},
  ): Promise<string> {
    const { id } = await atomically(system(filedOn), (tx) =>
      enterPastDossier(tx, {
        productId,
        kind,
        text: '26-2026',
        rubric: '13',
        commune,
        filedOn,
        steps: beforeCouncil.slice(0, beforeCouncil.indexOf(upTo) + 1).map((act) => ({ act, on: filedOn })),
      }),
    )
    return id
  }

  async function session(
    level: 'province' | 'ministry',
    dossiers: readonly string[],
    totals: readonly number[],
    meetsOn: string,
  ): Promise<string> {
    const { councilId, seats } = await council(level)
    const { sessionId } = await atomically(system(meetsOn), (tx) =>
      enterPastSession(tx, {
        councilId,
        text: '26-2026',
        meetsOn,
        place: 'Phòng mẫu',
        present: seats,
        sample: true,
        items: dossiers.map((dossierId, index) => ({
          dossierId,
          totals: [totals[index] ?? 0, totals[index] ?? 0, totals[index] ?? 0],
        })),
      }),
    )
    return sessionId
  }

  /** Products with these names and totals, through a session of the province that is closed. */
  async function scored(given: Readonly<Record<string, number>>, meetsOn = '2026-06-20'): Promise<Scored> {
    const products: string[] = []
    for (const name of Object.keys(given)) products.push((await product(name)).productId)
    const dossiers: string[] = []
    for (const productId of products) dossiers.push(await dossier(productId))
    return { sessionId: await session('province', dossiers, Object.values(given), meetsOn), dossiers, products }
  }

  /** The same with its decisions drafted by an officer of the province. */
  async function drafted(given: Readonly<Record<string, number>>) {
    const closed = await scored(given)
    const decisions = await draftDecision(world.as(provinceOfficer), { sessionId: closed.sessionId })
    return { ...closed, decisions, decisionId: decisions[0] as string }
  }

  let lastNumber = 100
  const nextNumber = () => String(++lastNumber)

  return { product, dossier, session, scored, drafted, nextNumber }
}
