import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { rows, sql } from '../platform/db.ts'
import { atomically } from '../platform/atomically.ts'
import { recordSuccession } from '../producer/actions.ts'
import { communeLeader, communeOfficer, newProducer, person, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import {
  addPicture,
  amendProduct,
  carryOver,
  changePicture,
  describeProduct,
  giveCode,
  pictureBytes,
  productById,
  productFile,
  productsOf,
  retireProduct,
  siblingsOf,
} from './actions.ts'
import type { NewProduct } from './model.ts'
import { preparePicture } from './picture.ts'

const world = useWorld()
let maker: Awaited<ReturnType<typeof newProducer>>

function coffee(change: Partial<NewProduct> = {}): NewProduct {
  return { producerId: maker.id, name: 'Cà phê bột phin giấy', group: '13', packs: [], ...change }
}

function photo(width: number, height: number, colour = '#855') {
  return sharp({ create: { width, height, channels: 3, background: colour } })
}

beforeAll(async () => {
  maker = await newProducer(world)
})

describe('describing', () => {
  test('a product enters the register with its packs, in the commune of its producer', async () => {
    const packs = [{ label: 'Hộp 200 g', gtin: '6291041500213' }]
    const { id, slug } = await describeProduct(world.as(maker.owner), coffee({ packs }))
    expect(slug).toBe('ca-phe-bot-phin-giay')
    expect(await productFile(world.as(maker.owner), id)).toMatchObject({
      product: { groupText: '26-2026', groupNo: '13', communeToday: '23473', code: null },
      packs: [{ label: 'Hộp 200 g', gtin: '06291041500213' }],
    })
  })

  test('the commune describes for its producers; strangers and other communes do not', async () => {
    expect(await refusedWith(describeProduct(world.as(communeOfficer), coffee()))).toEqual([])
    const elsewhere = {
      ...communeOfficer,
      postings: [{ role: 'commune-officer', unit: '23476', province: '51' } as const],
    }
    for (const actor of [person('la'), elsewhere]) {
      expect(await refusedWith(describeProduct(world.as(actor), coffee()))).toEqual(['product/no-such-producer'])
    }
  })

  test.each(['0', '27', '13x', '../13'])('the group %s does not exist', async (group) => {
    expect(await refusedWith(describeProduct(world.as(maker.owner), coffee({ group })))).toEqual([
      'product/no-such-group',
    ])
  })

  test('names may repeat, addresses do not', async () => {
    const given = await Promise.all(
      Array.from({ length: 5 }, () => describeProduct(world.as(maker.owner), coffee({ name: 'Mật ong rừng' }))),
    )
    expect(new Set(given.map(({ slug }) => slug)).size).toBe(5)
    expect(given.map(({ slug }) => slug)).toContain('mat-ong-rung')
  })

  test('a bar code of another product is refused by name, also when sent at once', async () => {
    const packs = [{ label: 'Chai', gtin: '036000291452', row: 4 }]
    const attempts = await Promise.all(
      ['Sâm một', 'Sâm hai', 'Sâm ba'].map((name) =>
        refusedWith(describeProduct(world.as(maker.owner), coffee({ name, packs }))),
      ),
    )
    expect(attempts.toSorted()).toEqual([[], ['product/gtin-taken'], ['product/gtin-taken']])
    await expect(describeProduct(world.as(maker.owner), coffee({ packs }))).rejects.toMatchObject({
      refusals: [{ field: 'gtin[4]', facts: { product: expect.stringMatching(/^Sâm/) } }],
    })
  })
})

describe('amending, codes and retiring', () => {
  test('the same bar code may stay with its own product; the book keeps what changed', async () => {
    const packs = [{ label: 'Túi', gtin: '9638-5074' }]
    const { id } = await describeProduct(world.as(maker.owner), coffee({ name: 'Tiêu khô', group: '10', packs }))
    await amendProduct(world.as(maker.owner), id, { name: 'Tiêu khô', group: '10', story: 'Vườn tiêu mẫu.', packs })
    const [entry] = await rows(
      world,
      sql<{
        detail: { changed: string[] }
      }>`select detail from audit.entry where subject = ${id} and fact = 'product.amended'`,
    )
    expect(entry?.detail.changed).toEqual(['story'])
    expect(await refusedWith(amendProduct(world.as(person('la')), id, coffee()))).toEqual(['kernel/not-found'])
  })

  test('codes given at once have no gap and no double; asking again gives the same', async () => {
    const ids = await Promise.all(
      Array.from(
        { length: 6 },
        async (_, at) => (await describeProduct(world.as(maker.owner), coffee({ name: `Măng khô ${at}` }))).id,
      ),
    )
    const ask = (productId: string) =>
      atomically(world.as(), (tx) => giveCode(tx, { productId, province: '51', commune: '23473', year: 2025 }))
    const codes = await Promise.all([...ids, ...ids].map(ask))
    expect([...new Set(codes)].toSorted()).toEqual([1, 2, 3, 4, 5, 6].map((serial) => `51-23473-0${serial}-2025`))
    expect(codes.slice(0, 6)).toEqual(codes.slice(6))
  })

  test('with a code, the name is the decision’s; a year later the product has a new code and keeps the old', async () => {
    const { id } = await describeProduct(world.as(maker.owner), coffee({ name: 'Chuối sấy' }))
    const give = (year: number, now: string) =>
      atomically(world.as(undefined, now), (tx) =>
        giveCode(tx, { productId: id, province: '51', commune: '23473', year }),
      )
    await give(2023, '2023-06-01T02:00:00Z')
    const latest = await give(2026, '2026-06-01T02:00:00Z')
    expect(await productById(world.as(), id)).toMatchObject({ code: latest })
    const renamed = { name: 'Chuối sấy dẻo', group: '13', packs: [] }
    expect(await refusedWith(amendProduct(world.as(maker.owner), id, renamed))).toEqual(['product/name-fixed'])
  })

  test('a retired product stays in the register and cannot be changed', async () => {
    const { id } = await describeProduct(world.as(maker.owner), coffee({ name: 'Rượu ghè' }))
    await retireProduct(world.as(maker.owner), id)
    expect(await refusedWith(retireProduct(world.as(maker.owner), id))).toEqual(['product/retired'])
    expect(await refusedWith(amendProduct(world.as(maker.owner), id, coffee({ name: 'Rượu ghè' })))).toEqual([
      'product/retired',
    ])
  })

  test('siblings are the other products of the same producer', async () => {
    const other = await newProducer(world)
    const first = await describeProduct(world.as(other.owner), coffee({ producerId: other.id, name: 'Dâu sấy' }))
    const second = await describeProduct(world.as(other.owner), coffee({ producerId: other.id, name: 'Mứt dâu' }))
    expect((await siblingsOf(world.as(), first.id)).map(({ id }) => id)).toEqual([second.id])
  })

  test('products go with the legal successor, and the old name describes no more', async () => {
    const household = await newProducer(world, { kind: 'household' })
    const company = await newProducer(world, { kind: 'company' })
    const { id } = await describeProduct(
      world.as(household.owner),
      coffee({ producerId: household.id, name: 'Khăn dệt', group: '22' }),
    )
    await recordSuccession(world.as(communeLeader), household.id, {
      successorCode: company.code,
      onDate: '2026-11-01',
      basis: 'Giấy mẫu',
    })
    await carryOver(world.as(), household.id)
    await carryOver(world.as(), household.id)
    expect((await productsOf(world.as(), company.id)).map((product) => product.id)).toEqual([id])
    const [{ count } = { count: 0 }] = await rows(
      world,
      sql<{
        count: number
      }>`select count(*) as count from audit.entry where subject = ${id} and fact = 'product.carried-over'`,
    )
    expect(count).toBe(1)
    const again = coffee({ producerId: household.id })
    expect(await refusedWith(describeProduct(world.as(household.owner), again))).toEqual(['product/producer-closed'])
  })
})

describe('pictures', () => {
  test('a photo is drawn anew in two widths, upright, without the place it was taken', async () => {
    const { id } = await describeProduct(world.as(maker.owner), coffee({ name: 'Ảnh mẫu' }))
    const taken = await photo(1600, 1200)
      .jpeg()
      .withExif({ IFD0: { Make: 'May anh mau' }, IFD3: { GPSLatitude: '14/1 35/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect((await sharp(taken).metadata()).exif).toBeDefined()
    const prepared = await preparePicture(world.files, taken)
    const position = await addPicture(world.as(maker.owner), id, prepared, 'Gói cà phê trên bàn gỗ')
    expect(prepared).toMatchObject({ width: 1200, height: 1600, smallWidth: 480, smallHeight: 640 })
    for (const hash of [prepared.file, prepared.avif, prepared.small, prepared.smallAvif]) {
      const { mediaType, bytes } = await pictureBytes(world.as(), hash ?? '')
      const { exif, format } = await sharp(bytes).metadata()
      expect([exif, mediaType]).toEqual([undefined, format === 'webp' ? 'image/webp' : 'image/avif'])
    }
    expect(await refusedWith(addPicture(world.as(maker.owner), id, prepared, 'Lần nữa'))).toEqual([
      'product/picture-twice',
    ])
    expect(await refusedWith(addPicture(world.as(person('la')), id, prepared, 'Của người khác'))).toEqual([
      'kernel/not-found',
    ])
    expect(await refusedWith(changePicture(world.as(maker.owner), id, position + 7, { act: 'remove' }))).toEqual([
      'kernel/not-found',
    ])
  })

  test('the cover is the one put first; eight are the most', async () => {
    const { id } = await describeProduct(world.as(maker.owner), coffee({ name: 'Nhiều ảnh' }))
    const prepared = await Promise.all(
      Array.from({ length: 9 }, async (_, shade) =>
        preparePicture(world.files, await photo(60, 40, `#${shade}58`).png().toBuffer()),
      ),
    )
    const added = await Promise.all(
      prepared.map((one) => refusedWith(addPicture(world.as(maker.owner), id, one, 'Ảnh'))),
    )
    expect(added.filter((codes) => codes.length > 0)).toEqual([['product/too-many-pictures']])
    await changePicture(world.as(maker.owner), id, 5, { act: 'first' })
    await changePicture(world.as(maker.owner), id, 2, { act: 'remove' })
    await changePicture(world.as(maker.owner), id, 3, { act: 'describe', description: 'Mô tả mới' })
    const { pictures } = await productFile(world.as(maker.owner), id)
    expect(pictures).toHaveLength(7)
    expect(pictures[0]?.position).toBeLessThan(1)
    expect(pictures.find(({ position }) => position === 3)?.description).toBe('Mô tả mới')
  })

  test.each<[string, () => Promise<Uint8Array>, string]>([
    [
      'a page of HTML named .jpg',
      async () => new TextEncoder().encode('<!doctype html><script>alert(1)</script>'),
      'product/picture-not-an-image',
    ],
    [
      'a drawing that may carry scripts',
      async () => new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'product/picture-not-an-image',
    ],
    [
      'a photo of 51 megapixels',
      async () => photo(10_000, 5_100).png({ compressionLevel: 9 }).toBuffer(),
      'product/picture-too-many-pixels',
    ],
    [
      'half a photo',
      async () => (await photo(400, 300).jpeg().toBuffer()).subarray(0, 400),
      'product/picture-unreadable',
    ],
    ['more than 20 MB', async () => new Uint8Array(20 * 1024 * 1024 + 1), 'product/picture-too-large'],
    [
      'an iPhone’s HEIC',
      async () =>
        new Uint8Array(
          Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(64)]),
        ),
      'product/picture-heic',
    ],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await refusedWith(preparePicture(world.files, await bytes()))).toEqual([code])
  })

  test('a hash that is no picture of a product does not exist, even when the file does', async () => {
    const hash = await world.files.put(new TextEncoder().encode('một giấy tờ riêng'))
    for (const one of [hash, '0'.repeat(64), 'khong-phai-bam']) {
      expect(await refusedWith(pictureBytes(world.as(), one))).toEqual(['kernel/not-found'])
    }
  })
})
