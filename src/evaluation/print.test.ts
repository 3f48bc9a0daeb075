import { expect, test } from 'vitest'
import { pdfText } from '../../test/support/pdf-text.ts'
import type { Council, Regulation, Seat, Session } from './model.ts'
import { minutesPaper, summaryPaper } from './paper.ts'
import { ballotPaper } from './paper-ballot.ts'
import { renderBallot, renderMinutes, renderSummary } from './print.ts'
import type { ItemLine, SessionFile } from './session-file.ts'
import type { Sheet, SheetBallot } from './sheet.ts'

const url = 'https://ocop.example.vn/phien-cham/s1'

const seats: readonly Seat[] = [
  { accountId: 'c', name: 'Trần Văn Mẫu', capacity: 'chair', agency: 'Ủy ban nhân dân tỉnh', votes: true },
  { accountId: 'm', name: 'Lê Thị Mẫu', capacity: 'member', agency: 'Sở Công Thương', votes: true },
  { accountId: 's', name: 'Phạm Mẫu', capacity: 'secretary', agency: 'Chi cục Phát triển nông thôn', votes: false },
]
const council: Council = {
  id: 'h1',
  level: 'province',
  unitCode: '51',
  unitOn: '2026-01-01',
  unitName: 'Tỉnh Quảng Ngãi',
  provinceToday: '51',
  seats,
  sample: true,
  name: 'Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Quảng Ngãi',
  decisionNo: '101/QĐ-UBND',
  decidedOn: '2026-06-10',
  fromDate: '2026-06-10',
  toDate: null,
}
const regulation: Regulation = {
  id: 'q1',
  councilId: 'h1',
  effectiveOn: '2026-06-15',
  quorumNumerator: 3,
  quorumDenominator: 4,
  chairRequired: true,
  spreadPoints: 10,
  gateRule: 'majority',
  fallback: 'highest-met',
  proposes: null,
  wideRounds: null,
  outlierPoints: null,
  sitsAgain: null,
  documentNo: '105/QĐ-UBND',
}
const session: Session = {
  id: 's1',
  councilId: 'h1',
  regulationId: 'q1',
  roundId: null,
  text: '26-2026',
  meetsOn: '2026-12-15',
  place: 'Hội trường UBND tỉnh',
  state: 'closed',
  openedAt: '2026-12-15T01:00:00.000Z',
  closedAt: '2026-12-15T04:30:00.000Z',
  sample: true,
}
const asked: Sheet['asked'] = [
  {
    code: '3.5',
    name: 'Sở hữu trí tuệ',
    part: 'A',
    max: 3,
    options: [
      { points: 1, label: 'Đơn đăng ký nhãn hiệu được chấp nhận' },
      { points: 2, label: 'Nhãn hiệu đã được cấp' },
    ],
  },
  {
    code: '4.1',
    name: 'Khu vực phân phối chính',
    part: 'B',
    max: 5,
    options: [
      { points: 2, label: 'Ngoài xã' },
      { points: 5, label: 'Quốc tế' },
    ],
  },
]
const parts = { A: { name: 'Sản phẩm và sức mạnh cộng đồng', max: 40 }, B: { name: 'Tiếp thị', max: 25 } }
const ballot = (seat: Seat, total: number): SheetBallot => ({
  seat: seat.accountId,
  name: seat.name,
  capacity: seat.capacity,
  choices: { '3.5': 2 },
  points: {},
  total,
  comment: '',
  castAt: '2026-12-15T03:00:00.000Z',
})
const sheet: Sheet = {
  product: 'Cà phê bột',
  producer: 'HTX Mẫu',
  number: '012',
  rubric: '26-2026/13',
  rubricName: 'Cà phê, ca cao',
  regulation,
  asked,
  parts,
  scoringRound: 2,
  counted: [ballot(seats[0] as Seat, 75), ballot(seats[1] as Seat, 82)],
  earlier: [{ round: 1, ballots: [ballot(seats[0] as Seat, 60), ballot(seats[1] as Seat, 85)] }],
  recused: [],
  recorded: [],
  closedOn: '2026-12-15',
}
const line = (change: Partial<ItemLine> = {}): ItemLine => ({
  dossierId: 'd1',
  number: '012',
  productName: 'Cà phê bột',
  producerId: 'p1',
  producerName: 'HTX Mẫu',
  rubric: '13',
  kind: 'first',
  scoringRound: 2,
  stands: true,
  voters: 2,
  cast: 2,
  missing: 0,
  own: 'none',
  answered: 0,
  asked: 0,
  tooWide: false,
  maySettle: false,
  settledBecause: null,
  reexaminationId: null,
  mayRescore: false,
  mayTakeOff: false,
  note: 'Cần thêm vùng nguyên liệu.',
  result: {
    sessionId: 's1',
    dossierId: 'd1',
    totalPoints: 157,
    ballots: 2,
    meanHundredths: 7850,
    spread: 7,
    stars: 3,
    verdict: 'recognise',
    decidedAt: '2026-12-15T04:30:00.000Z',
    gates: [
      { criterion: '3.5', stars: 4, need: 2, reachedBy: 1, met: false },
      { criterion: '4.1', stars: 5, need: 5, reachedBy: 0, met: false },
    ],
    sheet,
  },
  ...change,
})
const file: SessionFile = {
  confirms: false,
  hasBundle: false,
  keptOut: [],
  council,
  session,
  regulation,
  own: undefined,
  present: new Set(['c', 'm']),
  faults: [],
  lines: [line()],
  may: { open: false, close: false, attend: false, markOthers: false, note: false },
}

