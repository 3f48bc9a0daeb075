import type { LegalText } from '../../model.ts'
import { evidenceLines } from '../evidence-lines.ts'

/** 1048/QĐ-TTg (2019), amended by 781/QĐ-TTg (2020). Rubrics as found in one provincial system's data. */
export const text10482019: LegalText = {
  id: '1048-2019',
  number: '1048/QĐ-TTg',
  title:
    'Quyết định 1048/QĐ-TTg ngày 21/8/2019 của Thủ tướng Chính phủ về Bộ tiêu chí đánh giá, phân hạng sản phẩm Chương trình Mỗi xã một sản phẩm',
  signedOn: '2019-08-21',
  inForceFrom: '2019-08-21',
  inForceTo: '2023-02-24',
  newDossiersTo: '2023-02-24',
  amendedBy: ['781/QĐ-TTg (08/6/2020)'],
  replacedBy: '148-2023',
  standing:
    'Bộ tiêu chí lấy từ dữ liệu nhập tay của một hệ thống cấp tỉnh, không phải văn bản; riêng bộ 1 trùng một bản nhập độc lập. Ngưỡng của 781/2020 chưa đủ nên không dùng để chấm.',
  parts: { A: 35, B: 25, C: 40 },
  bands: [
    { stars: 5, from: 90, printed: '90–100' },
    { stars: 4, from: 70, printed: '70–89' },
    { stars: 3, from: 50, printed: '50–69' },
    { stars: 2, from: 30, printed: '30–49' },
    { stars: 1, from: 0, printed: 'dưới 30' },
  ],
  wholePointBands: true,
  sectors: [
    { code: 'I', name: 'Thực phẩm' },
    { code: 'II', name: 'Đồ uống' },
    { code: 'III', name: 'Thảo dược' },
    { code: 'IV', name: 'Vải và may mặc' },
    { code: 'V', name: 'Lưu niệm – nội thất – trang trí' },
    { code: 'VI', name: 'Dịch vụ du lịch nông thôn, bán hàng' },
  ],
  procedure: {
    proposes: 'on-points',
    steps: [
      {
        level: 'district',
        role: 'score',
        recognises: [],
        proposesFrom: 50,
        approvesResult: false,
        otherwise: 'tell',
        authority: 'Hội đồng cấp huyện',
        article: '1048/2019',
        certainty: 'reported',
        note: 'Kết quả 1 và 2 sao báo cho xã và chủ thể; từ 50 điểm đề nghị lên tỉnh. Huyện không công nhận.',
      },
      {
        level: 'province',
        role: 'score',
        recognises: [3, 4],
        proposesFrom: 90,
        approvesResult: true,
        otherwise: 'tell',
        authority: 'Chủ tịch UBND cấp tỉnh',
        article: '1048/2019',
        certainty: 'reported',
      },
      {
        level: 'ministry',
        role: 'score',
        recognises: [5],
        approvesResult: false,
        otherwise: 'hand-back',
        authority: 'Bộ trưởng Bộ Nông nghiệp và Phát triển nông thôn',
        article: '1048/2019',
        certainty: 'reported',
      },
    ],
  },
  deadlines: [
    { id: 'refile-idea', days: 15, counted: 'days', article: 'Hướng dẫn địa phương', what: 'Nộp lại ý tưởng bị trả' },
  ],
  batches: [],
  dossier: {
    kinds: ['first', 'upgrade', 'renewal'],
    forms: [
      { id: '01', name: 'Phiếu đăng ký ý tưởng, sản phẩm mới', filledBy: 'producer' },
      { id: '02', name: 'Phiếu đăng ký sản phẩm đã có', filledBy: 'producer' },
      { id: '03', name: 'Phương án sản xuất kinh doanh', filledBy: 'producer' },
      { id: '04', name: 'Giới thiệu bộ máy tổ chức', filledBy: 'producer' },
    ],
    evidence: evidenceLines,
    extras: {},
    transfers: [
      {
        from: 'district',
        to: 'province',
        kinds: ['first', 'upgrade', 'renewal'],
        contents: ['Văn bản đề nghị', 'Biên bản cấp huyện', 'Hồ sơ sản phẩm'],
      },
      {
        from: 'province',
        to: 'ministry',
        kinds: ['first', 'upgrade', 'renewal'],
        contents: ['Văn bản đề nghị', 'Biên bản cấp tỉnh', 'Quyết định phê duyệt kết quả', 'Hồ sơ sản phẩm'],
      },
    ],
    samples: 5,
    samplesExempt: ['26'],
    copies: '1 bản chính và bản sao cho từng thành viên',
    article: '1048/2019 Phụ lục',
  },
  certificate: { months: 36, recognisedFrom: 3, article: '1048/2019', certainty: 'reported' },
  communeContents: [],
  revocationGrounds: [],
  gaps: [
    'Bậc in theo số nguyên: 69,5 hay 89,5 không được nói tới; xét trung bình không làm tròn, từ 70 là 4 sao, từ 90 là 5 sao.',
  ],
}
