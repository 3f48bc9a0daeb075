import {
  addConclusion,
  addPaper,
  chooseHonours,
  reportConclusion,
  writeMinutes,
} from '../../gathering/actions-closing.ts'
import {
  answerByLink,
  answerForGuest,
  inviteGuests,
  inviteHonoured,
  markPresence,
} from '../../gathering/actions-guests.ts'
import { eventFile, honourChoices, publicEvent } from '../../gathering/actions-reading.ts'
import { addRoom, announceEvent, openEvent } from '../../gathering/actions.ts'
import type { EventInput } from '../../gathering/model.ts'
import { renderProgramme } from '../../gathering/print.ts'
import { visitor } from '../../kernel/actor.ts'
import { addDays, weekdayOf } from '../../kernel/civil-date.ts'
import type { CivilDate } from '../../kernel/civil-date.ts'
import { orMissing } from '../../kernel/refusal.ts'
import type { Stage } from './stage.ts'

const officer = 'mau.tinh-66'

type Written = Pick<EventInput, 'unit' | 'kind' | 'title' | 'summary' | 'audience' | 'hosts' | 'agenda'>

const contact = 'Văn phòng điều phối mẫu, 0900 000 000'

const review: Written = {
  unit: '66',
  kind: 'conference',
  title: 'Hội nghị sơ kết OCOP và kết nối tiêu thụ (mẫu)',
  summary: 'Nhìn lại sáu tháng đầu theo Quyết định 26/2026, bàn cách đưa sản phẩm ra khỏi tỉnh.',
  audience: 'Các xã, phường, hợp tác xã và doanh nghiệp có sản phẩm OCOP trong tỉnh',
  hosts: ['Lãnh đạo Ủy ban nhân dân tỉnh (mẫu)', 'Cơ quan tham mưu OCOP cấp tỉnh (mẫu)'],
  agenda: [
    '07:30 Đón đại biểu, xem gian trưng bày | Ban tổ chức',
    '08:00 Khai mạc | Lãnh đạo Ủy ban nhân dân tỉnh',
    '08:20 Kết quả sáu tháng và sản phẩm sắp hết hạn | Cơ quan tham mưu',
    '09:30 Thảo luận: bao bì, mã truy xuất, kênh bán | Các xã và chủ thể',
    '11:00 Kết luận | Chủ trì',
  ],
}

const ceremony: Written = {
  unit: '66',
  kind: 'ceremony',
  title: 'Lễ trao giấy chứng nhận sản phẩm OCOP (mẫu)',
  summary: 'Trao giấy chứng nhận theo các quyết định đã ban hành; danh sách đọc từ quyết định.',
  audience: 'Chủ thể có sản phẩm được công nhận, Ủy ban nhân dân các xã',
  hosts: ['Lãnh đạo Ủy ban nhân dân tỉnh (mẫu)'],
  agenda: [
    '08:00 Đón khách | Ban tổ chức',
    '08:30 Công bố quyết định công nhận | Cơ quan tham mưu',
    '09:00 Trao giấy chứng nhận | Lãnh đạo Ủy ban nhân dân tỉnh',
    '10:00 Chủ thể chia sẻ | Đại diện chủ thể',
  ],
}

const elsewhere: readonly (readonly [string, number, Written])[] = [
  [
    'mau.xuc-tien',
    20,
    {
      ...review,
      kind: 'workshop',
      title: 'Hội thảo bao bì và nhãn hàng Tết (mẫu)',
      summary: 'Nhãn đúng, bao bì vừa túi tiền, giao kịp Tết.',
      agenda: ['08:00 Khai mạc | Ban tổ chức', '08:30 Nhãn hàng hóa: chỗ hay sai', '10:00 Xem mẫu, hỏi đáp'],
    },
  ],
  [
    'mau.tinh-52',
    6,
    {
      ...review,
      unit: '52',
      title: 'Hội nghị giao ban OCOP các xã (mẫu)',
      agenda: ['08:00 Khai mạc', '08:15 Tiến độ hồ sơ của các xã', '10:30 Kết luận'],
    },
  ],
  [
    'mau.can-bo-bo',
    24,
    {
      ...review,
      unit: 'VN',
      kind: 'workshop',
      title: 'Hội thảo chấm điểm thống nhất giữa các Hội đồng (mẫu)',
      audience: 'Hội đồng và cơ quan tham mưu các tỉnh, thành phố',
      agenda: ['08:00 Khai mạc', '08:30 So điểm giữa các Hội đồng', '10:30 Thảo luận'],
    },
  ],
]

/** Events behind and ahead: one closed with tasks on desks, a ceremony that people answer, others on the common calendar. */
export async function enterGatherings(stage: Stage): Promise<void> {
  const hall = await addRoom(
    await stage.as(officer, 90),
    { unit: '66', name: 'Hội trường A (mẫu)', address: 'Trung tâm hội nghị mẫu, Buôn Ma Thuột', seats: 240 },
    true,
  )
  await holdReview(stage, hall)
  await prepareCeremony(stage, hall)
  for (const [who, ahead, written] of elsewhere) await announceElsewhere(stage, who, ahead, written)
}

