import type { CivilDate } from '../kernel/civil-date.ts'
import { daysBetween } from '../kernel/civil-date.ts'
import { showCount } from '../kernel/number.ts'
import { kindWords } from '../producer/words.ts'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { LinkButton } from '../ui/form.tsx'
import { LinkIf } from '../ui/link-if.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { DaysLeft } from '../ui/steps.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Advised } from './actions.ts'
import type { Help } from './model.ts'
import { placeOfHelp } from './places.ts'
import { bordersWords, helpWords, segmentLooks, segmentNotes, segmentWords, volumeWords, whyOf } from './words.ts'

/** The own producers, each with what to do next. Whoever has none yet has a next step too. */
export function OwnStepsView({ advised, today }: { advised: readonly Advised[]; today: CivilDate }) {
  return (
    <div class="stack loose">
      <div class="stack">
        <h1>Bước tiếp theo</h1>
        <p class="lead">Suy từ những gì đã ghi: sản phẩm, giấy tờ, hồ sơ, nguồn cung, báo cáo. Không phải khai lại.</p>
      </div>
      {advised.length === 0 ? <NoProducer /> : null}
      {advised.map((one) => (
        <Steps {...one} own opens={new Set(one.advice.help)} today={today} named={advised.length > 1} />
      ))}
    </div>
  )
}

function NoProducer() {
  return (
    <Empty title="Bạn chưa đứng tên chủ thể nào" icon="sprout">
      <p>Có ý tưởng thì gửi xã, được trả lời trong hạn. Đã có cơ sở thì đăng ký chủ thể.</p>
      <p class="row">
        <LinkButton href={paths.idea.begin()}>Gửi ý tưởng</LinkButton>
        <LinkButton href={paths.producer.register()} kind="secondary">
          Đăng ký chủ thể
        </LinkButton>
      </p>
    </Empty>
  )
}

interface StepsProps extends Advised {
  readonly own: boolean
  readonly opens: ReadonlySet<Help>
  readonly today: CivilDate
  /** Several producers stand on one page. */
  readonly named?: boolean
}

/** One producer as its officers see it. */
export function ProducerStepsView(props: StepsProps) {
  return (
    <div class="stack loose">
      <div class="stack">
        <h1>Bước tiếp theo</h1>
        <p class="lead">{props.facts.name}</p>
      </div>
      <Steps {...props} />
    </div>
  )
}

function Steps({ facts, advice, borders, own, opens, today, named = false }: StepsProps) {
  const { segment, help } = advice
  const notes = segmentNotes[segment]
  return (
    <>
      {named ? <h2>{facts.name}</h2> : null}
      <Table
        caption={`Việc nên làm của ${facts.name}`}
        rows={help}
        columns={[
          {
            head: 'Việc',
            names: true,
            cell: (one) => (
              <LinkIf open={opens.has(one)} href={placeOfHelp(one, facts.producerId, own)}>
                {nameOfHelp(one)}
              </LinkIf>
            ),
          },
          { head: 'Vì sao', cell: (one) => whyOf(one) },
          { head: 'Hạn', cell: ({ dueOn }) => (dueOn === undefined ? '–' : <DueDay dueOn={dueOn} today={today} />) },
        ]}
      />
      <Panel
        title="Nhóm phát triển"
        note={<Status state={segmentLooks[segment]}>{segmentWords[segment]}</Status>}
        level={named ? 3 : 2}
      >
        <p>{notes.means}</p>
        <Facts
          facts={[
            ['Hợp với', notes.market],
            ['Hạng cao nhất còn hiệu lực', advice.stars === 0 ? 'chưa có' : `${advice.stars} sao`],
            ['Lượng một năm', volumeWords(advice)],
            ['Lao động', facts.labour === null ? 'không biết' : `${showCount(facts.labour)} người`],
            ['Thỏa thuận với bên mua', `${showCount(advice.agreements)}, trong ${borders.marketMonths} tháng`],
            ['Đang bày bán', `${showCount(advice.shelves)} chỗ`],
            ['Giấy tờ trong ví', facts.papers === 0 ? 'chưa có' : papersWords(facts)],
            ['Lớp đã học', showCount(facts.classes)],
            ['Loại hình', kindWords[facts.kind]],
          ]}
        />
        <p class="small muted">
          Lời khuyên để chọn cách giúp, không phải điều kiện: không ai bị từ chối vì nhóm này. {bordersWords(borders)}
        </p>
      </Panel>
    </>
  )
}

function nameOfHelp({ kind, product }: Help): string {
  return product === undefined ? helpWords[kind] : `${helpWords[kind]}: ${product.name}`
}

function DueDay({ dueOn, today }: { dueOn: CivilDate; today: CivilDate }) {
  return (
    <>
      <Day date={dueOn} /> <DaysLeft daysLeft={daysBetween(today, dueOn)} />
    </>
  )
}

function papersWords({ papers, papersLapsed, papersEnding }: Advised['facts']): string {
  const bad = [
    papersLapsed > 0 ? `${papersLapsed} hết hạn` : '',
    papersEnding > 0 ? `${papersEnding} sắp hết hạn` : '',
  ].filter(Boolean)
  return `${showCount(papers)} loại${bad.length === 0 ? ', còn hạn cả' : `, ${bad.join(', ')}`}`
}
