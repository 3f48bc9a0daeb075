import { showDate } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { showMoney } from '../kernel/money.ts'
import { showCount } from '../kernel/number.ts'
import type { Page } from '../kernel/page.ts'
import { placeInWords } from '../kernel/text.ts'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { LinkButton } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Stars } from '../ui/stars.tsx'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { PublicBooth, PublicFair } from './actions-reading.ts'
import { leastTold } from './model.ts'
import type { BoothPicture, BroughtProduct, FairTotals, ShownFair } from './model.ts'
import { fairCan } from './rules.ts'
import { kindWords, outcomeLooks, outcomeWords, reachWords, stateLooks, stateWords } from './words.ts'

export function daysWords({ opensOn, closesOn }: Pick<ShownFair, 'opensOn' | 'closesOn'>): string {
  return opensOn === closesOn ? showDate(opensOn) : `${showDate(opensOn)} đến ${showDate(closesOn)}`
}

export function isCallOpen(fair: ShownFair, today: CivilDate): boolean {
  return fairCan('apply', fair) && today <= fair.applyBy
}

/** Every call and every fair, the latest first. */
export function FairListView({ fairs, today }: { fairs: Page<ShownFair>; today: CivilDate }) {
  return (
    <div class="stack">
      <h1>Hội chợ và tuần hàng OCOP</h1>
      <p class="lead">Nơi nào sắp mở, còn nhận đăng ký tới bao giờ, gian hàng nào tham gia.</p>
      <p class="row">
        <LinkButton href={paths.gathering.calendar()} kind="secondary" icon="calendar">
          Lịch chung
        </LinkButton>
        <LinkButton href={paths.fair.points()} kind="secondary" icon="store">
          Điểm bán OCOP
        </LinkButton>
      </p>
      {fairs.items.length === 0 ? (
        <Empty title="Chưa có hội chợ nào được thông báo" icon="tent-tree">
          Cán bộ xúc tiến của xã, tỉnh, Bộ thông báo ở đây.
        </Empty>
      ) : (
        <Table
          caption="Hội chợ, mới nhất trước"
          rows={fairs.items}
          columns={[
            { head: 'Hội chợ', names: true, cell: ({ slug, title }) => <a href={paths.fair.fair(slug)}>{title}</a> },
            { head: 'Thời gian', cell: daysWords },
            { head: 'Nơi', cell: ({ place, provinceName }) => placeInWords(place, provinceName) },
            { head: 'Phạm vi', cell: ({ reach }) => reachWords[reach] },
            { head: 'Đăng ký', cell: (fair) => <CallState fair={fair} today={today} /> },
          ]}
        />
      )}
      <Pager {...fairs} hrefOf={(trang) => paths.fair.list({ trang })} />
    </div>
  )
}

function CallState({ fair, today }: { fair: ShownFair; today: CivilDate }) {
  if (isCallOpen(fair, today)) return <Status state="valid">Nhận tới {showDate(fair.applyBy)}</Status>
  if (fair.state === 'cancelled') return <Status state="revoked">Đã hủy</Status>
  return <Status state="expired">Đã hết hạn</Status>
}

export function fairFacts(fair: ShownFair) {
  return [
    ['Loại', kindWords[fair.kind]],
    ['Phạm vi', reachWords[fair.reach]],
    ['Trạng thái', <Status state={stateLooks[fair.state]}>{stateWords[fair.state]}</Status>],
    ['Thời gian', daysWords(fair)],
    ['Nơi diễn ra', placeInWords(fair.place, fair.provinceName)],
    ['Cơ quan tổ chức', fair.organiser],
    ['Khách hàng hướng tới', fair.audience],
    ['Số gian', showCount(fair.booths)],
    ['Điều kiện', fair.leastStars === 0 ? 'Không đòi hỏi hạng sao' : `Sản phẩm đang có từ ${fair.leastStars} sao`],
    ['Hạn đăng ký', <Day date={fair.applyBy} />],
    ['Vẫn tổ chức khi trùng lịch, vì', fair.clashReason],
  ] as const
}

export function FairView({
  fair,
  chosen,
  covers,
  totals,
  own,
  reason,
  mayApply,
  today,
}: PublicFair & { today: CivilDate }) {
  return (
    <div class="stack">
      <h1>{fair.title}</h1>
      {fair.state === 'cancelled' ? <Notice kind="error">{`Hội chợ đã hủy. ${reason ?? ''}`}</Notice> : null}
      {fair.state === 'draft' ? <Notice kind="info">Bản xem trước: hội chợ chưa thông báo.</Notice> : null}
      {fair.summary === '' ? null : <p class="lead">{fair.summary}</p>}
      <Facts facts={fairFacts(fair)} />
      {own.map(({ id, producerName, outcome }) => (
        <p>
          <a href={paths.fair.application(id)}>Đăng ký của {producerName}</a>:{' '}
          {outcome === null ? (
            <Status state="waiting">Chờ xét</Status>
          ) : (
            <Status state={outcomeLooks[outcome]}>{outcomeWords[outcome]}</Status>
          )}
        </p>
      ))}
      {isCallOpen(fair, today) ? <Door fair={fair} mayApply={mayApply} /> : null}
      <Panel title="Gian hàng" note={`${chosen.length} chủ thể`}>
        {chosen.length === 0 ? (
          <Empty title="Chưa chọn gian hàng nào" icon="store" level={3} />
        ) : (
          <ul class="card-grid">
            {chosen.map(({ id, producerName, booth, products }) => (
              <BoothCard
                href={paths.fair.booth(fair.slug, id)}
                {...{ producerName, booth }}
                products={products}
                cover={covers.get(id)}
              />
            ))}
          </ul>
        )}
      </Panel>
      {fair.state === 'closed' ? <Totals totals={totals} inPublic /> : null}
    </div>
  )
}