/** A weekday so many days from today, the next one when it falls on a weekend. */
function weekday(today: CivilDate, ahead: number): CivilDate {
  const day = addDays(today, ahead)
  return weekdayOf(day) > 5 ? addDays(day, 8 - weekdayOf(day)) : day
}

function morning(written: Written, room: string, day: CivilDate): EventInput {
  const time = { startsOn: day, startsClock: '07:30', endsOn: day, endsClock: '11:30', answerBy: addDays(day, -3) }
  return { ...written, ...time, room, contact, edition: 0 }
}

async function holdReview(stage: Stage, hall: string): Promise<void> {
  const early = await stage.as(officer, 60)
  const id = await openEvent(early, morning(review, hall, weekday(stage.tx.today, -35)), true)
  await announceEvent(early, id)
  await inviteGuests(early, id, {
    guests: [
      'Ông Nguyễn Mẫu An; Sở Công Thương (mẫu)',
      'Bà H Mẫu Bình; Xã Cư M’gar (mẫu)',
      'Ông Y Mẫu Chung; Xã Krông Pắc (mẫu)',
      'Bà Lê Mẫu Dung; Siêu thị mẫu Buôn Ma Thuột',
    ],
  })
  const { guests, event } = await eventFile(early, id, 1)
  const printed = { name: 'chuong-trinh.pdf', bytes: await renderProgramme(await publicEvent(early, event.slug)) }
  await addPaper(early, id, { title: 'Chương trình phát cho đại biểu (mẫu)', public: true }, printed)
  const [first, second, third] = guests.items.map((guest) => guest.id)
  const told = await stage.as(officer, 45)
  for (const guest of [first, second]) await answerForGuest(told, id, orMissing(guest), { outcome: 'accept' })
  await answerForGuest(told, id, orMissing(third), { outcome: 'decline', note: 'Trùng lịch họp.' })
  const after = await stage.as(officer, 30)
  await markPresence(after, id, {
    shown: guests.items.map((guest) => guest.id),
    present: [first, second].map(orMissing),
  })
  const task = (body: string, owner: string, ahead: number) =>
    addConclusion(after, id, { body, owner, dueOn: addDays(stage.tx.today, ahead) })
  await task('Rà soát sản phẩm hết hạn trong sáu tháng tới, báo từng chủ thể.', 'commune-officer@24280', 6)
  await task('Lập danh sách sản phẩm đủ giấy tờ để vào siêu thị.', 'trade-officer@66', -2)
  await task('Gửi mẫu nhãn đúng quy định cho các xã.', 'province-officer@66', -10)
  await writeMinutes(after, id, {
    minutes: 'Hội nghị diễn ra đúng chương trình.\nCác xã nêu khó khăn về bao bì và chi phí kiểm nghiệm.',
    publish: true,
  })
  const { conclusions } = await eventFile(after, id, 1)
  const done = orMissing(conclusions.find(({ ownerRole }) => ownerRole === 'province-officer'))
  await reportConclusion(await stage.as(officer, 14), done.id, { result: 'Đã gửi mẫu nhãn tới các xã.', done: true })
}

async function prepareCeremony(stage: Stage, hall: string): Promise<void> {
  const then = await stage.as(officer, 10)
  const id = await openEvent(then, morning(ceremony, hall, weekday(stage.tx.today, 12)), true)
  const { event } = await eventFile(then, id, 1)
  const since = addDays(stage.tx.today, -70)
  const lately = (await honourChoices(then, event)).filter(({ decidedOn }) => decidedOn !== null && decidedOn >= since)
  await chooseHonours(
    then,
    id,
    lately.map((choice) => choice.id),
  )
  await inviteHonoured(then, id)
  await inviteGuests(then, id, { guests: ['Bà Trần Mẫu Giang; Báo mẫu Đắk Lắk; bao-mau@vidu.vn'] })
  await announceEvent(then, id)
  const { guests, links } = await eventFile(then, id, 1)
  const answers = ['accept', 'accept', 'decline'] as const
  for (const [index, outcome] of answers.entries()) {
    const guest = guests.items[index]
    if (guest === undefined) continue
    await answerByLink({ ...stage.system(4 - index), actor: visitor }, orMissing(links.get(guest.id)), { outcome })
  }
}

async function announceElsewhere(stage: Stage, who: string, ahead: number, written: Written): Promise<void> {
  const ctx = await stage.as(who, 8)
  const place = { unit: written.unit, name: 'Phòng họp số 2 (mẫu)', address: 'Trụ sở mẫu', seats: 80 }
  const room = await addRoom(ctx, place, true)
  const day = weekday(stage.tx.today, ahead)
  const input = { ...morning(written, room, day), startsClock: '08:00' }
  await announceEvent(ctx, await openEvent(ctx, input, true))
}
