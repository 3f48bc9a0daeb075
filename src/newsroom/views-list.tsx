import { showCount } from '../kernel/number.ts'
import { Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Search } from '../ui/search.tsx'
import { Chips } from '../ui/tabs.tsx'
import { Moment } from '../ui/time.tsx'
import { mostReadDays, newsSize } from './actions-public.ts'
import { categories } from './model.ts'
import type { NewsItem, NewsQuery } from './model.ts'
import { categoryWords, unitWords } from './words.ts'

interface ListProps {
  readonly query: NewsQuery
  readonly items: readonly NewsItem[]
  readonly total: number
  readonly provinces: readonly { code: string; name: string }[]
  readonly mostRead: readonly (NewsItem & { readonly readings: number })[]
}

export function NewsList({ query, items, total, provinces, mostRead }: ListProps) {
  const { q, tinh, the } = query
  const category = query['chuyen-muc']
  const asked = { q, 'chuyen-muc': category, tinh, the }
  const chosen = [q, category, tinh, the].some((one) => one !== undefined && one !== '')
  return (
    <div class="stack">
      <h1>Tin tức</h1>
      <Search
        action={paths.newsroom.list()}
        label="Tìm trong tin tức"
        value={q}
        placeholder="Chữ trong bài, gõ không dấu cũng được"
      />
      <Chips label="Chuyên mục" chips={categoryChips(asked)} />
      <div class="with-aside">
        <div class="stack">
          <p class="muted" aria-live="polite">
            <span class="num">{showCount(total)}</span> bài{the ? ` có thẻ “${the}”` : ''}
            {chosen ? (
              <>
                {' '}
                <a href={paths.newsroom.list()}>Xem tất cả</a>
              </>
            ) : null}
          </p>
          <h2 class="hidden-word">Các bài</h2>
          {items.length === 0 ? <NoNews chosen={chosen} /> : <NewsLines items={items} />}
          <Pager
            page={query.trang}
            total={total}
            size={newsSize}
            hrefOf={(page) => paths.newsroom.list({ ...asked, trang: page })}
          />
        </div>
        <aside class="stack" aria-label="Đọc nhiều và lọc theo tỉnh">
          <MostRead items={mostRead} />
          {provinces.length > 0 ? <ByProvince provinces={provinces} query={query} /> : null}
          <p class="small muted">
            Theo dõi bằng trình đọc tin: <a href={paths.newsroom.feed()}>Atom</a>.
          </p>
        </aside>
      </div>
    </div>
  )
}

function categoryChips(asked: Readonly<Record<string, string | undefined>>) {
  return [undefined, ...categories].map((category) => ({
    href: paths.newsroom.list({ ...asked, 'chuyen-muc': category }),
    label: category === undefined ? 'Mọi chuyên mục' : categoryWords[category],
    current: asked['chuyen-muc'] === category,
  }))
}

function NoNews({ chosen }: { chosen: boolean }) {
  return chosen ? (
    <Empty title="Không có bài nào khớp" icon="search">
      <p>Hãy bỏ bớt điều kiện, hoặc tìm bằng chữ khác.</p>
    </Empty>
  ) : (
    <Empty title="Chưa có bài nào" icon="newspaper">
      <p>Biên tập viên của xã, tỉnh và trung ương đăng bài ở đây.</p>
    </Empty>
  )
}

/** Headlines with day and unit; the picture is beside the words where there is room. */
function NewsLines({ items }: { items: readonly NewsItem[] }) {
  return (
    <ul class="news">
      {items.map(({ slug, title, summary, category, unitName, publishedAt, pictureSmall }) => (
        <li class={pictureSmall ? 'with-picture' : undefined}>
          {pictureSmall ? (
            <img
              src={paths.newsroom.picture(pictureSmall)}
              alt=""
              width="160"
              height="120"
              loading="lazy"
              decoding="async"
            />
          ) : null}
          <p class="kind">
            {categoryWords[category]}, <Moment at={publishedAt} />
          </p>
          <h3>
            <a href={paths.newsroom.article(slug)}>{title}</a>
          </h3>
          <p>{summary}</p>
          <p class="kind">{unitWords(unitName)}</p>
        </li>
      ))}
    </ul>
  )
}

function MostRead({ items }: Pick<{ items: ListProps['mostRead'] }, 'items'>) {
  if (items.length === 0) return null
  return (
    <Panel title="Đọc nhiều" note={`${mostReadDays} ngày qua`}>
      <ol class="stack tight">
        {items.map(({ slug, title, readings }) => (
          <li>
            <a href={paths.newsroom.article(slug)}>{title}</a>{' '}
            <span class="small muted">
              <span class="num">{showCount(readings)}</span> lượt mở
            </span>
          </li>
        ))}
      </ol>
      <p class="small muted">
        Đếm lượt mở trang, không tính máy dò và tải lại. Hệ thống không ghi ai đọc, bằng máy nào hay từ đâu.
      </p>
    </Panel>
  )
}

function ByProvince({ provinces, query }: Pick<ListProps, 'provinces' | 'query'>) {
  return (
    <form class="form panel stack" action={paths.newsroom.list()} aria-label="Lọc theo tỉnh">
      {query.q ? <input type="hidden" name="q" value={query.q} /> : null}
      {query['chuyen-muc'] ? <input type="hidden" name="chuyen-muc" value={query['chuyen-muc']} /> : null}
      <Select
        name="tinh"
        label="Bài nói về tỉnh, thành phố"
        options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
        value={query.tinh}
        blank="Cả nước"
      />
      <div class="row">
        <button class="button secondary">Lọc</button>
      </div>
    </form>
  )
}
