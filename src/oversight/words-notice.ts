import type { CivilDate } from '../kernel/civil-date.ts'
import { showDate } from '../kernel/civil-date.ts'
import type { NewNotice } from '../notice/model.ts'
import { paths } from '../ui/paths.ts'
import type { Inspection, Sanction } from './model.ts'

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
