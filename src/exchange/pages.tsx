import { Hono } from 'hono'
import { country } from '../kernel/actor.ts'
import { Refused } from '../kernel/refusal.ts'
import { frame } from '../platform/frame.ts'
import type { Env } from '../platform/web.ts'
import { Empty } from '../ui/empty.tsx'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { exchangeAccess } from './access.ts'
import { waitingRows } from './actions.ts'

/** Rows of published lists that nothing but a person can decide, each with its reason. */
export const exchangePages = new Hono<Env>().get(paths.exchange.waiting(), async (c) => {
  const { actor } = c.var.ctx
  const may = (unit: string) => exchangeAccess['read-waiting'](actor, { unit, province: unit })
  const units = actor.postings.map(({ unit }) => unit).filter(may)
  if (units.length === 0) throw new Refused({ code: 'kernel/not-found' })
  const rows = await waitingRows(c.var.ctx, units.includes(country) ? 'all' : units)
  return c.html(
    <DeskPage {...frame(c)} title="Danh sách cũ chờ xem">
      <div class="stack">
        <h1>Danh sách cũ chờ người xem</h1>
        <p class="lead">
          Những dòng của danh sách đã công bố mà hệ thống không tự quyết: thiếu thông tin hoặc không phải công nhận.
        </p>
        {rows.length === 0 ? (
          <Empty title="Không có dòng nào chờ">
            <p>Nhập danh sách bằng lệnh ocop import recognitions.</p>
          </Empty>
        ) : (
          <Table
            caption="Các dòng chờ"
            rows={rows}
            columns={[
              { head: 'Sản phẩm', cell: ({ content }) => content.product ?? '–', names: true },
              {
                head: 'Nơi ghi trong nguồn',
                cell: ({ content }) => [content.commune, content.district, content.province].filter(Boolean).join(', '),
              },
              { head: 'Vì sao', cell: ({ reason }) => reason },
            ]}
          />
        )}
      </div>
    </DeskPage>,
  )
})
