import type { Role } from '../kernel/actor.ts'
import { paths } from '../ui/paths.ts'
import type { MenuLine } from '../ui/viewer.ts'

interface Door extends Omit<MenuLine, 'current' | 'count' | 'group'> {
  /** Roles that see the line; `everyone` for all who are signed in. */
  readonly roles: readonly Role[] | 'everyone'
}

/** Doors that belong together, under one heading. */
interface Room {
  readonly name: string | undefined
  readonly doors: readonly Door[]
}

const officers: readonly Role[] = [
  'commune-officer',
  'commune-leader',
  'province-officer',
  'province-leader',
  'advisory-member',
]
/** Officers and leaders from the commune to the ministry, and whoever audits them. */
const levels: readonly Role[] = [
  'commune-officer',
  'commune-leader',
  'province-officer',
  'province-leader',
  'ministry-officer',
  'ministry-leader',
  'auditor',
]
const councils: readonly Role[] = [
  'council-member',
  'council-secretary',
  'council-chair',
  'province-leader',
  'ministry-leader',
]

/** The left list of the desk: a line for each place of work, shown to the roles that work there. */
const rooms: readonly Room[] = [
  {
    name: undefined,
    doors: [
      { href: paths.desk(), label: 'Việc của tôi', icon: 'inbox', roles: 'everyone' },
      { href: paths.cycle.next(), label: 'Bước tiếp theo', icon: 'arrow-right', roles: ['producer'] },
      { href: paths.notice.told(), label: 'Thông báo', icon: 'bell', roles: 'everyone' },
    ],
  },
  {
    name: 'Hồ sơ, đánh giá',
    doors: [
      {
        href: paths.dossier.list(),
        label: 'Hồ sơ',
        icon: 'clipboard-list',
        roles: ['producer', ...officers, 'ministry-officer', 'auditor'],
      },
      { href: paths.producer.mine(), label: 'Chủ thể và sản phẩm', icon: 'package', roles: ['producer'] },
      {
        href: paths.producer.commune(),
        label: 'Chủ thể của xã',
        icon: 'users',
        roles: ['commune-officer', 'commune-leader'],
      },
      { href: paths.evidence.list(), label: 'Ví minh chứng', icon: 'file-text', roles: ['producer'] },
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
        href: paths.programme.rounds(),
        label: 'Đợt đánh giá',
        icon: 'calendar',
        roles: ['province-officer', 'ministry-officer', 'auditor'],
      },
      { href: paths.cycle.seasons(), label: 'Lịch chu trình', icon: 'calendar', roles: ['producer', ...officers] },
      {
        href: paths.evaluation.adviceList(),
        label: 'Thẩm định',
        icon: 'search',
        roles: ['province-officer', 'advisory-member', 'ministry-officer'],
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
    ],
  },
  {
    name: 'Sau công nhận',
    doors: [
      {
        href: paths.recognition.runway(),
        label: 'Lịch hết hiệu lực',
        icon: 'clock-alert',
        roles: ['province-officer', 'province-leader', 'ministry-officer', 'ministry-leader', 'auditor'],
      },
      { href: paths.oversight.mine(), label: 'Cam kết và kiểm tra', icon: 'badge-check', roles: ['producer'] },
      {
        href: paths.oversight.list(),
        label: 'Hậu kiểm',
        icon: 'clipboard-list',
        roles: ['inspector', ...levels],
      },
      {
        href: paths.oversight.complaints(),
        label: 'Khiếu nại',
        icon: 'gavel',
        roles: ['producer', ...levels],
      },
      { href: paths.outcome.mine(), label: 'Báo cáo năm', icon: 'file-text', roles: ['producer'] },
      {
        href: paths.outcome.owing(),
        label: 'Báo cáo chủ thể',
        icon: 'file-text',
        roles: [
          'commune-officer',
          'commune-leader',
          'province-officer',
          'province-leader',
          'ministry-officer',
          'auditor',
        ],
      },
    ],
  },
  {
    name: 'Hỗ trợ, đào tạo',
    doors: [
      {
        href: paths.scheme.list(),
        label: 'Kế hoạch',
        icon: 'flag',
        roles: [...officers, 'ministry-officer', 'ministry-leader', 'auditor'],
      },
      {
        href: paths.cycle.segments(),
        label: 'Nhóm phát triển',
        icon: 'sprout',
        roles: [...officers, 'support-officer', 'training-officer', 'trade-officer', 'ministry-officer', 'auditor'],
      },
      { href: paths.support.mine(), label: 'Hỗ trợ của tôi', icon: 'handshake', roles: ['producer'] },
      {
        href: paths.support.queue(),
        label: 'Hỗ trợ chủ thể',
        icon: 'handshake',
        roles: ['support-officer', 'commune-leader', 'province-leader', 'auditor'],
      },
      { href: paths.training.mine(), label: 'Lớp của tôi', icon: 'calendar-check', roles: 'everyone' },
      {
        href: paths.training.office(),
        label: 'Đào tạo, tập huấn',
        icon: 'lightbulb',
        roles: ['training-officer', 'auditor'],
      },
      {
        href: paths.training.reach(),
        label: 'Đào tạo đã tới ai',
        icon: 'chart-column',
        roles: ['commune-leader', 'province-leader', 'ministry-leader'],
      },
    ],
  },
  {
    name: 'Thị trường',
    doors: [
      { href: paths.sale.desk(), label: 'Bán hàng', icon: 'package', roles: ['producer', 'commune-officer'] },
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
      { href: paths.fair.mine(), label: 'Hội chợ của tôi', icon: 'tent-tree', roles: ['producer'] },
      {
        href: paths.fair.desk(),
        label: 'Hội chợ, điểm bán',
        icon: 'tent-tree',
        roles: [
          'trade-officer',
          'province-officer',
          'commune-officer',
          'ministry-officer',
          'province-leader',
          'auditor',
        ],
      },
    ],
  },
  {
    name: 'Thông tin',
    doors: [
      {
        href: paths.gathering.list(),
        label: 'Sự kiện',
        icon: 'calendar-check',
        roles: ['trade-officer', 'training-officer', ...levels],
      },
      {
        href: paths.newsroom.desk(),
        label: 'Tin bài',
        icon: 'newspaper',
        roles: ['editor', 'commune-leader', 'province-leader', 'ministry-leader', 'auditor'],
      },
      { href: paths.feedback.mine(), label: 'Hỏi, phản ánh của tôi', icon: 'message-circle', roles: ['producer'] },
      {
        href: paths.feedback.queue(),
        label: 'Phiếu phản ánh',
        icon: 'message-circle',
        roles: levels,
      },
      {
        href: paths.statistics.published(),
        label: 'Số liệu đã công bố',
        icon: 'chart-column',
        roles: ['editor'],
      },
    ],
  },
  {
    name: 'Sổ và hệ thống',
    doors: [
      {
        href: paths.exchange.reports(),
        label: 'Báo cáo',
        icon: 'file-text',
        roles: ['province-officer', 'province-leader', 'ministry-officer', 'ministry-leader', 'auditor'],
      },
      {
        href: paths.exchange.waiting(),
        label: 'Danh sách cũ',
        icon: 'layers',
        roles: ['province-officer', 'ministry-officer', 'auditor'],
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
      { href: paths.audit.book(), label: 'Sổ ghi', icon: 'book-open', roles: ['auditor'] },
    ],
  },
]

// A list of a few lines is read at a glance; headings would be half of it.
const shortList = 8

/** The places of work of somebody with these roles, by room. */
export function menuOf(held: ReadonlySet<Role>, path: string): MenuLine[] {
  const open = rooms.flatMap(({ name, doors }) =>
    doors
      .filter(({ roles }) => roles === 'everyone' || roles.some((role) => held.has(role)))
      .map((door, index) => ({ ...door, group: index === 0 ? name : undefined })),
  )
  return open.map(({ href, label, icon, group }) => ({
    href,
    label,
    ...(icon ? { icon } : {}),
    ...(open.length > shortList ? { group } : {}),
    current: path === href || path.startsWith(`${href}/`),
  }))
}
