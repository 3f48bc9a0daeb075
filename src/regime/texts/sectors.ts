import type { Sector } from '../model.ts'

/** The six sectors since 24/2/2023 (148/2023 and 26/2026, Annex I). */
export const currentSectors: readonly Sector[] = [
  { code: 'I', name: 'Thực phẩm' },
  { code: 'II', name: 'Đồ uống' },
  { code: 'III', name: 'Dược liệu và sản phẩm từ dược liệu' },
  { code: 'IV', name: 'Thủ công mỹ nghệ' },
  { code: 'V', name: 'Sinh vật cảnh' },
  { code: 'VI', name: 'Du lịch cộng đồng, du lịch sinh thái và điểm du lịch' },
]
