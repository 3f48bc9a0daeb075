import { readFileSync } from 'node:fs'
import { addDays } from '../../kernel/civil-date.ts'
import { renderPdf } from '../../platform/pdf.ts'
import { addLecturer, addMeeting, openClass, openCourse } from '../../training/actions.ts'
import { doorOf, markList, scanIn } from '../../training/actions-attendance.ts'
import { enrol, enrolFor } from '../../training/actions-enrolment.ts'
import { issueCertificates } from '../../training/actions-certificate.ts'
import { publishLesson } from '../../training/actions-lesson.ts'
import { classPage } from '../../training/actions-reading.ts'
import { addMaterial, addQuestion, enterPaperTest, handIn, testPage } from '../../training/actions-test.ts'
import type { ClassInput, CourseInput } from '../../training/model.ts'
import type { Stage } from './stage.ts'

const handout = readFileSync(new URL('../print/sample-handout.typ', import.meta.url), 'utf8')
const officer = 'mau.dao-tao'
const unit = '66'
const venue = { place: 'Nhà văn hóa mẫu, xã Cư M’gar, tỉnh Đắk Lắk', room: 'Hội trường mẫu' }
const morning = { from: '08:30', to: '11:30' }

const course = {
  story: {
    kind: 'training',
    title: 'Câu chuyện sản phẩm và bao bì',
    summary:
      'Dành cho chủ thể sắp nộp hồ sơ. Viết câu chuyện từ người, đất và nghề của mình; nhãn hàng hóa đủ nội dung bắt buộc; xem trước điểm của phần này khi tự chấm.',
    attendancePercent: 80,
    passPercent: 60,
  },
  safety: {
    kind: 'lecture',
    title: 'Tự công bố chất lượng và phiếu kiểm nghiệm',
    summary: 'Chỉ tiêu nào phải kiểm nghiệm, phiếu dùng được trong bao lâu, tự công bố nộp ở đâu.',
    attendancePercent: 100,
  },
} satisfies Record<string, Omit<CourseInput, 'unit' | 'passPercent'> & { passPercent?: number }>

/** Sample lessons for the coffee of the sample producer: advice, not law. */
const lessons = [
  [
    '1.1',
    'Chứng minh nguồn nguyên liệu',
    'Lập danh sách hộ trồng, diện tích, sản lượng mỗi vụ và giữ hợp đồng hoặc sổ thu mua.\nChụp ảnh vườn có ngày tháng.\nLỗi hay gặp: hợp đồng đã hết hạn trước ngày Hội đồng họp.',
  ],
  [
    '2.3',
    'Nhãn hàng hóa: đọc lại trước khi in',
    'Đặt nhãn thật cạnh bản tự công bố: tên, khối lượng, thành phần, hạn dùng, nơi sản xuất phải khớp nhau.\nNhờ một người không trong nghề đọc thử.',
  ],
  [
    '5.1',
    'Câu chuyện sản phẩm trong một trang',
    'Ai làm, ở đâu, vì sao làm cách này, khác nơi khác điều gì. Kể bằng việc có thật và người có tên.\nGhi âm người già trong buôn trước, rồi mới viết.',
  ],
  [
    '7',
    'Tính độc đáo: nói được, chứng minh được',
    'Mỗi điều độc đáo cần một thứ để xem: ảnh, phiếu kiểm nghiệm, giải thưởng, lời người mua.',
  ],
  [
    '8',
    'Phiếu kiểm nghiệm và bản tự công bố',
    'Xem ngày trên phiếu, phòng kiểm nghiệm và đúng tên sản phẩm. Bỏ bản mới vào ví minh chứng ngay khi nhận.',
  ],
] as const

const questions = [
  {
    wording: 'Câu chuyện sản phẩm nên bắt đầu từ đâu?',
    options: ['Từ người làm và nơi làm', 'Từ giá bán', 'Từ câu chuyện của nơi khác'],
    answer: 1,
  },
  {
    wording: 'Trước khi in nhãn, so nhãn với giấy nào?',
    options: ['Bản tự công bố chất lượng', 'Tờ rơi quảng cáo'],
    answer: 1,
  },
  {
    wording: 'Phiếu kiểm nghiệm đã cũ so với ngày Hội đồng họp thì làm gì?',
    options: ['Vẫn nộp', 'Kiểm nghiệm lại sớm', 'Bỏ mục đó'],
    answer: 2,
  },
]

/** Invented people of an invented class: what they tell of themselves is only counted. */
const guests = [
  ['Người học mẫu 1', 'female', 'Ê Đê'],
  ['Người học mẫu 2', 'female', 'Kinh'],
  ['Người học mẫu 3', 'male', 'Kinh'],
  ['Người học mẫu 4', 'female', 'Ê Đê'],
  ['Người học mẫu 5', 'male', 'Ê Đê'],
  ['Người học mẫu 6', 'female', 'Ê Đê'],
  ['Người học mẫu 7', 'male', 'Kinh'],
  ['Người học mẫu 8', 'female', 'Kinh'],
  ['Người học mẫu 9', 'male', 'Kinh'],
  ['Người học mẫu 10', 'female', 'M’nông'],
  ['Người học mẫu 11', 'male', 'Kinh'],
] as const

