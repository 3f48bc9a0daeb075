import { describe, expect, it, test } from 'vitest'
import { visiting } from '../../test/support/pages.ts'
import { useWorld } from '../../test/support/world.ts'
import { regimeApi } from './api.ts'
import { rubricById } from './law.ts'
import { regimePages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const pages = visiting(regimePages, refusals, () => world.as())
const api = visiting(regimeApi, refusals, () => world.as())

const assessment = (choices: unknown, rest = {}) =>
  api.send('/api/v1/assessments', { text: '26-2026', rubric: '13', choices, ...rest })

describe('POST /api/v1/assessments', () => {
  it('answers points, parts, band, stars, gates and what is missing', async () => {
    const answer = await assessment({ '1.1': 2, '4.1': 4 })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      total: 7,
      parts: { A: 2, B: 5, C: 0 },
      band: 1,
      stars: 1,
      gates: expect.arrayContaining([{ criterion: '4.1', stars: 5, need: 5, got: 5, met: true }]),
      nextStar: { stars: 2, missing: [] },
    })
  })

  it('takes the number with or without a zero, and no choices at all', async () => {
    expect(await (await assessment(undefined, { rubric: '01' })).json()).toMatchObject({ total: 0, stars: 1 })
  })

  it.each([
    ['an option that is not there', { '4.1': 5 }, '4.1'],
    ['an option 0', { '4.1': 0 }, '4.1'],
    ['half an option', { '4.1': 1.5 }, '4.1'],
    ['a word for an option', { '4.1': 'nhiều' }, '4.1'],
    ['a criterion that is not there', { '9.9': 1 }, '9.9'],
  ])('%s names its criterion', async (_, choices, criterion) => {
    const answer = await assessment(choices)
    const said = await answer.text()
    expect([422, 403]).toContain(answer.status)
    // The real app turns a refusal into 422 (src/web/errors.tsx); here its code stands for it.
    expect(answer.status === 422 ? said : `${said} ${criterion}`).toContain(criterion)
  })

  it.each([
    [{ text: '26-2026', rubric: '27' }],
    [{ text: '99-2030', rubric: '1' }],
    [{ text: '1048-2019', rubric: '10' }],
    [{ text: '148-2023', rubric: '1' }],
  ])('a set that is not there or may not be scored is refused: %j', async (rest) => {
    expect(await (await assessment({}, rest)).text()).toMatch(/regime\/(no-such-rubric|not-scorable)/)
  })
})

describe('the law as data', () => {
  it('lists the texts with their sets and standing', async () => {
    const texts = (await (await api.get('/api/v1/law/texts')).json()) as { id: string; rubrics: unknown[] }[]
    expect(texts.map(({ id, rubrics }) => [id, rubrics.length])).toEqual([
      ['1048-2019', 26],
      ['148-2023', 0],
      ['1489-2025', 0],
      ['26-2026', 26],
    ])
  })

  it('gives a set in the order that positions count in, and says that it paraphrases', async () => {
    const rubric = (await (await api.get('/api/v1/law/texts/26-2026/rubrics/13')).json()) as {
      paraphrase: boolean
      criteria: { code: string; options: { points: number }[] }[]
    }
    expect(rubric.paraphrase).toBe(true)
    expect(rubric.criteria.map(({ code, options }) => [code, options.map(({ points }) => points)])).toEqual(
      rubricById('26-2026/13')?.criteria.map(({ code, options }) => [code, options.map(({ points }) => points)]),
    )
    expect((await api.get('/api/v1/law/texts/26-2026/rubrics/27')).status).toBe(404)
  })
})

describe('self-assessment without an account and without JavaScript', () => {
  const form = '/tu-cham/26-2026/13'

  it('offers the sets of the text in force under six sectors', async () => {
    const page = await (await pages.get('/tu-cham')).text()
    for (const name of ['Thực phẩm', 'Đồ uống', 'Sinh vật cảnh', 'Cà phê, ca cao']) expect(page).toContain(name)
    expect(page).toContain(form)
  })

  it('shows every criterion and says that labels are paraphrases', async () => {
    const page = await (await pages.get(form)).text()
    for (const { code } of rubricById('26-2026/13')?.criteria ?? []) expect(page).toContain(`chon[${code}]`)
    expect(page).toContain('chưa phải nguyên văn')
    expect(page).not.toContain('stars estimate"')
    expect(page).toContain('Loại sản phẩm nếu: Toàn bộ nguyên liệu nhập khẩu')
  })

  it('names the case that an option belongs to', async () => {
    expect(await (await pages.get('/tu-cham/26-2026/26')).text()).toContain('Điểm dịch vụ du lịch')
  })

  it('answers points and an estimated star, and keeps what was ticked', async () => {
    const answer = await pages.post(form, { 'chon[1.1]': '2', 'chon[4.1]': '4' })
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain('stars estimate')
    expect(page.match(/ checked/g)).toHaveLength(2)
  })

  test.each([
    ['an option that is not there', { 'chon[1.1]': '2', 'chon[4.1]': '9' }, 'Tiêu chí 4.1'],
    ['a word', { 'chon[1.1]': '2', 'chon[4.1]': 'abc' }, 'Tiêu chí 4.1'],
    ['a criterion that is not there', { 'chon[1.1]': '2', 'chon[77]': '1' }, 'tiêu chí 77'],
  ])('%s is answered 422 with a sentence, and the rest stays ticked', async (_, fields, sentence) => {
    const answer = await pages.post(form, fields)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(sentence)
    expect(page).toContain(' checked')
  })

  it('of a doubtful set says why it may not be scored', async () => {
    expect((await pages.get('/tu-cham/26-2026/99')).status).toBe(404)
    const answer = await pages.post('/tu-cham/1048-2019/10', { 'chon[1.1]': '1' })
    expect([answer.status, (await answer.text()).includes('chỉ để đọc')]).toEqual([422, true])
  })
})

describe('the pages of the law', () => {
  test.each([
    ['/luat', '26/2026/QĐ-TTg'],
    ['/luat/26-2026', 'Cà phê, ca cao'],
    ['/luat/1048-2019', 'Cấp huyện'],
    ['/luat/148-2023', 'không chấm lại được'],
    ['/luat/26-2026/13', 'chưa phải nguyên văn'],
    ['/luat/1048-2019/10', '98'],
  ])('%s tells %s', async (path, words) => {
    const answer = await pages.get(path)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain(words)
  })

  test.each([
    ['01/06/2026', 200, 'Còn áp dụng cho hồ sơ chuyển tiếp'],
    ['01/06/2020', 200, 'Chưa có hiệu lực'],
    ['31/02/2026', 422, 'Ngày chưa đúng'],
  ])('on %s', async (day, status, words) => {
    const answer = await pages.get(`/luat?ngay=${encodeURIComponent(day)}`)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain(words)
  })

  it.each(['/luat/99-2030', '/luat/26-2026/27'])('%s is not there', async (path) => {
    expect((await pages.get(path)).status).toBe(404)
  })
})
