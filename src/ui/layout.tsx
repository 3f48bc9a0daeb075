import type { Child } from 'hono/jsx'
import { Breadcrumbs } from './breadcrumb.tsx'
import type { Crumb } from './breadcrumb.tsx'
import { DeskBar, DeskList } from './desk-shell.tsx'
import { Document } from './document.tsx'
import type { Preview } from './document.tsx'
import { Icon } from './icon.tsx'
import { Notice } from './notice.tsx'
import { paths } from './paths.ts'
import { SiteFooter, SiteHeader } from './public-shell.tsx'
import type { Viewer } from './viewer.ts'

export interface PageProps {
  /** Without the name of the site; empty on the home page. */
  readonly title: string
  readonly description?: string | undefined
  /** Path of the request, to mark where one is. */
  readonly path: string
  readonly viewer: Viewer
  /** A sentence left by the act before. */
  readonly flash?: string | undefined
  /** The page shows invented data: a strip says so. */
  readonly sample?: boolean | undefined
  /** The sample programme is still being made; the page comes again by itself. */
  readonly building?: boolean | undefined
  /** The site is a demonstration: the foot of every page says so. */
  readonly demonstration?: boolean | undefined
  readonly canonical?: string | undefined
  readonly preview?: Preview | undefined
  /** The way here; the last one is this page. */
  readonly crumbs?: readonly Crumb[] | undefined
  readonly islands?: readonly string[] | undefined
  readonly children?: Child
}

export const mainId = 'noi-dung'

interface PublicPageProps extends PageProps {
  /** The page draws its own full-width sections, each with a `.page` inside. */
  readonly bleed?: boolean | undefined
}

/** Everybody's pages: white header, room to breathe. */
export function PublicPage({ bleed = false, children, ...page }: PublicPageProps) {
  const { crumbs, path, viewer, flash, sample } = page
  return (
    <Document {...page}>
      <Opening sample={sample} />
      <SiteHeader path={path} viewer={viewer} />
      <main id={mainId} tabindex={-1}>
        {flash || crumbs ? (
          <div class="page">
            {crumbs ? <Breadcrumbs crumbs={fromHome(crumbs)} /> : null}
            <Flash sentence={flash} />
          </div>
        ) : null}
        {page.building ? <Building /> : null}
        {bleed ? children : <div class={flash || crumbs ? 'page' : 'page opening'}>{children}</div>}
      </main>
      <SiteFooter demonstration={page.demonstration} />
    </Document>
  )
}

/** Whoever came by a link from outside finds the way to the front door on every page. */
function fromHome(crumbs: readonly Crumb[]): readonly Crumb[] {
  const home = paths.home()
  return crumbs[0]?.href === home ? crumbs : [{ label: 'Trang chủ', href: home }, ...crumbs]
}

function Building() {
  return (
    <div class="page">
      <Notice kind="info">
        Dữ liệu mẫu đang được dựng, khoảng một phút sau lần khởi động đầu tiên. Trang này tự tải lại sau mỗi 5 giây, cho
        tới khi xong.
      </Notice>
    </div>
  )
}

/** Work: the bar with unit and role, the list on the left, denser. */
export function DeskPage({ children, ...page }: PageProps) {
  const { viewer, flash, sample } = page
  const way = page.crumbs ?? wayBack(page)
  return (
    <Document {...page} shell="desk">
      <Opening sample={sample} />
      <DeskBar viewer={viewer} />
      <div class="desk-body">
        <DeskList menu={viewer.menu ?? []} />
        <main class="desk-main" id={mainId} tabindex={-1}>
          {way ? <Breadcrumbs crumbs={way} /> : null}
          <Flash sentence={flash} />
          {children}
        </main>
      </div>
    </Document>
  )
}

/** A page behind a line of the list leads back to it; one behind no line leads back to the desk. */
function wayBack({ path, title, viewer: { menu = [] } }: PageProps): readonly Crumb[] | undefined {
  if (menu.some(({ href }) => href === path)) return undefined
  const place = menu.find(({ current }) => current) ?? menu[0]
  return place && [{ label: place.label, href: place.href }, { label: title }]
}

interface SheetPageProps extends PageProps {
  /** Heading, mark and buttons above the sheets; not printed. */
  readonly intro: Child
}

/** Documents as they look on paper, under an introduction that stays on the screen. */
export function SheetPage({ intro, children, ...page }: SheetPageProps) {
  const { crumbs, path, viewer, flash, sample } = page
  return (
    <Document {...page}>
      <Opening sample={sample} />
      <SiteHeader path={path} viewer={viewer} />
      <main id={mainId} tabindex={-1}>
        <div class="page not-printed">
          {crumbs ? <Breadcrumbs crumbs={fromHome(crumbs)} /> : null}
          <Flash sentence={flash} />
          {intro}
        </div>
        <div class="sheet-stage">{children}</div>
      </main>
      <SiteFooter demonstration={page.demonstration} />
    </Document>
  )
}

function Opening({ sample }: { sample: boolean | undefined }) {
  return (
    <>
      <a class="skip" href={`#${mainId}`}>
        Tới nội dung chính
      </a>
      {sample ? (
        <aside class="sample-strip" aria-label="Lưu ý">
          <p class="page">
            <Icon name="info" />
            <span>
              <strong>Dữ liệu mẫu.</strong> Sản phẩm, chủ thể, con số là hư cấu, trừ bản ghi nêu nguồn đã công bố.
            </span>
          </p>
        </aside>
      ) : null}
    </>
  )
}

function Flash({ sentence }: { sentence: string | undefined }) {
  return sentence ? (
    <div class="flash">
      <Notice kind="success" live>
        {sentence}
      </Notice>
    </div>
  ) : null
}
