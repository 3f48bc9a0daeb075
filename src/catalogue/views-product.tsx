import type { CivilDate } from '../kernel/civil-date.ts'
import { civilDateOf } from '../kernel/civil-date.ts'
import { showMoney } from '../kernel/money.ts'
import { showHundredths } from '../kernel/number.ts'
import { textById } from '../regime/law.ts'
import { asset } from '../ui/assets.ts'
import { Facts } from '../ui/facts.tsx'
import { Icon } from '../ui/icon.tsx'
import { Mark } from '../ui/mark.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Stars } from '../ui/stars.tsx'
import { Status } from '../ui/status.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { Day } from '../ui/time.tsx'
import type { productPage } from './actions.ts'
import { markOf, placeOf } from './cards.tsx'
import { groupName } from './groups.ts'
import { inForce, publicStatus } from './rules.ts'
import type { PastRecognition, Sibling } from './store-product.ts'

type Found = Awaited<ReturnType<typeof productPage>>
type ProductProps = Found & { today: CivilDate; publicUrl: string }

/** How many stars, in force until when, by whose decision: the first thing the page answers. */
export function ProductView({
  product,
  listing,
  producer,
  siblings,
  history,
  pictures,
  packs,
  sale,
  today,
}: ProductProps) {
  const stands = listing !== undefined && inForce(publicStatus(listing, today))
  return (
    <>
      <div class="product-top">
        <Gallery pictures={pictures} faded={!stands} />
        <div class="stack">
          <div>
            <p class="muted">{groupName(product.groupText, product.groupNo)}</p>
            <h1>{product.name}</h1>
          </div>
          {listing ? (
            <Mark {...markOf(listing, today)} large>
              <DecisionLine recognition={history[0]} />
            </Mark>
          ) : (
            <p>
              <Status state="sibling" /> <span class="small">Sản phẩm này chưa có công nhận OCOP nào.</span>
            </p>
          )}
          {product.summary ? <p>{product.summary}</p> : null}
          <ProducerBox producer={producer} place={listing ? placeOf(listing) : (producer.placeName ?? '')} />
          <div class="row">
            {listing ? (
              <a class="button" href={paths.recognition.certificate(listing.number)}>
                <Icon name="shield-check" />
                Kiểm tra giấy chứng nhận
              </a>
            ) : null}
          </div>
        </div>
      </div>
      <div class="with-aside section">
        <div class="stack loose">
          {product.story ? <Story text={product.story} /> : null}
          <Passport product={product} packs={packs} />
        </div>
        <aside class="stack first-on-phone">
          {sale.packs.length > 0 ? <Ordering {...sale} /> : null}
          {listing ? (
            <RecognitionPanel
              recognition={history[0]}
              rubric={`${product.groupNo}, ${groupName(product.groupText, product.groupNo)}`}
            />
          ) : null}
          {history.length > 0 ? <History history={history} today={today} /> : null}
        </aside>
      </div>
      {siblings.length > 0 ? (
        <div class="section">
          <Siblings siblings={siblings} />
        </div>
      ) : null}
    </>
  )
}

/** Each pack with its price; the producer answers, delivers and is paid. */
function Ordering({ packs, hours }: Found['sale']) {
  return (
    <Panel title="Đặt mua" note={hours === null ? undefined : `thường trả lời trong ${hours} giờ`}>
      <ul class="stack tight">
        {packs.map(({ id, label, price, stock }) => (
          <li>
            <a href={paths.sale.order(id)}>{label}</a>: <strong>{showMoney(price)}</strong>
            <span class="small muted">
              {stock === null ? ', làm theo đơn' : stock === 0 ? ', tạm hết' : `, còn ${stock}`}
            </span>
          </li>
        ))}
      </ul>
      <p class="small muted">
        Mua thẳng từ chủ thể, không cần tài khoản. Nền tảng không thu tiền.{' '}
        <a href={paths.sale.track()}>Theo dõi đơn</a>
      </p>
    </Panel>
  )
}

function Gallery({ pictures, faded }: { pictures: Found['pictures']; faded: boolean }) {
  const [first, ...rest] = pictures
  return (
    <div class={faded ? 'gallery not-recognised' : 'gallery'}>
      {first ? (
        <img src={paths.product.image(first.file)} alt={first.description} width="960" height="720" />
      ) : (
        <img src={asset('img/no-picture.svg')} alt="Chưa có ảnh" width="960" height="720" />
      )}
      {rest.length > 0 ? (
        <div class="thumbs">
          {rest.map(({ file, small, description }) => (
            <a href={paths.product.image(file)}>
              <img src={paths.product.image(small)} alt={description} width="240" height="180" loading="lazy" />
            </a>
          ))}
        </div>
      ) : null}
    </div>
  )
}

