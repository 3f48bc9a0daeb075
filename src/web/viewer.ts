import type { Actor, Posting, Role } from '../kernel/actor.ts'
import { country } from '../kernel/actor.ts'
import { roleNames } from '../identity/access.ts'
import type { Context } from '../platform/context.ts'
import { placeName } from '../territory/actions.ts'
import type { MenuLine, Viewer } from '../ui/viewer.ts'
import { stranger } from '../ui/viewer.ts'
import { paths } from '../ui/paths.ts'

interface Door extends Omit<MenuLine, 'current' | 'count'> {
  /** Roles that see the line; `everyone` for all who are signed in. */
  readonly roles: readonly Role[] | 'everyone'
}

const officers: readonly Role[] = [
  'commune-officer',
  'commune-leader',
  'province-officer',
  'province-leader',
  'advisory-member',
]
const councils: readonly Role[] = [
  'council-member',
  'council-secretary',
  'council-chair',
  'province-leader',
  'ministry-leader',
]

/** The left list of the desk: a line for each place of work, shown to the roles that work there. */
const doors: readonly Door[] = [
  { href: paths.desk(), label: 'Việc của tôi', icon: 'inbox', roles: 'everyone' },
  { href: paths.cycle.next(), label: 'Bước tiếp theo', icon: 'arrow-right', roles: ['producer'] },
  { href: paths.producer.mine(), label: 'Chủ thể và sản phẩm', icon: 'package', roles: ['producer'] },
  { href: paths.evidence.list(), label: 'Ví minh chứng', icon: 'file-text', roles: ['producer'] },
  {
    href: paths.dossier.list(),
    label: 'Hồ sơ',
    icon: 'clipboard-list',
    roles: ['producer', ...officers, 'ministry-officer', 'auditor'],
  },
  {
    href: paths.idea.list(),
    label: 'Ý tưởng',
    icon: 'sprout',
    roles: ['producer', 'commune-officer', 'commune-leader', 'province-officer', 'province-leader', 'auditor'],
  },
  {
    href: paths.plan.list(),
    label: 'Phương án kinh doanh',
    icon: 'chart-column',
    roles: ['producer', 'support-officer', ...officers, 'auditor'],
  },
  {
    href: paths.producer.commune(),
    label: 'Chủ thể của xã',
    icon: 'users',
    roles: ['commune-officer', 'commune-leader'],
  },
  {
    href: paths.cycle.segments(),
    label: 'Nhóm phát triển',
    icon: 'sprout',
    roles: [...officers, 'support-officer', 'training-officer', 'trade-officer', 'ministry-officer', 'auditor'],
  },
  {
    href: paths.programme.rounds(),
    label: 'Đợt đánh giá',
    icon: 'calendar',
    roles: ['province-officer', 'ministry-officer', 'auditor'],
  },
  {
    href: paths.scheme.list(),
    label: 'Kế hoạch',
    icon: 'flag',
    roles: [...officers, 'ministry-officer', 'ministry-leader', 'auditor'],
  },
  {
    href: paths.evaluation.councils(),
    label: 'Hội đồng',
    icon: 'landmark',
    roles: [...councils, 'province-officer', 'advisory-member', 'ministry-officer', 'auditor'],
  },
  {
    href: paths.recognition.decisions(),
    label: 'Quyết định',
    icon: 'stamp',
    roles: ['province-officer', 'province-leader', 'ministry-officer', 'ministry-leader', 'auditor'],
  },
  {
    href: paths.recognition.runway(),
    label: 'Lịch hết hiệu lực',
    icon: 'clock-alert',
    roles: ['province-officer', 'province-leader', 'ministry-officer', 'ministry-leader', 'auditor'],
  },
  {
    href: paths.exchange.waiting(),
    label: 'Danh sách cũ',
    icon: 'layers',
    roles: ['province-officer', 'ministry-officer', 'auditor'],
  },
  {
    href: paths.exchange.reports(),
    label: 'Báo cáo',
    icon: 'file-text',
    roles: ['province-officer', 'province-leader', 'ministry-officer', 'ministry-leader', 'auditor'],
  },
  {
    href: paths.evaluation.adviceList(),
    label: 'Thẩm định',
    icon: 'search',
    roles: ['province-officer', 'advisory-member', 'ministry-officer'],
  },
  { href: paths.support.mine(), label: 'Hỗ trợ của tôi', icon: 'handshake', roles: ['producer'] },
  {
    href: paths.support.queue(),
    label: 'Hỗ trợ chủ thể',
    icon: 'handshake',
    roles: ['support-officer', 'commune-leader', 'province-leader', 'auditor'],
  },
  { href: paths.outcome.mine(), label: 'Báo cáo năm', icon: 'file-text', roles: ['producer'] },
  {
    href: paths.outcome.owing(),
    label: 'Báo cáo chủ thể',
    icon: 'file-text',
    roles: ['commune-officer', 'commune-leader', 'province-officer', 'province-leader', 'ministry-officer', 'auditor'],
  },
  { href: paths.oversight.mine(), label: 'Cam kết và kiểm tra', icon: 'badge-check', roles: ['producer'] },
  {
    href: paths.oversight.list(),
    label: 'Hậu kiểm',
    icon: 'clipboard-list',
    roles: [
      'inspector',
      'commune-officer',
      'commune-leader',
      'province-officer',
      'province-leader',
      'ministry-officer',
      'ministry-leader',
      'auditor',
    ],
  },
  {
    href: paths.oversight.complaints(),
    label: 'Khiếu nại',
    icon: 'gavel',
    roles: [
      'producer',
      'commune-officer',
      'commune-leader',
      'province-officer',
      'province-leader',
      'ministry-officer',
      'ministry-leader',
      'auditor',
    ],
  },
  { href: paths.training.mine(), label: 'Lớp của tôi', icon: 'calendar-check', roles: 'everyone' },
  {
    href: paths.training.office(),
    label: 'Đào tạo, tập huấn',
    icon: 'lightbulb',
    roles: ['training-officer', 'auditor'],
  },
  { href: paths.sale.desk(), label: 'Bán hàng', icon: 'package', roles: ['producer', 'commune-officer'] },
  { href: paths.fair.mine(), label: 'Hội chợ của tôi', icon: 'tent-tree', roles: ['producer'] },
  {
    href: paths.fair.desk(),
    label: 'Hội chợ, điểm bán',
    icon: 'tent-tree',
    roles: ['trade-officer', 'province-officer', 'commune-officer', 'ministry-officer', 'province-leader', 'auditor'],
  },
  {
    href: paths.training.reach(),
    label: 'Đào tạo đã tới ai',
    icon: 'chart-column',
    roles: ['commune-leader', 'province-leader', 'ministry-leader'],
  },
  {
    href: paths.gathering.list(),
    label: 'Sự kiện',
    icon: 'calendar-check',
    roles: [
      'commune-officer',
      'commune-leader',
      'province-officer',
      'province-leader',
      'trade-officer',
      'training-officer',
      'ministry-officer',
      'ministry-leader',
      'auditor',
    ],
  },
  { href: paths.feedback.mine(), label: 'Hỏi, phản ánh của tôi', icon: 'message-circle', roles: ['producer'] },
  {
    href: paths.feedback.queue(),
    label: 'Phiếu phản ánh',
    icon: 'message-circle',
    roles: [
      'commune-officer',
      'commune-leader',
      'province-officer',
      'province-leader',
      'ministry-officer',
      'ministry-leader',
      'auditor',
    ],
  },
  {
    href: paths.newsroom.desk(),
    label: 'Tin bài',
    icon: 'newspaper',
    roles: ['editor', 'commune-leader', 'province-leader', 'ministry-leader', 'auditor'],
  },
  { href: paths.notice.told(), label: 'Thông báo', icon: 'bell', roles: 'everyone' },
  {
    href: paths.trade.mine(),
    label: 'Kết nối cung cầu',
    icon: 'handshake',
    roles: ['producer', 'trade-officer', 'auditor'],
  },
  {
    href: paths.trade.buyers(),
    label: 'Bên mua',
    icon: 'users',
    roles: ['trade-officer'],
  },
  {
    href: paths.identity.postings(),
    label: 'Phân công',
    icon: 'users',
    roles: ['commune-leader', 'province-leader', 'ministry-leader'],
  },
  { href: paths.identity.accounts(), label: 'Tài khoản', icon: 'user', roles: ['administrator'] },
  {
    href: paths.programme.calendar(),
    label: 'Lịch làm việc',
    icon: 'calendar',
    roles: ['ministry-officer', 'administrator'],
  },
  {
    href: paths.territory.changes(),
    label: 'Thay đổi đơn vị',
    icon: 'map',
    roles: ['ministry-officer', 'administrator'],
  },
  {
    href: paths.statistics.published(),
    label: 'Số liệu đã công bố',
    icon: 'chart-column',
    roles: ['editor'],
  },
  { href: paths.audit.book(), label: 'Sổ ghi', icon: 'book-open', roles: ['auditor'] },
]

