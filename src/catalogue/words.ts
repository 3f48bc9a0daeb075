import type { RefusalCode } from '../kernel/refusal.ts'
import type { judgeCode, judgeLabel } from './label.ts'

type Own = Extract<RefusalCode<typeof judgeCode> | RefusalCode<typeof judgeLabel>, `catalogue/${string}`>

export const refusals: Record<Own, string> = {
  'catalogue/odd-label':
    'Phần sau mã vạch trong địa chỉ này không đúng: chỉ nhận biến thể (22), số lô (10), số sê-ri (21), theo thứ tự đó.',
  'catalogue/odd-code': 'Mã sản phẩm gồm mã tỉnh, mã xã, số thứ tự và năm, ví dụ 51-23473-07-2026.',
}
