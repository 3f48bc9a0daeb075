import { beforeAll, describe, expect, test } from 'vitest'
import { awarding, otherLeader, owner, province, provinceLeader, provinceOfficer } from '../../test/support/awarding.ts'
import { visiting } from '../../test/support/pages.ts'
import { useWorld } from '../../test/support/world.ts'
import type { Actor } from '../kernel/actor.ts'
import { systemActor, visitor } from '../kernel/actor.ts'
import { atomically } from '../platform/atomically.ts'
import { oneRow, sql } from '../platform/db.ts'
import { paths } from '../ui/paths.ts'
import { draftDecision } from './actions-draft.ts'
import { enterPastRecognition } from './actions-past.ts'
import { recognitionApi } from './api.ts'
import { recognitionPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const stage = awarding(world)
const as = (actor: Actor) => visiting(recognitionPages, refusals, () => world.as(actor))
const api = visiting(recognitionApi, refusals, () => world.as(visitor))

const issue = {
  number: '3981',
  decidedOn: '24/11/2026',
  signerTitle: 'Chủ tịch',
  signerName: 'Nguyễn Văn Mẫu',
  confirmed: 'on',
}

async function textOf(answer: Promise<Response> | Response): Promise<string> {
  return (await (await answer).text()).replaceAll(/<svg class="sprite".*?<\/svg>/gs, '')
}

async function draft(name: string): Promise<string> {
  const { sessionId } = await stage.scored({ [name]: 82 })
  return (await draftDecision(world.as(), { sessionId }))[0] as string
}

async function past(name: string, decidedOn: string): Promise<{ number: string; producerId: string }> {
  const { productId, producerId } = await stage.product(name)
  const { certificateNumber } = await atomically(world.as(systemActor, `${decidedOn}T02:00:00.000Z`), (tx) =>
    enterPastRecognition(tx, {
      decision: {
        kind: 'recognise',
        level: 'province',
        unitCode: province,
        unitOn: '2026-11-24',
        authority: 'Ủy ban nhân dân tỉnh Quảng Ngãi',
        number: `${name.length}/QĐ-UBND`,
        year: Number(decidedOn.slice(0, 4)),
        decidedOn,
        text: '148-2023',
      },
      productId,
      stars: 4,
      sample: true,
    }),
  )
  return { number: certificateNumber as string, producerId }
}

describe('the page of a certificate', () => {
  let live = { number: '', producerId: '' }
  let gone = { number: '', producerId: '' }
  beforeAll(async () => {
    live = await past('Cà phê Còn Sao', '2025-02-03')
    gone = await past('Cà phê Hết Sao Rồi', '2023-02-03')
  })

  test('answers in its first line, in gold only while in force', async () => {
    const [valid, expired] = await Promise.all(
      [live, gone].map(({ number }) => textOf(as(visitor).get(paths.recognition.certificate(number)))),
    )
    expect(valid).toContain('<h1>Được công nhận 4 sao, còn hiệu lực đến 03/02/2028</h1>')
    expect(valid).toMatch(/data-state="valid"><header>.*?<span class="stars">/s)
    expect(valid).toContain('Cà phê Còn Sao')
    expect(valid).toContain('Đã kiểm tra với hệ thống OCOP lúc')
    expect(expired).toContain('<h1>Hết hiệu lực từ 04/02/2026</h1>')
    expect(expired?.split('<aside')[1]).not.toMatch(
      /<article class="verdict" data-state="expired"><header>.*?class="stars".*?<\/header>/s,
    )
  })

  test('an unknown number is 404, and helps whoever mistyped', async () => {
    const answer = await as(visitor).get(paths.recognition.certificate(live.number.replace(/1$/, '01')))
    expect(answer.status).toBe(404)
    expect(await textOf(answer)).toMatch(/<h1>Không có giấy chứng nhận số .*Số gần giống/s)
  })

  test('a paper printed before the system has no PDF here', async () => {
    expect((await as(visitor).get(paths.recognition.certificatePdf(live.number))).status).toBe(404)
    expect(await textOf(as(visitor).get(paths.recognition.certificate(live.number)))).toContain(
      'in trước khi có hệ thống',
    )
  })

  test('only its people and its authority are offered acts', async () => {
    const offered = async (actor: Actor) =>
      (await textOf(as(actor).get(paths.recognition.certificate(live.number)))).match(
        /Mở hồ sơ công nhận lại|Tạm đình chỉ dùng dấu sao|Soạn quyết định thu hồi/g,
      ) ?? []
    expect(await offered(visitor)).toEqual([])
    expect(await offered(otherLeader)).toEqual([])
    expect(await offered(owner(live.producerId))).toEqual(['Mở hồ sơ công nhận lại'])
    expect(await offered(provinceOfficer)).toEqual(['Soạn quyết định thu hồi'])
    expect(await offered(provinceLeader)).toEqual(['Tạm đình chỉ dùng dấu sao', 'Soạn quyết định thu hồi'])
  })

  test('a visitor who presses an act signs in first', async () => {
    const answer = await as(visitor).post(paths.recognition.renew(live.number), {})
    expect([answer.status, answer.headers.get('location')]).toEqual([303, paths.identity.signIn()])
  })

  test('too early is said on the page with its article', async () => {
    const answer = await as(owner(live.producerId)).post(paths.recognition.renew(live.number), {})
    expect(answer.status).toBe(422)
    expect(await textOf(answer)).toContain('Nộp từ ngày 07/08/2027. (26/2026 Điều 7.6)')
  })
})

describe('checking', () => {
  test('a number, words and a shelf', async () => {
    const { number } = await past('Mật ong Bạc Hà Thử', '2025-03-04')
    expect(await textOf(as(visitor).get(paths.recognition.verify({ so: number })))).toContain(
      '<h2>Được công nhận 4 sao, còn hiệu lực đến 04/03/2028</h2>',
    )
    expect(await textOf(as(visitor).get(paths.recognition.verify({ so: 'bac ha thu' })))).toContain(
      'Mật ong Bạc Hà Thử',
    )
    expect(await textOf(as(visitor).get(paths.recognition.verify({ so: '<b>' })))).toContain('&lt;b&gt;')
    const shelf = await textOf(
      as(visitor).post(paths.recognition.verify(), {
        items: `${number}\r\nhttps://gia.example/chung-nhan/${number}\nkhông có`,
      }),
    )
    expect(shelf).toContain('1 trên 3 mục đang có sao OCOP')
    for (const word of ['Còn hiệu lực', 'Không phải của hệ thống này', 'Không tìm thấy']) expect(shelf).toContain(word)
  })

  test('an empty shelf and one too long are refused with what was typed', async () => {
    expect((await as(visitor).post(paths.recognition.verify(), { items: ' \n ' })).status).toBe(422)
    const answer = await as(visitor).post(paths.recognition.verify(), { items: 'a\n'.repeat(1_001) })
    expect(answer.status).toBe(422)
    expect(await textOf(answer)).toContain('Mỗi lần tối đa 1.000 dòng.')
  })
})

describe('decisions', () => {
  test('from the draft to the public page', async () => {
    const id = await draft('Trà Từ Dự Thảo')
    expect(await textOf(as(provinceLeader).get(paths.recognition.drafts()))).toContain(
      'Công nhận và cấp giấy chứng nhận',
    )
    expect((await as(visitor).get(paths.recognition.decision(id))).status).toBe(404)
    expect((await as(visitor).get(paths.recognition.drafts())).status).toBe(303)
    const wrong = await as(provinceLeader).post(paths.recognition.issue(id), {
      ...issue,
      decidedOn: '31/02/2026',
      signerName: '',
    })
    expect(wrong.status).toBe(422)
    const redrawn = await textOf(wrong)
    for (const kept of ['Ngày chưa đúng', 'Hãy ghi họ tên người ký', 'value="3981"', 'value="31/02/2026"'])
      expect(redrawn).toContain(kept)
    const done = await as(provinceLeader).post(paths.recognition.issue(id), issue)
    expect([done.status, done.headers.get('location')]).toEqual([303, paths.recognition.decision(id)])
    const page = await textOf(as(visitor).get(paths.recognition.decision(id)))
    for (const shown of ['<h1>Quyết định 3981/QĐ-UBND</h1>', 'Trà Từ Dự Thảo', '4 sao', '82', `OCOP-${province}-2026-`])
      expect(page).toContain(shown)
    const twice = await as(provinceLeader).post(paths.recognition.issue(id), { ...issue, number: '3982' })
    expect(await textOf(twice)).toContain('Quyết định này đã được ban hành trước đó')
    const paper = await as(visitor).get(paths.recognition.decisionPdf(id))
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  })

  test('the list finds by number, authority, product and producer, and counts', async () => {
    const list = await textOf(as(visitor).get(paths.recognition.decisions({ q: 'tra tu du thao' })))
    expect(list).toContain('1 quyết định')
    expect(
      await textOf(as(visitor).get(paths.recognition.decisions({ q: 'không đâu có', nam: 'abc', trang: '-3' }))),
    ).toContain('Không có quyết định nào như vậy')
    const endless = await as(visitor).get(paths.recognition.decisions({ q: 'a'.repeat(121) }))
    expect(endless.status).toBe(200)
  })

  test('a producer whose dossier was scored is told of no draft, and has no form of a revocation', async () => {
    const { products } = await stage.scored({ 'Mật Ong Không Kể Nháp': 82 }, '2026-11-20')
    const { producerId } = await oneRow(
      world,
      sql<{ producerId: string }>`select producer_id from product.product where id = ${products[0] ?? ''}`,
    )
    const own = as(owner(producerId))
    expect(await textOf(own.get(paths.recognition.drafts()))).not.toContain('Người khác soạn và ký')
    expect((await own.get(paths.recognition.revocation())).status).toBe(404)
  })

  test('a revocation is drafted on a form that keeps what was typed', async () => {
    const { number } = await past('Mít Sấy Sắp Thu Hồi', '2025-03-04')
    expect(await textOf(as(provinceOfficer).get(paths.recognition.revocation({ so: number })))).toContain(number)
    const wrong = await as(provinceOfficer).post(paths.recognition.revocation(), {
      numbers: `${number} OCOP-51-2099-0001`,
      ground: 'criteria-lost',
      note: 'Kết luận 12',
      concludedOn: '20/11/2026',
    })
    expect(wrong.status).toBe(422)
    expect(await textOf(wrong)).toContain('Không có giấy chứng nhận số OCOP-51-2099-0001')
    const done = await as(provinceOfficer).post(paths.recognition.revocation(), {
      numbers: number,
      ground: 'criteria-lost',
      note: 'Kết luận 12',
      concludedOn: '20/11/2026',
    })
    expect(done.status).toBe(303)
    const page = await textOf(as(provinceLeader).get(done.headers.get('location') as string))
    for (const shown of ['05/12/2026', 'Không còn đáp ứng tiêu chí', 'Kết luận 12']) expect(page).toContain(shown)
  })
})

describe('the API', () => {
  async function json(path: string, body: unknown) {
    const answer = await api.send(path, body)
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }

  test('status, verification and shelf check speak the contract', async () => {
    const { number } = await past('Rượu Cần Thử API', '2025-03-04')
    expect(await api.get(`/api/v1/certificates/${number}`).then((answer) => answer.json())).toMatchObject({
      number,
      status: 'valid',
      stars: 4,
      validUntil: '2028-03-04',
    })
    expect(await api.get(`/api/v1/certificates/${number}?at=2028-03-05`).then((answer) => answer.json())).toMatchObject(
      { status: 'expired' },
    )
    expect((await api.get(`/api/v1/certificates/${number}?at=2025-03-03`)).status).toBe(404)
    expect((await api.get('/api/v1/certificates/OCOP-51-1999-0001')).status).toBe(404)
    expect((await json('/api/v1/verification', { content: number })).body).toMatchObject({
      verdict: 'valid',
      statusAge: 0,
      checkedAt: '2026-11-24T02:00:00.000Z',
      certificate: { number },
    })
    expect((await json('/api/v1/verification', { content: number, at: '2028-03-04T17:00:00Z' })).body).toMatchObject({
      verdict: 'expired',
    })
    expect((await json('/api/v1/verification', { content: 'gì đó' })).body).toMatchObject({
      verdict: 'unknown',
      certificate: null,
    })
    expect((await json('/api/v1/shelf-check', { items: [number, 'https://gia.example/x'] })).body).toMatchObject({
      items: [{ verdict: 'valid' }, { verdict: 'not-genuine' }],
    })
  })

  test.each([
    ['/api/v1/verification', {}],
    ['/api/v1/verification', { content: '  ' }],
    ['/api/v1/verification', { content: 'a'.repeat(2_001) }],
    ['/api/v1/verification', { content: 'x', at: '2026-02-30' }],
    ['/api/v1/shelf-check', { items: [] }],
    ['/api/v1/shelf-check', { items: Array.from({ length: 1_001 }, () => 'x') }],
    ['/api/v1/shelf-check', { items: [1] }],
  ])('%s refuses %j with 422', async (path, body) => {
    expect((await json(path, body)).status).toBe(422)
  })
})

test('nothing that was read changed anything', async () => {
  const { n } = await oneRow(
    world,
    sql<{ n: number }>`select count(*)::int as n from audit.entry where actor = 'visitor'`,
  )
  expect(n).toBe(0)
})