function DecisionLine({ recognition }: { recognition: PastRecognition | undefined }) {
  if (!recognition) return null
  const { decisionId, decisionNumber, decidedOn, authority } = recognition
  return (
    <>
      Quyết định <a href={paths.recognition.decision(decisionId)}>{decisionNumber}</a>
      {decidedOn ? (
        <>
          {' '}
          ngày <Day date={decidedOn} />
        </>
      ) : null}{' '}
      của {authority}
    </>
  )
}

function ProducerBox({ producer, place }: { producer: Found['producer']; place: string }) {
  return (
    <div class="panel">
      <p class="small muted">Chủ thể</p>
      <p>
        <strong>
          <a href={paths.catalogue.producer(producer.slug)}>{producer.name}</a>
        </strong>
      </p>
      <p class="small row close">
        <Icon name="map-pin" />
        {place}
      </p>
    </div>
  )
}

function Story({ text }: { text: string }) {
  return (
    <section class="prose">
      <h2>Câu chuyện</h2>
      {text.split(/\n+/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </section>
  )
}

/** The least content of a product passport (Decree 37/2026 Article 32) that the programme holds. */
function Passport({ product, packs }: { product: Found['product']; packs: Found['packs'] }) {
  return (
    <Panel
      title="Hộ chiếu sản phẩm"
      note={
        <>
          Cập nhật <Day date={civilDateOf(product.describedAt)} />
        </>
      }
    >
      <Facts
        facts={[
          ['Mã sản phẩm', product.code ? <span class="num">{product.code}</span> : 'Chưa cấp'],
          ...packs.map(
            ({ label, gtin }) =>
              [`Quy cách ${label}`, gtin ? <span class="num">GTIN {gtin}</span> : 'Không có mã vạch'] as const,
          ),
          ['Nhóm', groupName(product.groupText, product.groupNo)],
        ]}
      />
    </Panel>
  )
}

/** A star belongs to one product: the others of the same producer say what they are. */
function Siblings({ siblings }: { siblings: readonly Sibling[] }) {
  return (
    <Panel title="Sản phẩm khác của chủ thể này">
      <ul class="siblings">
        {siblings.map(({ slug, name, recognised, picture }) => (
          <li class={recognised ? undefined : 'not-recognised'}>
            <img
              src={picture ? paths.product.image(picture) : asset('img/no-picture.svg')}
              alt=""
              width="128"
              height="96"
              loading="lazy"
            />
            <div>
              <p>
                <a href={paths.catalogue.product(slug)}>
                  <strong>{name}</strong>
                </a>
              </p>
              {recognised ? (
                <p class="small">Có công nhận riêng, xem trang của sản phẩm.</p>
              ) : (
                <>
                  <Status state="sibling" />
                  <p class="small">Chưa được công nhận. Dấu sao ở trang này không áp dụng cho sản phẩm đó.</p>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function RecognitionPanel({ recognition, rubric }: { recognition: PastRecognition | undefined; rubric: string }) {
  if (!recognition) return null
  const text = textById(recognition.text)
  return (
    <Panel title="Công nhận">
      <Facts
        narrow
        facts={[
          ['Hạng sao', <Stars n={recognition.stars} />],
          [
            'Điểm',
            recognition.meanHundredths === null
              ? 'Nguồn không ghi'
              : `${showHundredths(recognition.meanHundredths)} trên 100`,
          ],
          ['Quyết định', <a href={paths.recognition.decision(recognition.decisionId)}>{recognition.decisionNumber}</a>],
          ['Ngày', recognition.decidedOn ? <Day date={recognition.decidedOn} /> : 'Nguồn không ghi'],
          ['Cơ quan', recognition.authority],
          ['Giấy chứng nhận', <a href={paths.recognition.certificate(recognition.number)}>{recognition.number}</a>],
          ['Bộ tiêu chí', `${rubric} (${text?.number ?? recognition.text})`],
          ...(recognition.sourceUrl
            ? [
                [
                  'Nguồn',
                  <a href={recognition.sourceUrl} rel="nofollow noopener">
                    Danh sách đã công bố
                  </a>,
                ] as const,
              ]
            : []),
        ]}
      />
    </Panel>
  )
}

function History({ history, today }: { history: readonly PastRecognition[]; today: CivilDate }) {
  return (
    <Panel title="Lịch sử công nhận">
      <Timeline
        happenings={history.map((one, index) => ({
          at: one.issuedOn,
          now: index === 0,
          state: today <= one.lastDay ? 'valid' : 'expired',
          what: (
            <>
              <strong>{one.stars} sao</strong>, {one.authority}, hiệu lực đến <Day date={one.lastDay} />
              {one.endKind === 'replaced' ? ' (thay bằng công nhận mới)' : ''}
            </>
          ),
        }))}
      />
    </Panel>
  )
}
