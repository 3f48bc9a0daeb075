import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field, FileField } from '../ui/field.tsx'
import { Form, Hidden, PostButton, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import type { Picture, Product } from './model.ts'
import { mostPictures } from './rules.ts'

/** A picture of a product: AVIF where the browser knows it, WebP elsewhere, the small one on small screens. */
export function ProductPicture({ picture, lazy = false }: { picture: Picture; lazy?: boolean }) {
  const { file, avif, small, smallAvif, width, height, smallWidth, description } = picture
  const sources = (large: string | null, little: string | null) =>
    large === null || little === null
      ? undefined
      : `${paths.product.image(little)} ${smallWidth}w, ${paths.product.image(large)} ${width}w`
  const sizes = '(min-width: 48rem) 30rem, 100vw'
  return (
    <picture>
      {avif === null ? null : <source type="image/avif" srcset={sources(avif, smallAvif)} sizes={sizes} />}
      <img
        src={paths.product.image(small)}
        srcset={sources(file, small)}
        sizes={sizes}
        width={width}
        height={height}
        alt={description}
        loading={lazy ? 'lazy' : undefined}
      />
    </picture>
  )
}

interface PicturesProps {
  readonly product: Product
  readonly pictures: readonly Picture[]
  readonly mayChange: boolean
  readonly trouble?: Trouble | undefined
}

export function PicturesPanel({ product, pictures, mayChange, trouble }: PicturesProps) {
  return (
    <Panel title="Ảnh" note={`${pictures.length} trên ${mostPictures}`} id="anh">
      {pictures.length === 0 ? <p class="muted">Chưa có ảnh. Ảnh đầu tiên là ảnh bìa trong danh mục.</p> : null}
      <ul class="card-grid">
        {pictures.map((picture, index) => (
          <li class="card">
            <ProductPicture picture={picture} lazy={index > 0} />
            <div class="body">
              <p>
                {index === 0 ? <strong>Ảnh bìa. </strong> : null}
                {picture.description}
              </p>
              {mayChange ? (
                <PictureActs product={product} picture={picture} cover={index === 0} trouble={trouble} />
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {mayChange && pictures.length < mostPictures ? (
        <PictureForm product={product} trouble={trouble} />
      ) : (
        <ErrorSummary trouble={trouble} />
      )}
    </Panel>
  )
}

interface PictureActsProps extends Pick<PicturesProps, 'product' | 'trouble'> {
  readonly picture: Picture
  readonly cover: boolean
}

function PictureActs({ product, picture, cover, trouble }: PictureActsProps) {
  const box = `description-${picture.position}`
  const action = paths.product.picture(product.id, picture.position)
  return (
    <div class="row">
      {cover ? null : (
        <PostButton action={action} kind="quiet" hidden={{ act: 'first' }}>
          Đặt làm ảnh bìa
        </PostButton>
      )}
      <PostButton action={action} kind="quiet" icon="trash-2" hidden={{ act: 'remove' }}>
        Bỏ ảnh
      </PostButton>
      <details open={trouble?.errors[box] !== undefined}>
        <summary>Sửa mô tả</summary>
        <Form action={action} label={`Sửa mô tả ảnh: ${picture.description}`}>
          <Hidden name="act" value="describe" />
          <Field name={box} label="Mô tả ảnh" value={picture.description} trouble={trouble} />
          <Submit kind="secondary">Lưu mô tả</Submit>
        </Form>
      </details>
    </div>
  )
}

function PictureForm({ product, trouble }: Pick<PicturesProps, 'product' | 'trouble'>) {
  return (
    <Form action={paths.product.pictures(product.id)} files trouble={trouble} label="Thêm ảnh">
      <FileField
        name="picture"
        label="Ảnh mới"
        accept="image/jpeg,image/png,image/webp"
        hint="JPG, PNG hoặc WebP, tới 20 MB. Nơi chụp ghi trong ảnh được xóa trước khi lưu."
        trouble={trouble}
      />
      <Field
        name="description"
        label="Mô tả ảnh"
        hint="Một câu cho người không nhìn thấy ảnh, ví dụ: Gói cà phê 500 g trên bàn gỗ."
        trouble={trouble}
      />
      <div class="row">
        <Submit kind="secondary" icon="upload">
          Thêm ảnh
        </Submit>
      </div>
    </Form>
  )
}
