import type { CivilDate } from '../kernel/civil-date.ts'
import { maybeRow, rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { DistrictResult, StepFacts } from './model-steps.ts'

type Along = Pick<
  StepFacts,
  | 'classes'
  | 'ideaId'
  | 'ideaFiledOn'
  | 'ideaDueOn'
  | 'ideaOutcome'
  | 'planId'
  | 'planState'
  | 'papers'
  | 'papersLapsed'
  | 'entitlementId'
  | 'entitlementState'
  | 'entitlementEvent'
  | 'connectionId'
  | 'connectionState'
  | 'connectionDue'
  | 'fairSlug'
  | 'fairTitle'
  | 'fairOn'
  | 'fairOutcome'
>

/** What happened to a product at every step but the evaluation; of several open things the newest. */
export function alongTheCycle(runs: Runs, productId: string, today: CivilDate): Promise<Along | undefined> {
  return maybeRow(
    runs,
    sql<Along>`
      select c.classes, s.idea_id, i.filed_on as idea_filed_on, i.due_on as idea_due_on, i.outcome as idea_outcome,
        b.id as plan_id, b.state as plan_state, w.papers, w.papers_lapsed,
        n.id as entitlement_id, n.state as entitlement_state, n.event as entitlement_event,
        k.id as connection_id, k.state as connection_state, k.wanted_on as connection_due,
        f.slug as fair_slug, f.title as fair_title, f.opens_on as fair_on, f.outcome as fair_outcome
      from product.pub_product p
      left join idea.pub_step s on s.kind = 'product' and s.subject = p.id
      left join idea.pub_idea i on i.id = s.idea_id
      left join lateral (
        select count(distinct h.class_id) as classes from training.pub_seat h
        where h.producer_id = p.producer_id and exists (select from training.pub_attended a where a.enrolment_id = h.enrolment_id)
      ) c on true
      left join lateral (
        select g.id, g.state from plan.pub_plan g where g.product_id = p.id or (s.idea_id is not null and g.idea_id = s.idea_id)
        order by g.product_id is null, g.id desc limit 1
      ) b on true
      left join lateral (
        select count(*) as papers, count(*) filter (where z.last < ${today}::date) as papers_lapsed
        from (select max(coalesce(e.expires_on, 'infinity'::date)) as last from evidence.pub_paper e
          where e.producer_id = p.producer_id and e.withdrawn_at is null and (e.product_id is null or e.product_id = p.id)
          group by e.kind, e.product_id) z
      ) w on true
      left join lateral (
        select m.id, m.state, m.event from support.pub_entitlement m where m.product_id = p.id
        order by m.state in ('measured', 'declined'), m.opened_on desc, m.id desc limit 1
      ) n on true
      left join lateral (
        select x.id, x.state, x.wanted_on from trade.pub_connection x
        where x.product_id = p.id and x.state in ('asked', 'quoted', 'agreed', 'delivered') order by x.since desc, x.id desc limit 1
      ) k on true
      left join lateral (
        select y.slug, y.title, y.opens_on, y.outcome from fair.pub_application y
        where y.product_id = p.id and y.closes_on >= ${today}::date and y.fair_state = 'called'
          and coalesce(y.outcome, 'chosen') = 'chosen' order by y.opens_on limit 1
      ) f on true
      where p.id = ${productId}`,
  )
}

/** What a former district gave the product, the latest first. */
export function districtResultsOf(runs: Runs, productId: string): Promise<DistrictResult[]> {
  return rows(
    runs,
    sql<DistrictResult>`select round_id, met_on, stars from recognition.pub_district_result
      where product_id = ${productId} order by met_on desc, round_id limit 20`,
  )
}
