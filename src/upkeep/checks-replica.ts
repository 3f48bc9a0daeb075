import type { Config } from '../platform/config.ts'
import type { Context } from '../platform/context.ts'
import { openDatabase, openPool } from '../platform/db.ts'
import type { Finding } from './model.ts'
import * as health from './store-health.ts'

const check = 'replica'
const mostSeconds = 60

/** How far the copy that visitors read is behind; nothing when there is none. */
export async function checkReplica(ctx: Context, { databaseReadUrl }: Config): Promise<Finding[]> {
  if (databaseReadUrl === undefined) return []
  const pool = openPool(databaseReadUrl, { max: 1, name: 'ocop-console', readOnly: true })
  try {
    return [await compare(ctx, { ...ctx, db: openDatabase(pool) })]
  } catch (error) {
    return [
      {
        check,
        level: 'fault',
        sentence: `Bản sao chỉ đọc không trả lời: ${(error as Error).message}.`,
        advice: 'Trang công khai đang đọc máy chủ chính. Xem DATABASE_READ_URL và máy chủ bản sao.',
      },
    ]
  } finally {
    await pool.end()
  }
}

async function compare(primary: Context, replica: Context): Promise<Finding> {
  const position = await health.writtenUpTo(primary)
  const { isReplica, behindBytes, behindSeconds } = await health.replayedUpTo(replica, position)
  if (!isReplica)
    return {
      check,
      level: 'fault',
      sentence: 'DATABASE_READ_URL không phải một bản sao chỉ đọc của cơ sở dữ liệu.',
      advice: 'Trỏ DATABASE_READ_URL tới một bản sao (hot standby), hoặc bỏ đi.',
    }
  // Without anything to replay the last act may be long ago; that is no delay.
  if (behindBytes === 0 || behindSeconds < mostSeconds)
    return { check, level: 'fine', sentence: `Bản sao chỉ đọc theo kịp, còn thiếu ${behindBytes} byte.` }
  return {
    check,
    level: 'fault',
    sentence: `Bản sao chỉ đọc chậm ${behindSeconds} giây (${behindBytes} byte): khách đang xem dữ liệu cũ.`,
    advice: 'Xem đường truyền và tải của bản sao; bỏ DATABASE_READ_URL rồi khởi động lại để đọc máy chủ chính.',
  }
}
