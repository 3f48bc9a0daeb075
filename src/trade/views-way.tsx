import type { Delivery } from '../notice/model.ts'
import { deliveryWords } from '../notice/words.ts'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { ConnectionFile } from './actions-desk.ts'
import { questionKey } from './actions-question.ts'
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
export function Asked({ questions, asked }: ConnectionFile) {
  if (questions.length === 0) return null
  return (
    <Panel title="Hệ thống đã hỏi">
      <Table
        caption="Tin nhắn và thư đã gửi"
        rows={questions}
        columns={[
          { head: 'Hỏi', names: true, cell: ({ side }) => sideWords[side] },
          { head: 'Mã', cell: ({ code }) => code },
          { head: 'Gửi tới đâu', cell: (question) => sentWords(asked.get(questionKey(question)) ?? []) },
        ]}
      />
    </Panel>
  )
}

function sentWords(deliveries: readonly Delivery[]): string {
  return deliveries.length === 0 ? 'Chỉ ở trang Thông báo' : deliveries.map(deliveryWords).join('; ')
}
