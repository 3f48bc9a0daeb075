import { expect, it, vi } from 'vitest'
import { addDays, showDate } from '../../src/kernel/civil-date.ts'
import { oneRow, run, sql } from '../../src/platform/db.ts'
import { doorToken } from '../../src/training/door.ts'
import { paths } from '../../src/ui/paths.ts'
import { awarding, province } from '../support/awarding.ts'
import { fill, press, refusal, text, useSite } from '../support/browser.ts'
import { inspect } from '../support/inspect-page.ts'
import { useWorld } from '../support/world.ts'

vi.setConfig({ testTimeout: 600_000 })

const world = useWorld()
const site = useSite(world)
const { product } = awarding(world)
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
const courseTitle = 'Ghi nhãn hàng hóa'
const hours = { date: showDate(addDays(today, 2)), from: '8:00', to: '11h30' }
let course = ''
let lesson = ''
let first = ''
let dossier = ''
let number = ''

it('without a script: the officer opens a course with a test, and a class only where a room is free', async () => {
  const page = await site.at('dao-tao', paths.training.courseBegin())
  const given = {
    unit: province,
    kind: 'training',
    title: courseTitle,
    summary: 'Nội dung bắt buộc của nhãn.',
    attendancePercent: '100',
    passPercent: '50',
  }
  await fill(page, given)
  await press(page, 'Mở khóa')
  course = new URL(page.url()).pathname
  await page.locator('main summary', { hasText: 'Bài kiểm tra' }).click()
  await fill(page, { wording: 'Nhãn phải khớp với giấy nào?', options: 'Bản tự công bố\nTờ rơi', answer: '3' })
  expect(await refusal(page, 'Thêm câu hỏi')).toContain('Dòng đúng phải từ 1 đến 2.')
  await fill(page, { answer: '1' })
  await press(page, 'Thêm câu hỏi')
  await page.getByRole('link', { name: 'Mở lớp' }).click()
  await fill(page, { name: 'Lớp 1', place: 'Nhà văn hóa xã mẫu', capacity: '1', ...hours })
  expect(await refusal(page, 'Mở lớp')).toContain('Lớp chưa có phòng thì chưa mở được.')
  expect(await page.locator('main [name=place]').inputValue()).toBe('Nhà văn hóa xã mẫu')
  await fill(page, { room: 'Hội trường' })
  await press(page, 'Mở lớp')
  first = new URL(page.url()).pathname
  await page.goto(`${course}/lop-moi`)
  await fill(page, {
    name: 'Lớp 2',
    place: 'nhà văn hoá xã mẫu',
    room: 'HỘI TRƯỜNG',
    capacity: '9',
    ...hours,
    from: '11:29',
    to: '12:00',
  })
  expect(await refusal(page, 'Mở lớp')).toContain('Phòng này đã có lớp “Lớp 1”')
})

it('without a script: a lesson is tied to a criterion, and the readiness list of a dossier leads to it', async () => {
  const page = await site.at('dao-tao', paths.training.lessonBegin())
  await fill(page, { bo: '13' })
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.locator('main select[name=criterion]').waitFor()
  await fill(page, { criterion: '2.3', title: 'Đọc lại nhãn trước khi in', body: 'Đặt nhãn cạnh bản tự công bố.' })
  await page.locator('main [name=course]').selectOption({ label: courseTitle })
  await press(page, 'Đăng bài')
  lesson = new URL(page.url()).pathname
  const { producerId } = await product('Cà phê nhãn mới')
  await run(
    world,
    sql`insert into producer.member (producer_id, account_id, capacity, from_date)
      values (${producerId}, ${site.idOf['chu-the']}, 'owner', '2026-01-01')`,
  )
  const producer = await site.at('chu-the', paths.dossier.begin())
  const choice = producer.locator('main select[name=productId]')
  await choice.selectOption({ index: (await choice.locator('option').count()) - 1 })
  await press(producer, 'Lập hồ sơ')
  dossier = new URL(producer.url()).pathname.split('/').at(-1) ?? ''
  await producer.goto(paths.dossier.file(dossier))
  await producer.getByRole('link', { name: 'Lớp học, bài học cho tiêu chí còn thiếu' }).click()
  expect(await text(producer)).toContain('2.3 Phong cách, ghi nhãn')
  expect(await producer.getByRole('link', { name: 'Đọc lại nhãn trước khi in' }).getAttribute('href')).toBe(lesson)
  await producer.locator('main').getByRole('link', { name: courseTitle }).click()
  expect(new URL(producer.url()).pathname).toBe(first)
})

it('without a script: the producer enrols, the next one waits, and after the start nobody enrols', async () => {
  const producer = await site.at('chu-the', first)
  await fill(producer, { sex: 'female' })
  expect(await refusal(producer, 'Ghi danh')).toContain('cần đồng ý cho giữ')
  await fill(producer, { consent: 'on' })
  await press(producer, 'Ghi danh')
  expect(await text(producer)).toContain('Có chỗ')
  const other = await site.at('tham-muu-xa', first)
  expect(await refusal(other, 'Ghi danh')).toContain('Lớp đã đủ 1 chỗ')
  await fill(other, { wait: 'on' })
  await press(other, 'Ghi danh')
  expect(await text(other)).toContain('Đang chờ, thứ 1')
  await meet("now() - interval '10 minutes'", "now() + interval '1 hour'")
  const late = await site.at('lanh-dao-xa', first)
  expect(await late.locator('main').getByRole('button', { name: 'Ghi danh' }).count()).toBe(0)
})

