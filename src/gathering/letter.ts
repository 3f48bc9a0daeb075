import { showDate } from '../kernel/civil-date.ts'
import type { Message } from '../platform/mail.ts'
import type { Occurrence } from './actions.ts'
import type { Invitation, ShownEvent } from './model.ts'
import { showSpan } from './rules.ts'
import { kindWords } from './words.ts'

const subjects: Record<Occurrence, string> = {
  invited: 'Thư mời',
  moved: 'Đổi giờ hoặc địa điểm',
  cancelled: 'Hủy sự kiện',
}

/** The letter to one guest; its link is theirs alone. */
export function letterTo(
  { invitee, agency }: Pick<Invitation, 'invitee' | 'agency'>,
  event: ShownEvent,
  about: Occurrence,
  { page, link, reason }: { page: string; link: string; reason: string },
): Omit<Message, 'to'> {
  const facts = [
    `${kindWords[event.kind]}: ${event.title}`,
    `Thời gian: ${showSpan(event.startsAt, event.endsAt)}`,
    `Địa điểm: ${event.roomName}, ${event.address}`,
    `Đơn vị tổ chức: ${event.unitName ?? 'Bộ Nông nghiệp và Môi trường'}`,
  ]
  const by = event.answerBy === null ? '' : ` trước hết ngày ${showDate(event.answerBy)}`
  const says: Record<Occurrence, readonly string[]> = {
    invited: [
      `Kính mời ${invitee} (${agency}) tham dự.`,
      ...facts,
      `Xin trả lời${by}, không cần tài khoản: ${link}`,
      `Chương trình và tệp lịch: ${page}`,
    ],
    moved: ['Thời gian hoặc địa điểm đã đổi như sau.', ...facts, `Trang của sự kiện: ${page}`],
    cancelled: ['Sự kiện sau đã hủy.', ...facts, `Lý do: ${reason}`],
  }
  const text = [...says[about], `Liên hệ: ${event.contact}`].join('\n\n')
  return { subject: `${subjects[about]}: ${event.title}`, text }
}
