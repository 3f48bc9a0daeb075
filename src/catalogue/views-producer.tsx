import type { CivilDate } from '../kernel/civil-date.ts'
import { showCount } from '../kernel/number.ts'
import { placeInWords } from '../kernel/text.ts'
import { kindWords } from '../producer/words.ts'
import { CardGrid } from '../ui/card.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Day } from '../ui/time.tsx'
import type { producerPage } from './actions.ts'
import { cardOf } from './cards.tsx'

type Found = Awaited<ReturnType<typeof producerPage>>

/** Who makes it, where, and which of their products carry a star today. */
export function ProducerView({ producer, listings, unrecognised, sources, today }: Found & { today: CivilDate }) {
  return (
    <>
      <div class="stack">
        <p class="muted">{kindWords[producer.kind]}</p>
        <h1>{producer.name}</h1>
      </div>
      <div class="with-aside section">
        <div class="stack loose">
          <section class="stack" aria-labelledby="co-sao">
            <h2 id="co-sao">Sản phẩm OCOP</h2>
            {listings.length === 0 ? (
              <Empty title="Chưa có sản phẩm được công nhận" level={3}>
                <p>Khi chủ thể có sản phẩm được công nhận, sản phẩm sẽ hiện ở đây.</p>
              </Empty>
            ) : (
              <CardGrid products={listings.map((listing) => cardOf(listing, today))} />
            )}
          </section>
          {unrecognised.length > 0 ? (
            <Panel title="Sản phẩm chưa được công nhận">
              <ul class="stack tight">
                {unrecognised.map(({ slug, name }) => (
                  <li class="row">
                    <a href={paths.catalogue.product(slug)}>{name}</a> <Status state="sibling" />
                  </li>
                ))}
              </ul>
            </Panel>
          ) : null}
          {producer.history ? (
            <section class="prose">
              <h2>Giới thiệu</h2>
              <p>{producer.history}</p>
            </section>
          ) : null}
        </div>
        <aside class="stack">
          <Panel title="Chủ thể">
            <Facts
              narrow
              facts={[
                ['Mã', <span class="num">{producer.code}</span>],
                ['Loại hình', kindWords[producer.kind]],
                ['Địa chỉ', producer.address],
                [
                  'Đơn vị hành chính hiện nay',
                  placeInWords(producer.placeName, producer.provinceName) || 'Chưa xác định',
                ],
                ...(producer.foundedOn ? [['Thành lập', <Day date={producer.foundedOn} />] as const] : []),
                ...sources.map(
                  (url) =>
                    [
                      'Nguồn',
                      <a href={url} rel="nofollow noopener">
                        Danh sách đã công bố
                      </a>,
                    ] as const,
                ),
                ...(producer.labourTotal ? [['Lao động', `${showCount(producer.labourTotal)} người`] as const] : []),
              ]}
            />
          </Panel>
        </aside>
      </div>
    </>
  )
}
