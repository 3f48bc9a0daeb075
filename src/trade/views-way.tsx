import type { Instant } from '../kernel/civil-date.ts'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { Day, Moment } from '../ui/time.tsx'
import type { ConnectionFile } from './actions-desk.ts'
import { priceWords } from './views.tsx'
import { actWords, meansWords, showQuantity, sideWords } from './words.ts'

export function Way({ connection, steps }: ConnectionFile) {
  return (
    <Panel title="Các bước đã qua">
      <Table
        caption="Các bước, mới nhất sau cùng"
        rows={steps}
        columns={[
          { head: 'Ngày', cell: ({ onDate }) => <Day date={onDate} /> },
          {
            head: 'Việc',
            names: true,
            cell: ({ act, side }) => `${sideWords[side]}: ${actWords[act].toLocaleLowerCase('vi')}`,
          },
          { head: 'Bằng cách nào', cell: ({ means }) => meansWords[means] },
          {
            head: 'Lượng, giá',
            cell: ({ quantity, price }) =>
              [
                quantity === null ? '' : showQuantity(quantity, connection.unit),
                price === null ? '' : priceWords({ price, unit: connection.unit }),
              ]
                .filter(Boolean)
                .join(', '),
          },
          { head: 'Ghi chú', cell: ({ note }) => note },
        ]}
      />
    </Panel>
  )
}

/** What the system sent whom: the code is what a phone with several questions answers with. */
export function Asked({ questions, steps }: ConnectionFile) {
  if (questions.length === 0) return null
  const sent = (position: number, to: string | null, at: Instant | null) => {
    if (to === null) return 'Không có nơi nhận'
    if (at !== null) return <Moment at={at} />
    return position === steps.length ? 'Đang chờ gửi' : 'Không gửi, đã có trả lời'
  }
  return (
    <Panel title="Hệ thống đã hỏi">
      <Table
        caption="Tin nhắn và thư đã gửi"
        rows={questions}
        columns={[
          { head: 'Hỏi', names: true, cell: ({ side }) => sideWords[side] },
          { head: 'Mã', cell: ({ code }) => code },
          { head: 'Tin nhắn', cell: ({ position, phone, smsSentAt }) => sent(position, phone, smsSentAt) },
          { head: 'Thư điện tử', cell: ({ position, email, mailSentAt }) => sent(position, email, mailSentAt) },
        ]}
      />
    </Panel>
  )
}