/** The person as the layouts show them; a producer's people work for their producer, not for a unit. */
export async function viewerOf(ctx: Context, path: string): Promise<Viewer> {
  const { actor } = ctx
  if (actor.id === 'visitor') return stranger
  const [posting] = actor.postings
  const held = rolesOf(actor)
  return {
    signedIn: true,
    name: actor.name,
    unitName: posting ? await unitName(ctx, posting) : actor.producers.length > 0 ? 'Chủ thể OCOP' : undefined,
    roleName: posting ? roleNames[posting.role] : actor.producers.length > 0 ? roleNames.producer : undefined,
    menu: doors
      .filter(({ roles }) => roles === 'everyone' || roles.some((role) => held.has(role)))
      .map(({ href, label, icon }) => ({
        href,
        label,
        ...(icon ? { icon } : {}),
        current: path === href || path.startsWith(`${href}/`),
      })),
  }
}

/** Whoever acts for a producer, or has no posting at all yet, sees the producer's places of work. */
function rolesOf({ postings, producers }: Actor): ReadonlySet<Role> {
  const held = new Set(postings.map(({ role }) => role))
  if (producers.length > 0 || postings.length === 0) held.add('producer')
  return held
}

async function unitName(ctx: Context, { unit }: Posting): Promise<string> {
  if (unit === country) return 'Bộ Nông nghiệp và Môi trường'
  const name = (await placeName(ctx, unit, ctx.today)) ?? unit
  return `UBND ${name.charAt(0).toLowerCase()}${name.slice(1)}`
}
