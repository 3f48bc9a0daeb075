import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Icon, iconNames } from './icon.tsx'
import { DeskPage, PublicPage, SheetPage } from './layout.tsx'
import { Mark } from './mark.tsx'
import { htmlOf } from './render.ts'
import { stranger } from './viewer.ts'
import type { Viewer } from './viewer.ts'

const officer: Viewer = {
  signedIn: true,
  name: 'Y Mẫu',
  unitName: 'UBND xã Măng Đen',
  roleName: 'Cán bộ OCOP, tỉnh Quảng Ngãi',
  menu: [
    { href: '/ban-lam-viec', label: 'Hàng việc', icon: 'inbox', current: true, count: 9, group: 'Xử lý' },
    { href: '/ho-so', label: 'Hồ sơ', current: false, count: 0 },
  ],
}

async function publicPage(): Promise<string> {
  return htmlOf(
    <PublicPage
      title="Sản phẩm"
      path="/san-pham"
      viewer={stranger}
      sample
      flash="Đã lưu."
      crumbs={[{ label: 'Trang chủ', href: '/' }, { label: 'Sản phẩm' }]}
    >
      <h1>Sản phẩm</h1>
      <Mark state="valid" stars={4} date="2029-06-26" />
      <Mark state="valid" stars={3} date="2029-06-26" />
    </PublicPage>,
  )
}

async function deskPage(viewer = officer): Promise<string> {
  return htmlOf(
    <DeskPage title="Hàng việc" path="/ban-lam-viec" viewer={viewer}>
      <h1>Hàng việc</h1>
    </DeskPage>,
  )
}

describe('a page', () => {
  it('is a whole Vietnamese document with a skip link, one main and one heading', async () => {
    for (const html of [await publicPage(), await deskPage()]) {
      expect(html).toMatch(/^<!doctype html><html lang="vi">/)
      expect(html).toContain('<a class="skip" href="#noi-dung">')
      expect(html.match(/<main[^>]* id="noi-dung"/g)).toHaveLength(1)
      expect(html.match(/<h1/g)).toHaveLength(1)
    }
  })

  it('carries each symbol it uses once, and no other', async () => {
    const html = await publicPage()
    const used = new Set([...html.matchAll(/<use href="#i-([^"]+)"/g)].map(([, name]) => name))
    const inlined = [...html.matchAll(/<symbol id="i-([^"]+)"/g)].map(([, name]) => name)
    expect(new Set(inlined)).toEqual(used)
    expect(inlined).toHaveLength(used.size)
  })

  it('holds no inline style and no inline script', async () => {
    for (const html of [await publicPage(), await deskPage()]) {
      expect(html).not.toMatch(/ style=|<style| on\w+="/)
      expect(html.replaceAll(/<script [^>]*src="[^"]+"[^>]*><\/script>/g, '')).not.toContain('<script')
    }
  })

  it('names every landmark that may stand twice', async () => {
    const html = await publicPage()
    for (const [nav] of html.matchAll(/<(nav|aside)[^>]*>/g)) expect(nav).toContain('aria-label=')
  })

  it('marks where one is, says the flash aloud, and says that data is sample', async () => {
    const html = await publicPage()
    expect(html).toContain('href="/san-pham" aria-current="page"')
    expect(html).toMatch(/role="status"[^>]*>.*Đã lưu\./)
    expect(html).toContain('Dữ liệu mẫu.')
    expect(await deskPage()).not.toContain('Dữ liệu mẫu.')
  })

  it('leads home from every public page, and from a page behind a line of the desk back to that line', async () => {
    const inner = [{ label: 'Quyết định', href: '/quyet-dinh' }, { label: '12/QĐ-UBND' }]
    const html = await htmlOf(<PublicPage title="12" path="/quyet-dinh/12" viewer={stranger} crumbs={inner} />)
    expect(html).toMatch(/aria-label="Vị trí"><ol><li><a href="\/">Trang chủ<\/a>/)
    const menu = [
      { href: '/ban-lam-viec', label: 'Việc của tôi', current: false },
      { href: '/ho-so', label: 'Hồ sơ', current: true },
    ]
    const behind = (path: string) => htmlOf(<DeskPage title="Lập hồ sơ" path={path} viewer={{ ...officer, menu }} />)
    expect(await behind('/ho-so/moi')).toMatch(
      /<li><a href="\/ho-so">Hồ sơ<\/a><\/li><li aria-current="page">Lập hồ sơ/,
    )
    expect(await behind('/ho-so')).not.toContain('aria-label="Vị trí"')
  })

  it('escapes what people wrote', async () => {
    const html = await htmlOf(
      <PublicPage title="<b>" path="/" viewer={stranger} flash={'<script>alert(1)</script>'}>
        <h1>{'<img src=x>'}</h1>
      </PublicPage>,
    )
    expect(html).toContain('&lt;script&gt;')
    expect(html).toContain('&lt;img src=x&gt;')
    expect(html).toContain('<title>&lt;b&gt; |')
  })

  it('waits for parts that load by themselves', async () => {
    const Late = async () => <Icon name="award" />
    const html = await htmlOf(
      <PublicPage title="" path="/" viewer={stranger}>
        <h1>Trang chủ</h1>
        <Late />
      </PublicPage>,
    )
    expect(html).toContain('<symbol id="i-award"')
  })
})

describe('the desk', () => {
  it('shows unit, role, the list and a way out', async () => {
    const html = await deskPage()
    expect(html).toContain('UBND xã Măng Đen')
    expect(html).toContain('Cán bộ OCOP, tỉnh Quảng Ngãi')
    expect(html).toContain('<span class="count">9</span>')
    expect(html).not.toContain('<span class="count">0</span>')
    expect(html).toContain('<form method="post" action="/dang-xuat">')
  })

  it('is reached from public pages by those who signed in', async () => {
    const html = await htmlOf(
      <PublicPage title="" path="/" viewer={officer}>
        <h1>Trang chủ</h1>
      </PublicPage>,
    )
    expect(html).toContain('href="/ban-lam-viec"')
    expect(html).not.toContain('href="/dang-nhap"')
  })
})

describe('a sheet page', () => {
  it('keeps its introduction off paper', async () => {
    const html = await htmlOf(
      <SheetPage title="Giấy chứng nhận" path="/" viewer={stranger} intro={<h1>Giấy chứng nhận</h1>}>
        <p>Tờ</p>
      </SheetPage>,
    )
    expect(html).toMatch(/class="page not-printed">.*<h1>/)
    expect(html).toContain('<div class="sheet-stage"><p>Tờ</p>')
  })
})

describe('icons', () => {
  it('have a symbol each, and each symbol a name', () => {
    const drawn = [
      ...readFileSync(new URL('./assets/icons.svg', import.meta.url), 'utf8').matchAll(/<symbol id="i-([^"]+)"/g),
    ].map(([, name]) => name)
    expect(drawn).toEqual([...iconNames])
  })
})