function Door({ fair, mayApply }: { fair: ShownFair; mayApply: boolean }) {
  return (
    <p class="row">
      <LinkButton
        href={mayApply ? paths.fair.apply(fair.slug) : paths.identity.signIn({ tiep: paths.fair.apply(fair.slug) })}
        icon="send"
      >
        Đăng ký tham gia
      </LinkButton>
    </p>
  )
}

interface BoothCardProps {
  readonly href: string
  readonly producerName: string
  readonly booth: string | null
  readonly products: readonly BroughtProduct[]
  readonly cover: BoothPicture | undefined
}

function BoothCard({ href, producerName, booth, products, cover }: BoothCardProps) {
  return (
    <li class="card">
      {cover === undefined ? (
        <span class="picture" />
      ) : (
        <img
          class="picture"
          src={paths.fair.image(cover.small)}
          alt={cover.description}
          width={cover.smallWidth}
          height={cover.smallHeight}
          loading="lazy"
          decoding="async"
        />
      )}
      <div class="body">
        {booth ? <p class="kind">Gian {booth}</p> : null}
        <h3>
          <a href={href}>{producerName}</a>
        </h3>
        <p class="small">{products.map(({ name }) => name).join(', ')}</p>
      </div>
    </li>
  )
}

/** @param inPublic sums of few producers would tell of one: they are left out. */
export function Totals({ totals, inPublic = false }: { totals: FairTotals; inPublic?: boolean }) {
  const hides = inPublic && totals.told < leastTold
  return (
    <Panel title="Kết quả" note={`${totals.told} trên ${totals.producers} chủ thể đã báo`}>
      <Facts
        facts={[
          ['Chủ thể tham gia', showCount(totals.producers)],
          ['Sản phẩm', showCount(totals.products)],
          ...(hides
            ? []
            : ([
                ['Hợp đồng đã ký', `${showCount(totals.contracts)}, ${showMoney(totals.contractValue)}`],
                ['Nhà phân phối kết nối được', showCount(totals.distributors)],
                ['Doanh thu tại chỗ', showMoney(totals.revenue)],
              ] as const)),
        ]}
      />
      {hides ? <p class="small muted">Hợp đồng và doanh thu hiện khi có từ {leastTold} chủ thể báo kết quả.</p> : null}
    </Panel>
  )
}

/** One booth of the gallery: words, pictures, film, products with their stars of today. */
export function BoothView({ fair, application, booth, pictures }: PublicBooth) {
  return (
    <div class="stack">
      <h1>{application.producerName}</h1>
      <p class="muted">
        Gian {application.booth || 'trên mạng'} tại <a href={paths.fair.fair(fair.slug)}>{fair.title}</a>,{' '}
        {daysWords(fair)}
      </p>
      {booth === undefined ? <p class="muted">Gian hàng đang được chuẩn bị.</p> : null}
      {booth?.words.split('\n').map((line) => (
        <p>{line}</p>
      ))}
      {booth?.filmUrl ? (
        <p>
          <LinkButton href={booth.filmUrl} kind="secondary" icon="external-link">
            Xem phim của gian hàng
          </LinkButton>
        </p>
      ) : null}
      <Gallery pictures={pictures} />
      <Panel title="Sản phẩm mang tới">
        <ul class="stack tight">
          {application.products.map((product) => (
            <li>
              <ProductLine product={product} />
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}

export function Gallery({ pictures }: { pictures: readonly BoothPicture[] }) {
  if (pictures.length === 0) return null
  return (
    <ul class="card-grid">
      {pictures.map(({ file, small, smallWidth, width, height, description }) => (
        <li>
          <a href={paths.fair.image(file)}>
            <img
              src={paths.fair.image(small)}
              srcset={`${paths.fair.image(small)} ${smallWidth}w, ${paths.fair.image(file)} ${width}w`}
              sizes="(min-width: 48rem) 20rem, 100vw"
              width={width}
              height={height}
              alt={description}
              loading="lazy"
            />
          </a>
          <p class="small">{description}</p>
        </li>
      ))}
    </ul>
  )
}

export function ProductLine({ product: { name, slug, stars } }: { product: BroughtProduct }) {
  if (stars === null) return <>{name}</>
  return (
    <>
      <a href={paths.catalogue.product(slug)}>{name}</a> <Stars n={stars} />
    </>
  )
}
