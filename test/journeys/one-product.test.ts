import type { Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { refreshFor } from '../../src/catalogue/actions.ts'
import { printAndPublish } from '../../src/recognition/actions-certificate.ts'
import { rubricById } from '../../src/regime/law.ts'
import type { Choices, Criterion, Rubric } from '../../src/regime/model.ts'
import { paths } from '../../src/ui/paths.ts'
import { commune, province } from '../support/awarding.ts'
import { fill, press, text, useSite } from '../support/browser.ts'
import type { Person, Site } from '../support/browser.ts'
import { useWorld } from '../support/world.ts'

// Whole days of several people pass in one test.
vi.setConfig({ testTimeout: 600_000 })

const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
const rubric = rubricById('26-2026/13')!
const choices = fourStars(rubric)
const productName = 'Cà phê xứ lạnh Măng Đen'
const report02 = {
  description: 'Cà phê chè rang mộc.',
  standard: 'Tiêu chuẩn cơ sở mẫu.',
  material: 'Vùng nguyên liệu 12 ha.',
  technology: 'Một máy rang mới.',
  quality: 'Kiểm nghiệm định kỳ đạt.',
  packaging: 'Túi 250 g có mã truy xuất.',
  market: 'Bán trong tỉnh.',
  revenue: 'Doanh thu 2 tỷ đồng.',
  profit: '200 triệu đồng.',
  plan: 'Mở rộng vùng nguyên liệu.',
}

/** The whole way twice, each time in a database of its own: no page needs a script, and no script stands in the way. */
describe.each([
  { how: 'without a script', script: false },
  { how: 'with a script', script: true },
])('one product’s whole way, $how', ({ script }) => {
  const world = useWorld()
  const site = useSite(world)
  const sit = (person?: Person) => site.sit(person, { script })
  let dossier = ''
  let session = ''
  let certificate = ''

  it('a producer registers, describes a product and files the dossier', async () => {
    const page = await sit('chu-the')
    await page.goto(paths.producer.register())
    await fill(page, { tinh: province })
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await page.locator('main [name=commune]').waitFor()
    await fill(page, {
      kind: 'cooperative',
      name: 'Hợp tác xã Mẫu Măng Đen',
      registrationNo: '6100000001',
      registrationOn: '2021-03-15',
      representativeName: 'Y Mẫu Hạnh',
      representativeSex: 'female',
      representativeEthnicity: 'Xơ Đăng',
      phone: '0900000001',
      address: 'Thôn Mẫu',
      commune,
      localCapitalPercent: '80',
      labourTotal: '20',
      labourLocal: '18',
      history: 'Thành lập từ một tổ hợp tác của mười hai hộ.',
    })
    await press(page, 'Đăng ký chủ thể')
    await page.goto(paths.product.begin())
    await fill(page, {
      name: productName,
      group: '13',
      summary: 'Cà phê chè rang mộc.',
      story: 'Trồng ở độ cao 1.100 m.',
      'label[0]': 'Gói 250 g',
    })
    await press(page, 'Lưu sản phẩm')
    for (const kind of ['business-registration', 'food-safety', 'quality-declaration']) await addPaper(page, kind)
    await page.goto(paths.dossier.begin())
    const choice = page.locator('main select[name=productId]')
    await choice.selectOption({ index: (await choice.locator('option').count()) - 1 })
    await press(page, 'Lập hồ sơ')
    dossier = idOf(page)
    await form(page, paths.dossier.form01(dossier), { samples: '5', pledge: 'on' }, 'Lưu Mẫu 01')
    await form(page, paths.dossier.form02(dossier), report02, 'Lưu Mẫu 02')
    await form(page, paths.dossier.selfScore(dossier), asFields(choices), 'Lưu tự chấm')
    await page.goto(paths.dossier.checklist(dossier))
    for (const box of await page.locator('main [name="giay[hs]"]').all()) await box.check()
    await press(page, 'Lưu danh mục')
    await form(page, paths.dossier.submit(dossier), {}, 'Nộp hồ sơ')
  })

  it('the commune returns it once, and after completion reports and forwards it', async () => {
    await form(
      await sit('tham-muu-xa'),
      paths.dossier.giveBack(dossier),
      { 'cho[0]': 'mau-02', 'thieu[0]': 'Ghi rõ sản lượng của năm 2026.' },
      'Gửi lại cho chủ thể',
    )
    const producer = await sit('chu-the')
    await producer.goto(paths.dossier.file(dossier))
    expect(await text(producer)).toContain('Ghi rõ sản lượng của năm 2026.')
    await form(producer, paths.dossier.form02(dossier), { market: 'Sản lượng 12 tấn năm 2026.' }, 'Lưu Mẫu 02')
    await form(producer, paths.dossier.submit(dossier), {}, 'Nộp bổ sung')
    const report = {
      material: 'Tại xã.',
      labour: '18 người.',
      idea: 'Của xã.',
      identity: 'Xơ Đăng.',
      proposal: 'Chuyển.',
    }
    await form(await sit('tham-muu-xa'), paths.dossier.communeReport(dossier), report, 'Lưu báo cáo')
    await form(await sit('lanh-dao-xa'), paths.dossier.file(dossier), {}, 'Ký và chuyển tỉnh')
  })

  it('the province receives it, the advisers report, a council meets and scores', async () => {
    await form(await sit('tham-muu-tinh'), paths.dossier.file(dossier), {}, 'Tiếp nhận hồ sơ')
    const adviser = await sit('to-tu-van')
    await form(adviser, paths.evaluation.advice(dossier), {}, 'Bắt đầu thẩm định')
    const advice = { findings: 'Hồ sơ đủ, cơ sở sạch.', proposal: 'Đưa ra Hội đồng.' }
    await form(adviser, paths.evaluation.advice(dossier), advice, 'Gửi báo cáo')
    const leader = await sit('lanh-dao-tinh')
    const council = { name: 'Hội đồng mẫu', decisionNo: '10/QĐ-UBND', decidedOn: today, fromDate: today }
    await form(leader, paths.evaluation.councilBegin(), { ...council, ...seats(site) }, 'Lập Hội đồng')
    const councilPath = new URL(leader.url()).pathname
    await form(
      leader,
      councilPath,
      { documentNo: '11/QC-HĐ', effectiveOn: today, chairRequired: 'on' },
      'Ban hành quy chế',
    )
    const secretary = await sit('thu-ky-hd')
    const begin = paths.evaluation.sessionBegin(councilPath.split('/').at(-1)!)
    await form(secretary, begin, { meetsOn: today, place: 'Phòng họp mẫu' }, 'Triệu tập phiên')
    session = idOf(secretary)
    const chair = await sit('chu-tich-hd')
    await form(chair, paths.evaluation.session(session), {}, 'Mở phiên')
    await secretary.goto(paths.evaluation.session(session))
    while ((await secretary.getByRole('button', { name: /^Ghi có mặt/ }).count()) > 0)
      await press(secretary, /^Ghi có mặt/)
    for (const voter of ['chu-tich-hd', 'thanh-vien-1', 'thanh-vien-2'] as const) {
      const page = await sit(voter)
      await form(page, paths.evaluation.ballot(session, dossier), asFields(choices), 'Gửi phiếu')
    }
    await form(chair, paths.evaluation.session(session), { confirmed: 'on' }, 'Đóng phiên')
    expect(await text(chair)).toContain('4 sao')
  })

  it('the decision is issued, the certificate is in force, the catalogue and the figures know it', async () => {
    await form(await sit('tham-muu-tinh'), paths.recognition.drafts(), {}, 'Soạn dự thảo')
    const leader = await sit('lanh-dao-tinh')
    await leader.goto(paths.recognition.drafts())
    await leader.locator('main a[href^="/quyet-dinh/"]:not([href="/quyet-dinh/thu-hoi"])').first().click()
    await fill(leader, {
      number: '3981/QĐ-UBND',
      decidedOn: today,
      signerTitle: 'Phó Chủ tịch',
      signerName: 'Trần Mẫu Phó Chủ tịch',
    })
    await press(leader, 'Xem lại trước khi ban hành')
    await press(leader, 'Ban hành quyết định')
    certificate = (await leader.locator('main a[href^="/chung-nhan/"]').first().getAttribute('href'))!
      .split('/')
      .at(-1)!
    const ctx = world.as(undefined, new Date().toISOString())
    await printAndPublish(ctx, decodeURIComponent(certificate), 'http://127.0.0.1')
    await refreshFor(ctx, decodeURIComponent(certificate))
    const visitor = await sit()
    await visitor.goto(`/chung-nhan/${certificate}`)
    expect(await text(visitor)).toMatch(/Còn hiệu lực|Đang có hiệu lực|còn hiệu lực/)
    await visitor.goto(paths.catalogue.list())
    expect(await text(visitor)).toContain(productName)
    await visitor.goto(paths.statistics.figure('san-pham-con-hieu-luc'))
    expect(await visitor.locator('main').innerText()).toMatch(/\b1\b/)
  })

  if (!script) return
  it('the catalogue narrows on a phone, the paper is verified, the stars are worked out', async () => {
    const visitor = await site.sit(undefined, { script: true, width: 360 })
    const troubles: string[] = []
    visitor.on('pageerror', ({ message }) => troubles.push(message))
    await visitor.goto(paths.catalogue.list({ sao: [4] }))
    expect(await text(visitor)).toContain(productName)
    await visitor.goto(paths.catalogue.list({ sao: [5] }))
    expect(await text(visitor)).not.toContain(productName)
    await visitor.goto(paths.recognition.verify({ so: decodeURIComponent(certificate) }))
    expect(await text(visitor)).toContain(productName)
    await visitor.goto(paths.regime.selfAssessRubric('26-2026', '13'))
    for (const [code, position] of Object.entries(choices))
      await visitor.locator(`main [name="chon[${code}]"][value="${position}"]`).check({ force: true })
    await expect.poll(() => text(visitor)).toMatch(/4\s*sao/)
    expect(troubles).toEqual([])
  })
})

async function form(page: Page, path: string, values: Readonly<Record<string, string>>, button: string): Promise<void> {
  await page.goto(path)
  await fill(page, values)
  await press(page, button)
}

async function addPaper(page: Page, kind: string): Promise<void> {
  await page.goto(paths.evidence.begin())
  await page.locator('main input[type=file]').setInputFiles({
    name: `${kind}.pdf`,
    mimeType: 'application/pdf',
    buffer: Buffer.from(`%PDF-1.4\n%${kind}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`),
  })
  await fill(page, { kind, title: `Giấy mẫu ${kind}`, issuedOn: '2026-01-10', openEnded: 'on' })
  await press(page, 'Thêm vào ví')
}

function seats(site: Site): Record<string, string> {
  const capacities: readonly (readonly [Person, string])[] = [
    ['chu-tich-hd', 'chair'],
    ['thanh-vien-1', 'member'],
    ['thanh-vien-2', 'member'],
    ['thu-ky-hd', 'secretary'],
  ]
  return Object.fromEntries(
    capacities.flatMap(([person, capacity], row) => [
      [`nguoi[${row}]`, site.idOf[person]],
      [`chuc[${row}]`, capacity],
      [`coquan[${row}]`, 'Cơ quan mẫu'],
    ]),
  )
}

/** The best level everywhere, then points given up where no gate asks for them, until the sum is a four-star one. */
function fourStars({ criteria, gates }: Rubric): Choices {
  const chosen = new Map(criteria.map((criterion) => [criterion.code, best(criterion)]))
  const sum = () => [...chosen.values()].reduce((total, { points }) => total + points, 0)
  for (const criterion of criteria) {
    if (sum() < 86) break
    const need = Math.max(1, ...gates.filter((gate) => gate.criterion === criterion.code).map((gate) => gate.need))
    const cheapest = applicable(criterion)
      .filter(({ points }) => points >= need)
      .toSorted((one, other) => one.points - other.points)[0]
    if (cheapest) chosen.set(criterion.code, cheapest)
  }
  return Object.fromEntries([...chosen].map(([code, { position }]) => [code, position]))
}

function best(criterion: Criterion) {
  return applicable(criterion).toSorted((one, other) => other.points - one.points)[0]!
}

function applicable({ options, cases }: Criterion) {
  return options.filter((option) => option.case === null || option.case === cases[0]?.code)
}

function asFields(chosen: Choices): Record<string, string> {
  return Object.fromEntries(Object.entries(chosen).map(([code, position]) => [`chon[${code}]`, String(position)]))
}

function idOf(page: Page): string {
  return new URL(page.url()).pathname.split('/').at(-1)!
}
