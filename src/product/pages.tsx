import { Hono } from 'hono'
import { Refused, orMissing } from '../kernel/refusal.ts'
import { formKey, submit } from '../platform/forms.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import type { Env, Request } from '../platform/web.ts'
import { canActFor, placeOfProducer, producerAccess } from '../producer/access.ts'
import { ownProducers, producerById } from '../producer/actions.ts'
import { placeName } from '../territory/actions.ts'
import { Empty } from '../ui/empty.tsx'
import { LinkButton, PostButton } from '../ui/form.tsx'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { placeOfProduct, productAccess } from './access.ts'
import {
  addPicture,
  amendProduct,
  changePicture,
  describeProduct,
  pictureBytes,
  productFile,
  productsOf,
  retireProduct,
  siblingsOf,
} from './actions.ts'
import { groupingsOf, regroupProduct } from './actions-grouping.ts'
import { groupName, groupOptions } from './groups.ts'
import {
  DescriptionInput,
  NewProductInput,
  PictureChangeInput,
  PictureInput,
  RegroupingInput,
  RetirementInput,
} from './model.ts'
import { preparePicture } from './picture.ts'
import { DescriptionForm, OwnProducts, ProductFacts, Retiring, SiblingsPanel } from './views.tsx'
import { GroupingPanel } from './views-grouping.tsx'
import { PicturesPanel } from './views-picture.tsx'

export const productPages = new Hono<Env>()
for (const own of ['/san-pham-cua-toi', '/san-pham-cua-toi/*']) productPages.use(own, signedIn)

productPages
  .get(paths.product.image(':hash'), async (c) => {
    const { mediaType, bytes } = await pictureBytes(c.var.ctx, orMissing(c.req.param('hash')))
    c.header('Content-Type', mediaType)
    // The name is the hash of the bytes: what was fetched once never changes.
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
    return c.body(new Uint8Array(bytes))
  })
  .get(paths.product.mine(), async (c) => c.html(await minePage(c)))
  .get(paths.product.begin(), async (c) => c.html(await beginPage(c)))
  .post(paths.product.begin(), (c) =>
    submit(
      c,
      NewProductInput,
      async ({ producerId, ...input }) => {
        const { id } = await describeProduct(c.var.ctx, {
          ...input,
          producerId: producerId ?? (await producersAsked(c))[0]?.id ?? '',
        })
        return { to: paths.product.file(id), say: 'Đã lưu sản phẩm. Bây giờ có thể thêm ảnh và minh chứng.' }
      },
      (trouble) => beginPage(c, trouble),
    ),
  )
  .get(paths.product.file(':id'), async (c) => c.html(await filePage(c)))
  .get(paths.product.amend(':id'), async (c) => c.html(await amendPage(c)))
  .post(paths.product.amend(':id'), (c) =>
    submit(
      c,
      DescriptionInput,
      async (input) => {
        await amendProduct(c.var.ctx, idOf(c), input)
        return { to: paths.product.file(idOf(c)), say: 'Đã lưu sản phẩm.' }
      },
      (trouble) => amendPage(c, trouble),
    ),
  )
  .post(paths.product.pictures(':id'), (c) =>
    submit(
      c,
      PictureInput,
      async ({ picture, description }) => {
        const { product } = await productFile(c.var.ctx, idOf(c))
        if (!productAccess.describe(c.var.ctx.actor, placeOfProduct(product)))
          throw new Refused({ code: 'kernel/not-found' })
        const prepared = await preparePicture(c.var.ctx.files, new Uint8Array(await picture.arrayBuffer()))
        await addPicture(c.var.ctx, product.id, prepared, description)
        return { to: paths.product.file(product.id), say: 'Đã thêm ảnh.' }
      },
      (trouble) => filePage(c, trouble),
    ),
  )
  .post(paths.product.picture(':id', ':position'), (c) =>
    submit(
      c,
      PictureChangeInput(orMissing(c.req.param('position'))),
      async (change) => {
        await changePicture(c.var.ctx, idOf(c), Number(c.req.param('position')), change)
        return { to: paths.product.file(idOf(c)), say: 'Đã sửa ảnh.' }
      },
      (trouble) => filePage(c, trouble),
    ),
  )
  .post(paths.product.regroup(':id'), (c) =>
    submit(
      c,
      RegroupingInput,
      async ({ group }) => {
        await regroupProduct(c.var.ctx, idOf(c), group)
        return { to: paths.product.file(idOf(c)), say: 'Đã xếp nhóm theo văn bản đang áp dụng.' }
      },
      (trouble) => filePage(c, trouble),
    ),
  )
  .post(paths.product.retire(':id'), (c) =>
    submit(
      c,
      RetirementInput,
      async () => {
        await retireProduct(c.var.ctx, idOf(c))
        return { to: paths.product.file(idOf(c)), say: 'Đã ghi sản phẩm ngừng từ hôm nay.' }
      },
      (trouble) => filePage(c, trouble),
    ),
  )

function idOf(c: Request): string {
  return orMissing(c.req.param('id'))
}

/** Those of `?chu-the=` for an officer of its place, else the person's own. */
async function producersAsked(c: Request) {
  const { ctx } = c.var
  const asked = c.req.query('chu-the')
  if (asked === undefined) return (await ownProducers(ctx)).filter(({ closedOn }) => closedOn === null)
  const producer = orMissing(await producerById(ctx, asked))
  orMissing(producerAccess.read(ctx.actor, placeOfProducer(producer)) || undefined)
  return [producer]
}

