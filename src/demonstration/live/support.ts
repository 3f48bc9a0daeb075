import { newId } from '../../kernel/id.ts'
import { orMissing } from '../../kernel/refusal.ts'
import { askChoices, askSupport, proposeSupport, tellOutcome } from '../../support/actions.ts'
import { allocate, approveSupport, openSource, paySupport } from '../../support/actions-money.ts'
import { openEntitlements } from '../../support/actions-open.ts'
import { enterPolicy } from '../../support/actions-policy.ts'
import { entitlementPage } from '../../support/actions-reading.ts'
import type { PolicyInput } from '../../support/model.ts'
import type { Stage } from './stage.ts'

const officer = 'mau.ho-tro'
const leader = 'mau.lanh-dao-tinh-66'

/** An invented resolution of the sample province: no real text says this. */
const resolution: Omit<PolicyInput, 'title' | 'clause' | 'stars' | 'fixed' | 'fromDate'> = {
  unit: '66',
  document: 'Nghị quyết MẪU số 1/NQ-HĐND (dữ liệu mẫu)',
  kind: 'reward',
  opens: 'recognition',
  events: ['first', 'kept', 'upgraded'],
  once: 'no',
  paidBy: 'province',
}

const policies: readonly Omit<PolicyInput, 'fromDate'>[] = [
  { ...resolution, title: 'Thưởng sản phẩm đạt 3 sao', clause: 'Điều 3 khoản 1', stars: [3], fixed: 20_000_000 },
  { ...resolution, title: 'Thưởng sản phẩm đạt 4 sao', clause: 'Điều 3 khoản 2', stars: [4], fixed: 50_000_000 },
  {
    ...resolution,
    title: 'Hỗ trợ bao bì, nhãn',
    clause: 'Điều 4',
    kind: 'packaging',
    opens: 'request',
    stars: [],
    events: [],
    percent: 50,
    capItem: 30_000_000,
    capProducer: 60_000_000,
  },
  {
    ...resolution,
    title: 'Hỗ trợ thiết kế mẫu mã',
    clause: 'Điều 5',
    kind: 'design',
    opens: 'request',
    stars: [],
    events: [],
    percent: 100,
    capItem: 10_000_000,
    capProduct: 10_000_000,
    capCommune: 30_000_000,
    once: 'product',
  },
  {
    ...resolution,
    title: 'Chứng nhận chất lượng, do xã chi',
    clause: 'Điều 6',
    kind: 'certification',
    opens: 'request',
    stars: [3, 4, 5],
    events: [],
    percent: 70,
    capItem: 50_000_000,
    once: 'producer',
    paidBy: 'commune',
  },
]

/** Money of one province: what its recognitions opened, in every stage, and a request that waits. */
export async function enterSupport(stage: Stage, certificates: readonly string[], ago: number): Promise<void> {
  const early = await stage.as(officer, 150)
  for (const policy of policies) await enterPolicy(early, { ...policy, fromDate: early.today }, true)
  const sourceId = await openSource(
    early,
    {
      unit: '66',
      kind: 'local-budget',
      name: 'Ngân sách tỉnh mẫu',
      document: 'Quyết định giao dự toán mẫu',
      year: Number(early.today.slice(0, 4)),
    },
    true,
  )
  await allocate(early, sourceId, { key: newId(), amount: 400_000_000, document: 'Phân bổ mẫu 01' })
  const opened: string[] = []
  for (const number of certificates) opened.push(...(await openEntitlements(stage.system(ago), number)))
  const [paid, promised, waits] = opened
  if (paid !== undefined) await payOne(stage, paid, sourceId)
  if (promised !== undefined) await approveOne(stage, promised, sourceId, 20, '02')
  if (waits !== undefined) await propose(stage, waits, 6)
  await askForPackaging(stage)
}

async function propose(stage: Stage, id: string, ago: number): Promise<number> {
  const { entitlement } = await entitlementPage(await stage.as(officer, ago), id)
  const { amount } = entitlement
  await proposeSupport(await stage.as(officer, ago), id, { amount, reason: 'Đúng mức của nghị quyết mẫu.' })
  return amount
}

async function approveOne(stage: Stage, id: string, source: string, ago: number, number: string): Promise<number> {
  const amount = await propose(stage, id, ago + 5)
  await approveSupport(await stage.as(leader, ago), id, { key: newId(), source, document: `Phê duyệt mẫu ${number}` })
  return amount
}

async function payOne(stage: Stage, id: string, source: string): Promise<void> {
  const amount = await approveOne(stage, id, source, 30, '01')
  await paySupport(await stage.as(officer, 25), id, { key: newId(), amount, document: 'Chứng từ mẫu 01' })
  await tellOutcome(await stage.as(officer, 3), id, {
    result: 'Mua thêm một máy đóng gói nhỏ, giao hàng kịp vụ.',
    jobs: 2,
    revenue: 240_000_000,
  })
}

async function askForPackaging(stage: Stage): Promise<void> {
  const asking = await stage.as('mau.chu-the-ca-phe', 12)
  const { producers, policies: offers } = await askChoices(asking)
  const offer = orMissing(offers.find(({ kind }) => kind === 'packaging'))
  await askSupport(asking, {
    policy: offer.id,
    producer: orMissing(producers[0]).id,
    need: 'In lại túi 250 g có mã truy xuất và hướng dẫn pha, trước vụ Tết.',
    cost: 42_000_000,
  })
}
