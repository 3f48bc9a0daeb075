import { waitWords } from '../identity/words.ts'
import { showDate, showMoment } from '../kernel/civil-date.ts'
import type { RefusalCode } from '../kernel/refusal.ts'
import type { ChannelName } from '../platform/channel.ts'
import type { Delivery, DeliveryState } from './model.ts'
import type { judgeCode, judgeCodes } from './rules.ts'

type Code = RefusalCode<typeof judgeCode> | RefusalCode<typeof judgeCodes> | 'notice/codes-too-often'
type Facts = Readonly<Record<string, string | number>>

export const refusals: Record<Code, string | ((facts: Facts) => string)> = {
  'notice/no-code': 'Nơi nhận này không chờ mã nào. Hãy bấm “Gửi lại mã”.',
  'notice/too-many-codes': 'Đã ghi sai quá 5 lần. Hãy bấm “Gửi lại mã” để nhận mã mới.',
  'notice/code-too-late': 'Mã đã quá 15 phút. Hãy bấm “Gửi lại mã”.',
  'notice/wrong-code': 'Mã chưa đúng. Hãy xem lại tin nhắn mới nhất.',
  'notice/codes-enough': ({ minutes }) => `Đã gửi nhiều mã trong ngày. Hãy thử lại sau ${waitWords(Number(minutes))}.`,
  'notice/codes-too-often': 'Vừa gửi mã chưa đầy một phút. Hãy đợi tin nhắn, rồi thử lại.',
}

export const channelWords: Record<ChannelName, string> = {
  email: 'Thư điện tử',
  sms: 'Tin nhắn SMS',
  messenger: 'Tin nhắn ứng dụng',
}

export const stateWords: Record<DeliveryState, string> = {
  waiting: 'chờ gửi',
  sending: 'đang gửi',
  sent: 'đã gửi',
  delivered: 'đã tới',
  refused: 'bị từ chối',
  'given-up': 'thôi gửi',
}

/** `Thư điện tử đã gửi 24/11/2026 15:04`: for whoever sent it, without the address. */
export function deliveryWords({ channel, state, sentAt, reason }: Delivery): string {
  const when = sentAt === null ? '' : ` ${showMoment(sentAt)}`
  const why = reason === null || state === 'waiting' ? '' : `: ${reason}`
  return `${channelWords[channel]} ${stateWords[state]}${when}${why}`
}

export const codeMessage = (code: string) => ({
  subject: 'Mã xác nhận nơi nhận thông báo OCOP',
  text: `Mã của bạn: ${code}. Mã dùng trong 15 phút. Không đưa mã này cho ai. Nếu bạn không yêu cầu, hãy bỏ qua tin này.`,
})

export const digestSubject = (count: number, today: string) => `OCOP: ${count} thông báo ngày ${showDate(today)}`
