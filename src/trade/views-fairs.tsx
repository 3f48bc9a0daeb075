import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Day } from '../ui/time.tsx'
import type { ShownAtFair } from './model-chain.ts'
import { fairReachWords } from './words-chain.ts'

/** Where a product was shown; no list demands it, and it answers the first question of a buyer. */
export function Fairs({ fairs }: { fairs: readonly ShownAtFair[] }) {
  return (
    <Panel title="Hội chợ đã tham gia" note={`${fairs.length} lần, đọc từ ghi nhận có mặt`}>
      {fairs.length === 0 ? (
        <p>
          Chưa có lần nào. <a href={paths.fair.list()}>Xem hội chợ đang mời</a>
        </p>
      ) : (
        <ul>
          {fairs.map(({ slug, title, reach, opensOn }) => (
            <li>
              <a href={paths.fair.fair(slug)}>{title}</a>, {fairReachWords[reach]}, khai mạc <Day date={opensOn} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
