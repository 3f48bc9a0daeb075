import type { ChannelName } from '../platform/channel.ts'
import { paths } from '../ui/paths.ts'
import { TellingPanel } from '../ui/telling.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { MatterFile } from './actions-reading.ts'

interface TellingProps {
  readonly file: MatterFile
  readonly code: string
  readonly offered: readonly ChannelName[]
  readonly troubles: { readonly telling?: Trouble; readonly confirm?: Trouble }
}

/** A sender without an account may be told when the answer is there. */
export function Telling({ file: { matter, contact }, code, offered, troubles }: TellingProps) {
  const { id, state } = matter
  return (
    <TellingPanel
      title="Báo khi có trả lời"
      {...{ contact, code, troubles }}
      open={state === 'waiting'}
      sms={offered.includes('sms')}
      to={{
        ask: paths.feedback.tellMe(id),
        confirm: paths.feedback.confirmTell(id),
        stop: paths.feedback.stopTell(id),
      }}
      purpose="Nơi này chỉ dùng để báo phiếu đã có trả lời."
      consent="Ghi mã là bạn đồng ý nhận. Tin chỉ nói phiếu đã có trả lời, không kèm nội dung; ngừng lúc nào cũng được."
    />
  )
}
