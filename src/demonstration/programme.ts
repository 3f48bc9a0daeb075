import { rebuild } from '../catalogue/actions.ts'
import { sampleAccounts } from '../identity/actions-account.ts'
import type { Context } from '../platform/context.ts'
import { openSampleAccounts } from './accounts.ts'
import { enterHistory, hangPictures } from './national-history.ts'
import { openPictureBook } from './pictures.ts'

/**
 * Six years of an invented programme in real communes: makers, products, decisions, dossiers on their way, councils at
 * work. All of it is marked as sample. Dates lie before `ctx.today`, so it is alive whenever it is made; the same day
 * gives the same programme. Where sample people are already there, nothing happens.
 */
export async function addSampleProgramme(ctx: Context, say: (line: string) => void): Promise<void> {
  if ((await sampleAccounts(ctx)).length > 0) return
  say('Dựng dữ liệu mẫu, chỉ lần đầu…')
  // Makers and decisions of the past set nothing in motion: nobody is written to about a decision of 2021.
  const quiet: Context = { ...ctx, reactsTo: new Set() }
  const pictures = openPictureBook(ctx.files)
  await openSampleAccounts(quiet)
  say('  tài khoản mẫu cho từng vai trò')
  const products = await enterHistory(quiet)
  say('  sáu năm công nhận')
  await hangPictures(quiet, await pictures, products)
  say('  hình vẽ minh họa')
  await rebuild(quiet)
}
