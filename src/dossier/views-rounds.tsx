import { showDate } from '../kernel/civil-date.ts'
import { levelWords } from '../programme/words.ts'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { CountedRound, RoundFileFacts } from './actions-rounds.ts'
import type { DossierState } from './model.ts'
import { DossierQueue } from './views-list.tsx'
import { stateWords } from './words.ts'

interface RoundsProps {
  readonly rounds: readonly CountedRound[]
  readonly mayOpen: boolean
  readonly proposals: readonly { number: number; proposeBy: string; doneBy: string }[]
  readonly year: number
  readonly trouble: Trouble | undefined
}

export function RoundsView({ rounds, mayOpen, proposals, year, trouble }: RoundsProps) {
  return (
    <div class="stack">
      <h1>Đợt đánh giá</h1>
      {rounds.length === 0 ? (
        <Empty title="Chưa có đợt nào" icon="calendar">
          <p>Mỗi năm ít nhất hai đợt (26/2026 Điều 7.5).</p>
        </Empty>
      ) : (
        <Table
          caption="Các đợt, mới nhất trước"
          rows={rounds}
          columns={[
            {
              head: 'Đợt',
              cell: ({ id, number, year: of }) => <a href={paths.programme.round(id)}>{`Đợt ${number}/${of}`}</a>,
              names: true,
            },
            {
              head: 'Đơn vị',
              cell: ({ level, unitName }) => (level === 'ministry' ? unitName : `${levelWords[level]}, ${unitName}`),
            },
            { head: 'Nhận đề nghị trước', cell: ({ proposeBy }) => <Day date={proposeBy} /> },
            { head: 'Xong trước', cell: ({ doneBy }) => <Day date={doneBy} /> },
            { head: 'Hồ sơ', cell: ({ dossiers }) => dossiers, numeric: true },
            { head: 'Đã có kết quả', cell: ({ decided }) => decided, numeric: true },
          ]}
        />
      )}
      {mayOpen ? <OpenRound proposals={proposals} year={year} trouble={trouble} /> : null}
    </div>
  )
}

function OpenRound({ proposals, year, trouble }: Pick<RoundsProps, 'proposals' | 'year' | 'trouble'>) {
  return (
    <Panel title="Mở đợt">
      {proposals.length > 0 ? (
        <p class="small">
          Mốc tối thiểu theo 26/2026 năm {year}:{' '}
          {proposals
            .map(({ number, proposeBy, doneBy }) => `đợt ${number}: ${showDate(proposeBy)} và ${showDate(doneBy)}`)
            .join('; ')}
          .
        </p>
      ) : null}
      <Form action={paths.programme.rounds()} trouble={trouble}>
        <Field name="year" label="Năm" kind="count" value={String(year)} short trouble={trouble} />
        <Field name="number" label="Đợt số" kind="count" short trouble={trouble} />
        <Field name="proposeBy" label="Nhận đề nghị trước ngày" kind="date" trouble={trouble} />
        <Field name="doneBy" label="Đánh giá xong trước ngày" kind="date" trouble={trouble} />
        <Submit>Mở đợt</Submit>
      </Form>
    </Panel>
  )
}

/** One round: its days, what stands where, and the dossiers behind every count. */
export function RoundFile({ round, list, state }: RoundFileFacts & { state: DossierState | undefined }) {
  const { id, number, year, level, unitName, proposeBy, doneBy, states, dossiers, products, decided } = round
  return (
    <div class="stack">
      <h1>{`Đợt ${number}/${year}, ${level === 'ministry' ? unitName : `${levelWords[level].toLowerCase()}, ${unitName}`}`}</h1>
      <Panel title="Số liệu của đợt" note="Chỉ gồm hồ sơ bạn được xem">
        <Facts
          facts={[
            ['Nhận đề nghị trước', <Day date={proposeBy} />],
            ['Đánh giá xong trước', <Day date={doneBy} />],
            ['Hồ sơ', dossiers],
            ['Sản phẩm', products],
            ['Đã có kết quả', decided],
          ]}
        />
        {states.length === 0 ? null : (
          <Table
            caption="Hồ sơ theo bước"
            rows={states}
            columns={[
              {
                head: 'Bước',
                cell: (one) => (
                  <a href={`${paths.programme.round(id)}?trang-thai=${one.state}`}>{stateWords[one.state]}</a>
                ),
                names: true,
              },
              { head: 'Hồ sơ', cell: (one) => one.dossiers, numeric: true },
            ]}
            foot={['Cộng', dossiers]}
          />
        )}
      </Panel>
      <h2>{state === undefined ? 'Hồ sơ của đợt' : `Hồ sơ ở bước “${stateWords[state]}”`}</h2>
      {state === undefined ? null : (
        <p>
          <a href={paths.programme.round(id)}>Xem cả đợt</a>
        </p>
      )}
      {list.items.length === 0 ? (
        <Empty title="Đợt chưa có hồ sơ nào" icon="inbox">
          <p>Hồ sơ vào đợt khi xã đề nghị trước ngày {showDate(proposeBy)}.</p>
        </Empty>
      ) : (
        <DossierQueue rows={list.items} />
      )}
      <Pager
        page={list.page}
        total={list.total}
        size={list.size}
        hrefOf={(page) =>
          `${paths.programme.round(id)}?trang=${page}${state === undefined ? '' : `&trang-thai=${state}`}`
        }
      />
    </div>
  )
}
