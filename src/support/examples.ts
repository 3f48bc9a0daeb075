import type { MeasureKind } from './model.ts'

/** A measure of a provincial resolution as reported: for reading and comparing, it opens nothing. */
export interface PolicyExample {
  readonly province: string
  readonly document: string
  readonly term: string
  readonly kind: MeasureKind
  readonly rule: string
  /** Where it was read. */
  readonly source: string
}

const sources = {
  daNang:
    'https://nhansu.vn/van-ban-phap-luat/Nghi-quyet-23-2025-NQ-HDND-chinh-sach-ho-tro-chuong-trinh-moi-xa-mot-san-pham-Da-Nang-686654.html',
  bacGiang:
    'https://baobacgiang.vn/bac-giang-quy-dinh-chinh-sach-khuyen-khich-phat-trien-san-pham-ocop-giai-doan-2024-2025.bbg',
  hungYen:
    'https://mekongsean.vn/hung-yen-ho-tro-bao-bi-nhan-mac-cho-cac-chu-the-co-san-pham-ocop-duoc-cong-nhan-tu-3-sao-tro-len.html',
  traVinh: 'https://nongthonmoihatinh.vn/ngoai-tinh/tra-vinh-nhieu-uu-dai-cho-co-so-tham-gia-ocop-107358.html',
} as const

/**
 * No rule of the country for 2026–2030 is known (regulation 15.6). These are reported by portals and the press, their
 * clauses were not read; an officer who has the text enters it, and only what was entered opens anything.
 */
export const policyExamples: readonly PolicyExample[] = [
  {
    province: 'Đà Nẵng',
    document: 'Nghị quyết 23/2025/NQ-HĐND ngày 11/12/2025',
    term: 'Từ 01/01/2026',
    kind: 'certification',
    rule: '100% chi phí chứng nhận: GMP tới 500 triệu đồng, hữu cơ hoặc GlobalGAP tới 100 triệu đồng, VietGAP tới 50 triệu đồng',
    source: sources.daNang,
  },
  {
    province: 'Đà Nẵng',
    document: 'Nghị quyết 23/2025/NQ-HĐND ngày 11/12/2025',
    term: 'Từ 01/01/2026',
    kind: 'machinery',
    rule: '50% chi phí máy móc, tới 300 triệu đồng',
    source: sources.daNang,
  },
  {
    province: 'Bắc Giang (nay thuộc Bắc Ninh)',
    document: 'Chính sách 2024–2025, chưa rõ số văn bản',
    term: '2024–2025',
    kind: 'reward',
    rule: 'Lần đầu: 50, 150, 300 triệu đồng cho 3, 4, 5 sao; giữ hạng: 20, 60 triệu đồng cho 3, 4 sao; nâng hạng lên 4, 5 sao: 150, 300 triệu đồng; một lần, sau quyết định; tỉnh chi từ 4 sao',
    source: sources.bacGiang,
  },
  {
    province: 'Hưng Yên',
    document: 'Chính sách 2020, chưa rõ số văn bản',
    term: '2020',
    kind: 'packaging',
    rule: 'Bao bì 5, 10, 20 triệu đồng theo hạng sao; một lần cho mỗi chủ thể, tới 30 triệu đồng',
    source: sources.hungYen,
  },
  {
    province: 'Trà Vinh (nay thuộc Vĩnh Long)',
    document: 'Chính sách từ những năm 2020, chưa rõ số văn bản',
    term: 'Chưa rõ thời hạn',
    kind: 'design',
    rule: 'Thiết kế tới 10 triệu đồng mỗi sản phẩm, mỗi xã tới 3 sản phẩm',
    source: sources.traVinh,
  },
  {
    province: 'Trà Vinh (nay thuộc Vĩnh Long)',
    document: 'Chính sách từ những năm 2020, chưa rõ số văn bản',
    term: 'Chưa rõ thời hạn',
    kind: 'sales-point',
    rule: 'Cửa hàng từ 20 m²: 50 triệu đồng',
    source: sources.traVinh,
  },
  {
    province: 'Trà Vinh (nay thuộc Vĩnh Long)',
    document: 'Chính sách từ những năm 2020, chưa rõ số văn bản',
    term: 'Chưa rõ thời hạn',
    kind: 'machinery',
    rule: '50% chi phí máy móc, tới 500 triệu đồng',
    source: sources.traVinh,
  },
  {
    province: 'Trà Vinh (nay thuộc Vĩnh Long)',
    document: 'Chính sách từ những năm 2020, chưa rõ số văn bản',
    term: 'Chưa rõ thời hạn',
    kind: 'reward',
    rule: 'Thưởng nâng hạng 5, 10, 20 triệu đồng',
    source: sources.traVinh,
  },
]
