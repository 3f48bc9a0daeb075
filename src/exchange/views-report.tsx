import { showDate } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import type { ReportForm } from './model.ts'

interface ReportsProps {
  readonly forms: readonly ReportForm[]
  readonly places: readonly { code: string; name: string }[]
  readonly today: CivilDate
  readonly wrong?: WrongDay | undefined
}

/** A day that could not be reported on, at the form where it was typed. */
export interface WrongDay {
  readonly form: string
  readonly place: string
  readonly typed: string
  readonly sentence: string
}

/** Each form with its definition, for a place and a day. */
export function ReportsView({ forms, places, today, wrong }: ReportsProps) {
  return (
    <div class="stack">
      <h1>Báo cáo theo mẫu</h1>
      <p class="lead">Tệp ghi rõ mẫu, địa bàn, ngày và định nghĩa; lập lại cho cùng một ngày ra cùng số liệu.</p>
      {forms.map((form) => (
        <FormPanel form={form} places={places} today={today} wrong={wrong?.form === form.id ? wrong : undefined} />
      ))}
    </div>
  )
}

function FormPanel({
  form: { id, title, definition },
  places,
  today,
  wrong,
}: Pick<ReportsProps, 'places' | 'today' | 'wrong'> & { readonly form: ReportForm }) {
  return (
    <Panel title={title}>
      <p>{definition}</p>
      <form class="filter" action={paths.exchange.report(id)}>
        <div class="field">
          <label for={`noi-${id}`}>Địa bàn</label>
          <select id={`noi-${id}`} name="noi">
            {places.map(({ code, name }) => (
              <option value={code} selected={wrong?.place === code}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div class={wrong ? 'field has-error' : 'field'}>
          <label for={`ngay-${id}`}>Tính đến ngày</label>
          {wrong ? (
            <p class="error" id={`ngay-${id}-loi`}>
              {wrong.sentence}
            </p>
          ) : null}
          <input
            class="input"
            id={`ngay-${id}`}
            name="ngay"
            value={wrong?.typed ?? showDate(today)}
            inputmode="numeric"
            aria-invalid={wrong ? 'true' : undefined}
            aria-describedby={wrong ? `ngay-${id}-loi` : undefined}
            autofocus={wrong !== undefined}
          />
        </div>
        <button class="button" name="dang" value="xlsx">
          Tải XLSX
        </button>
        <button class="button secondary" name="dang" value="csv">
          Tải CSV
        </button>
      </form>
    </Panel>
  )
}
