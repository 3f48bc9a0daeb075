import { Hono } from 'hono'
import type { CivilDate } from '../kernel/civil-date.ts'
import { showCount } from '../kernel/number.ts'
import { inForceByGroup, newest } from '../catalogue/actions.ts'
import { cardOf } from '../catalogue/cards.tsx'
import { sectors } from '../catalogue/groups.ts'
import type { Facet, Listing } from '../catalogue/model.ts'
import { latestNews } from '../newsroom/actions-public.ts'
import type { NewsItem } from '../newsroom/model.ts'
import { categoryWords } from '../newsroom/words.ts'
import { growingFrame } from '../platform/frame.ts'
import type { Env } from '../platform/web.ts'
import { communeTotals, overview, placeByCode } from '../statistics/actions.ts'
import { awaitingMinistry } from '../statistics/figures/awaiting-ministry.ts'
import { communesCovered } from '../statistics/figures/communes-covered.ts'
import type { Figure } from '../statistics/figures/figure.ts'
import { producersInForce } from '../statistics/figures/producers-in-force.ts'
import { productsInForce } from '../statistics/figures/products-in-force.ts'
import { asset } from '../ui/assets.ts'
import { CardGrid } from '../ui/card.tsx'
import { FigureTiles } from '../ui/figures.tsx'
import { Icon } from '../ui/icon.tsx'
import type { IconName } from '../ui/icon.tsx'
import { PublicPage } from '../ui/layout.tsx'
import { ProvinceMap } from '../ui/map.tsx'
import { paths } from '../ui/paths.ts'
import { Search } from '../ui/search.tsx'
import { Moment } from '../ui/time.tsx'

interface HomeProps {
  readonly today: CivilDate
  readonly fresh: readonly Listing[]
  readonly byGroup: readonly Facet[]
  readonly figures: readonly { figure: Figure; value: number }[]
  /** Communes there are today. */
  readonly communes: number
}

/** The first questions of whoever comes by: how many, whose, how far spread, what is coming. The rest stands on the page of figures. */
const firstFigures: readonly Figure[] = [productsInForce, producersInForce, communesCovered, awaitingMinistry]

export const homePages = new Hono<Env>().get(paths.home(), async (c) => {
  const { ctx } = c.var
  const country = await placeByCode(ctx, undefined)
  const [fresh, byGroup, figures, communes, news] = await Promise.all([
    newest(ctx, 4),
    inForceByGroup(ctx),
    overview(ctx, ctx.today, country, firstFigures),
    communeTotals(ctx, ctx.today, country),
    latestNews(ctx, 3),
  ])
  return c.html(
    <PublicPage
      {...growingFrame(c)}
      title=""
      bleed
      description="Tra cứu sản phẩm OCOP, kiểm tra giấy chứng nhận, số liệu mở ra được hồ sơ gốc."
    >
      <Hero />
      <CheckCard />
      <Sectors byGroup={byGroup} />
      <Fresh fresh={fresh} today={ctx.today} building={c.var.building} />
      <InFigures today={ctx.today} figures={figures} communes={communes.today} />
      <News news={news} />
      <TakePart />
    </PublicPage>,
  )
})

function Hero() {
  const shelf = ['ca-phe', 'tra-o-long', 'det-zeng', 'nuoc-mam']
  return (
    <section class="hero on-leaf">
      <div class="page">
        <div>
          <h1>
            Đặc sản của từng xã,
            <br />
            ngôi sao nào cũng kiểm tra được
          </h1>
          <p class="lead">
            OCOP công nhận sản phẩm đặc trưng của mỗi xã, phường từ 3 đến 5 sao, bằng quyết định của tỉnh hoặc của Bộ,
            giá trị 36 tháng.
          </p>
          <Search
            action={paths.catalogue.list()}
            label="Tìm sản phẩm, chủ thể hoặc xã"
            placeholder="Tên sản phẩm hoặc xã"
            big
          />
          <p class="hints">
            <span>Thử:</span>
            {['cà phê', 'mật ong', 'trà'].map((words) => (
              <a href={paths.catalogue.list({ q: words })}>{words}</a>
            ))}
          </p>
        </div>
        <div class="shelf" aria-hidden="true">
          {shelf.map((name) => (
            <img src={asset(`img/${name}.svg`)} alt="" width="480" height="360" loading="lazy" decoding="async" />
          ))}
        </div>
      </div>
    </section>
  )
}

function CheckCard() {
  return (
    <div class="page">
      <section class="check-card" aria-labelledby="kiem-tra">
        <div>
          <h2 id="kiem-tra">
            <Icon name="shield-check" />
            Sao này có thật, còn hạn không?
          </h2>
          <p>Gõ số giấy chứng nhận, mã sản phẩm hoặc mã vạch in trên nhãn.</p>
        </div>
        <Search
          action={paths.recognition.verify()}
          label="Số giấy chứng nhận hoặc mã sản phẩm"
          name="so"
          button="Kiểm tra"
          icon="shield-check"
          labelled
        />
      </section>
    </div>
  )
}

const sectorIcons: Record<string, IconName> = {
  I: 'wheat',
  II: 'cup-soda',
  III: 'leaf',
  IV: 'spool',
  V: 'flower-2',
  VI: 'tent-tree',
}

