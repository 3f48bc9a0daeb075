import { lookAtIdea } from '../../idea/actions-look.ts'
import { moderateVoice, recordVisit, speakOn, voicesFor } from '../../idea/actions-voice.ts'
import { answerIdea, fileIdea } from '../../idea/actions.ts'
import type { AnswerInput, LookInput } from '../../idea/model.ts'
import { samplePhone } from '../names.ts'
import type { LiveCommune } from '../sample-people.ts'
import type { Stage } from './stage.ts'

interface SampleIdea {
  readonly title: string
  readonly description: string
  readonly material: string
  readonly market: string
  readonly by: string
  readonly commune: LiveCommune
  readonly daysAgo: number
  readonly answer?: Pick<AnswerInput, 'outcome' | 'answer'>
  /** Given to everybody: shown, held back with this reason, or waiting for the commune. */
  readonly open?: 'shown' | 'waiting' | { readonly held: string }
}

const ideas: readonly SampleIdea[] = [
  {
    title: 'Dầu hạt bơ ép lạnh',
    description: 'Ép dầu từ hạt bơ sau khi làm bột bơ, đóng chai nhỏ cho người làm bánh.',
    material: 'Hạt bơ của ba cơ sở trong xã',
    market: 'Tiệm bánh trong tỉnh',
    by: 'Nguyễn Thị Mẫu Hạnh',
    commune: '24280',
    daysAgo: 4,
    open: 'waiting',
  },
  {
    title: 'Chăn bông gòn',
    description: 'Khôi phục chăn ruột bông gòn, vỏ vải dệt tay.',
    material: 'Cây gòn trồng làm rào',
    market: 'Nhà nghỉ cộng đồng',
    by: 'H’Mẫu Blai Niê',
    commune: '24280',
    daysAgo: 24,
  },
  {
    title: 'Mứt dâu rừng',
    description: 'Nấu mứt dâu rừng ít đường, hũ thủy tinh.',
    material: 'Dâu rừng hái theo mùa',
    market: 'Khách du lịch',
    by: 'Y Mẫu Thui',
    commune: '23473',
    daysAgo: 18,
    open: 'shown',
    answer: {
      outcome: 'welcome',
      answer: 'Ý tưởng phù hợp. Mời chị đến xã ngày thứ Năm để được hướng dẫn đăng ký cơ sở và an toàn thực phẩm.',
    },
  },
  {
    title: 'Tour ngủ lều săn mây',
    description: 'Dẫn khách lên đồi thông, ngủ lều, ăn sáng với trà thuốc.',
    material: 'Đồi thông cộng đồng',
    market: 'Khách trẻ từ thành phố',
    by: 'A Mẫu Pleo',
    commune: '23473',
    daysAgo: 6,
    open: 'waiting',
  },
  {
    title: 'Rượu ngâm rễ cây rừng',
    description: 'Ngâm nhiều loại rễ cây lấy trong rừng tự nhiên.',
    material: 'Rễ cây rừng tự nhiên',
    market: 'Chưa rõ',
    by: 'A Mẫu Srai',
    commune: '23473',
    daysAgo: 33,
    open: { held: 'Bài nêu chỗ lấy rễ của loài được bảo vệ. Xin bỏ tên rừng rồi gửi lại.' },
    answer: {
      outcome: 'decline',
      answer:
        'Một số loài trong danh sách được bảo vệ, không được khai thác. Xã mời anh tham gia nhóm trồng sâm dây dưới tán rừng.',
    },
  },
  {
    title: 'Bột tỏi gia vị',
    description: 'Sấy và nghiền tỏi vụn thành bột gia vị.',
    material: 'Tỏi vụn sau phân loại',
    market: 'Bếp ăn và quán',
    by: 'Bùi Mẫu Hải',
    commune: '21548',
    daysAgo: 12,
    answer: {
      outcome: 'revise',
      answer:
        'Cần làm rõ nguồn điện sấy và nơi đặt máy. Tổ hợp tác Tỏi Gió Đảo có máy sấy dùng chung, anh nên liên hệ.',
    },
  },
  {
    title: 'Túi giấy từ vỏ chuối',
    description: 'Làm giấy gói từ bẹ chuối sau thu hoạch.',
    material: 'Bẹ chuối',
    market: 'Các chủ thể trong huyện cũ',
    by: 'Đỗ Thị Mẫu Mai',
    commune: '24490',
    daysAgo: 9,
    open: 'shown',
  },
]

/** Ideas that wait, wait too long, and were answered. */
export async function enterIdeas(stage: Stage): Promise<void> {
  for (const [index, idea] of ideas.entries()) {
    const { title, description, material, market, by, commune, daysAgo, answer, open } = idea
    const { id } = await fileIdea(stage.system(daysAgo), {
      title,
      description,
      material,
      market,
      commune,
      proposerName: by,
      proposerPhone: samplePhone(950 + index),
      sample: true,
      // The rest is between the proposer and the commune.
      openToPublic: open !== undefined,
    })
    if (open !== undefined && open !== 'waiting') {
      const look: LookInput =
        open === 'shown' ? { decision: 'show', reason: undefined } : { decision: 'hold', reason: open.held }
      await lookAtIdea(await stage.as(stage.communeOfficer(commune), Math.max(1, daysAgo - 1)), id, look)
    }
    if (title === 'Mứt dâu rừng') await talkAbout(stage, id, commune)
    if (answer === undefined) continue
    await answerIdea(await stage.as(stage.communeOfficer(commune), Math.max(1, daysAgo - 8)), id, {
      ...answer,
      materials: 'Nguyên liệu có tại chỗ, cần ước lượng sản lượng theo mùa.',
      labour: 'Hai đến bốn người làm thường xuyên, thêm người vào mùa.',
      community: 'Có nhóm hộ cùng nghề trong thôn sẵn sàng tham gia.',
      market: 'Bán được trong tỉnh; bán xa cần bao bì và giấy tờ đầy đủ.',
    })
  }
}

/** The commune went to see, somebody commented, and a neighbour who wants to join waits for the commune. */
async function talkAbout(stage: Stage, id: string, commune: LiveCommune): Promise<void> {
  const officer = await stage.as(stage.communeOfficer(commune), 14)
  const visit = {
    visitedOn: stage.day(14),
    present: 'Trưởng thôn, người có ý tưởng, hai hộ hái dâu',
    grade: { materials: 'partly', labour: 'enough', community: 'enough', market: 'unknown' },
    note: {
      materials: 'Dâu chỉ có từ tháng 2 đến tháng 4; cần trồng thêm ở rẫy.',
      labour: 'Bốn người nhận làm, hai người đã học nấu mứt.',
      community: 'Mười hộ trong thôn cùng hái, sẵn sàng lập tổ.',
      market: 'Khách du lịch hỏi mua; chưa biết mùa vắng bán cho ai.',
    },
  } as const
  await recordVisit(officer, id, visit, [])
  const neighbour = stage.system(10)
  await speakOn(neighbour, id, {
    kind: 'comment',
    name: 'Bạn đọc mẫu',
    body: 'Nên có hũ nhỏ để khách mang lên máy bay.',
  })
  const { voices } = await voicesFor(officer, id, true)
  const [said] = voices
  if (said)
    await moderateVoice(await stage.as(stage.communeOfficer(commune), 9), id, said.id, {
      decision: 'show',
      reason: undefined,
    })
  await speakOn(stage.system(3), id, { kind: 'join', name: 'Hàng xóm mẫu', phone: samplePhone(990) })
}
