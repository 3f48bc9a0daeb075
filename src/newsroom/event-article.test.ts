import { describe, expect, test } from 'vitest'
import { province } from '../../test/support/awarding.ts'
import { gathering } from '../../test/support/gathering.ts'
import { editor } from '../../test/support/press.ts'
import { useWorld } from '../../test/support/world.ts'
import { announceEvent, cancelEvent } from '../gathering/actions.ts'
import { eventsToTell, publicEvent } from '../gathering/actions-reading.ts'
import type { HonouredProduct } from '../gathering/model.ts'
import { startFromEvent } from './actions.ts'
import { articleHtml } from './article-text.ts'
import { articleOnEvent } from './event-article.ts'

const world = useWorld()
const { officer, event, file, onTheDay } = gathering(world)

const honoured: HonouredProduct = {
  number: 'OCOP-66-2026-0001',
  productName: 'Mật [ong](javascript:alert) **rừng**',
  producerId: 'p1',
  producerName: 'Hợp tác xã {{mẫu}}',
  stars: 4,
  decisionId: 'd1',
  decisionNumber: '12/QĐ-UBND',
  decidedOn: '2026-11-01',
}

async function ofCeremony(products: HonouredProduct[]) {
  const id = await event()
  await announceEvent(officer(), id)
  const found = await publicEvent(officer(), (await file(id)).event.slug)
  return articleOnEvent(
    { ...found, honours: [{ stars: 4, products: products.length, producers: 1 }], honoured: products },
    onTheDay(),
  )
}

describe('an article that begins from an event', () => {
  test('has the numbers of the decisions, and each product leads to its certificate and its decision', async () => {
    const { title, summary, body, tags } = await ofCeremony([honoured])
    expect(title).toBe('Hội nghị tổng kết mẫu')
    expect(summary).toBe('Theo các quyết định công nhận: 1 sản phẩm 4 sao của 1 chủ thể.')
    expect(tags).toEqual(['hội nghị'])
    const html = articleHtml(body, [])
    expect(html).toContain('href="/chung-nhan/OCOP-66-2026-0001"')
    expect(html).toContain('href="/quyet-dinh/d1"')
    expect(body).toContain('{{so-lieu:san-pham-con-hieu-luc:2026-12-10:51}}')
  })

  test('keeps a name a name, whatever signs stand in it', async () => {
    const html = articleHtml((await ofCeremony([honoured])).body, [])
    expect(html).toContain('Mật [ong](javascript:alert) **rừng**')
    expect(html).toContain('Hợp tác xã {{mẫu}}')
    expect(html).not.toContain('href="javascript')
  })

  test('names sixty products, and leads to the page of the event for the others', async () => {
    const { body } = await ofCeremony(Array.from({ length: 63 }, () => honoured))
    expect(body.match(/^- /gm)).toHaveLength(61)
    expect(body).toContain('và 3 sản phẩm khác')
    expect(body.length).toBeLessThan(30_000)
  })

  test('is of an event that everybody reads: not of a draft, nor of one called off', async () => {
    const id = await event()
    const { slug } = (await file(id)).event
    await expect(startFromEvent(world.as(editor), slug)).rejects.toThrow('kernel/not-found')
    await announceEvent(officer(), id)
    expect((await startFromEvent(world.as(editor), slug)).body).toContain(`/su-kien/${slug}`)
    expect((await eventsToTell(world.as(editor), [province])).map((one) => one.slug)).toContain(slug)
    expect((await eventsToTell(world.as(editor), ['66'])).map((one) => one.slug)).not.toContain(slug)
    await cancelEvent(officer(), id, { reason: 'Bão mẫu.' })
    await expect(startFromEvent(world.as(editor), slug)).rejects.toThrow('kernel/not-found')
  })
})
