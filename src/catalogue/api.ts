import { Hono } from 'hono'
import { z } from 'zod'
import { query, says } from '../platform/api.ts'
import type { Context } from '../platform/context.ts'
import { param } from '../platform/web.ts'
import type { Env } from '../platform/web.ts'
import { browse, listingByCode, producerByCode } from './actions.ts'
import { groupName } from './groups.ts'
import type { CatalogueFilter, Listing } from './model.ts'
import { inForce, publicStatus } from './rules.ts'

const ProductsQuery = z.object({
  q: z.string().max(120).optional(),
  province: z
    .string()
    .regex(/^\d{2}$/, 'Mã tỉnh gồm 2 chữ số.')
    .optional(),
  commune: z
    .string()
    .regex(/^\d{5}$/, 'Mã xã gồm 5 chữ số.')
    .optional(),
  group: z
    .string()
    .regex(/^([1-9]|1\d|2[0-6])$/, 'Số nhóm từ 1 đến 26.')
    .optional(),
  stars: z.enum(['3', '4', '5'], 'Hạng sao là 3, 4 hoặc 5.').optional(),
  status: z.enum(['in-force', 'expired', 'all'], 'Chỉ nhận in-force, expired hoặc all.').default('in-force'),
  page: z.coerce.number('Trang là một số nguyên từ 1 đến 10.000.').int().min(1).max(10_000).default(1),
  size: z.coerce.number('Cỡ trang là một số nguyên từ 1 đến 100.').int().min(1).max(100).default(20),
})

const Place = z.object({ code: z.string().nullable(), name: z.string().nullable() })
const Product = z
  .object({
    code: z.string(),
    slug: z.string(),
    name: z.string(),
    stars: z.number().int(),
    validUntil: z.iso.date(),
    status: z.enum(['valid', 'renewal-pending', 'expired', 'suspended', 'revoked']),
    group: z.string(),
    rubric: z.string().nullable(),
    producer: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
    province: Place,
    commune: Place,
    decision: z.object({ number: z.string(), date: z.iso.date().nullable(), authority: z.string() }),
    certificate: z.string(),
  })
  .meta({ id: 'Product' })
type Product = z.output<typeof Product>

const Products = z.object({
  items: z.array(Product),
  total: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
})
const Producer = z
  .object({
    code: z.string(),
    slug: z.string(),
    name: z.string(),
    kind: z.string(),
    products: z.array(Product),
  })
  .meta({ id: 'Producer' })

export const catalogueApi = new Hono<Env>()
  .get('/api/v1/products', says('Danh sách sản phẩm', 'Sản phẩm', Products), query(ProductsQuery), async (c) => {
    const { page, size, ...asked } = c.req.valid('query')
    const { list } = await browse(c.var.ctx, filterOf(asked), { page, size, order: 'moi' })
    const items = list.items.map((listing) => shown(c.var.ctx, listing))
    return c.json({ items, total: list.total, page, size })
  })
  .get('/api/v1/products/:code', says('Một sản phẩm theo mã', 'Sản phẩm', Product), async (c) =>
    c.json(shown(c.var.ctx, await listingByCode(c.var.ctx, param(c, 'code')))),
  )
  .get(
    '/api/v1/producers/:code',
    says('Một chủ thể theo mã, hoặc theo id ghi ở sản phẩm', 'Chủ thể', Producer),
    async (c) => {
      const { producer, listings } = await producerByCode(c.var.ctx, param(c, 'code'))
      const { code, slug, name, kind } = producer
      const products = listings.map((listing) => shown(c.var.ctx, listing))
      return c.json({ code, slug, name, kind, products })
    },
  )

function filterOf(asked: Omit<z.output<typeof ProductsQuery>, 'page' | 'size'>): CatalogueFilter {
  return {
    words: asked.q,
    province: asked.province,
    commune: asked.commune,
    groups: asked.group === undefined ? [] : [asked.group],
    stars: asked.stars === undefined ? [] : [Number(asked.stars)],
    standing: asked.status,
  }
}

const statusWords = {
  valid: 'valid',
  expiring: 'valid',
  renewing: 'renewal-pending',
  expired: 'expired',
  suspended: 'suspended',
  revoked: 'revoked',
} as const

function shown(ctx: Context, listing: Listing): Product {
  const status = publicStatus(listing, ctx.today)
  return {
    code: listing.code ?? listing.productId,
    slug: listing.slug,
    name: listing.name,
    stars: listing.stars,
    validUntil: inForce(status) ? listing.expiresOn : listing.lastDay,
    status: statusWords[status],
    group: groupName(listing.groupText, listing.groupNo),
    rubric: listing.groupNo === '' ? null : `${listing.groupText}/${listing.groupNo}`,
    producer: { id: listing.producerId, slug: listing.producerSlug, name: listing.producerName },
    province: { code: listing.provinceCode, name: listing.provinceName },
    commune: { code: listing.communeCode, name: listing.communeName },
    decision: {
      number: listing.decisionNumber,
      date: listing.decidedOn,
      authority: listing.authority,
    },
    certificate: listing.number,
  }
}
