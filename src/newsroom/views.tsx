import { showCount } from '../kernel/number.ts'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Chips } from '../ui/tabs.tsx'
import { Day, Moment } from '../ui/time.tsx'
import type { ShownArticle } from './actions-public.ts'
import type { ArticlePicture, ArticleStep, NamedProduct, NewsItem, ShownCitation } from './model.ts'
import { ArticleText } from './views-text.tsx'
import { categoryWords, unitWords } from './words.ts'

export function ArticleView({ article, edition, products, citations, related, readings, corrections }: ShownArticle) {
  return (
    <div class="with-aside">
      <article class="stack">
        <header class="stack tight">
          <p class="muted">
            <a href={paths.newsroom.list({ 'chuyen-muc': edition.category })}>{categoryWords[edition.category]}</a>
            {article.publishedAt ? (
              <>
                , <Moment at={article.publishedAt} />
              </>
            ) : null}
          </p>
          <h1>{edition.title}</h1>
          <p class="lead">{edition.summary}</p>
          <p class="small muted">
            {unitWords(article.unitName)} · <span class="num">{showCount(readings)}</span> lượt mở
          </p>
        </header>
        {edition.picture ? <LeadPicture picture={edition.picture} /> : null}
        <ArticleText body={edition.body} citations={citations} />
        <CitedFigures citations={citations} />
        <Corrections corrections={corrections} />
      </article>
      <aside class="stack" aria-label="Cùng chuyện này">
        <NamedProducts products={products} />
        {edition.tags.length > 0 ? (
          <Chips
            label="Thẻ của bài"
            chips={edition.tags.map((tag) => ({ href: paths.newsroom.list({ the: tag }), label: tag }))}
          />
        ) : null}
        <Related items={related} />
      </aside>
    </div>
  )
}

function Related({ items }: { items: readonly NewsItem[] }) {
  if (items.length === 0) return null
  return (
    <Panel title="Bài liên quan">
      <ul class="stack tight">
        {items.map(({ slug, title, publishedAt }) => (
          <li>
            <a href={paths.newsroom.article(slug)}>{title}</a>{' '}
            <span class="small muted">
              <Moment at={publishedAt} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function LeadPicture({ picture }: { picture: ArticlePicture }) {
  const { file, width, height, description, source } = picture
  return (
    <figure class="lead-picture">
      <img src={paths.newsroom.picture(file)} width={width} height={height} alt={description} />
      {source ? <figcaption class="small muted">Ảnh: {source}</figcaption> : null}
    </figure>
  )
}

/** Each figure of the text again, as it was cited and as it stands today, with its records. */
export function CitedFigures({ citations }: { citations: readonly ShownCitation[] }) {
  if (citations.length === 0) return null
  return (
    <section class="stack tight" aria-labelledby="so-lieu-trong-bai">
      <h2 id="so-lieu-trong-bai">Số liệu trong bài</h2>
      <p class="small muted">
        Con số trong bài giữ như lúc đăng; cột bên là con số hôm nay. Bấm vào số để mở các bản ghi.
      </p>
      <Table
        caption="Các con số được dẫn trong bài"
        rows={citations}
        columns={[
          {
            head: 'Con số',
            cell: ({ figure, title, placeName }) => (
              <>
                <a href={paths.statistics.figure(figure)}>{title}</a>, {placeName}
              </>
            ),
            names: true,
          },
          { head: 'Tính đến ngày', cell: ({ onDate }) => <Day date={onDate} /> },
          {
            head: 'Như đã dẫn',
            cell: ({ figure, onDate, placeCode, cited }) => (
              <a href={paths.statistics.records(figure, { ngay: onDate, noi: placeCode })}>{showCount(cited)}</a>
            ),
            numeric: true,
          },
          {
            head: 'Hôm nay',
            cell: ({ figure, placeCode, today }) => (
              <a href={paths.statistics.records(figure, { noi: placeCode })}>{showCount(today)}</a>
            ),
            numeric: true,
          },
        ]}
      />
    </section>
  )
}

function Corrections({ corrections }: { corrections: readonly ArticleStep[] }) {
  if (corrections.length === 0) return null
  return (
    <Panel title="Đính chính">
      <ul class="stack tight">
        {corrections.map(({ at, reason }) => (
          <li>
            <Moment at={at} />: {reason}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function NamedProducts({ products }: { products: readonly NamedProduct[] }) {
  if (products.length === 0) return null
  return (
    <Panel title="Sản phẩm trong bài">
      <ul class="stack tight">
        {products.map(({ slug, name, producerName }) => (
          <li>
            <a href={paths.catalogue.product(slug)}>{name}</a> <span class="muted">{producerName}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function WithdrawnView({ title, withdrawal }: { title: string; withdrawal: ArticleStep | undefined }) {
  return (
    <div class="stack">
      <h1>Bài đã được rút</h1>
      <p class="lead">“{title}”</p>
      {withdrawal ? (
        <p>
          Rút lúc <Moment at={withdrawal.at} />. Lý do: {withdrawal.reason}
        </p>
      ) : null}
      <p>
        <a href={paths.newsroom.list()}>Xem các tin khác</a>
      </p>
    </div>
  )
}
