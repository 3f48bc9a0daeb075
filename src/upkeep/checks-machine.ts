import { readFile, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Config } from '../platform/config.ts'
import type { Finding } from './model.ts'

const leastFree = 1024 ** 3

export async function checkDisk({ dataDirectory }: Config): Promise<Finding> {
  const { bavail, blocks, bsize, ffree, files } = await statfs(dataDirectory)
  const free = bavail * bsize
  const gigabytes = `${(free / 1024 ** 3).toFixed(1).replace('.', ',')} GB`
  // Some file systems count no inodes and say 0 of 0.
  if (free > leastFree && bavail / blocks > 0.05 && (files === 0 || ffree > 1000))
    return { check: 'disk', level: 'fine', sentence: `Ổ đĩa của DATA_DIR còn ${gigabytes}.` }
  return {
    check: 'disk',
    level: 'fault',
    sentence: `Ổ đĩa của DATA_DIR chỉ còn ${gigabytes} (hoặc hết chỗ cho tệp mới).`,
    advice: 'Giải phóng hoặc mở rộng ổ đĩa trước khi đầy; khi đầy, việc mới bị từ chối trọn vẹn, không mất việc cũ.',
  }
}

/** The key that seals the book is readable by its owner only. */
export async function checkKeys({ dataDirectory }: Config): Promise<Finding> {
  const file = join(dataDirectory, 'keys', 'book.json')
  const found = await stat(file).catch(() => undefined)
  if (!found)
    return {
      check: 'keys',
      level: 'note',
      sentence: 'Chưa có khóa niêm phong sổ ghi.',
      advice: 'Khóa được tạo ở lần khởi động đầu; nếu hệ thống từng chạy, hãy khôi phục keys/ từ bản sao lưu.',
    }
  if ((found.mode & 0o077) === 0) return { check: 'keys', level: 'fine', sentence: 'Khóa niêm phong chỉ chủ đọc được.' }
  return {
    check: 'keys',
    level: 'fault',
    sentence: 'Người khác trên máy đọc được khóa niêm phong sổ ghi.',
    advice: `Chạy chmod 600 ${file}.`,
  }
}

export async function checkMail({ smtpUrl }: Config): Promise<Finding> {
  if (smtpUrl === undefined)
    return {
      check: 'mail',
      level: 'note',
      sentence: 'Chưa nối máy chủ thư: thông báo nằm ở trang hộp thư mẫu.',
      advice: 'Đặt SMTP_URL.',
    }
  try {
    const patience = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 5_000 }
    await createTransport({ url: smtpUrl, ...patience }).verify()
    return { check: 'mail', level: 'fine', sentence: 'Máy chủ thư trả lời.' }
  } catch (error) {
    return {
      check: 'mail',
      level: 'fault',
      sentence: `Máy chủ thư không trả lời: ${(error as Error).message}.`,
      advice: 'Kiểm tra SMTP_URL và tường lửa; thông báo đang chờ sẽ được gửi lại.',
    }
  }
}

const noteFile = (dataDirectory: string) => join(dataDirectory, 'last-backup.json')
export const noteOfBackup = noteFile
const backupDays = 7

export async function checkBackup({ dataDirectory }: Config, now: string): Promise<Finding> {
  const advice = 'Chạy bin/ocop backup THƯ-MỤC mỗi đêm và cất bản sao sang máy khác.'
  const text = await readFile(noteFile(dataDirectory), 'utf8').catch(() => undefined)
  if (text === undefined)
    return { check: 'backup', level: 'note', sentence: 'Chưa sao lưu lần nào bằng bin/ocop backup.', advice }
  const { madeAt } = JSON.parse(text) as { madeAt: string }
  const days = Math.floor((Date.parse(now) - Date.parse(madeAt)) / 86_400_000)
  if (days < backupDays)
    return { check: 'backup', level: 'fine', sentence: `Lần sao lưu gần nhất cách đây ${days} ngày.` }
  return { check: 'backup', level: 'fault', sentence: `Đã ${days} ngày chưa sao lưu.`, advice }
}