it('without a script: at the door a forged code is refused, the shown one counts once', async () => {
  const officer = await site.at('dao-tao', first)
  await officer.getByRole('link', { name: 'Mã ở cửa' }).click()
  const meeting = new URL(officer.url()).pathname.split('/').at(-2) ?? ''
  expect(await officer.locator('main svg[role=img]').getAttribute('aria-label')).toBe('Mã điểm danh của buổi này')
  const producer = await site.at('chu-the', paths.training.scan(meeting, { ma: `${meeting}.abc.def` }))
  expect(await refusal(producer, 'Tôi có mặt')).toContain('Mã điểm danh không đúng.')
  const waiting = await site.at('tham-muu-xa', paths.training.scan(meeting, { ma: await shownCode(meeting) }))
  expect(await refusal(waiting, 'Tôi có mặt')).toContain('không có trong danh sách có chỗ')
  await producer.goto(paths.training.scan(meeting, { ma: await shownCode(meeting) }))
  await press(producer, 'Tôi có mặt')
  expect(await text(producer)).toContain('Đã ghi bạn có mặt')
  await producer.goto(paths.training.scan(meeting, { ma: await shownCode(meeting) }))
  expect(await producer.locator('main').getByRole('button', { name: 'Tôi có mặt' }).count()).toBe(0)
  await officer.reload()
  expect(await text(officer)).toContain('Đã điểm danh 1/1 người')
})

it('without a script: test, certificate, its check by a stranger, the wallet, the criterion', async () => {
  await meet("now() - interval '2 hours'", "now() - interval '1 minute'")
  const officer = await site.at('dao-tao', first)
  expect(await text(officer)).toMatch(/Chưa đạt bài kiểm tra[\s\S]*Không còn ai đủ điều kiện mà chưa có chứng nhận/)
  const producer = await site.at('chu-the', first)
  await producer.getByRole('link', { name: 'Bài kiểm tra' }).click()
  expect(await refusal(producer, 'Nộp bài')).toContain('Câu 1 chưa trả lời.')
  await producer.locator('main input[type=radio]').first().check()
  await press(producer, 'Nộp bài')
  await officer.goto(first)
  await press(officer, 'Cấp 1 chứng nhận')
  await producer.goto(first)
  await producer.getByRole('link', { name: 'Chứng nhận hoàn thành' }).click()
  number = new URL(producer.url()).pathname.split('/').at(-1) ?? ''
  const stranger = await site.at(undefined, paths.training.certificates())
  await stranger.locator('main [name=so]').fill(number.toLowerCase())
  await stranger.getByRole('button', { name: 'Kiểm tra' }).click()
  expect(await text(stranger)).toContain('Chứng nhận này là thật')
  expect(await stranger.getByRole('link', { name: 'Tải bản in (PDF)' }).count()).toBe(0)
  await press(producer, 'Đưa vào ví minh chứng')
  await producer.goto(paths.dossier.checklist(dossier))
  await producer.locator('main summary', { hasText: '2.3' }).click()
  await producer.locator('main [name="giay[2.3]"]').check()
  await press(producer, 'Lưu danh mục')
  await producer.goto(paths.training.certificate(number))
  expect(await refusal(producer, 'Đưa vào ví minh chứng')).toContain('đã có trong ví')
})

it('finds nothing on its pages, on a phone and on a desk', async () => {
  const { list, office, mine, lessons, lecturers, courseBegin, reach, certificate, lessonBegin } = paths.training
  const found: Record<string, readonly string[]> = {}
  for (const [person, path] of [
    [undefined, list()],
    [undefined, lessons()],
    [undefined, certificate(number)],
    ['dao-tao', lecturers()],
    ['dao-tao', office({ xem: 'da-xong' })],
    ['dao-tao', courseBegin()],
    ['dao-tao', lessonBegin({ bo: '13' })],
    ['dao-tao', course],
    ['dao-tao', first],
    ['dao-tao', reach()],
    ['chu-the', first],
    ['chu-the', mine()],
  ] as const) {
    const page = await site.sit(person, { script: true })
    await page.goto(path)
    const faults = await inspect(page)
    if (faults.length > 0) found[path] = faults
    await page.close()
  }
  expect(found).toEqual({})
})

/** Time passes: the meeting of the class is moved, for no clock of a site can be wound. */
async function meet(starts: string, ends: string): Promise<void> {
  await run(world, sql`update training.meeting set starts_at = ${sql.raw(starts)}, ends_at = ${sql.raw(ends)}`)
}

/** What a phone reads from the code that stands at the door now. */
async function shownCode(meeting: string): Promise<string> {
  const found = sql<{
    doorSecret: string
  }>`select k.door_secret from training.class k join training.meeting m on m.class_id = k.id
    where m.id = ${meeting}`
  return doorToken((await oneRow(world, found)).doorSecret, meeting, new Date().toISOString())
}
