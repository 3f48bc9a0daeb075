import { describe, expect, it } from 'vitest'
import { returnDossier } from '../dossier/actions-filing.ts'
import { reportFromCommune } from '../dossier/actions-forward.ts'
import { saveForm03 } from '../dossier/actions.ts'
import { dossierPages } from '../dossier/pages.tsx'
import { refusals } from '../dossier/words.ts'
import type { Actor } from '../kernel/actor.ts'
import { Refused } from '../kernel/refusal.ts'
import { openLog } from '../platform/log.ts'
import { statusOf } from '../platform/problem.ts'
import { paths } from '../ui/paths.ts'
import { filed, form03, oneDefect, reported } from '../../test/support/filing.ts'
import { visiting } from '../../test/support/pages.ts'
import { communeLeader, communeOfficer } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { onError } from './errors.tsx'

const world = useWorld()
const as = (actor: Actor) => visiting(dossierPages, refusals, () => world.as(actor), onError(openLog('silent')))

const typed = {
  'cho[0]': 'mau-02',
  'thieu[0]': 'Thiếu hợp đồng liên kết vùng trồng.',
  'dieu[0]': '26/2026 Điều 6.2',
}

describe('somebody acted first', () => {
  it('is 409 and says what happened, since when and that nothing changed; the typed text comes back', async () => {
    const { id } = await filed(world)
    await saveForm03(world.as(communeOfficer), id, form03)
    await reportFromCommune(world.as(communeLeader), id)
    const answer = await as(communeOfficer).post(paths.dossier.giveBack(id), typed)
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('Đã có người xử lý trước')
    expect(html).toContain('sau việc “Xã ký báo cáo Mẫu 03 và chuyển tỉnh”')
    expect(html).toContain('Lần gửi này không thay đổi gì.')
    expect(html).toContain(typed['thieu[0]'])
    // Whose step it was, never who.
    expect(html).not.toContain(communeLeader.name)
  })

  it('a producer who writes in a second tab after handing in keeps the text', async () => {
    const { id, owner } = await filed(world)
    const plan = 'Mở rộng kho lạnh trong năm tới.'
    const answer = await as(owner).post(paths.dossier.form02(id), { description: 'Cà phê', results: 'x', plan })
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining(plan)])
  })

  it('two officers at once: one goes on, the other is told', async () => {
    const { id } = await filed(world)
    const posts = [communeOfficer, communeLeader].map((who) => as(who).post(paths.dossier.giveBack(id), typed))
    expect((await Promise.all(posts)).map(({ status }) => status).toSorted()).toEqual([303, 409])
  })

  it('a page that is still there is drawn again with the reason in it', async () => {
    const { id } = await filed(world)
    await returnDossier(world.as(communeOfficer), id, oneDefect)
    const answer = await as(communeLeader).post(paths.dossier.forward(id), { key: 'b2' })
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('Trả lại để bổ sung')])
  })

  it('a program gets problem+json with the same status, code and sentence', async () => {
    const { id } = await reported(world)
    const answer = await as(communeOfficer).post(paths.dossier.giveBack(id), typed, { Accept: 'application/json' })
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({ status: 409, code: 'dossier/not-now' })
    const wrong = await as(communeOfficer).post(paths.dossier.giveBack(id), {}, { Accept: 'application/json' })
    expect(await wrong.json()).toMatchObject({ status: 422, errors: [{ field: 'thieu.0' }] })
  })
})

it('the status of a refusal, on both sides of every edge', () => {
  const status = (...given: { code: string; overtaken?: true }[]) => statusOf(new Refused(...given))
  expect(status({ code: 'a/b' })).toBe(422)
  expect(status({ code: 'a/b', overtaken: true })).toBe(409)
  expect(status({ code: 'kernel/file-not-kept' }, { code: 'a/b', overtaken: true })).toBe(503)
  expect(status({ code: 'a/b', overtaken: true }, { code: 'kernel/not-found' })).toBe(404)
})
