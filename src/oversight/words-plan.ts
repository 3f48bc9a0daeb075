import type { RefusalCode } from '../kernel/refusal.ts'
import type { Risk } from './model-plan.ts'
import type * as choice from './rules-choice.ts'

type Code =
  | RefusalCode<typeof choice.judgePlan>
  | RefusalCode<typeof choice.judgeDraw>
  | 'oversight/plan-exists'
  | 'oversight/nobody-to-choose'

type Facts = Readonly<Record<string, string | number>>

export const planRefusals: Record<Code, string | ((facts: Facts) => string)> = {
  'oversight/year-out': ({ thisYear }) => `Lập kế hoạch cho năm ${thisYear} hoặc năm sau.`,
  'oversight/size-zero': 'Hãy ghi ít nhất 1 sản phẩm.',
  'oversight/seed-without-source': 'Hãy ghi con số này công bố ở đâu, ngày nào, để ai cũng đối chiếu được.',
  'oversight/source-without-seed': 'Hãy ghi con số công khai, hoặc bỏ trống cả hai ô.',
  'oversight/drawn-already': 'Danh sách đã rút. Mỗi kế hoạch chỉ rút một lần.',
  'oversight/no-seed-yet':
    'Chưa có mẻ niêm phong nào của sổ ghi sau lúc lập kế hoạch. Hệ thống niêm phong năm phút một lần; hãy quay lại sau ít phút.',
  'oversight/plan-exists': 'Đơn vị đã có kế hoạch của năm này. Mỗi năm một kế hoạch, để không rút lại danh sách.',
  'oversight/nobody-to-choose': 'Đơn vị chưa có sản phẩm nào còn hiệu lực để kiểm tra.',
}

export const riskWords: Record<Risk, string> = {
  'band-edge': 'Điểm sát mức thấp nhất của hạng sao',
  'lenient-council': 'Nơi công nhận cho điểm cao hơn mặt bằng',
  'papers-ending': 'Có giấy tờ hết hạn hoặc sắp hết hạn',
  'misuse-reported': 'Có người báo dùng sai sao',
  'silent-year': 'Chưa báo cáo năm trước',
  'never-inspected': 'Chưa được kiểm tra lần nào',
  'found-before': 'Chủ thể có thiếu sót ở lần kiểm tra trước',
}
