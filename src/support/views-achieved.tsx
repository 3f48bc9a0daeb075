import { showMoney } from '../kernel/money.ts'
import { showCount } from '../kernel/number.ts'
import { Empty } from '../ui/empty.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Chips } from '../ui/tabs.tsx'
import type { SupportAchieved } from './actions-reading.ts'
import { kindWords } from './words.ts'

const notTold = 'chưa kể'

/** What the money brought, by kind of measure: outcomes, not vouchers. */
export function AchievedView({ year, years, lines, total }: SupportAchieved) {
  return (
    <div class="stack">
      <h1>Hỗ trợ đã đem lại gì</h1>
      <p class="lead">
        Khoản chi lần cuối trong năm {year}: {showCount(total.entitlements)} khoản, {showMoney(total.paid)};{' '}
        {showCount(total.told)} khoản đã có người kể kết quả.
      </p>
      <Chips
        label="Năm"
        chips={years.map((one) => ({
          href: paths.support.achieved({ nam: one }),
          label: `Năm ${one}`,
          current: one === year,
        }))}
      />
      {lines.length === 0 ? (
        <Empty title={`Năm ${year} chưa chi khoản nào`} icon="handshake">
          Khoản hỗ trợ hiện ở đây từ lúc chi tiền.
        </Empty>
      ) : (
        <Table
          caption="Theo nội dung hỗ trợ, chi nhiều nhất trước"
          rows={lines}
          listed
          columns={[
            { head: 'Nội dung', names: true, cell: ({ kind }) => kindWords[kind] },
            { head: 'Khoản', numeric: true, cell: ({ entitlements }) => showCount(entitlements) },
            { head: 'Chủ thể', numeric: true, cell: ({ producers }) => showCount(producers) },
            { head: 'Đã chi', numeric: true, cell: ({ paid }) => showMoney(paid) },
            {
              head: 'Đã kể kết quả',
              numeric: true,
              cell: ({ told, entitlements }) => `${showCount(told)}/${showCount(entitlements)}`,
            },
            { head: 'Việc làm thêm', numeric: true, cell: ({ jobs }) => (jobs === null ? notTold : showCount(jobs)) },
            {
              head: 'Doanh thu một năm',
              numeric: true,
              cell: ({ revenue }) => (revenue === null ? notTold : showMoney(revenue)),
            },
          ]}
        />
      )}
      <p class="small muted">
        Việc làm và doanh thu là lời kể của chủ thể hoặc cán bộ trên từng khoản; kể nhiều lần thì lấy số kể cuối. Tiền
        đã chi phải trả lại sau khi thu hồi giấy chứng nhận không tính.
      </p>
      <p>
        <a href={paths.support.queue({ xem: 'tat-ca' })}>Từng khoản hỗ trợ</a>
      </p>
    </div>
  )
}
