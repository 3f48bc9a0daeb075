import { answerMatter, fileMatter, publishAnswer, reopenMatter, transferMatter } from '../../feedback/actions.ts'
import type { MatterInput, PublicationInput } from '../../feedback/model.ts'
import type { LiveCommune } from '../sample-people.ts'
import type { Stage } from './stage.ts'

interface SampleMatter extends Pick<MatterInput, 'kind' | 'subject' | 'title' | 'body'> {
  readonly commune: LiveCommune
  readonly ago: number
  readonly about?: string
  readonly answer?: string
  readonly published?: PublicationInput
  readonly reopened?: string
  readonly transferred?: string
}

const matters: readonly SampleMatter[] = [
  {
    kind: 'question',
    subject: 'procedure',
    title: 'Hộ kinh doanh nộp hồ sơ công nhận lại ở đâu?',
    body: 'Giấy của tôi còn ít tháng nữa là hết hạn. Tôi nộp ở xã hay ở tỉnh?',
    commune: '23473',
    ago: 30,
    answer:
      'Bác nộp tại UBND xã như lần đầu. Mở trang hồ sơ, chọn sản phẩm và “công nhận lại”; giấy tờ cũ còn hạn thì dùng lại.',
    published: {
      title: 'Nộp hồ sơ công nhận lại ở đâu?',
      question: 'Giấy chứng nhận sắp hết hạn thì nộp hồ sơ công nhận lại ở xã hay ở tỉnh?',
      answer: 'Nộp tại UBND xã như lần đầu; giấy tờ cũ còn hạn thì dùng lại.',
    },
  },
  {
    kind: 'difficulty',
    subject: 'support',
    title: 'Chưa biết bao giờ nhận tiền hỗ trợ bao bì',
    body: 'Hợp tác xã đã gửi báo giá nhưng không biết đang ở bước nào.',
    commune: '24280',
    ago: 26,
    answer: 'Khoản hỗ trợ đang chờ lãnh đạo phê duyệt; xem từng bước ở trang Hỗ trợ của tôi.',
    reopened: 'Trang đó ghi chờ phê duyệt đã hơn hai tuần, xin cho biết ngày.',
    published: {
      title: 'Xem khoản hỗ trợ đang ở bước nào',
      question: 'Đã gửi báo giá bao bì thì xem tiến độ ở đâu?',
      answer: 'Ở trang Hỗ trợ của tôi: số tiền, bước và số ngày đã chờ.',
    },
  },
  {
    kind: 'proposal',
    subject: 'other',
    title: 'Mở lớp chụp ảnh sản phẩm bằng điện thoại',
    body: 'Nhiều hộ không biết chụp ảnh sản phẩm cho rõ nhãn.',
    commune: '23473',
    ago: 8,
    transferred: 'Tập huấn do tỉnh tổ chức.',
  },
  {
    kind: 'misuse',
    subject: 'star',
    title: 'Gói hạt in bốn sao mà không có số giấy',
    body: 'Mua ở sạp ven đường, trên gói in bốn sao OCOP, không có tên chủ thể.',
    about: 'Gói hạt sấy 200 g, sạp ven quốc lộ (việc mẫu)',
    commune: '24280',
    ago: 5,
  },
  {
    kind: 'question',
    subject: 'rules',
    title: 'Mật ong pha có thuộc nhóm mật ong không?',
    body: 'Cơ sở làm mật ong ngâm hạt, xin hỏi chấm theo bộ tiêu chí nào.',
    commune: '24280',
    ago: 22,
  },
  {
    kind: 'complaint',
    subject: 'procedure',
    title: 'Đến nộp hồ sơ hai lần đều không gặp cán bộ',
    body: 'Hai lần tới vào giờ hành chính, phòng tiếp nhận không có người.',
    commune: '23473',
    ago: 2,
  },
]

/** Matters that wait, wait too long, were sent on, answered, reopened and published. */
export async function enterFeedback(stage: Stage): Promise<void> {
  for (const matter of matters) await enter(stage, matter)
}

async function enter(stage: Stage, matter: SampleMatter): Promise<void> {
  const { kind, subject, title, body, about, commune, ago } = matter
  const input: MatterInput = { kind, subject, title, body, about, commune, senderName: 'Người gửi mẫu', consent: true }
  const { id, code } = await fileMatter(stage.system(ago), input, { sample: true })
  const provincial = subject === 'support'
  const holder = provincial ? stage.provinceOfficer(commune) : stage.communeOfficer(commune)
  if (matter.transferred !== undefined) {
    await transferMatter(await stage.as(holder, ago - 1), id, { level: 'province', reason: matter.transferred })
  }
  if (matter.answer === undefined) return
  const answered = await stage.as(holder, ago - 6)
  await answerMatter(answered, id, { text: matter.answer })
  if (matter.published !== undefined) await publishAnswer(answered, id, matter.published)
  if (matter.reopened !== undefined)
    await reopenMatter(stage.system(ago - 8), id, { ma: code, reason: matter.reopened })
}
