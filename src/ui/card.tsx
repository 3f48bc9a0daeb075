import { Icon } from './icon.tsx'
import { Mark } from './mark.tsx'
import type { MarkProps } from './mark.tsx'
import { Status } from './status.tsx'

export interface ProductCardProps {
  readonly href: string
  readonly name: string
  /** The product's group, said small above the name. */
  readonly kind: string
  readonly maker: string
  /** `Xã Măng Đen, Quảng Ngãi`. */
  readonly place: string
  readonly picture?: { readonly src: string; readonly alt: string } | undefined
  /** Absent for a product that is not recognised. */
  readonly mark?: MarkProps | undefined
  /** Below the fold: the picture waits. */
  readonly lazy?: boolean | undefined
}

/** Picture, name, place; the mark closes it. */
export function ProductCard({ href, name, kind, maker, place, picture, mark, lazy = false }: ProductCardProps) {
  return (
    <li class={mark === undefined ? 'card not-recognised' : 'card'}>
      {picture === undefined ? (
        <span class="picture" />
      ) : (
        <img
          class="picture"
          {...picture}
          width="480"
          height="360"
          loading={lazy ? 'lazy' : undefined}
          decoding={lazy ? 'async' : undefined}
        />
      )}
      <div class="body">
        <p class="kind">{kind}</p>
        <h3>
          <a href={href}>{name}</a>
        </h3>
        <p class="maker">{maker}</p>
        <p class="place">
          <Icon name="map-pin" />
          {place}
        </p>
        {mark === undefined ? (
          <p>
            <Status state="sibling" />
          </p>
        ) : null}
      </div>
      {mark === undefined ? null : <Mark {...mark} />}
    </li>
  )
}

/** Cards side by side; pictures after the fourth load when scrolled to. */
export function CardGrid({ products }: { products: readonly ProductCardProps[] }) {
  return (
    <ul class="card-grid">
      {products.map((product, index) => (
        <ProductCard {...product} lazy={product.lazy ?? index >= 4} />
      ))}
    </ul>
  )
}
