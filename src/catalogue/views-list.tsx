import type { CivilDate } from '../kernel/civil-date.ts'
import { showCount } from '../kernel/number.ts'
import { CardGrid } from '../ui/card.tsx'
import { Empty } from '../ui/empty.tsx'
import { Filters } from '../ui/filters.tsx'
import { Pager } from '../ui/pager.tsx'
import { paths } from '../ui/paths.ts'
import { Search } from '../ui/search.tsx'
import { Chips } from '../ui/tabs.tsx'
import type { CatalogueAnswer } from './actions.ts'
import { cardOf } from './cards.tsx'
import { sectors } from './groups.ts'
import type { CatalogueQuery } from './model.ts'

export interface ListProps {
  readonly query: CatalogueQuery
  readonly answer: CatalogueAnswer
  readonly provinces: readonly { code: string; name: string }[]
  readonly communes: readonly { code: string; name: string }[]
  readonly today: CivilDate
  /** The sample programme is still being made. */
  readonly building: boolean
}

export function CatalogueList({ query, answer, provinces, communes, today, building }: ListProps) {
  const { list, counts } = answer
  return (
    <>
      <div class="stack">
        <h1>Sản phẩm OCOP</h1>
        <Search
          action={paths.catalogue.list()}
          label="Tìm sản phẩm, chủ thể hoặc xã"
          value={query.q}
          placeholder="Tên sản phẩm hoặc xã"
        />
      </div>
      <div class="with-aside filters-first section after-form">
        <CatalogueFilters query={query} answer={answer} provinces={provinces} communes={communes} />
        <div class="stack">
          <div class="results-head">
            <p aria-live="polite">
              <strong>
                <span class="num">{showCount(list.total)}</span> sản phẩm
              </strong>{' '}
              <span class="muted">
                của <span class="num">{showCount(counts.producers)}</span> chủ thể
              </span>
            </p>
          </div>
          <Chosen query={query} provinces={provinces} communes={communes} />
          <h2 class="hidden-word">Kết quả</h2>
          {list.items.length === 0 && building ? (
            <Empty title="Sản phẩm mẫu chưa dựng xong">Khi dựng xong, sản phẩm hiện ra ở đây.</Empty>
          ) : list.items.length === 0 ? (
            <Empty title="Không có sản phẩm nào khớp" icon="search">
              <p>Hãy bỏ bớt điều kiện lọc, hoặc gõ tên ngắn hơn. Có thể gõ không dấu.</p>
              <p>
                <a class="button secondary" href={paths.catalogue.list()}>
                  Bỏ mọi điều kiện lọc
                </a>
              </p>
            </Empty>
          ) : (
            <CardGrid products={list.items.map((listing) => cardOf(listing, today))} />
          )}
          <Pager
            page={list.page}
            total={list.total}
            size={list.size}
            hrefOf={(page) => paths.catalogue.list(addressOf(query, { trang: page }))}
          />
        </div>
      </div>
    </>
  )
}

/** The query as it stands in the address, defaults left out. */
export function addressOf(query: CatalogueQuery, change: Partial<CatalogueQuery> = {}) {
  const { q, tinh, xa, nhom, sao, trang, xep } = { ...query, ...change }
  const standing = change['tinh-trang'] ?? query['tinh-trang']
  return {
    q,
    tinh,
    xa,
    nhom,
    sao,
    'tinh-trang': standing === 'con' ? undefined : standing,
    xep: xep === 'moi' ? undefined : xep,
    trang: trang === 1 ? undefined : trang,
  }
}

const standingWords = { con: 'Còn hiệu lực', het: 'Đã hết hiệu lực', 'tat-ca': 'Tất cả' } as const
const orderWords = {
  moi: 'Công nhận mới nhất',
  sao: 'Hạng sao cao trước',
  ten: 'Tên A đến Y',
  han: 'Sắp hết hạn trước',
} as const

function CatalogueFilters({ query, answer, provinces, communes }: Omit<ListProps, 'today' | 'building'>) {
  const chosen = query.nhom.length + query.sao.length + (query.tinh ? 1 : 0) + (query.xa ? 1 : 0)
  return (
    <Filters action={paths.catalogue.list()} inForce={chosen} button="Xem kết quả" clear={paths.catalogue.list()}>
      {query.q ? <input type="hidden" name="q" value={query.q} /> : null}
      <StandingFilter query={query} answer={answer} />
      <StarFilter query={query} answer={answer} />
      <GroupFilter query={query} answer={answer} />
      <PlaceFilter query={query} provinces={provinces} communes={communes} />
      <fieldset>
        <legend class="label">Xếp theo</legend>
        <div class="field">
          <label class="hidden-word" for="xep">
            Xếp theo
          </label>
          <select id="xep" name="xep">
            {Object.entries(orderWords).map(([value, label]) => (
              <option value={value} selected={query.xep === value}>
                {label}
              </option>
            ))}
          </select>
        </div>
      </fieldset>
    </Filters>
  )
}