async function minePage(c: Request) {
  const producers = c.req.query('chu-the') === undefined ? await ownProducers(c.var.ctx) : await producersAsked(c)
  const products = await productsOf(c.var.ctx, ...producers.map(({ id }) => id))
  const asked = c.req.query('chu-the') === undefined ? undefined : producers[0]
  const title = asked === undefined ? 'Sản phẩm của tôi' : `Sản phẩm của ${asked.name}`
  return (
    <DeskPage {...frame(c)} title={title}>
      <div class="stack">
        <div class="row apart">
          <h1>{title}</h1>
          {products.length > 0 ? (
            <LinkButton href={paths.product.begin({ 'chu-the': asked?.id })} icon="plus">
              Mô tả sản phẩm
            </LinkButton>
          ) : null}
        </div>
        <OwnProducts
          products={products}
          groupName={({ groupText, groupNo }) => groupName(groupText, groupNo)}
          manyProducers={producers.length > 1}
        />
      </div>
    </DeskPage>
  )
}

async function beginPage(c: Request, trouble?: Trouble) {
  const producers = await producersAsked(c)
  const action = paths.product.begin({ 'chu-the': c.req.query('chu-the') })
  const crumbs = [{ label: 'Sản phẩm của tôi', href: paths.product.mine() }, { label: 'Mô tả sản phẩm' }]
  return (
    <DeskPage {...frame(c)} title="Mô tả sản phẩm" crumbs={crumbs}>
      <div class="stack">
        <h1>Mô tả sản phẩm</h1>
        {producers.length === 0 ? (
          <Empty icon="store" title="Đăng ký chủ thể trước">
            <p>Sản phẩm thuộc về một chủ thể: hộ, tổ hợp tác, hợp tác xã hoặc doanh nghiệp.</p>
            <LinkButton href={paths.producer.register()}>Đăng ký chủ thể</LinkButton>
          </Empty>
        ) : (
          <DescriptionForm
            action={action}
            groups={groupOptions()}
            producers={producers.map(({ id, name }) => ({ value: id, label: name }))}
            formKey={formKey(trouble)}
            trouble={trouble}
          />
        )}
      </div>
    </DeskPage>
  )
}

async function amendPage(c: Request, trouble?: Trouble) {
  const { product, packs } = await productFile(c.var.ctx, idOf(c))
  orMissing(productAccess.describe(c.var.ctx.actor, placeOfProduct(product)) || undefined)
  const crumbs = [{ label: product.name, href: paths.product.file(product.id) }, { label: 'Sửa' }]
  return (
    <DeskPage {...frame(c)} title="Sửa sản phẩm" crumbs={crumbs}>
      <div class="stack">
        <h1>Sửa sản phẩm</h1>
        <DescriptionForm
          action={paths.product.amend(product.id)}
          groups={groupOptions()}
          stored={{ product, packs }}
          trouble={trouble}
        />
      </div>
    </DeskPage>
  )
}

async function filePage(c: Request, trouble?: Trouble) {
  const { ctx } = c.var
  const { product, producer, packs, pictures } = await productFile(ctx, idOf(c))
  const mayChange = product.retiredOn === null && productAccess.describe(ctx.actor, placeOfProduct(product))
  const [place, siblings, groupings] = await Promise.all([
    placeName(ctx, product.communeCode, product.communeOn),
    siblingsOf(ctx, product.id),
    groupingsOf(ctx, product.id),
  ])
  return (
    <DeskPage
      {...frame(c)}
      title={product.name}
      crumbs={[{ label: 'Sản phẩm của tôi', href: paths.product.mine() }, { label: product.name }]}
    >
      <div class="stack">
        <div class="row apart">
          <h1>{product.name}</h1>
          {mayChange ? (
            <div class="row">
              <LinkButton href={paths.product.amend(product.id)} kind="secondary" icon="pencil">
                Sửa sản phẩm
              </LinkButton>
              {canActFor(ctx.actor, product.producerId) ? (
                <PostButton action={paths.dossier.begin()} hidden={{ productId: product.id }} icon="file-text">
                  Lập hồ sơ
                </PostButton>
              ) : (
                <LinkButton href={paths.dossier.beginFor({ 'san-pham': product.id })} kind="secondary" icon="file-text">
                  Lập hồ sơ thay
                </LinkButton>
              )}
            </div>
          ) : null}
        </div>
        <p>
          <a href={paths.cycle.product(product.id)}>Chu trình OCOP: đang ở bước nào</a>
        </p>
        <ProductFacts
          product={product}
          producerName={producer.name}
          readsProducer={producerAccess.read(ctx.actor, placeOfProducer(producer))}
          packs={packs}
          pictures={pictures}
          groupName={groupName(product.groupText, product.groupNo)}
          place={place ?? ''}
        />
        <GroupingPanel product={product} groupings={groupings} mayChange={mayChange} trouble={trouble} />
        <PicturesPanel product={product} pictures={pictures} mayChange={mayChange} trouble={trouble} />
        <SiblingsPanel siblings={siblings} />
        {mayChange ? <Retiring product={product} /> : null}
      </div>
    </DeskPage>
  )
}
