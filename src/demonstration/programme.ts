import { rebuild } from '../catalogue/actions.ts'
import { sampleAccounts } from '../identity/actions-account.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { openSampleAccounts } from './accounts.ts'
import { chanceFrom } from './chance.ts'
import { enterHistory, hangPictures } from './national-history.ts'
import { enterLivePart } from './live/live-part.ts'
import { enterComments } from './live/comments.ts'
import { enterFeedback } from './live/feedback.ts'
import { enterNews } from './live/news.ts'
import { openStage } from './live/stage.ts'
import { enterPublishedFigures } from './published-figures.ts'
import { openPictureBook } from './pictures.ts'

const newsSeed = 27

/**
 * Six years of an invented programme in real communes: makers, products, decisions, dossiers on their way, councils at
 * work. All of it is marked as sample. Dates lie before `ctx.today`, so it is alive whenever it is made; the same day
 * gives the same programme. Where sample people are already there, nothing happens.
 */
export async function addSampleProgramme(ctx: Context, say: (line: string) => void): Promise<void> {
  if ((await sampleAccounts(ctx)).length > 0) return
  say('Dựng dữ liệu mẫu, chỉ lần đầu, khoảng một phút; các trang có dữ liệu khi dòng “xong” hiện ra…')
  const pictures = openPictureBook(ctx.files)
  // Makers and decisions of the past set nothing in motion: nobody is written to about a decision of 2021. All of it is
  // one transaction, so a start that was killed half-way leaves nothing behind.
  await atomically({ ...ctx, reactsTo: new Set() }, async (tx) => {
    const accounts = await openSampleAccounts(tx)
    say('  tài khoản mẫu cho từng vai trò')
    const products = await enterHistory(tx)
    say(`  sáu năm công nhận: ${products.length} sản phẩm`)
    const live = await enterLivePart(tx, accounts)
    say(`  hồ sơ đang đi trên đường, hội đồng, ý tưởng: thêm ${live.length} sản phẩm`)
    await hangPictures(tx, await pictures, [...products, ...live])
    await enterPublishedFigures(tx)
    await rebuild(tx)
    const stage = openStage(tx, accounts, chanceFrom(newsSeed))
    await enterNews(stage)
    await enterComments(stage)
    await enterFeedback(stage)
  })
  say('  hình vẽ minh họa và danh mục công khai: xong')
}
