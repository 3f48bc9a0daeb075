import type { LegalText } from '../../model.ts'
import { evidenceLines } from '../evidence-lines.ts'
import { currentSectors } from '../sectors.ts'

/** 148/QĐ-TTg (2023). Its rubrics were not found anywhere: history can be recorded under it, not scored again. */
export const text1482023: LegalText = {
  id: '148-2023',
  number: '148/QĐ-TTg',
  title:
    'Quyết định 148/QĐ-TTg ngày 24/02/2023 của Thủ tướng Chính phủ về Bộ tiêu chí và quy trình đánh giá, phân hạng sản phẩm OCOP',
  signedOn: '2023-02-24',
  inForceFrom: '2023-02-24',
  inForceTo: '2026-07-21',
  newDossiersTo: '2026-05-22',
  amendedBy: ['1489/QĐ-TTg (06/7/2025)'],
  replacedBy: '26-2026',
  standing:
    'Chỉ có dữ kiện về quy trình; chưa tìm được bộ tiêu chí (Phụ lục III), không dựng lại. Kết quả cũ ghi được, không chấm lại được.',
  parts: { A: 40, B: 25, C: 35 },
  bands: [
    { stars: 5, from: 90, printed: 'từ 90 đến 100' },
    { stars: 4, from: 70, printed: 'từ 70 đến dưới 90' },
    { stars: 3, from: 50, printed: 'từ 50 đến dưới 70' },
    { stars: 2, from: 30, printed: 'từ 30 đến dưới 50' },
    { stars: 1, from: 0, printed: 'dưới 30' },
  ],
  wholePointBands: false,
  sectors: currentSectors,
  procedure: {
    proposes: 'on-points',
    steps: [
      {
        level: 'district',
        role: 'score',
        recognises: [3],
        proposesFrom: 70,
        approvesResult: false,
        otherwise: 'tell',
        authority: 'Chủ tịch UBND cấp huyện',
        article: '148/2023',
        certainty: 'reported',
      },
      {
        level: 'province',
        role: 'score',
        recognises: [4],
        proposesFrom: 90,
        approvesResult: true,
        otherwise: 'hand-back',
        authority: 'Chủ tịch UBND cấp tỉnh',
        article: '148/2023',
        certainty: 'reported',
      },
      {
        level: 'ministry',
        role: 'score',
        recognises: [5],
        approvesResult: false,
        otherwise: 'hand-back',
        authority: 'Bộ trưởng Bộ Nông nghiệp và Phát triển nông thôn',
        article: '148/2023',
        certainty: 'reported',
      },
    ],
  },
  deadlines: [],
  batches: [],
  dossier: {
    kinds: ['first', 'upgrade', 'renewal'],
    forms: [
      { id: '01', name: 'Phiếu đăng ký', filledBy: 'producer' },
      { id: '02', name: 'Báo cáo theo tiêu chí', filledBy: 'producer' },
    ],
    evidence: evidenceLines,
    extras: { renewal: ['Báo cáo cập nhật 3 năm: nguyên liệu, thị trường, công bố chất lượng'] },
    transfers: [],
    samples: 5,
    samplesExempt: ['26'],
    copies: '1 bản chính và 1 bản chụp',
    article: '148/2023 Phụ lục II',
  },
  certificate: { months: 36, recognisedFrom: 3, article: '148/2023', certainty: 'reported' },
  communeContents: [],
  revocationGrounds: [],
  gaps: ['Bậc điểm chưa có nguồn xác nhận; dùng như 26/2026.', 'Không rõ có ngưỡng tối thiểu theo sao hay không.'],
}
