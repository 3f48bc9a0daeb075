import type { LegalText } from '../../model.ts'
import { text1482023 } from '../148-2023/text.ts'
import { text262026 } from '../26-2026/text.ts'

/** 1489/QĐ-TTg amends 148/QĐ-TTg for two levels of government: no district, commune assesses four contents. */
export const text14892025: LegalText = {
  ...text1482023,
  id: '1489-2025',
  number: '1489/QĐ-TTg',
  title:
    'Quyết định 1489/QĐ-TTg ngày 06/7/2025 của Thủ tướng Chính phủ sửa đổi Quyết định 148/QĐ-TTg theo mô hình chính quyền hai cấp',
  signedOn: '2025-07-06',
  inForceFrom: '2025-07-06',
  amends: '148-2023',
  amendedBy: [],
  replacedBy: '26-2026',
  officialUrl: 'https://vanban.chinhphu.vn/?classid=2&docid=214441&pageid=27160',
  procedure: {
    proposes: 'on-points',
    steps: [
      {
        level: 'commune',
        role: 'report',
        recognises: [],
        approvesResult: false,
        otherwise: 'tell',
        authority: 'UBND cấp xã',
        article: '1489/2025',
        certainty: 'reported',
      },
      {
        level: 'province',
        role: 'score',
        recognises: [3, 4],
        proposesFrom: 90,
        approvesResult: true,
        otherwise: 'tell',
        authority: 'Chủ tịch UBND cấp tỉnh',
        article: '1489/2025',
        certainty: 'reported',
      },
      {
        level: 'ministry',
        role: 'score',
        recognises: [5],
        approvesResult: false,
        otherwise: 'hand-back',
        authority: 'Bộ trưởng Bộ Nông nghiệp và Môi trường',
        article: '1489/2025',
        certainty: 'reported',
      },
    ],
  },
  communeContents: text262026.communeContents,
}
