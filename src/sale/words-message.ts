import { showMoment } from '../kernel/civil-date.ts'
import type { Instant } from '../kernel/civil-date.ts'
import { showMoney } from '../kernel/money.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { lowerFirst } from '../kernel/text.ts'
import { plain, short } from '../notice/words-phone.ts'
import type { Purchase, PurchaseMeans, SoldPack } from './model.ts'
import { meansWords, stateWords } from './words.ts'

interface Asked {
  readonly quantity: number
  readonly answerBy: Instant
  readonly code: string
}

/** What a basic telephone shows of an order; one digit answers it. The sender's name before it takes five of 160 letters. */
export function smsOf({ label, productName, price }: SoldPack, { quantity, answerBy, code }: Asked): string {
  const goods = `${quantity} x ${short(label, 15)} ${short(productName, 22)}, ${showMoney(price * quantity)}`
  return plain(`Đặt mua ${goods}. Nhắn 1 = nhận đơn, 2 = không bán được, trước ${showMoment(answerBy)}. Mã ${code}`)
}

/** An order that was accepted is taken back. */
export function cancelledSms({ label, productName }: SoldPack, quantity: number): string {
  const goods = `${quantity} x ${short(label, 15)} ${short(productName, 40)}`
  return plain(`Khách đã hủy đơn ${goods}. Đừng giao nữa, không cần trả lời.`)
}

/** How an order stands, for the telephone that was asked: once it is accepted, whom to ring. */
export function standingOf(
  { state, quantity, phone }: Purchase,
  { label }: SoldPack,
  means: PurchaseMeans | null | undefined,
): string {
  const how = means ? ` (${meansWords[means]})` : ''
  const ring = state === 'confirmed' && phone !== null ? ` Hãy gọi khách ${phone}.` : ''
  return plain(`Đơn ${quantity} x ${short(label, 16)}: ${lowerFirst(stateWords[state])}${how}.${ring}`)
}

/** Why a digit was not taken and what to do; the buyer's sentences would tell a producer to order less. */
export function refusedOf({ code, facts }: Refusal): string {
  if (code === 'sale/not-enough')
    return `Kho ghi chi con ${facts?.['stock']}. Sua so con o trang Ban hang, hoac nhan 2.`
  if (code === 'sale/not-in-force') return 'San pham khong con cong nhan OCOP dang hieu luc. Hay nhan 2.'
  return 'Hay goi can bo xa.'
}