/** Training of one province: a class that is over, a full one with a waiting list, one that anybody may join. */
export async function enterTraining(stage: Stage): Promise<void> {
  const early = await stage.as(officer, 60)
  const lecturer = await addLecturer(
    early,
    {
      unit,
      name: 'Chuyên gia mẫu — nhãn hàng hóa',
      agency: 'Chi cục mẫu, Sở Nông nghiệp và Môi trường tỉnh Đắk Lắk',
      topics: 'Nhãn hàng hóa, câu chuyện sản phẩm, truy xuất nguồn gốc',
      agreed: true,
    },
    true,
  )
  const story = await openCourse(early, { unit, ...course.story }, true)
  const safety = await openCourse(early, { unit, ...course.safety }, true)
  await holdClass(stage, story, lecturer)
  await handOut(stage, story)
  for (const [criterion, title, body] of lessons) {
    const lesson = { unit, rubric: '26-2026/13', criterion, title, body, course: story }
    await publishLesson(await stage.as(officer, 28), lesson, true)
  }
  await fillClass(stage, safety)
  const next = { ...venue, ...morning, name: 'Lớp 2', capacity: 30, lecturer, topic: 'Kể câu chuyện từ vườn' }
  const coming = await openClass(await stage.as(officer, 3), story, { ...next, date: addDays(stage.tx.today, 6) })
  await enrol(await stage.as('mau.xa-cu-mgar', 2), coming, { as: 'officer', wait: false, consent: false }, true)
}

async function handOut(stage: Stage, courseId: string): Promise<void> {
  const title = 'Mười câu hỏi trước khi in nhãn'
  const lines = lessons.map(([, lesson]) => lesson)
  const bytes = await renderPdf(handout, { title, lines, on: stage.day(32) })
  await addMaterial(await stage.as(officer, 32), courseId, title, { name: 'muoi-cau-hoi.pdf', bytes })
}

/** Two mornings, a month ago: some scanned the code at the door, the others were ticked on the list. */
async function holdClass(stage: Stage, courseId: string, lecturer: string): Promise<string> {
  const first = { ...venue, ...morning, name: 'Lớp 1', capacity: 40, lecturer, topic: 'Câu chuyện sản phẩm' } as const
  const opening = await stage.as(officer, 50)
  const classId = await openClass(opening, courseId, { ...first, date: stage.day(30) })
  await addMeeting(opening, classId, { ...morning, date: stage.day(29), topic: 'Nhãn và bao bì', lecturer })
  const coffee = await stage.as('mau.chu-the-ca-phe', 45)
  const as = `producer:${coffee.actor.producers[0] ?? ''}`
  await enrol(coffee, classId, { as, wait: false, sex: 'female', ethnicity: 'Ê Đê', consent: true }, true)
  for (const [name, sex, ethnicity] of guests) {
    const guest = { name, kind: 'resident', sex, ethnicity, consent: true, wait: false } as const
    await enrolFor(await stage.as(officer, 40), classId, guest, true)
  }
  for (const question of questions) await addQuestion(opening, courseId, question)
  const { meetings } = await classPage(opening, classId)
  for (const [index, { id }] of meetings.entries()) await attend(stage, id, 30 - index)
  await examine(stage, classId)
  return classId
}

/** The producer answered on the phone, the others on paper; whoever completed has a certificate. */
async function examine(stage: Stage, classId: string): Promise<void> {
  const coffee = await stage.as('mau.chu-the-ca-phe', 28)
  const test = await testPage(coffee, classId)
  await handIn(coffee, classId, Object.fromEntries(test.questions.map(({ id, answer }) => [id, answer])))
  const keeper = await stage.as(officer, 27)
  const { enrolments } = await classPage(keeper, classId)
  for (const [index, { id, accountId }] of enrolments.entries()) {
    if (accountId === null) await enterPaperTest(keeper, classId, { enrolment: id, correct: index === 4 ? 1 : 3 })
  }
  await issueCertificates(keeper, classId)
}

async function attend(stage: Stage, meetingId: string, ago: number): Promise<void> {
  const { token, found } = await doorOf(await stage.as(officer, ago), meetingId)
  await scanIn(await stage.as('mau.chu-the-ca-phe', ago), meetingId, token)
  const { enrolments } = await classPage(await stage.as(officer, ago), found.id)
  // The last one on the list came on the first morning only.
  const there = enrolments.filter((_, index) => ago === 30 || index < enrolments.length - 1)
  await markList(
    await stage.as(officer, ago),
    meetingId,
    there.map(({ id }) => id),
  )
}

/** Two seats, both taken, and one who waits. */
async function fillClass(stage: Stage, courseId: string): Promise<void> {
  const soon: ClassInput = {
    name: 'Buổi chiều',
    place: 'Trụ sở mẫu, phường Buôn Ma Thuột, tỉnh Đắk Lắk',
    room: 'Phòng họp mẫu 2',
    capacity: 2,
    from: '14:00',
    to: '16:30',
    date: addDays(stage.tx.today, 2),
  }
  const classId = await openClass(await stage.as(officer, 10), courseId, soon)
  for (const [name] of guests.slice(0, 1)) {
    const guest = { name, kind: 'resident', consent: true, wait: false } as const
    await enrolFor(await stage.as(officer, 9), classId, guest, true)
  }
  const producer = await stage.as('mau.chu-the-mang-den', 8)
  await enrol(
    producer,
    classId,
    { as: `producer:${producer.actor.producers[0] ?? ''}`, wait: false, consent: false },
    true,
  )
  const coffee = await stage.as('mau.chu-the-ca-phe', 7)
  await enrol(coffee, classId, { as: `producer:${coffee.actor.producers[0] ?? ''}`, wait: true, consent: false }, true)
}
