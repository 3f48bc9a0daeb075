import type { EvidenceLine } from '../model.ts'

/** The fifteen suggested proofs of form 02 (26/2026 Annex III), plain copies; which criteria each proves is our reading. */
export const evidenceLines: readonly EvidenceLine[] = [
  { number: 1, kind: 'business-registration', name: 'Giấy đăng ký kinh doanh hoặc tương đương', criteria: ['organisation_type', 'inclusive_representative'], timeLimited: false },
  { number: 2, kind: 'production-condition', name: 'Giấy chứng nhận đủ điều kiện sản xuất, an toàn thực phẩm', criteria: ['safety_certificate', 'product_safety', 'impurities'], timeLimited: true },
  { number: 3, kind: 'material-origin', name: 'Nguồn gốc nguyên liệu, hợp đồng liên kết, thanh lý, hóa đơn', criteria: ['local_material', 'product_origin', 'linkage', 'area_certification', 'value_added', 'capacity'], timeLimited: false },
  { number: 4, kind: 'environment', name: 'Hồ sơ môi trường, ảnh, công nghệ', criteria: ['environment', 'green_technology'], timeLimited: false },
  { number: 5, kind: 'labour-list', name: 'Danh sách lao động có đóng bảo hiểm, ghi nơi cư trú', criteria: ['local_labour'], timeLimited: false },
  { number: 6, kind: 'classification-or-finance', name: 'Xếp loại hợp tác xã hoặc báo cáo tài chính 2 năm gần nhất', criteria: ['growth'], timeLimited: false },
  { number: 7, kind: 'intellectual-property', name: 'Đăng ký hoặc giấy chứng nhận sở hữu trí tuệ', criteria: ['intellectual_property'], timeLimited: true },
  { number: 8, kind: 'market-contract', name: 'Hợp đồng, hóa đơn bán hàng', criteria: ['distribution_area', 'distribution_org', 'global_market', 'linkage'], timeLimited: false },
  { number: 9, kind: 'promotion', name: 'Hoạt động quảng bá, xúc tiến', criteria: ['promotion'], timeLimited: false },
  { number: 10, kind: 'story-media', name: 'Câu chuyện sản phẩm: ảnh, phim, bài viết', criteria: ['story', 'story_structure', 'local_identity', 'idea_origin'], timeLimited: false },
  { number: 11, kind: 'quality-declaration', name: 'Bản tự công bố hoặc công bố chất lượng', criteria: ['quality_declaration'], timeLimited: true },
  { number: 12, kind: 'test-result', name: 'Phiếu kết quả kiểm nghiệm', criteria: ['nutrition', 'impurities', 'periodic_testing', 'efficacy'], timeLimited: true },
  { number: 13, kind: 'barcode-traceability', name: 'Mã số mã vạch, tem truy xuất nguồn gốc', criteria: ['labelling', 'packaging', 'bilingual_label'], timeLimited: false },
  { number: 14, kind: 'quality-management', name: 'Chứng nhận quản lý chất lượng (GMP, HACCP, ISO)', criteria: ['quality_assurance'], timeLimited: true },
  { number: 15, kind: 'award', name: 'Giải thưởng, danh hiệu', criteria: ['uniqueness'], timeLimited: false },
]
