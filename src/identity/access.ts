import { country, holds } from '../kernel/actor.ts'
import type { Actor, Role, UnitCode } from '../kernel/actor.ts'

/** A unit as the rules of postings see it: today's code and the province that holds it. */
export interface Place {
  readonly unit: UnitCode
  readonly province: UnitCode
}

/** A posting to be given, ended or confirmed; absent means the most closed answer. */
export interface PostingPlace extends Place {
  readonly role?: Role
}

/** Accounts belong to no unit. */
export const anywhere: Place = { unit: country, province: country }

export type Tier = 'commune' | 'province' | 'country'

export function tierOf(unit: UnitCode): Tier | undefined {
  return unit === country ? 'country' : unit.length === 2 ? 'province' : unit.length === 5 ? 'commune' : undefined
}

const anyTier: readonly Tier[] = ['commune', 'province', 'country']
const councilTiers: readonly Tier[] = ['province', 'country']

/**
 * Where a role can sit. Producers are no posting (the register of producers ties people to them), and no district
 * officer can be posted since districts ended on 1 July 2025.
 */
export const roleTiers: Readonly<Record<Role, readonly Tier[]>> = {
  producer: [],
  'commune-officer': ['commune'],
  'commune-leader': ['commune'],
  'district-officer': [],
  'province-officer': ['province'],
  'advisory-member': councilTiers,
  'council-member': councilTiers,
  'council-secretary': councilTiers,
  'council-chair': councilTiers,
  'province-leader': ['province'],
  'ministry-officer': ['country'],
  'ministry-leader': ['country'],
  inspector: anyTier,
  'support-officer': anyTier,
  'training-officer': anyTier,
  'trade-officer': anyTier,
  editor: anyTier,
  auditor: councilTiers,
  administrator: councilTiers,
}

/** The system (first start, command line) has no unit: whoever runs it holds the machine. */
function isSystem(actor: Actor): boolean {
  return actor.id === 'system'
}

/** Who gives a posting: the leader of the unit; a leader's own posting comes from the leader one level up. */
function mayPost(actor: Actor, { role, unit, province }: PostingPlace): boolean {
  if (role === undefined) return false
  const tier = tierOf(unit)
  if (tier === undefined || !roleTiers[role].includes(tier)) return false
  if (isSystem(actor)) return true
  if (role === 'commune-leader') return holds(actor, 'province-leader', province)
  if (role === 'province-leader' || tier === 'country') return holds(actor, 'ministry-leader', country)
  return holds(actor, tier === 'province' ? 'province-leader' : 'commune-leader', unit)
}

function operates(actor: Actor): boolean {
  return isSystem(actor) || actor.postings.some(({ role }) => role === 'administrator')
}

export const identityAccess = {
  'give-posting': mayPost,
  'end-posting': mayPost,
  'confirm-posting': mayPost,
  /** A unit that was split has no leader of its own any more: the province, or the ministry, settles it. */
  'settle-posting': (actor: Actor, { province }: Place) =>
    isSystem(actor) || holds(actor, 'province-leader', province) || holds(actor, 'ministry-leader', country),
  'read-postings': (actor: Actor, { unit, province }: Place) =>
    holds(actor, ['commune-leader', 'province-leader', 'ministry-leader'], unit) ||
    holds(actor, 'province-leader', province) ||
    holds(actor, 'ministry-leader', country) ||
    holds(actor, 'auditor', province) ||
    holds(actor, 'auditor', country),
  'open-account': (actor: Actor, _place: Place) => operates(actor),
  'close-account': (actor: Actor, _place: Place) => operates(actor),
  'renew-password': (actor: Actor, _place: Place) => operates(actor),
  'link-identity': (actor: Actor, _place: Place) => operates(actor),
  'unlink-identity': (actor: Actor, _place: Place) => operates(actor),
  'read-accounts': (actor: Actor, _place: Place) => operates(actor),
} satisfies Record<string, (actor: Actor, place: PostingPlace) => boolean>

/** Vietnamese names of the roles, as the law and the offices call them. */
export const roleNames: Readonly<Record<Role, string>> = {
  producer: 'Chủ thể',
  'commune-officer': 'Cán bộ cấp xã',
  'commune-leader': 'Lãnh đạo UBND cấp xã',
  'district-officer': 'Cán bộ cấp huyện (trước 01/7/2025)',
  'province-officer': 'Cán bộ cơ quan tham mưu cấp tỉnh',
  'advisory-member': 'Thành viên Tổ tư vấn',
  'council-member': 'Thành viên Hội đồng',
  'council-secretary': 'Thư ký Hội đồng',
  'council-chair': 'Chủ tịch Hội đồng',
  'province-leader': 'Lãnh đạo UBND cấp tỉnh',
  'ministry-officer': 'Cán bộ Bộ Nông nghiệp và Môi trường',
  'ministry-leader': 'Lãnh đạo Bộ Nông nghiệp và Môi trường',
  inspector: 'Cán bộ kiểm tra, giám sát',
  'support-officer': 'Cán bộ hỗ trợ chính sách',
  'training-officer': 'Cán bộ đào tạo, tập huấn',
  'trade-officer': 'Cán bộ xúc tiến thương mại',
  editor: 'Biên tập viên',
  auditor: 'Kiểm toán, thanh tra',
  administrator: 'Quản trị hệ thống',
}
