import type { CivilDate } from '../kernel/civil-date.ts'
import { showDate } from '../kernel/civil-date.ts'
import type { NewNotice } from '../notice/model.ts'
import { paths } from '../ui/paths.ts'
import type { Complaint } from './model-complaint.ts'
import type { Inspection, Sanction } from './model.ts'

type Complained = Pick<Complaint, 'id' | 'number' | 'producerId' | 'about'>

function aboutComplaint(one: Complained, occasion: string, subject: string, body: string): NewNotice {
  return {
    key: `oversight.complaint-${occasion}:${one.id}`,
    reader: { producer: one.producerId },
    subject: `${subject}: ${one.about}`,
    body,
    href: paths.oversight.complaint(one.id),
    urgent: true,
  }
}

export function complaintNotice(one: Complained, outcome: 'receive' | 'refuse', reason: string): NewNotice {
  return outcome === 'receive'
    ? aboutComplaint(
        one,
        outcome,
        'Khiếu nại đã thụ lý',
        `Khiếu nại ${one.number} đã được thụ lý. Hạn trả lời ở trang này.`,
      )
    : aboutComplaint(one, outcome, 'Khiếu nại không được thụ lý', `Lý do: ${reason}`)
}

export function answeredComplaintNotice(one: Complained, act: 'answer' | 'order', document: string): NewNotice {
  const order = act === 'order' ? ' Hồ sơ sẽ được chấm lại ở một phiên khác.' : ''
  return aboutComplaint(
    one,
    act,
    'Khiếu nại đã có trả lời',
    `Văn bản ${document}.${order} Đọc căn cứ và kết luận ở trang này.`,
  )
}

type Told = Pick<Inspection, 'id' | 'number' | 'producerId' | 'productName'>

function about({ id, producerId }: Told, occasion: string, subject: string, body: string): NewNotice {
  return {
    key: `oversight.${occasion}:${id}`,
    reader: { producer: producerId },
    subject,
    body,
    href: paths.oversight.file(id),
    urgent: true,
  }
}

export function openedNotice(one: Told & Pick<Inspection, 'visitOn'>): NewNotice {
  return about(
    one,
    'opened',
    `Sắp có cuộc kiểm tra: ${one.productName}`,
    `Cuộc ${one.number}, dự kiến ngày ${showDate(one.visitOn)}. Chuẩn bị giấy tờ còn hạn và mẫu bao bì đang bán.`,
  )
}

export function signedNotice(one: Told, findings: number, dueOn: CivilDate | null): NewNotice {
  const body =
    findings === 0 || dueOn === null
      ? `Biên bản ${one.number} đã chốt, không có thiếu sót.`
      : `Biên bản ${one.number} nêu ${findings} thiếu sót. Khắc phục và báo lại trước hết ngày ${showDate(dueOn)}.`
  return about(one, 'signed', `Kết quả kiểm tra: ${one.productName}`, body)
}

export function answeredNotice(one: Told, accepted: boolean, reason: string, round: string): NewNotice {
  return about(
    one,
    `remedy-${round}`,
    `${accepted ? 'Đã nhận' : 'Chưa nhận'} phần khắc phục: ${one.productName}`,
    accepted ? `Một thiếu sót của cuộc ${one.number} đã được nhận là khắc phục xong.` : `Lý do: ${reason}`,
  )
}

const sanctionSubjects: Readonly<Record<Sanction, string>> = {
  warn: 'Cảnh báo sau kiểm tra',
  suspend: 'Tạm đình chỉ dùng dấu sao',
  'propose-revocation': 'Kết luận đề nghị thu hồi giấy',
}

export function sanctionNotice(one: Told, sanction: Sanction, reason: string, dueOn: CivilDate | null): NewNotice {
  const term = dueOn === null ? '' : ` Hạn khắc phục mới: ${showDate(dueOn)}.`
  return about(
    one,
    `${sanction}-${dueOn ?? 'end'}`,
    `${sanctionSubjects[sanction]}: ${one.productName}`,
    `${reason}${term}`,
  )
}
