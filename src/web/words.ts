import type { Refusal } from '../kernel/refusal.ts'

/** A sentence, or one that quotes the facts of the refusal. */
export type Sentence = string | ((facts: Readonly<Record<string, string | number>>) => string)

const kernelRefusals: Readonly<Record<string, Sentence>> = {
  'kernel/not-found': 'Không tìm thấy nội dung này, hoặc bạn không có quyền xem.',
  'kernel/file-not-kept':
    'Chưa lưu được tệp vì kho tệp không nhận; chưa có gì được ghi. Hãy chọn lại tệp và gửi lại sau ít phút.',
  'kernel/file-not-read':
    'Chưa đọc được tệp: kho tệp không trả lời, hoặc tệp không còn đúng như lúc nhận. Hãy thử lại sau ít phút; nếu vẫn vậy, báo người vận hành.',
  'kernel/provider-refused':
    'Nhà cung cấp danh tính không xác nhận lượt đăng nhập này. Hãy bắt đầu lại từ trang đăng nhập.',
  'kernel/provider-silent':
    'Nhà cung cấp danh tính không trả lời. Hãy thử lại sau, hoặc đăng nhập bằng tên và mật khẩu của hệ thống này.',
}

/** One function that says any refusal of any slice in Vietnamese, with its article. */
export function sentencesOf(slices: readonly Readonly<Record<string, Sentence>>[]) {
  const all = Object.assign({}, kernelRefusals, ...slices) as Record<string, Sentence>
  return ({ code, article, facts = {} }: Refusal): string => {
    const sentence = all[code]
    if (sentence === undefined) throw new Error(`No words for the refusal ${code}`)
    const said = typeof sentence === 'string' ? sentence : sentence(facts)
    return article === undefined ? said : `${said} (${article})`
  }
}