function Sectors({ byGroup }: Pick<HomeProps, 'byGroup'>) {
  const countOf = (leaves: readonly { no: string }[]) =>
    byGroup.filter(({ key }) => leaves.some(({ no }) => no === key)).reduce((sum, { count }) => sum + count, 0)
  const total = byGroup.reduce((sum, { count }) => sum + count, 0)
  return (
    <section class="section page" aria-labelledby="nhom">
      <div class="section-head">
        <h2 id="nhom">Sáu nhóm sản phẩm</h2>
        <a href={paths.catalogue.list()}>Tất cả {showCount(total)} sản phẩm còn hiệu lực</a>
      </div>
      <ul class="groups">
        {sectors.map(({ code, name, leaves }) => (
          <li>
            <a href={paths.catalogue.list({ nhom: code })}>
              <Icon name={sectorIcons[code] ?? 'package'} />
              <b>{name}</b>
              <span class="small muted">
                <span class="num">{showCount(countOf(leaves))}</span> sản phẩm
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Fresh({ fresh, today, building }: Pick<HomeProps, 'fresh' | 'today'> & { building: boolean }) {
  return (
    <section class="section page" aria-labelledby="moi">
      <div class="section-head">
        <h2 id="moi">Vừa được công nhận</h2>
        <a href={paths.catalogue.list()}>Xem theo ngày quyết định</a>
      </div>
      {fresh.length === 0 ? (
        <p class="muted">
          {building
            ? 'Sản phẩm mẫu hiện ra ở đây khi dữ liệu mẫu dựng xong.'
            : 'Chưa có sản phẩm nào được công nhận trong hệ thống.'}
        </p>
      ) : (
        <CardGrid products={fresh.map((listing) => cardOf(listing, today))} />
      )}
    </section>
  )
}

function InFigures({ today, figures, communes }: Pick<HomeProps, 'today' | 'figures' | 'communes'>) {
  return (
    <section class="section sunken" aria-labelledby="so-lieu">
      <div class="page halves map-first">
        <div class="stack">
          <h2>34 tỉnh, thành phố</h2>
          <a href={paths.catalogue.map()}>
            <ProvinceMap label="Bản đồ Việt Nam" />
          </a>
          <p>
            <a href={paths.catalogue.map()}>Tìm theo tỉnh và xã trên bản đồ</a>
          </p>
        </div>
        <div class="stack loose">
          <div>
            <h2 id="so-lieu">Chương trình bằng số</h2>
            <p class="muted">Mỗi con số có ngày, định nghĩa và danh sách bản ghi phía sau.</p>
          </div>
          <FigureTiles
            figures={figures.map(({ figure, value }) => ({
              value: showCount(value),
              what: figure.title,
              note: figure === communesCovered ? `trên ${showCount(communes)} đơn vị cấp xã của cả nước` : undefined,
              asOf: today,
              definition: paths.statistics.figure(figure.id),
              records: paths.statistics.records(figure.id),
            }))}
          />
          <p>
            <a href={paths.statistics.list()}>Xem mọi con số, theo tỉnh và theo ngày</a>
          </p>
        </div>
      </div>
    </section>
  )
}

function News({ news }: { news: readonly NewsItem[] }) {
  if (news.length === 0) return null
  return (
    <section class="section page" aria-labelledby="tin-moi">
      <div class="section-head">
        <h2 id="tin-moi">Tin mới</h2>
        <a href={paths.newsroom.list()}>Tất cả tin tức</a>
      </div>
      <ul class="news">
        {news.map(({ slug, title, summary, category, publishedAt }) => (
          <li>
            <p class="kind">
              {categoryWords[category]}, <Moment at={publishedAt} />
            </p>
            <h3>
              <a href={paths.newsroom.article(slug)}>{title}</a>
            </h3>
            <p>{summary}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function TakePart() {
  const ways = [
    {
      href: paths.idea.begin(),
      title: 'Đăng ký ý tưởng',
      says: 'Người dân hoặc chủ thể gửi ý tưởng sản phẩm tới xã; xã trả lời đúng hạn.',
    },
    {
      href: paths.feedback.list(),
      title: 'Hỏi, đề xuất, phản ánh',
      says: 'Gửi không cần tài khoản, theo dõi bằng mã; xã, tỉnh hoặc trung ương trả lời đúng hạn.',
    },
    {
      href: paths.regime.selfAssess(),
      title: 'Tự chấm thử',
      says: 'Chọn bộ tiêu chí, xem điểm, khoảng sao và còn thiếu gì. Không cần tài khoản.',
    },
    {
      href: paths.producer.register(),
      title: 'Đăng ký chủ thể',
      says: 'Hợp tác xã, tổ hợp tác, doanh nghiệp, hộ có đăng ký kinh doanh.',
    },
  ]
  return (
    <section class="section page" aria-labelledby="tham-gia">
      <h2 id="tham-gia">Tham gia OCOP</h2>
      <div class="card-grid">
        {ways.map(({ href, title, says }) => (
          <section class="panel stack tight">
            <h3>
              <a href={href}>{title}</a>
            </h3>
            <p>{says}</p>
          </section>
        ))}
      </div>
    </section>
  )
}
