import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { rows, sql } from '../platform/db.ts'
import { recordSuccession } from '../producer/actions.ts'
import { pdfOf } from '../../test/support/papers.ts'
import { communeLeader, communeOfficer, newProducer, person, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { addPaper, paperContent, paperFor, wallet, withdrawPaper } from './actions.ts'
import type { NewPaper } from './model.ts'

const world = useWorld()
let maker: Awaited<ReturnType<typeof newProducer>>

function licence(change: Partial<NewPaper> = {}): NewPaper {
  return {
    producerId: maker.id,
    kind: 'food-safety',
    title: 'Giấy chứng nhận an toàn thực phẩm',
    number: '12/2025/MẪU',
    issuedOn: '2025-01-10',
    expiresOn: '2028-01-10',
    ...change,
  }
}

beforeAll(async () => {
  maker = await newProducer(world)
})

describe('keeping papers', () => {
  test('a scan is kept as it was sent and recorded once', async () => {
    const bytes = pdfOf('một')
    const id = await addPaper(world.as(maker.owner), licence(), { name: 'ATTP.PDF', bytes })
    const { paper } = await paperFor(world.as(maker.owner), id)
    expect(paper).toMatchObject({ mediaType: 'application/pdf', fileName: 'ATTP.pdf', bytes: bytes.byteLength })
    expect(new Uint8Array((await paperContent(world.as(), paper)).bytes)).toEqual(bytes)
    const facts = await rows(world, sql<{ fact: string }>`select fact from audit.entry where subject = ${id}`)
    expect(facts).toEqual([{ fact: 'evidence.added' }])
  })

  test('the same file again is refused, naming the paper that is there; withdrawn, it may come back', async () => {
    const sent = { name: 'a.pdf', bytes: pdfOf('hai') }
    const id = await addPaper(world.as(maker.owner), licence({ title: 'Giấy phép mẫu' }), sent)
    await expect(
      addPaper(world.as(maker.owner), licence({ title: 'Tên khác' }), { ...sent, name: 'b.pdf' }),
    ).rejects.toMatchObject({
      refusals: [
        { code: 'evidence/already-in-wallet', field: 'file', facts: { title: 'Giấy phép mẫu', addedOn: '24/11/2026' } },
      ],
    })
    await withdrawPaper(world.as(maker.owner), id, 'Gửi nhầm tên')
    expect(await refusedWith(withdrawPaper(world.as(maker.owner), id, 'Lần nữa'))).toEqual([
      'evidence/already-withdrawn',
    ])
    await addPaper(world.as(maker.owner), licence(), sent)
    const kept = await wallet(world.as(maker.owner), maker.id)
    expect(kept.filter(({ title }) => title === 'Giấy phép mẫu')).toMatchObject([{ withdrawnWhy: 'Gửi nhầm tên' }])
  })

  test('sent four times at once, it is kept once', async () => {
    const sent = { name: 'a.pdf', bytes: pdfOf('cùng lúc') }
    const attempts = await Promise.all(
      [1, 2, 3, 4].map(() => refusedWith(addPaper(world.as(maker.owner), licence(), sent))),
    )
    expect(attempts.filter((codes) => codes.length === 0)).toHaveLength(1)
    expect(attempts.flat()).toEqual(Array.from({ length: 3 }, () => 'evidence/already-in-wallet'))
  })

  test('a photo is drawn anew, upright, without place and device', async () => {
    const taken = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#eee' } })
      .jpeg()
      .withExif({ IFD0: { Make: 'May anh mau' }, IFD3: { GPSLatitude: '14/1 35/1 0/1' } })
      .withMetadata({ orientation: 8 })
      .toBuffer()
    const id = await addPaper(world.as(maker.owner), licence({ kind: 'award' }), {
      name: 'IMG_01.HEIC.jpg',
      bytes: taken,
    })
    const { paper } = await paperFor(world.as(maker.owner), id)
    const drawn = await sharp((await paperContent(world.as(), paper)).bytes).metadata()
    expect([drawn.format, drawn.width, drawn.height, drawn.exif]).toEqual(['jpeg', 1500, 3000, undefined])
    expect(await refusedWith(addPaper(world.as(maker.owner), licence(), { name: 'lại.jpg', bytes: taken }))).toEqual([
      'evidence/already-in-wallet',
    ])
  })

  test.each<[string, Uint8Array, string]>([
    [
      'a word-processor file',
      new Uint8Array([0x50, 0x4b, 3, 4, ...Array.from({ length: 60 }, () => 0)]),
      'evidence/file-unknown',
    ],
    [
      'a page of HTML named .pdf',
      new TextEncoder().encode('<!doctype html><script>1</script>'),
      'evidence/file-unknown',
    ],
    ['an empty text', new TextEncoder().encode(' '), 'evidence/file-unknown'],
    ['half a PDF', pdfOf('nửa').subarray(0, 120), 'evidence/file-unreadable'],
    [
      'a PDF with a password',
      Buffer.from(Buffer.from(pdfOf('khóa')).toString('latin1').replace('/Size 4', '/Size 4/Encrypt 5 0 R'), 'latin1'),
      'evidence/file-locked',
    ],
    ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1), 'evidence/file-too-large'],
  ])('%s is refused and nothing is kept', async (_, bytes, code) => {
    const before = (await wallet(world.as(maker.owner), maker.id)).length
    expect(await refusedWith(addPaper(world.as(maker.owner), licence(), { name: 'a.pdf', bytes }))).toEqual([code])
    expect(await wallet(world.as(maker.owner), maker.id)).toHaveLength(before)
  })
})

describe('whose wallet', () => {
  test('the commune scans for its producers; others neither add, read nor withdraw', async () => {
    const id = await addPaper(world.as(communeOfficer), licence(), { name: 'a.pdf', bytes: pdfOf('xã quét') })
    const other = await newProducer(world)
    for (const actor of [person('la'), other.owner]) {
      expect(await refusedWith(addPaper(world.as(actor), licence(), { name: 'a.pdf', bytes: pdfOf('lạ') }))).toEqual([
        'evidence/no-such-producer',
      ])
      expect(await refusedWith(paperFor(world.as(actor), id))).toEqual(['kernel/not-found'])
      expect(await refusedWith(wallet(world.as(actor), maker.id))).toEqual(['kernel/not-found'])
      expect(await refusedWith(withdrawPaper(world.as(actor), id, 'x'))).toEqual(['kernel/not-found'])
    }
  })

  test('a paper may be for one product, of the same producer only', async () => {
    const sent = { name: 'a.pdf', bytes: pdfOf('sản phẩm') }
    expect(await refusedWith(addPaper(world.as(maker.owner), licence({ productId: 'khong-co' }), sent))).toEqual([
      'evidence/no-such-product',
    ])
  })

  test('the successor finds the papers of its predecessor, marked with the old name', async () => {
    const household = await newProducer(world, { kind: 'household', name: 'Hộ Mẫu Cũ' })
    const company = await newProducer(world, { kind: 'company' })
    const id = await addPaper(world.as(household.owner), licence({ producerId: household.id }), {
      name: 'a.pdf',
      bytes: pdfOf('hộ'),
    })
    await recordSuccession(world.as(communeLeader), household.id, {
      successorCode: company.code,
      onDate: '2026-11-01',
      basis: 'Giấy mẫu',
    })
    expect(await wallet(world.as(company.owner), company.id)).toMatchObject([{ id, inheritedFrom: 'Hộ Mẫu Cũ' }])
    expect((await paperFor(world.as(company.owner), id)).paper.id).toBe(id)
  })
})
