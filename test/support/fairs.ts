import { openFair } from '../../src/fair/actions.ts'
import type { FairInput } from '../../src/fair/model.ts'
import { province } from './awarding.ts'
import { tradeOfficer } from './gathering.ts'
import type { World } from './world.ts'

/** An invented week of goods in December; everything a form sends. */
export const week: FairInput = {
  unit: province,
  kind: 'week',
  reach: 'country',
  title: 'Tuần hàng mẫu',
  organiser: 'Sở Công Thương mẫu',
  province,
  place: 'Quảng trường mẫu',
  audience: 'Người tiêu dùng thành phố',
  opensOn: '2026-12-10',
  closesOn: '2026-12-14',
  applyBy: '2026-12-01',
  booths: 2,
  leastStars: 3,
  highlight: false,
  edition: 0,
}

/** Fairs that never meet each other, unless a test wants them to: each in its own week and for its own people. */
export function fairing(world: World) {
  let count = 0
  const open = (change: Partial<FairInput> = {}) => openFair(world.as(tradeOfficer), { ...week, ...change })
  const apart = (change: Partial<FairInput> = {}) => {
    count++
    const clashReason = `Mẫu ${count}: lịch khác đối tượng`
    return open({ title: `Tuần hàng mẫu ${count}`, audience: `Khách mẫu ${count}`, clashReason, ...change })
  }
  return { open, apart }
}
