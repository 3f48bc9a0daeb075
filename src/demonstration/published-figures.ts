import { enterPublished } from '../statistics/actions-entry.ts'
import type { Context } from '../platform/context.ts'

/** A total that was printed in 2022 and does not add up; the page of figures shows it beside its own parts. */
export async function enterPublishedFigures(ctx: Context): Promise<void> {
  await enterPublished(ctx, {
    title: 'Bình Thuận: 70 sản phẩm OCOP đến hết năm 2022 (con số như đã công bố)',
    placeCode: '68',
    at: '2022-12-31',
    figure: 'san-pham-tung-duoc-cong-nhan',
    total: 70,
    parts: [
      { label: '5 sao', count: 2 },
      { label: '4 sao', count: 8 },
      { label: '3 sao trở lên', count: 14 },
    ],
    sourceTitle: 'Hội thảo xúc tiến thương mại Bình Thuận 2022 (theo báo)',
    sourceUrl: null,
  })
}
