import { addDays, showDate } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Certificate, CertificateStatus } from './model.ts'
import { runsOn, statusOf } from './rules.ts'
import { groundName } from './words.ts'

type Answered = Pick<
  Certificate,
  | 'stars'
  | 'expiresOn'
  | 'ending'
  | 'replacedBy'
  | 'suspensions'
  | 'suspensionReason'
  | 'endGround'
  | 'issuedOn'
  | 'renewals'
>

/** The first line of the page is the answer; the second says what follows from it. */
export interface Answer {
  readonly status: CertificateStatus
  readonly line: string
  readonly detail: string
  /** The date that the mark shows: last day in force, or the day it stopped. */
  readonly date: CivilDate
}

export function answerOf(certificate: Answered, at: CivilDate): Answer {
  const status = statusOf(certificate, at)
  return { status, ...answers[status](certificate, at) }
}

const answers: Record<CertificateStatus, (certificate: Answered, at: CivilDate) => Omit<Answer, 'status'>> = {
  valid: ({ stars, expiresOn }) => ({
    line: `Được công nhận ${stars} sao, còn hiệu lực đến ${showDate(expiresOn)}`,
    detail: 'Hãy so tên, ảnh và quy cách với gói hàng trên tay.',
    date: expiresOn,
  }),
  'renewal-pending': (certificate, at) => ({
    line: `${certificate.stars} sao, đang xét gia hạn, tạm tiếp tục hiệu lực`,
    detail: `Hết 36 tháng ngày ${showDate(certificate.expiresOn)}. Được kéo dài đến khi có kết quả, muộn nhất ${showDate(runsOn(certificate, at) ?? certificate.expiresOn)} (khoản 3 Điều 12 Quyết định 26/2026/QĐ-TTg).`,
    date: runsOn(certificate, at) ?? certificate.expiresOn,
  }),
  expired: ({ stars, expiresOn, ending, replacedBy }) =>
    ending?.kind === 'replaced'
      ? {
          line: `Đã thay bằng giấy chứng nhận mới từ ${showDate(ending.endedOn)}`,
          detail: `Giấy này từng công nhận ${stars} sao. Giấy đang dùng: ${replacedBy ?? 'xem trang sản phẩm'}.`,
          date: ending.endedOn,
        }
      : {
          line: `Hết hiệu lực từ ${showDate(ending?.endedOn ?? addDays(expiresOn, 1))}`,
          detail: `Từng được công nhận ${stars} sao. Hiện không được dùng dấu sao OCOP.`,
          date: ending?.endedOn ?? addDays(expiresOn, 1),
        },
  suspended: ({ suspensions, suspensionReason, expiresOn }, at) => {
    const since = suspensions.findLast(({ fromDate }) => fromDate <= at)?.fromDate ?? expiresOn
    return {
      line: `Tạm đình chỉ dùng dấu sao từ ${showDate(since)}`,
      detail: suspensionReason ?? 'Đang kiểm tra, chưa có kết luận.',
      date: since,
    }
  },
  revoked: ({ ending, endGround, expiresOn }) => ({
    line: `Đã thu hồi ngày ${showDate(ending?.endedOn ?? expiresOn)}`,
    detail: `Sản phẩm không còn được công nhận OCOP theo giấy này. Căn cứ: ${groundName(endGround)}.`,
    date: ending?.endedOn ?? expiresOn,
  }),
}

/** Why a text leads to no certificate. */
export const unfoundReasons = {
  blank: 'Nội dung trống hoặc quá dài, không đọc được.',
  foreign: 'Địa chỉ này không thuộc hệ thống OCOP. Đừng tin dấu sao chỉ vì mã quét được.',
  forged:
    'Nội dung đã ký trong mã không khớp với khóa nào của hệ thống: mã giả, bị sửa hoặc đọc thiếu. Đừng tin dấu sao chỉ vì mã quét được.',
  'ours-otherwise': 'Địa chỉ thuộc hệ thống này nhưng không phải của một giấy chứng nhận hay sản phẩm.',
  'bad-gtin': 'Mã vạch sai số kiểm tra. Có thể gõ nhầm hoặc quét thiếu một chữ số.',
  several: 'Có nhiều sản phẩm cùng tên. Hãy kiểm tra bằng số giấy chứng nhận, mã sản phẩm hoặc mã vạch.',
  number: 'Không có giấy chứng nhận mang số này. Có thể gõ nhầm một chữ số.',
  code: 'Không có sản phẩm được công nhận mang mã này.',
  gtin: 'Không có sản phẩm được công nhận mang mã vạch này.',
  name: 'Không có sản phẩm được công nhận mang đúng tên này.',
} as const
