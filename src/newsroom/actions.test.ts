import { beforeAll, describe, expect, test } from 'vitest'
import { enterProduct } from '../../test/support/entered.ts'
import { colleague, editor, editorElsewhere, text } from '../../test/support/press.ts'
import { communeLeader, person, refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { rebuild } from '../catalogue/actions.ts'
import { visitor } from '../kernel/actor.ts'
import type { Actor } from '../kernel/actor.ts'
import { rows, run, sql } from '../platform/db.ts'
import { communesOfProvince } from '../territory/actions.ts'
import { countReading, mostReadNews, newsArticle, newsList } from './actions-public.ts'
import {
  articleFile,
  articleRegister,
  beginArticle,
  correctArticle,
  publishArticle,
  saveEdition,
  withdrawArticle,
} from './actions.ts'

const world = useWorld()
const desk = () => world.as(editor)
const leader: Actor = {
  ...communeLeader,
  id: 'ld',
  postings: [{ role: 'province-leader', unit: '66', province: '66' }],
}
let commune = ''
let coffee = ''

beforeAll(async () => {
  commune = (await communesOfProvince(world.as(), '66'))[0]?.code ?? ''
  coffee = await enterProduct(world, { name: 'Cà phê', province: '66', commune, stars: 3, decidedOn: '2026-06-01' })
  await rebuild(world.as())
})

/** Writes and publishes at once. */
async function published(change: Readonly<Record<string, unknown>> = {}): Promise<{ id: string; slug: string }> {
  const id = await beginArticle(desk(), '66', text(change))
  return { id, slug: await publishArticle(desk(), id, { base: 1 }) }
}

async function shown(slug: string, now?: string) {
  const found = await newsArticle(world.as(visitor, now), slug)
  if (found.state !== 'published') throw new Error('It was withdrawn')
  return found
}

describe('draft → published → corrected → withdrawn', () => {
  test('readers see nothing of a draft, then the text as published, then its correction with the reason', async () => {
    const id = await beginArticle(desk(), '66', text())
    expect((await newsList(world.as(visitor), {}, 1)).items.map((item) => item.id)).not.toContain(id)
    const slug = await publishArticle(desk(), id, { base: 1 })
    expect(slug).toMatch(/^vu-ca-phe-moi-o-cu-m-gar-[0-9a-f]{6}$/)
    await saveEdition(desk(), id, text({ base: 1, title: 'Vụ cà phê sớm', body: 'Chữ chưa đăng' }))
    expect((await shown(slug)).edition.title).toBe('Vụ cà phê mới ở Cư M’gar')
    expect((await newsList(world.as(visitor), { words: 'chu chua dang' }, 1)).total).toBe(0)
    expect(await correctArticle(desk(), id, { base: 2, reason: 'Sửa tên vụ' })).toBe(slug)
    const { edition, corrections } = await shown(slug)
    expect([edition.title, corrections.map(({ reason }) => reason)]).toEqual(['Vụ cà phê sớm', ['Sửa tên vụ']])
    await withdrawArticle(desk(), id, { reason: 'Nguồn tin sai' })
    expect(await newsArticle(world.as(visitor), slug)).toMatchObject({
      state: 'withdrawn',
      withdrawal: { reason: 'Nguồn tin sai' },
    })
    expect((await newsList(world.as(visitor), {}, 1)).items.map((item) => item.id)).not.toContain(id)
    expect(await publishArticle(desk(), id, { base: 2 })).toBe(slug)
  })

  test('each act has its states; an empty text is not published; nothing new is no correction', async () => {
    const id = await beginArticle(desk(), '66', text({ summary: '', body: 'x' }))
    expect(await refusedWith(publishArticle(desk(), id, { base: 1 }))).toEqual(['newsroom/no-summary'])
    await saveEdition(desk(), id, text({ base: 1, body: '' }))
    expect(await refusedWith(publishArticle(desk(), id, { base: 2 }))).toEqual(['newsroom/no-body'])
    expect(await refusedWith(withdrawArticle(desk(), id, { reason: 'x' }))).toEqual(['newsroom/not-now'])
    await saveEdition(desk(), id, text({ base: 2 }))
    await publishArticle(desk(), id, { base: 3 })
    expect(await refusedWith(publishArticle(desk(), id, { base: 3 }))).toEqual(['newsroom/not-now'])
    expect(await refusedWith(correctArticle(desk(), id, { base: 3, reason: 'x' }))).toEqual([
      'newsroom/nothing-to-correct',
    ])
  })

  test('what was saved, published and counted stays as it was, whoever asks the database', async () => {
    const { id } = await published({ body: 'Có {{so-lieu:san-pham-con-hieu-luc:2026-11-24:66}}' })
    for (const change of [
      sql`update newsroom.edition set body = 'khác' where article_id = ${id}`,
      sql`delete from newsroom.step where article_id = ${id}`,
      sql`update newsroom.citation set value = 9 where article_id = ${id}`,
    ]) {
      await expect(run(world, change)).rejects.toThrow('only grows')
    }
  })
})

describe('two editors at once', () => {
  test('one saving stands, the other is refused as overtaken; so is publishing what one has not seen', async () => {
    const id = await beginArticle(desk(), '66', text())
    const both = await Promise.all([
      refusedWith(saveEdition(desk(), id, text({ base: 1, body: 'của tôi' }))),
      refusedWith(saveEdition(world.as(colleague), id, text({ base: 1, body: 'của bạn' }))),
    ])
    expect(both.toSorted()).toEqual([[], ['newsroom/edited-meanwhile']])
    expect(await refusedWith(publishArticle(desk(), id, { base: 1 }))).toEqual(['newsroom/edited-meanwhile'])
    expect((await articleFile(desk(), id)).savings).toHaveLength(2)
  })
})

describe('whose article it is', () => {
  test('another unit neither reads nor touches it; the leader takes it down but does not write', async () => {
    const { id } = await published()
    for (const stranger of [editorElsewhere, person('nguoi-la'), visitor, communeLeader]) {
      const as = world.as(stranger)
      expect(await refusedWith(articleFile(as, id))).toEqual(['kernel/not-found'])
      expect(await refusedWith(saveEdition(as, id, text({ base: 1 })))).toEqual(['kernel/not-found'])
      expect(await refusedWith(withdrawArticle(as, id, { reason: 'x' }))).toEqual(['kernel/not-found'])
    }
    expect(await refusedWith(beginArticle(desk(), '52', text()))).toEqual(['newsroom/no-such-unit'])
    expect((await articleRegister(world.as(editorElsewhere), undefined, 1)).items.map((one) => one.id)).not.toContain(
      id,
    )
    expect(await refusedWith(saveEdition(world.as(leader), id, text({ base: 1 })))).toEqual(['kernel/not-found'])
    expect(await refusedWith(withdrawArticle(world.as(leader), id, { reason: 'Chưa được phép' }))).toEqual([])
  })
})

describe('figures in a text', () => {
  const token = (placeCode: string, onDate = '2026-11-24') => `{{so-lieu:san-pham-con-hieu-luc:${onDate}:${placeCode}}}`

  test('stay as cited while the records go on; a correction counts its own again', async () => {
    const { id, slug } = await published({ body: `Cả tỉnh có ${token('66')}.` })
    expect((await shown(slug)).citations).toMatchObject([{ cited: 1, today: 1, placeName: 'Tỉnh Đắk Lắk' }])
    await enterProduct(world, { name: 'Chè', province: '66', commune, stars: 4, decidedOn: '2026-08-01' })
    expect((await shown(slug)).citations).toMatchObject([{ cited: 1, today: 2 }])
    await saveEdition(desk(), id, text({ base: 1, body: `Nay tỉnh có ${token('66')}.` }))
    await correctArticle(desk(), id, { base: 2, reason: 'Thêm quyết định mới nhập' })
    expect((await shown(slug)).citations).toMatchObject([{ cited: 2, today: 2 }])
  })

  test('chosen in the form, one stands at the end of the text with its title', async () => {
    const id = await beginArticle(
      desk(),
      '66',
      text({ figure: 'san-pham-con-hieu-luc', figureOn: '1/11/2026', figurePlace: '66' }),
    )
    expect((await articleFile(desk(), id)).edition.body).toBe(
      `Năm nay được mùa.\n\nSản phẩm OCOP còn hiệu lực: ${token('66', '2026-11-01')}.`,
    )
  })

  test.each([
    ['a figure that is not published', '{{so-lieu:mo-ho:2026-11-24:66}}', 'newsroom/no-such-figure'],
    ['a place that is none', token('99'), 'newsroom/no-such-figure'],
    ['a day to come', token('66', '2026-11-25'), 'newsroom/figure-of-a-day-to-come'],
  ])('%s is refused when saved, and nothing is kept', async (_, body, code) => {
    const { total } = await articleRegister(desk(), undefined, 1)
    expect(await refusedWith(beginArticle(desk(), '66', text({ body })))).toEqual([code])
    expect((await articleRegister(desk(), undefined, 1)).total).toBe(total)
  })
})

describe('related and most read', () => {
  test('the same product weighs more than a tag, a tag more than the province; nothing in common is not shown', async () => {
    const { slug } = await published({ title: 'Gốc', products: coffee, tags: 'tưới, rang', province: '66' })
    const near = [
      await published({ title: 'Cùng tỉnh', province: '66' }),
      await published({ title: 'Cùng thẻ', tags: 'Tưới', province: '52' }),
      await published({ title: 'Cùng sản phẩm', products: coffee, province: '52' }),
    ]
    const far = await published({ title: 'Không liên quan', tags: 'khác', province: '52' })
    const { related } = await shown(slug)
    const own = new Set([...near, far].map(({ id }) => id))
    expect(related.filter(({ id }) => own.has(id)).map(({ title }) => title)).toEqual([
      'Cùng sản phẩm',
      'Cùng thẻ',
      'Cùng tỉnh',
    ])
  })

  test('openings are a number for a day; those of more than thirty days ago do not count', async () => {
    const [old, fresh] = [await published({ title: 'Cũ' }), await published({ title: 'Mới' })]
    for (let time = 0; time < 3; time++) await countReading(world.as(visitor, '2026-10-25T02:00:00Z'), old.id)
    await countReading(world.as(visitor, '2026-10-26T02:00:00Z'), fresh.id)
    await countReading(world.as(visitor), fresh.id)
    const most = await mostReadNews(world.as(visitor))
    expect(most.map(({ title, readings }) => [title, readings])).toEqual([['Mới', 2]])
    const kept = await rows(
      world,
      sql<{ name: string }>`select column_name as name from information_schema.columns
      where table_schema = 'newsroom' and table_name = 'reading' order by 1`,
    )
    expect(kept.map(({ name }) => name)).toEqual(['article_id', 'count', 'on_date'])
  })
})
