import type { Refusal } from '../kernel/refusal.ts'

type Facts = NonNullable<Refusal['facts']>

export const refusals = {
  'kernel/file-not-kept': () => 'Kho tệp không nhận tệp. Hãy xem ổ đĩa hoặc S3_ENDPOINT rồi chạy lại.',
  'kernel/file-not-read': () => 'Kho tệp không trả lời. Hãy xem ổ đĩa hoặc S3_ENDPOINT rồi chạy lại.',
  'upkeep/target-exists': ({ directory }: Facts) =>
    `${directory} đã có và không trống. Hãy chọn một thư mục mới; bản sao lưu không ghi đè lên gì.`,
  'upkeep/nothing-to-copy': () => 'Cơ sở dữ liệu chưa có gì của hệ thống này, nên không có gì để sao lưu.',
  'upkeep/not-a-backup': ({ directory }: Facts) =>
    `${directory} không phải một bản sao lưu trọn vẹn: thiếu manifest.json hoặc tệp này không đúng khuôn dạng.`,
  'upkeep/damaged': ({ path }: Facts) =>
    `Bản sao lưu bị hỏng: ${path} thiếu hoặc không khớp mã băm. Chưa khôi phục gì; hãy dùng một bản khác.`,
  'upkeep/running': () => 'Hệ thống đang chạy trên thư mục dữ liệu này. Hãy dừng lại, và khôi phục vào chỗ trống.',
  'upkeep/not-empty': () =>
    'Cơ sở dữ liệu đích không trống. Chỉ khôi phục vào một cơ sở dữ liệu mới (DATABASE_URL) hoặc một DATA_DIR mới.',
  'upkeep/other-keys': ({ file }: Facts) =>
    `${file} là khóa của một hệ thống khác. Hãy khôi phục vào một DATA_DIR mới, để không khóa nào bị ghi đè.`,
} as const
