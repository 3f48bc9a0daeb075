import { waitWords } from '../identity/words.ts'
import type { RefusalCode } from '../kernel/refusal.ts'
import type { ImageFault } from '../platform/image.ts'
import type { Level, MatterKind, MatterSubject } from './model.ts'
import type { judgeAct, judgeFlood, judgeMatter, judgePublication, judgeTransfer } from './rules.ts'

type Code =
  | RefusalCode<typeof judgeMatter>
  | RefusalCode<typeof judgeFlood>
  | RefusalCode<typeof judgeAct>
  | RefusalCode<typeof judgeTransfer>
  | RefusalCode<typeof judgePublication>
  | `feedback/photo-${ImageFault | 'too-large'}`
  | 'feedback/no-such-commune'
  | 'feedback/no-such-dossier'

type Facts = Readonly<Record<string, string | number>>

export const refusals: Record<Code, string | ((facts: Facts) => string)> = {
  'feedback/automatic': 'Phiếu này có vẻ do chương trình tự điền. Hãy để trống ô “Trang web”.',
  'feedback/too-many-links': ({ most }) => `Nội dung có quá ${most} địa chỉ trang web. Hãy bỏ bớt.`,
  'feedback/misuse-of-what': 'Hãy ghi hàng nào, bán ở đâu hoặc số giấy chứng nhận in trên đó.',
  'feedback/said-already': 'Bạn đã gửi nội dung này trong ngày. Hãy dùng mã theo dõi của phiếu trước.',
  'feedback/too-many': ({ minutes }) =>
    `Mạng hoặc tài khoản bạn đang dùng đã gửi nhiều phiếu trong ngày. Hãy gửi tiếp sau ${waitWords(Number(minutes))}, hoặc đăng nhập để gửi.`,
  'feedback/not-now': 'Phiếu này đã sang bước khác. Hãy xem lại trang.',
  'feedback/transferred-enough': 'Phiếu đã chuyển hai lần; đơn vị đang giữ phải trả lời.',
  'feedback/same-level': 'Phiếu đang ở cấp này rồi.',
  'feedback/names-sender': ({ name }) => `Bản công khai còn ghi “${name}”. Hãy bỏ tên người gửi.`,
  'feedback/shows-phone': 'Bản công khai còn ghi số điện thoại. Hãy bỏ đi.',
  'feedback/shows-email': 'Bản công khai còn ghi địa chỉ thư điện tử. Hãy bỏ đi.',
  'feedback/photo-not-an-image': 'Tệp này không phải ảnh JPG, PNG hoặc WebP.',
  'feedback/photo-heic': 'Ảnh HEIC chưa đọc được. Hãy lưu thành JPG rồi gửi lại.',
  'feedback/photo-too-many-pixels': 'Ảnh quá 50 triệu điểm. Hãy thu nhỏ rồi gửi lại.',
  'feedback/photo-unreadable': 'Không mở được ảnh này. Hãy chọn ảnh khác.',
  'feedback/photo-too-large': 'Ảnh nặng hơn 20 MB.',
  'feedback/no-such-commune': 'Không có xã, phường hoặc đặc khu này.',
  'feedback/no-such-dossier': 'Không có hồ sơ này trong các hồ sơ của bạn.',
}

export const kindWords: Record<MatterKind, string> = {
  question: 'Câu hỏi',
  proposal: 'Đề xuất',
  difficulty: 'Khó khăn, vướng mắc',
  complaint: 'Phản ánh',
  misuse: 'Báo dùng sai sao OCOP',
}

export const subjectWords: Record<MatterSubject, string> = {
  procedure: 'Hồ sơ, thủ tục ở xã',
  support: 'Tiền và chính sách hỗ trợ',
  training: 'Tập huấn',
  market: 'Bán hàng, hội chợ',
  quality: 'Chất lượng sản phẩm',
  council: 'Đánh giá, Hội đồng',
  rules: 'Quy định, bộ tiêu chí',
  star: 'Dấu sao, giấy chứng nhận',
  other: 'Việc khác',
}

export const levelWords: Record<Level, string> = { commune: 'Cấp xã', province: 'Cấp tỉnh', ministry: 'Trung ương' }

/** What the sender is told; never what the answer says. */
export const answeredWords = (matter: Places & { readonly title: string }) => ({
  subject: 'Phiếu của bạn đã có trả lời',
  body: `${holderWords(matter)} đã trả lời phiếu “${matter.title}”. Hãy mở phiếu, bằng mã theo dõi nếu bạn gửi không đăng nhập.`,
})

interface Places {
  readonly level: Level
  readonly communeName: string | null
  readonly provinceName: string | null
}

/** `UBND xã Măng Đen`: who holds a matter. */
export function holderWords({ level, communeName, provinceName }: Places): string {
  if (level === 'ministry') return 'Bộ Nông nghiệp và Môi trường'
  const name = level === 'commune' ? communeName : provinceName
  return name === null ? levelWords[level] : `UBND ${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}`
}
