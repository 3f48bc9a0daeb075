import { showDate } from '../kernel/civil-date.ts'
import type { NewNotice } from '../notice/model.ts'
import { paths } from '../ui/paths.ts'
import { sealed } from './link.ts'
import type { Invitation, ShownEvent } from './model.ts'
import { showSpan } from './rules.ts'
import { kindWords } from './words.ts'

export type Occurrence = 'invited' | 'moved' | 'cancelled'

const subjects: Record<Occurrence, string> = {
  invited: 'Thư mời',
  moved: 'Đổi giờ hoặc địa điểm',
  cancelled: 'Hủy sự kiện',
}

/** One cause writes to one guest once; a later change of time or hall is another cause. */
export function letterKey(about: Occurrence, invitationId: string, edition = ''): string {
  return `gathering.${about}${edition}:${invitationId}`
}

/** The letter to one guest; the link of an invitation is theirs alone. Whoever has neither address nor page gets none. */
export function letterTo(
  { id, invitee, agency, email, producerId }: Invitation,
  event: ShownEvent,
  about: Occurrence,
  { edition = '', reason = '' }: { edition?: string; reason?: string },
): NewNotice[] {
  if (email === null && producerId === null) return []
  const asks = about === 'invited'
  return [
    {
      key: letterKey(about, id, edition),
      reader: producerId === null ? { guest: `gathering.invitation:${id}` } : { producer: producerId },
      known: email === null ? [] : [{ channel: 'email', address: email }],
      subject: `${subjects[about]}: ${event.title}`,
      body: bodyOf({ invitee, agency }, event, about, reason),
      href: asks ? paths.gathering.answer(id) : paths.gathering.event(event.slug),
      ...(asks ? { seal: sealed(id) } : {}),
      urgent: !asks,
    },
  ]
}

function bodyOf(
  { invitee, agency }: Pick<Invitation, 'invitee' | 'agency'>,
  event: ShownEvent,
  about: Occurrence,
  reason: string,
): string {
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
      `Xin trả lời${by} ở đường dẫn riêng của lời mời, không cần tài khoản; ở đó có chương trình và tệp lịch.`,
    ],
    moved: ['Thời gian hoặc địa điểm đã đổi như sau.', ...facts],
    cancelled: ['Sự kiện sau đã hủy.', ...facts, `Lý do: ${reason}`],
  }
  return [...says[about], `Liên hệ: ${event.contact}`].join('\n\n')
}
