import { expect, test } from 'vitest'
import { pdfText } from '../../test/support/pdf-text.ts'
import { textById } from '../regime/law.ts'
import type { LegalText } from '../regime/model.ts'
import type { Decision, Line } from './model.ts'
import { decisionPaper } from './paper.ts'
import { renderDecision } from './print.ts'

const decision: Decision = {
  id: 'd1',
  kind: 'recognise',
  level: 'province',
  unitCode: '51',
  unitOn: '2026-06-24',
  provinceCode: '51',
  authority: 'Ủy ban nhân dân tỉnh Quảng Ngãi',
  number: null,
  year: null,
  decidedOn: null,
  text: '26-2026',
  roundId: null,
  signerName: null,
  signerTitle: null,
  draftedAt: '2026-06-24T02:00:00.000Z',
  issuedAt: null,
  sourceUrl: null,
  sample: true,
}

const line: Line = {
  id: 'l1',
  decisionId: 'd1',
  position: 1,
  productId: 'p1',
  producerId: 'o1',
  productName: 'Cà phê Arabica Măng Đen rang mộc',
  producerName: 'HTX Nông nghiệp Đắk Bla Xanh',
  placeName: 'Xã Măng Đen, Tỉnh Quảng Ngãi',
  dossierId: 'h1',
  sessionId: 's1',
  stars: 4,
  meanHundredths: 8246,
  endsCertificate: null,
  ground: null,
  groundNote: null,
  concludedOn: null,
}

const text = textById('26-2026') as LegalText
const council = { meetsOn: '2026-06-23', complaints: [] }

async function textOf(...given: Parameters<typeof decisionPaper>): Promise<string> {
  return (await pdfText(await renderDecision(decisionPaper(...given)))).join('\n--- trang ---\n')
}

test('a draft of a recognition has no number and no day yet', async () => {
  const second = {
    ...line,
    position: 2,
    productName: 'Tỏi đen Cù Lao',
    producerName: 'HTX Hành tỏi Cù Lao Ré Xanh',
    placeName: 'Đặc khu Lý Sơn',
    stars: 3,
    meanHundredths: 6410,
  } as const
  expect(await textOf(decision, [line, second], text, council)).toMatchInlineSnapshot(`
    "ỦY BAN NHÂN DÂN
    TỈNH QUẢNG NGÃI
    Số: ……/QĐ-UBND
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Quảng Ngãi, ngày … tháng … năm …
    QUYẾT ĐỊNH
    Về việc công nhận và cấp giấy chứng nhận sản phẩm OCOP
    CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI
    Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
    Căn cứ Quyết định 26/2026/QĐ-TTg ngày 22/5/2026 của Thủ tướng Chính
    phủ về Bộ tiêu chí và quy trình đánh giá, phân hạng sản phẩm OCOP;
    Căn cứ kết quả phiên họp ngày 23/06/2026 của Hội đồng đánh giá, phân hạng
    sản phẩm;
    Theo đề nghị của cơ quan tham mưu quản lý Chương trình Mỗi xã một sản
    phẩm.
    QUYẾT ĐỊNH:
    Điều 1. Công nhận và cấp giấy chứng nhận cho 2 sản phẩm OCOP sau:
    TT Sản phẩm Chủ thể Địa chỉ Điểm Hạng
    1 Cà phê Arabica Măng
    Đen rang mộc
    HTX Nông nghiệp Đắk
    Bla Xanh
    Xã Măng Đen, Tỉnh
    Quảng Ngãi
    82,46 4 sao
    2 Tỏi đen Cù Lao HTX Hành tỏi Cù Lao
    Ré Xanh
    Đặc khu Lý Sơn 64,10 3 sao
    Điều 2. Giấy chứng nhận có hiệu lực 36 tháng kể từ ngày ký Quyết định này.
    Chủ thể giữ đúng các tiêu chí đã được công nhận và nộp hồ sơ phân hạng lại từ 180
    đến 120 ngày trước ngày hết hạn.
    Điều 3. Quyết định này có hiệu lực kể từ ngày ký.
    Điều 4. Cơ quan tham mưu quản lý Chương trình, Ủy ban nhân dân các xã,
    phường, đặc khu có sản phẩm và các chủ thể có tên tại Điều 1 chịu trách nhiệm thi
    hành Quyết định này./.
    Nơi nhận:
    - Như Điều 4;
    - Bộ Nông nghiệp và Môi trường (để báo cáo);
    - Các chủ thể có tên tại Điều 1;
    - Lưu: VT.
    CHỦ TỊCH
    Dữ liệu mẫu, không có giá trị pháp lý."
  `)
})

