import { Refused } from '../kernel/refusal.ts'
import type { Refusal, RefusalCode } from '../kernel/refusal.ts'
import type { Gap, RemovalInput } from './model.ts'
import type { judgeNamesakes, judgePlace, judgeRemoval, judgeRow, levelOfDecision } from './rules.ts'

type Facts = Readonly<Record<string, string | number>>
type Code =
  | RefusalCode<typeof judgeRow>
  | RefusalCode<typeof levelOfDecision>
  | RefusalCode<typeof judgePlace>
  | RefusalCode<typeof judgeNamesakes>
  | RefusalCode<typeof judgeRemoval>
  | 'exchange/day-differs'
  | 'exchange/text-unclear'
  | 'exchange/level-cannot-recognise'
  | 'exchange/not-a-list'
  | 'exchange/report-day'
  | 'exchange/too-large'
  | 'exchange/wrong-encoding'
  | 'exchange/broken-quotes'
  | 'exchange/old-excel'
  | 'exchange/damaged'
  | 'exchange/already-entered'
  | 'exchange/already-settled'
  | 'exchange/other-commune'
  | 'exchange/still-open'
  | 'exchange/nothing-given'

/** Why a row was not entered: one sentence each, for the report and the page. */
export const refusals: Record<Code, string | ((facts: Facts) => string)> = {
  'exchange/proposal': 'Đề nghị xét 5 sao không phải là một công nhận; không nhập thành công nhận.',
  'exchange/removal': 'Dòng này ghi một sản phẩm bị đưa khỏi danh sách. Cần người tìm công nhận mà nó chấm dứt.',
  'exchange/not-among': 'Hãy chọn một công nhận trong danh sách.',
  'exchange/still-in-force': ({ date }) =>
    `Công nhận này còn hạn đến ${date} nên chưa thể ghi là hết hạn; nếu bị thu hồi, hãy chọn “Bị thu hồi”.`,
  'exchange/no-revocation-number': 'Thu hồi phải có quyết định. Hãy ghi số quyết định thu hồi.',
  'exchange/no-revocation-day': 'Hãy ghi ngày ký quyết định thu hồi, không muộn hơn hôm nay.',
  'exchange/revoked-outside-term': ({ from, to }) =>
    `Ngày thu hồi phải nằm trong thời hạn của công nhận đã chọn (sau ${from}, đến ${to}). Có thể dòng này nói về công nhận khác.`,
  'exchange/unknown-event': 'Không rõ dòng này ghi việc gì. Cần người xác định.',
  'exchange/no-product': 'Dòng không có tên sản phẩm.',
  'exchange/no-stars': 'Không có hạng sao. Cần người tìm trong quyết định.',
  'exchange/wrong-stars': ({ stars }) => `Hạng sao “${stars}” không phải 3, 4 hoặc 5 sao.`,
  'exchange/no-decision-number': 'Không có số quyết định. Cần người tìm quyết định gốc.',
  'exchange/no-decision-date': 'Không có ngày quyết định nên không tính được thời hạn 36 tháng. Cần người tìm ngày ký.',
  'exchange/wrong-decision-date': ({ date }) => `Ngày quyết định “${date}” không hợp lý. Cần người kiểm tra.`,
  'exchange/year-differs': ({ year, date }) => `Năm ${year} khác với ngày quyết định ${date}. Cần người kiểm tra.`,
  'exchange/place': ({ reason = '' }) => String(reason),
  'exchange/stars-differ': ({ stars }) =>
    `Quyết định này đã ghi sản phẩm này với hạng ${stars} sao. Cần người đối chiếu quyết định gốc.`,
  'exchange/day-differs': ({ date }) =>
    `Quyết định này đã được nhập với ngày ${date}. Cần người đối chiếu quyết định gốc.`,
  'exchange/same-name':
    'Quyết định này đã có một sản phẩm cùng tên, một trong hai nguồn không ghi chủ thể. Cần người xem là một hay hai sản phẩm.',
  'exchange/wrong-score': ({ score }) => `Điểm “${score}” không đọc được. Cần người kiểm tra.`,
  'exchange/authority-unclear': 'Không rõ cơ quan nào ký quyết định này (huyện, tỉnh hay Bộ). Cần người xác định.',
  'exchange/text-unclear': 'Quyết định ký trước khi có bộ tiêu chí đầu tiên (21/8/2019). Cần người xác định căn cứ.',
  'exchange/level-cannot-recognise':
    'Theo văn bản áp dụng vào ngày ký, cấp này không công nhận hạng sao đó. Cần người kiểm tra quyết định gốc.',
  'exchange/report-day': 'Ngày báo cáo chưa đúng. Hãy ghi ngày/tháng/năm, không muộn hơn hôm nay.',
  'exchange/not-a-list':
    'Tệp không có cột tên sản phẩm. Hãy dùng dòng đầu làm tiêu đề, ví dụ “Tên sản phẩm”, “Chủ thể”, “Xã”.',
  'exchange/already-entered': 'Dòng này đã nhập thành công nhận; chỉ bổ sung được chỗ thiếu.',
  'exchange/already-settled': 'Dòng này đã có người xem và kết luận.',
  'exchange/other-commune': 'Đơn vị này không thuộc tỉnh, thành phố của dòng. Hãy chọn trong danh sách.',
  'exchange/still-open': ({ reason = '' }) => `Chưa nhập được: ${reason}`,
  'exchange/nothing-given': 'Hãy ghi chủ thể hoặc chọn xã; nếu chưa biết cả hai thì để dòng này chờ.',
  'exchange/too-large':
    'Tệp quá lớn: mỗi lần nhập tối đa 100.000 dòng, tệp 50 MB, 200 MB sau khi giải nén. Hãy chia thành nhiều tệp.',
  'exchange/wrong-encoding': ({ line }) =>
    `Dòng ${line} không đọc được bằng bảng mã UTF-8. Hãy mở tệp bằng Excel, chọn “Lưu thành”, kiểu “CSV UTF-8”, rồi nhập lại; nếu chữ trong Excel cũng sai thì chuyển phông TCVN3, VNI sang Unicode trước.`,
  'exchange/broken-quotes': ({ line }) =>
    `Dòng ${line}: có dấu ngoặc kép mở mà không đóng nên không rõ ô kết thúc ở đâu. Hãy sửa dấu ngoặc kép ở dòng này.`,
  'exchange/old-excel':
    'Tệp là Excel đời cũ (.xls) hoặc có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu và lưu thành .xlsx rồi nhập lại.',
  'exchange/damaged': 'Tệp .xlsx bị hỏng hoặc không phải tệp của Excel. Hãy mở và lưu lại bằng Excel rồi nhập lại.',
  'exchange/broken-cell': ({ cell }) =>
    `Có ô mang công thức hoặc lỗi bảng tính (${cell}), không có giá trị để đọc. Cần người xem tệp gốc.`,
  'exchange/old-font': ({ cell }) =>
    `Chữ “${cell}” thuộc phông cũ trước Unicode (TCVN3, VNI). Hãy chuyển mã cả tệp sang Unicode rồi nhập lại.`,
}

/** @throws {Refused} when the refusal is of another slice. */
export function say({ code, facts = {} }: Refusal): string {
  const sentence = (refusals as Readonly<Record<string, (typeof refusals)[keyof typeof refusals]>>)[code]
  if (sentence === undefined) throw new Refused({ code })
  return typeof sentence === 'string' ? sentence : sentence(facts)
}

export const gapWords: Record<Gap, string> = {
  subject: 'nguồn không ghi chủ thể',
  commune: 'nguồn không ghi xã',
}

export const removalKinds: Record<RemovalInput['kind'], string> = {
  revoked: 'Bị thu hồi theo quyết định',
  'expiry-recorded': 'Hết hạn nên bị đưa khỏi danh sách',
}

export const endingWord = (number: string) => `Đã ghi việc chấm dứt công nhận của giấy ${number}.`

export const unnamedSubject = 'Chưa rõ chủ thể (nguồn không ghi)'

/** Said of a row that is entered, and in a dry run of one that would be. */
export const acceptedWord = 'Nhận là công nhận, có nguồn'
export const duplicateWord = (line: number) => `Trùng với dòng ${line} của tệp này; không đổi gì.`
export const alreadyWord = 'Đã có trong hệ thống từ trước; không đổi gì.'