test('the minutes say who was there, by which rules, what was found', async () => {
  expect((await pdfText(await renderMinutes(minutesPaper(file, url)))).join('\n')).toMatchInlineSnapshot(`
    "ỦY BAN NHÂN DÂN
    TỈNH QUẢNG NGÃI
    HỘI ĐỒNG ĐÁNH GIÁ, PHÂN
    HẠNG SẢN PHẨM OCOP
    TỈNH QUẢNG NGÃI
    Số: ……/BB-HĐ
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Quảng Ngãi, ngày 15 tháng 12 năm 2026
    BIÊN BẢN
    Họp Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Quảng Ngãi
    Ngày 15/12/2026, từ 08:00 đến 11:30, tại Hội trường UBND tỉnh, Hội đồng
    đánh giá, phân hạng sản phẩm OCOP tỉnh Quảng Ngãi (thành lập theo Quyết định
    số 101/QĐ-UBND ngày 10/06/2026) họp đánh giá, phân hạng 1 sản phẩm.
    I. Thành phần
    TT Họ và tên Chức danh Cơ quan Có mặt
    1 Trần Văn Mẫu Chủ tịch Hội đồng Ủy ban nhân dân tỉnh Có
    2 Lê Thị Mẫu Thành viên Sở Công Thương Có
    3 Phạm Mẫu Thư ký Chi cục Phát triển nông thôn Vắng
    II. Căn cứ
    Quy chế hoạt động của Hội đồng: 105/QĐ-UBND, có hiệu lực từ 15/06/2026.
    Văn bản áp dụng: 26/2026/QĐ-TTg. Túc số: ít nhất 3/4 số người được bỏ
    phiếu, trong đó có Chủ tịch Hội đồng. Điểm của sản phẩm là trung bình cộng các
    phiếu, không làm tròn khi xếp hạng.
    Độ lệch giữa các phiếu không quá 10 điểm, quá thì thảo luận và chấm lại;
    không chốt khi còn lệch. Ngưỡng sao: quá nửa số phiếu chọn mức đạt ngưỡng. Xếp
    hạng sao cao nhất mà cả điểm và ngưỡng đều đạt.
    Kết quả chuyển lên cấp trên: quy chế không nêu; mặc định: xét theo điểm trung
    bình, kể cả khi thiếu ngưỡng của hạng sao đó.
    III. Nội dung
    1. Cà phê bột (HTX Mẫu). 3 sao, 78,50 điểm.
    Vòng 1: 2 phiếu, lệch 25 điểm, Hội đồng thảo luận và chấm lại.
    Lệch giữa các phiếu: 7 điểm.
    Chưa đạt ngưỡng: 3.5 (4 sao cần 2 điểm), 4.1 (5 sao cần 5 điểm).
    Ý kiến thảo luận: Cần thêm vùng nguyên liệu.
    IV. Kết quả
    TT Sản phẩm Số phiếu Điểm trung bình Hạng Kết luận
    1 Cà phê bột 2 78,50 3 sao Đề nghị công nhận
    2
    Có mặt 2 trên 3 người trong danh sách Hội đồng. Phiên họp kết thúc lúc 11:30
    cùng ngày. Biên bản được lập từ các phiếu đã gửi.
    THƯ KÝ
    Phạm Mẫu
    CHỦ TỊCH HỘI ĐỒNG
    Trần Văn Mẫu
    Tra cứu bản ghi: https://ocop.example.vn/phien-cham/s1
    Dữ liệu mẫu, không có giá trị pháp lý."
  `)
})

