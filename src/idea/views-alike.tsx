import type { Child } from 'hono/jsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Panel } from '../ui/panel.tsx'
import { Status } from '../ui/status.tsx'
import { close } from './rules-alike.ts'
import type { PlacedAlike, LookAlikes } from './rules-alike.ts'
import { nearnessWords } from './words.ts'

/** Advice: what is like it, why, and what is its own. Nobody is refused for it. */
export function AlikePanel({ alike }: { alike: LookAlikes }) {
  const none = alike.near.length + alike.elsewhere.length + alike.unread === 0
  return (
    <Panel title="Sản phẩm, ý tưởng gần giống" note="Để tham khảo, không phải lý do từ chối" id="gan-giong">
      {none ? (
        <Empty title="Không thấy gì giống" level={3} icon="search">
          Trong xã, trong tỉnh và cả nước chưa có sản phẩm hay ý tưởng nào trùng tên hoặc nguyên liệu.
        </Empty>
      ) : (
        <p class="muted">
          Nhiều sản phẩm giống nhau ở một nơi thì khó bán. Hãy xem đã có ai làm, và điều gì làm sản phẩm của bạn khác
          đi.
        </p>
      )}
      <Near title="Trong xã và trong tỉnh" found={alike.near} />
      <Near title="Trong cả nước" found={alike.elsewhere} />
      {alike.unread > 0 ? (
        <p>
          Còn {alike.unread} ý tưởng khác gần giống mà người gửi không công khai, hoặc xã chưa xem; nội dung không hiện
          ở đây.
        </p>
      ) : null}
    </Panel>
  )
}

function Near({ title, found }: { title: string; found: readonly PlacedAlike[] }) {
  if (found.length === 0) return null
  return (
    <section class="stack tight">
      <h3>{title}</h3>
      <ul class="stack">
        {found.map((one) => (
          <li class="stack tight">
            <p>
              {one.href === null ? <b>{one.name}</b> : <a href={one.href}>{one.name}</a>}{' '}
              <Status state={one.score >= close ? 'soon' : 'unknown'}>
                {one.score >= close ? 'Rất giống' : 'Có nét giống'}
              </Status>
            </p>
            <Facts narrow facts={reasons(one)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function reasons(one: PlacedAlike): (readonly [Child, Child])[] {
  const differs = [
    one.onlyHere.length > 0 ? `ý tưởng có “${one.onlyHere.join('”, “')}”` : '',
    one.onlyThere.length > 0 ? `bên kia có “${one.onlyThere.join('”, “')}”` : '',
    one.nearness === 'elsewhere' ? 'khác tỉnh' : '',
  ].filter(Boolean)
  return [
    ['Là', one.kind === 'product' ? 'sản phẩm đã ghi trong sổ' : 'ý tưởng đã gửi'],
    ['Giống tên', one.sharedName.join(', ')],
    ['Giống nguyên liệu, cách làm', one.sharedMaterial.join(', ')],
    ['Nhóm', one.sameGroup ? 'cùng nhóm sản phẩm' : ''],
    ['Nơi', `${one.place ?? 'chưa xác định'} (${nearnessWords[one.nearness]})`],
    ['Khác', differs.join('; ')],
  ]
}
