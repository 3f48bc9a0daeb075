import { showDate } from '../kernel/civil-date.ts'
import { showMoney } from '../kernel/money.ts'
import { lowerFirst } from '../kernel/text.ts'
import { plain, short } from '../notice/words-phone.ts'
import type { ConnectionState, ShownConnection } from './model-connection.ts'
import { showQuantity, stateWords } from './words.ts'

const asks: Partial<
  Record<ConnectionState, (c: ShownConnection) => readonly [said: string, one: string, two: string]>
> = {
  asked: ({ buyerName, wantedOn }) => [`${buyerName} hỏi mua, cần ngày ${showDate(wantedOn)}`, 'nhận', 'không'],
  quoted: ({ producerName }) => [`${producerName} báo giá`, 'đồng ý', 'không'],
  agreed: ({ buyerName, wantedOn }) => [
    `${buyerName} đã đồng ý, giao ngày ${showDate(wantedOn)}`,
    'đã giao',
    'không giao được',
  ],
  delivered: ({ producerName }) => [`${producerName} báo đã giao`, 'đã nhận đủ', 'chưa đủ'],
}

/** What is asked of the side whose turn it is, and what one digit means. */
export function questionWords(connection: ShownConnection) {
  const [said, one, two] = asks[connection.state]?.(connection) ?? ['', '', '']
  const { quantity, unit, price, productName } = connection
  const goods = `${showQuantity(quantity, unit)} ${productName}, giá ${showMoney(price)}`
  return { said, goods, one, two }
}

/** One message holds 160 letters: names are cut there, and only there. */
export function smsOf(connection: ShownConnection, code: string): string {
  const { buyerName, producerName, productName } = connection
  const { said, goods, one, two } = questionWords({
    ...connection,
    buyerName: short(buyerName, 30),
    producerName: short(producerName, 30),
    productName: short(productName, 30),
  })
  return plain(`${said}: ${goods}. Nhắn 1 = ${one}, 2 = ${two}. Mã ${code}`)
}

export function subjectOf(connection: ShownConnection): string {
  return `${questionWords(connection).said}: ${connection.productName}`
}

/** The link to the answer follows it. */
export function bodyOf(connection: ShownConnection): string {
  const { said, goods, one, two } = questionWords(connection)
  return `${said}.\n\n${goods} mỗi đơn vị.\n\nTrả lời không cần đăng nhập (1 = ${one}, 2 = ${two}). Liên kết chỉ dùng cho câu hỏi này; đừng chuyển cho người khác.`
}

/** How a connection stands, for a telephone that was asked about it. */
export function standingOf({ productName, state }: ShownConnection): string {
  return plain(`${short(productName, 40)}: ${lowerFirst(stateWords[state])}.`)
}