test('the summary table has a column for each member', async () => {
  expect((await pdfText(await renderSummary(summaryPaper(file, url)))).join('\n')).toMatchInlineSnapshot(`
    "ỦY BAN NHÂN DÂN
    TỈNH QUẢNG NGÃI
    HỘI ĐỒNG ĐÁNH GIÁ, PHÂN HẠNG SẢN
    PHẨM OCOP TỈNH QUẢNG NGÃI
    Số: ……/BTH-HĐ
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Quảng Ngãi, ngày 15 tháng 12 năm 2026
    BẢNG TỔNG HỢP
    Điểm đánh giá, phân hạng sản phẩm
    TT Sản phẩm
    Trần Văn Mẫu
    Lê Thị Mẫu
    Tổng Trung bình Hạng Kết luận
    1 Cà phê bột (HTX Mẫu) 75 82 157/2 78,50 3 sao Đề nghị công nhận
    Ô trống: người không tham gia chấm sản phẩm đó hoặc vắng. Tổng: tổng điểm trên số phiếu. Trung bình chỉ làm tròn khi in.
    THƯ KÝ
    Phạm Mẫu
    CHỦ TỊCH HỘI ĐỒNG
    Trần Văn Mẫu
    Tra cứu bản ghi: https://ocop.example.vn/phien-cham/s1
    Dữ liệu mẫu, không có giá trị pháp lý."
  `)
})

const facts = {
  rubricName: sheet.rubricName,
  asked,
  parts,
  product: 'Cà phê bột',
  producer: 'HTX Mẫu',
  number: '012',
  member: 'Lê Thị Mẫu',
  capacity: 'Thành viên',
}

test('a ballot is the rubric with a cross at each level chosen', async () => {
  const filled = { choices: { '3.5': 2 }, comment: 'Văn bản cho dùng địa danh ghi rõ sản phẩm.', castOn: '2026-12-15' }
  expect((await pdfText(await renderBallot(ballotPaper(file, { ...facts, filled }, url)))).join('\n'))
    .toMatchInlineSnapshot(`
      "ỦY BAN NHÂN DÂN
      TỈNH QUẢNG NGÃI
      HỘI ĐỒNG ĐÁNH GIÁ, PHÂN
      HẠNG SẢN PHẨM OCOP
      TỈNH QUẢNG NGÃI
      Số: ……/PĐG-HĐ
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Quảng Ngãi, ngày 15 tháng 12 năm 2026
      PHIẾU ĐÁNH GIÁ
      Cà phê, ca cao
      Sản phẩm: Cà phê bột
      Chủ thể: HTX Mẫu
      Số hồ sơ: 012
      Người đánh giá: Lê Thị Mẫu, Thành viên
      Phần A. Sản phẩm và sức mạnh cộng đồng (2/40 điểm)
      Số Tiêu chí và mức Chọn Điểm
      3.5 Sở hữu trí tuệ 2/3
      Đơn đăng ký nhãn hiệu được chấp nhận 1
      Nhãn hiệu đã được cấp X 2
      Phần B. Tiếp thị (0/25 điểm)
      Số Tiêu chí và mức Chọn Điểm
      4.1 Khu vực phân phối chính 0/5
      Ngoài xã 2
      Quốc tế 5
      Tổng điểm: 2
      Ý kiến: Văn bản cho dùng địa danh ghi rõ sản phẩm.
      Gửi phiếu ngày 15/12/2026
      NGƯỜI ĐÁNH GIÁ
      Lê Thị Mẫu
      Tra cứu bản ghi: https://ocop.example.vn/phien-cham/s1
      Dữ liệu mẫu, không có giá trị pháp lý."
    `)
})

test('without a ballot it is the form for the hand', async () => {
  const text = (await pdfText(await renderBallot(ballotPaper(file, facts, url)))).join('\n')
  expect(text).toContain('……/40 điểm')
  expect(text).not.toMatch(/\nX\n/)
})