type WithAnswer = Pick<ListProps, 'query' | 'answer'>

function StandingFilter({ query, answer: { counts } }: WithAnswer) {
  const countOf = { con: counts.inForce, het: counts.lapsed, 'tat-ca': counts.inForce + counts.lapsed }
  return (
    <fieldset>
      <legend class="label">Hiệu lực</legend>
      {(Object.keys(standingWords) as (keyof typeof standingWords)[]).map((key) => (
        <label class="check" for={`tt-${key}`}>
          <input type="radio" id={`tt-${key}`} name="tinh-trang" value={key} checked={query['tinh-trang'] === key} />
          <span>{standingWords[key]}</span>
          <span class="num">{showCount(countOf[key])}</span>
        </label>
      ))}
    </fieldset>
  )
}

function StarFilter({ query, answer }: WithAnswer) {
  return (
    <fieldset>
      <legend class="label">Hạng sao</legend>
      {[5, 4, 3].map((stars) => (
        <label class="check" for={`s${stars}`}>
          <input type="checkbox" id={`s${stars}`} name="sao" value={stars} checked={query.sao.includes(stars)} />
          <span>{stars} sao</span>
          <span class="num">{showCount(answer.byStars.find(({ key }) => key === String(stars))?.count ?? 0)}</span>
        </label>
      ))}
    </fieldset>
  )
}

function GroupFilter({ query, answer }: WithAnswer) {
  const countOf = (leaves: readonly { no: string }[]) =>
    answer.byGroup.filter(({ key }) => leaves.some(({ no }) => no === key)).reduce((sum, { count }) => sum + count, 0)
  return (
    <fieldset>
      <legend class="label">Nhóm sản phẩm</legend>
      {sectors.map(({ code, name, leaves }) => (
        <label class="check" for={`n-${code}`}>
          <input type="checkbox" id={`n-${code}`} name="nhom" value={code} checked={query.nhom.includes(code)} />
          <span>{name}</span>
          <span class="num">{showCount(countOf(leaves))}</span>
        </label>
      ))}
      {query.nhom
        .filter((one) => /^\d+$/.test(one))
        .map((one) => (
          <input type="hidden" name="nhom" value={one} />
        ))}
    </fieldset>
  )
}

function PlaceFilter({ query, provinces, communes }: Pick<ListProps, 'query' | 'provinces' | 'communes'>) {
  return (
    <fieldset>
      <legend class="label">Nơi sản xuất</legend>
      <div class="stack tight">
        <PlaceSelect name="tinh" label="Tỉnh, thành phố" all="Cả nước" places={provinces} value={query.tinh} />
        {query.tinh ? (
          <PlaceSelect name="xa" label="Xã, phường, đặc khu" all="Tất cả" places={communes} value={query.xa} />
        ) : null}
      </div>
    </fieldset>
  )
}

function PlaceSelect(select: {
  name: string
  label: string
  all: string
  places: readonly { code: string; name: string }[]
  value: string | undefined
}) {
  return (
    <div class="field">
      <label for={select.name} class="small">
        {select.label}
      </label>
      <select id={select.name} name={select.name}>
        <option value="">{select.all}</option>
        {select.places.map(({ code, name }) => (
          <option value={code} selected={code === select.value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

function Chosen({ query, provinces, communes }: Pick<ListProps, 'query' | 'provinces' | 'communes'>) {
  const without = (change: Partial<CatalogueQuery>) => paths.catalogue.list(addressOf(query, { trang: 1, ...change }))
  const nameIn = (places: typeof provinces, code: string) => places.find((place) => place.code === code)?.name ?? code
  const chips = [
    ...(query.q ? [{ label: `“${query.q}”`, href: without({ q: undefined }) }] : []),
    ...query.sao.map((stars) => ({
      label: `${stars} sao`,
      href: without({ sao: query.sao.filter((one) => one !== stars) }),
    })),
    ...query.nhom.map((group) => ({
      label: sectors.find(({ code }) => code === group)?.name ?? leafName(group),
      href: without({ nhom: query.nhom.filter((one) => one !== group) }),
    })),
    ...(query.tinh
      ? [{ label: nameIn(provinces, query.tinh), href: without({ tinh: undefined, xa: undefined }) }]
      : []),
    ...(query.xa ? [{ label: nameIn(communes, query.xa), href: without({ xa: undefined }) }] : []),
  ]
  return chips.length === 0 ? null : (
    <Chips label="Điều kiện đang lọc" chips={chips.map((chip) => ({ ...chip, removes: true }))} />
  )
}

function leafName(no: string): string {
  return sectors.flatMap(({ leaves }) => leaves).find((leaf) => leaf.no === no)?.name ?? no
}
