import { showDate } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import type { ReportForm } from './model.ts'

interface ReportsProps {
  readonly forms: readonly ReportForm[]
  readonly places: readonly { code: string; name: string }[]
  readonly today: CivilDate
}

/** Each form with its definition, for a place and a day. */
export function ReportsView({ forms, places, today }: ReportsProps) {
  return (
    <div class="stack">
      <h1>Báo cáo theo mẫu</h1>
      <p class="lead">Tệp ghi rõ mẫu, địa bàn, ngày và định nghĩa; lập lại cho cùng một ngày ra cùng số liệu.</p>
      {forms.map(({ id, title, definition }) => (
        <Panel title={title}>
          <p>{definition}</p>
          <form class="row end" action={paths.exchange.report(id)}>
            <div class="field">
              <label for={`noi-${id}`}>Địa bàn</label>
              <select id={`noi-${id}`} name="noi">
                {places.map(({ code, name }) => (
                  <option value={code}>{name}</option>
                ))}
              </select>
            </div>
            <div class="field">
              <label for={`ngay-${id}`}>Tính đến ngày</label>
              <input class="input" id={`ngay-${id}`} name="ngay" value={showDate(today)} inputmode="numeric" />
            </div>
            <button class="button" name="dang" value="xlsx">
              Tải XLSX
            </button>
            <button class="button secondary" name="dang" value="csv">
              Tải CSV
            </button>
          </form>
        </Panel>
      ))}
    </div>
  )
}
