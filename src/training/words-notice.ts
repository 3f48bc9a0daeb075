import { showMoment } from '../kernel/civil-date.ts'
import type { CompletionFacts } from './model-certificate.ts'
import type { ShownClass } from './model.ts'

interface Said {
  readonly subject: string
  readonly body: string
}

type Met = Pick<ShownClass, 'courseTitle' | 'name' | 'place' | 'room' | 'firstStart' | 'cancelledWhy'>

export function seatWords({ courseTitle, name, place, room, firstStart }: Met): Said {
  const when = firstStart === null ? '' : `, bắt đầu ${showMoment(firstStart)}`
  return {
    subject: `Bạn đã có chỗ: ${courseTitle}`,
    body: `Có người rút tên nên bạn có chỗ ở ${name}${when}, tại ${room}, ${place}. Không đi được thì rút tên để người sau có chỗ.`,
  }
}

export function cancelledWords({ courseTitle, name, cancelledWhy }: Met): Said {
  return {
    subject: `Lớp đã hủy: ${courseTitle}`,
    body: `${name} không học nữa. Lý do: ${cancelledWhy ?? 'xem ở trang của lớp'}. Mời bạn chọn lớp khác.`,
  }
}

export function certifiedWords({ courseTitle, number }: CompletionFacts): Said {
  return {
    subject: `Đã có chứng nhận: ${courseTitle}`,
    body: `Chứng nhận hoàn thành số ${number}. Tải bản in, hoặc đưa vào ví minh chứng của chủ thể bằng một lần bấm.`,
  }
}