test('an approved result says that it is no recognition', async () => {
  const approval: Decision = {
    ...decision,
    kind: 'approve-result',
    number: '743/QĐ-UBND',
    year: 2026,
    decidedOn: '2026-07-01',
    issuedAt: '2026-07-01T02:00:00.000Z',
    signerTitle: 'Phó Chủ tịch',
    signerName: 'Nguyễn Văn Mẫu',
  }
  expect(await textOf(approval, [{ ...line, stars: null, meanHundredths: 9164 }], text, council))
    .toMatchInlineSnapshot(`
      "ỦY BAN NHÂN DÂN
      TỈNH QUẢNG NGÃI
      Số: 743/QĐ-UBND
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Quảng Ngãi, ngày 01 tháng 7 năm 2026
      QUYẾT ĐỊNH
      Về việc phê duyệt kết quả đánh giá sản phẩm OCOP đề nghị công nhận 5 sao
      CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI
      Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
      Căn cứ Quyết định 26/2026/QĐ-TTg ngày 22/5/2026 của Thủ tướng Chính
      phủ về Bộ tiêu chí và quy trình đánh giá, phân hạng sản phẩm OCOP;
      Căn cứ kết quả phiên họp ngày 23/06/2026 của Hội đồng đánh giá, phân hạng
      sản phẩm;
      Theo đề nghị của cơ quan tham mưu quản lý Chương trình Mỗi xã một sản
      phẩm.
      QUYẾT ĐỊNH:
      Điều 1. Phê duyệt kết quả đánh giá của 1 sản phẩm sau và đề nghị Bộ Nông
      nghiệp và Môi trường đánh giá, công nhận 5 sao:
      TT Sản phẩm Chủ thể Địa chỉ Điểm
      1 Cà phê Arabica Măng
      Đen rang mộc
      HTX Nông nghiệp Đắk
      Bla Xanh
      Xã Măng Đen, Tỉnh
      Quảng Ngãi
      91,64
      Điều 2. Quyết định này không công nhận hạng sao; hạng sao do Bộ Nông
      nghiệp và Môi trường quyết định.
      Điều 3. Quyết định này có hiệu lực kể từ ngày ký.
      Điều 4. Cơ quan tham mưu quản lý Chương trình, Ủy ban nhân dân các xã,
      phường, đặc khu có sản phẩm và các chủ thể có tên tại Điều 1 chịu trách nhiệm thi
      hành Quyết định này./.
      Nơi nhận:
      - Như Điều 4;
      - Bộ Nông nghiệp và Môi trường (để báo cáo);
      - Các chủ thể có tên tại Điều 1;
      - Lưu: VT.
      KT. CHỦ TỊCH
      PHÓ CHỦ TỊCH
      Nguyễn Văn Mẫu
      Dữ liệu mẫu, không có giá trị pháp lý."
    `)
})

test('a revocation names the certificate and its ground', async () => {
  const revocation: Decision = {
    ...decision,
    kind: 'revoke',
    level: 'ministry',
    authority: 'Bộ Nông nghiệp và Môi trường',
  }
  const revoked: Line = {
    ...line,
    stars: null,
    meanHundredths: null,
    dossierId: null,
    sessionId: null,
    endsCertificate: 'OCOP-VN-2026-0003',
    ground: 'ceased',
    groundNote: 'Xã xác nhận ngày 01/10/2026.',
    concludedOn: '2026-10-01',
  }
  expect(await textOf(revocation, [revoked], text, { meetsOn: null, complaints: [] })).toMatchInlineSnapshot(`
    "BỘ NÔNG NGHIỆP
    VÀ MÔI TRƯỜNG
    Số: ……/QĐ-BNNMT
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Hà Nội, ngày … tháng … năm …
    QUYẾT ĐỊNH
    Về việc thu hồi giấy chứng nhận sản phẩm OCOP
    BỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG
    Căn cứ Quyết định 26/2026/QĐ-TTg ngày 22/5/2026 của Thủ tướng Chính
    phủ về Bộ tiêu chí và quy trình đánh giá, phân hạng sản phẩm OCOP;
    Theo đề nghị của cơ quan tham mưu quản lý Chương trình Mỗi xã một sản
    phẩm.
    QUYẾT ĐỊNH:
    Điều 1. Thu hồi 1 giấy chứng nhận sản phẩm OCOP sau:
    TT Số giấy Sản phẩm Chủ thể Căn cứ (Điều 8)
    1 OCOP-VN-2026-0003 Cà phê Arabica
    Măng Đen rang
    mộc
    HTX Nông
    nghiệp Đắk Bla
    Xanh
    Điểm đ: Chủ thể ngừng
    sản xuất. Xã xác nhận
    ngày 01/10/2026.
    Điều 2. Kể từ ngày ký, chủ thể không được dùng hạng sao và nhãn hiệu OCOP
    cho các sản phẩm trên.
    Điều 3. Quyết định này có hiệu lực kể từ ngày ký.
    Điều 4. Cơ quan tham mưu quản lý Chương trình, Ủy ban nhân dân các xã,
    phường, đặc khu có sản phẩm và các chủ thể có tên tại Điều 1 chịu trách nhiệm thi
    hành Quyết định này./.
    Nơi nhận:
    - Như Điều 4;
    - Ủy ban nhân dân các tỉnh, thành phố có sản phẩm;
    - Các chủ thể có tên tại Điều 1;
    - Lưu: VT.
    BỘ TRƯỞNG
    Dữ liệu mẫu, không có giá trị pháp lý."
  `)
})
