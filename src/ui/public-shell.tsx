import { BrandMark } from './brand.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { paths } from './paths.ts'
import type { Viewer } from './viewer.ts'

interface Door {
  readonly href: string
  readonly label: string
  readonly icon: IconName
}

const doors: readonly Door[] = [
  { href: paths.catalogue.list(), label: 'Sản phẩm', icon: 'package' },
  { href: paths.recognition.verify(), label: 'Kiểm tra chứng nhận', icon: 'shield-check' },
  { href: paths.catalogue.map(), label: 'Bản đồ', icon: 'map' },
  { href: paths.statistics.list(), label: 'Thống kê', icon: 'chart-column' },
  { href: paths.newsroom.list(), label: 'Tin tức', icon: 'newspaper' },
  { href: paths.regime.selfAssess(), label: 'Tự chấm thử', icon: 'clipboard-list' },
]

function doorsFor({ signedIn }: Viewer): readonly Door[] {
  const own: Door = signedIn
    ? { href: paths.desk(), label: 'Bàn làm việc', icon: 'inbox' }
    : { href: paths.identity.signIn(), label: 'Đăng nhập', icon: 'user' }
  return [...doors, own]
}

function isHere(href: string, path: string): boolean {
  return path === href || path.startsWith(`${href}/`)
}

export function SiteHeader({ path, viewer }: { path: string; viewer: Viewer }) {
  const shown = doorsFor(viewer)
  const current = (href: string) => (isHere(href, path) ? 'page' : undefined)
  return (
    <header class="site-header">
      <div class="page">
        <a class="brand" href={paths.home()}>
          <BrandMark />
          <span>
            <b>OCOP</b>
            <span>Mỗi xã một sản phẩm</span>
          </span>
        </a>
        <nav class="site-nav" aria-label="Chính">
          <ul>
            {shown.map(({ href, label, icon }, index) => (
              <li>
                <a href={href} aria-current={current(href)}>
                  {index === shown.length - 1 ? <Icon name={icon} /> : null}
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <details class="site-menu">
          <summary class="button secondary">
            <Icon name="menu" />
            Danh mục
          </summary>
          <nav aria-label="Chính, thu gọn">
            {shown.map(({ href, label, icon }) => (
              <a href={href} aria-current={current(href)}>
                <Icon name={icon} />
                {label}
              </a>
            ))}
          </nav>
        </details>
      </div>
    </header>
  )
}

const columns = [
  {
    title: 'Người mua',
    links: [
      { href: paths.catalogue.list(), label: 'Tìm sản phẩm' },
      { href: paths.recognition.verify(), label: 'Kiểm tra chứng nhận' },
      { href: paths.catalogue.map(), label: 'Bản đồ sản phẩm' },
      { href: paths.gathering.calendar(), label: 'Sự kiện và lịch chung' },
      { href: paths.trade.list(), label: 'Cung cầu' },
      { href: paths.fair.points(), label: 'Điểm bán OCOP' },
      { href: paths.feedback.list(), label: 'Hỏi, đề xuất, phản ánh' },
      { href: paths.feedback.send({ loai: 'misuse' }), label: 'Báo dùng sai sao OCOP' },
    ],
  },
  {
    title: 'Chủ thể và cán bộ',
    links: [
      { href: paths.desk(), label: 'Bàn làm việc' },
      { href: paths.regime.selfAssess(), label: 'Tự chấm thử' },
      { href: paths.training.list(), label: 'Lớp tập huấn, dạy nghề' },
      { href: paths.regime.law(), label: 'Văn bản và bộ tiêu chí' },
    ],
  },
  {
    title: 'Dữ liệu',
    links: [
      { href: paths.statistics.list(), label: 'Thống kê và định nghĩa' },
      { href: paths.territory.units(), label: 'Xã, tỉnh hôm nay và trước đây' },
      { href: paths.api(), label: 'Giao diện lập trình (API)' },
    ],
  },
] as const

export function SiteFooter({ demonstration }: { demonstration: boolean | undefined }) {
  return (
    <footer class="site-footer on-leaf">
      <div class="page">
        <div class="columns">
          <div>
            <h2>OCOP, Mỗi xã một sản phẩm</h2>
            <p>Hồ sơ, chấm điểm, quyết định và giấy chứng nhận của sản phẩm OCOP, theo Quyết định 26/2026/QĐ-TTg.</p>
          </div>
          {columns.map(({ title, links }) => (
            <div>
              <h2>{title}</h2>
              <ul>
                {links.map(({ href, label }) => (
                  <li>
                    <a href={href}>{label}</a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
        <p class="colophon">
          {demonstration ? 'Bản trình diễn, không phải trang của cơ quan nhà nước. ' : null}
          Ranh giới bản đồ chỉ để minh họa thống kê.
        </p>
      </div>
    </footer>
  )
}
