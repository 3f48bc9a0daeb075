import type { Child } from 'hono/jsx'
import { stateWords as dossierWords } from '../dossier/words.ts'
import { outcomeWords } from '../idea/words.ts'
import { daysBetween, showDate } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { showCount } from '../kernel/number.ts'
import { stateWords as planWords } from '../plan/words.ts'
import { stateWords as supportWords } from '../support/words.ts'
import { stateWords as tradeWords } from '../trade/words.ts'
import { paths } from '../ui/paths.ts'
import { LinkIf } from '../ui/link-if.tsx'
import { Status } from '../ui/status.tsx'
import type { UiState } from '../ui/status.tsx'
import { DaysLeft } from '../ui/steps.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import { starWords } from '../ui/words.ts'
import type { ProductCycle } from './actions-steps.ts'
import type { CycleStep, StepState } from './model-steps.ts'
import { stepWords } from './words.ts'

const looks: Record<StepState, UiState> = { done: 'done', current: 'soon', ahead: 'waiting', optional: 'unknown' }
const said: Record<StepState, string> = {
  done: 'Xong',
  current: 'Đang làm',
  ahead: 'Chưa tới',
  optional: 'Không bắt buộc',
}

/** The six steps of the programme for one product, each with its state, whose turn it is, and by when. */
export function ProductStepsView(props: ProductCycle & { readonly today: CivilDate }) {
  const { product, producer, steps, today, opens } = props
  return (
    <div class="stack">
      <h1>Chu trình OCOP</h1>
      <p class="lead">
        {product.name}, {producer.name}
      </p>
      <Table
        caption={`Sáu bước của ${product.name}`}
        rows={steps}
        columns={[
          { head: 'Bước', names: true, cell: ({ step }) => stepWords[step] },
          { head: 'Trạng thái', cell: ({ state }) => <Status state={looks[state]}>{said[state]}</Status> },
          { head: 'Đến lượt', cell: ({ turn }) => turn },
          {
            head: 'Hạn',
            cell: ({ dueOn }) =>
              dueOn === null ? (
                '–'
              ) : (
                <>
                  <Day date={dueOn} /> <DaysLeft daysLeft={daysBetween(today, dueOn)} />
                </>
              ),
          },
          { head: 'Chi tiết', cell: ({ step }) => details[step](props) },
        ]}
      />
      <p class="small muted">
        Ý tưởng, phương án, tập huấn và hỗ trợ giúp cho sản phẩm; không văn bản nào bắt có trước khi lập hồ sơ. Ở bước
        5, khi không có hồ sơ đang xét, hạn là ngày cuối của chứng nhận.
      </p>
      <p class="row">
        {opens.product ? <a href={paths.product.file(product.id)}>Trang sản phẩm</a> : null}
        <a href={paths.cycle.nextOf(producer.id)}>Bước tiếp theo của chủ thể</a>
        <a href={paths.cycle.seasons({ tinh: producer.provinceToday ?? undefined })}>Lịch chu trình của tỉnh</a>
      </p>
    </div>
  )
}

const details: Record<CycleStep, (props: ProductCycle) => Child> = {
  learning: ({ facts: { classes } }) => (
    <a href={paths.training.list()}>{classes === 0 ? 'Lớp đang mở' : `Đã học ${showCount(classes)} lớp`}</a>
  ),
  idea: ({ facts: { ideaId, ideaFiledOn, ideaOutcome }, opens }) =>
    ideaId === null || ideaFiledOn === null ? (
      'Không đi từ ý tưởng đã gửi'
    ) : (
      <LinkIf open={opens.idea} href={paths.idea.way(ideaId)}>
        {ideaOutcome === null ? `Gửi ngày ${showDate(ideaFiledOn)}` : outcomeWords[ideaOutcome]}
      </LinkIf>
    ),
  plan: ({ facts: { planId, planState }, own, opens }) => {
    if (planId === null || planState === null) return own ? <a href={paths.plan.begin()}>Lập phương án</a> : 'Chưa có'
    return (
      <LinkIf open={opens.plan} href={paths.plan.file(planId)}>
        {planWords[planState]}
      </LinkIf>
    )
  },
  implementation: ({ facts: { papers, papersLapsed }, producer, opens }) => (
    <LinkIf open={opens.papers} href={paths.evidence.list({ 'chu-the': producer.id })}>
      {papers === 0
        ? 'Chưa có giấy tờ nào trong ví'
        : `${showCount(papers)} loại giấy tờ${papersLapsed === 0 ? '' : `, ${showCount(papersLapsed)} hết hạn`}`}
    </LinkIf>
  ),
  support: ({ facts: { entitlementId, entitlementState }, opens }) =>
    entitlementId === null || entitlementState === null ? (
      <a href={paths.support.policies()}>Chính sách đang áp dụng</a>
    ) : (
      <LinkIf open={opens.support} href={paths.support.entitlement(entitlementId)}>
        {supportWords[entitlementState]}
      </LinkIf>
    ),
  evaluation: (props) => <Evaluation {...props} />,
  promotion: (props) => <Promotion {...props} />,
}

function Evaluation({ facts: { dossierId, dossierState, certificate }, districtResults, opens }: ProductCycle) {
  return (
    <ul class="stack tight">
      <li>
        {dossierId !== null && dossierState !== null ? (
          <LinkIf open={opens.dossier} href={paths.dossier.file(dossierId)}>
            {dossierWords[dossierState]}
          </LinkIf>
        ) : certificate === null ? (
          'Chưa được công nhận'
        ) : (
          <a href={paths.recognition.certificate(certificate)}>{certificate}</a>
        )}
      </li>
      {districtResults.map(({ roundId, metOn, stars }) => (
        <li>
          <a href={paths.recognition.districtRound(roundId)}>
            Huyện chấm ngày {showDate(metOn)}: {starWords(stars)}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Promotion({ facts, product, own, opens }: ProductCycle) {
  const { connectionId, connectionState, fairSlug, fairTitle, offerId, shelves } = facts
  return (
    <ul class="stack tight">
      {connectionId !== null && connectionState !== null ? (
        <li>
          <LinkIf open={opens.connection} href={paths.trade.connection(connectionId)}>
            {tradeWords[connectionState]}
          </LinkIf>
        </li>
      ) : null}
      {fairSlug === null ? null : (
        <li>
          <a href={paths.fair.fair(fairSlug)}>{fairTitle}</a>
        </li>
      )}
      <li>
        {offerId !== null ? (
          <a href={paths.trade.offer(offerId)}>Nguồn cung đang chào</a>
        ) : own ? (
          <a href={paths.trade.offerBegin({ 'san-pham': product.id })}>Chào nguồn cung</a>
        ) : (
          'Chưa chào nguồn cung'
        )}
      </li>
      <li>{shelves === 0 ? 'Chưa bày ở điểm bán nào' : `Đang bày ở ${showCount(shelves)} điểm bán`}</li>
    </ul>
  )
}
