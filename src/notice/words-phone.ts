import type { InboundOutcome } from './model-phone.ts'

/** Without marks: a basic phone shows every letter, and a message stays one message. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[^\x20-\x7e]/g, ' ')
}

export function short(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}.`
}

/** What is sent back to a phone, without marks: any phone shows it in one message. */
export const replyWords: Record<InboundOutcome, string> = {
  acted: 'OCOP: da ghi tra loi cua ban. Cam on.',
  'which-one': 'OCOP: ban co nhieu cau hoi dang cho. Nhan lai so kem ma 4 ky tu trong tin.',
  'nothing-open': 'OCOP: khong co cau hoi nao dang cho so nay, hoac da co tra loi.',
  'not-understood': 'OCOP: khong hieu tin. Chi nhan 1 hoac 2, kem ma neu co.',
  refused: 'OCOP: chua ghi duoc.',
}
