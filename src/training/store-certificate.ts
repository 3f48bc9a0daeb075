import { civilDateOf } from '../kernel/civil-date.ts'
import type { Instant } from '../kernel/civil-date.ts'
import { json, maybeRow, oneRow, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { CompletionCertificate, CompletionFacts } from './model-certificate.ts'

export async function nextSerial(runs: Runs): Promise<number> {
  return (await oneRow(runs, sql<{ serial: number }>`select nextval('training.certificate_serial') as serial`)).serial
}

/** The caller has locked the class; the database holds that only one certificate of an enrolment stands. */
export async function addCertificate(
  runs: Runs,
  enrolmentId: string,
  layout: string,
  facts: CompletionFacts,
  by: string,
  at: Instant,
): Promise<void> {
  await run(
    runs,
    sql`insert into training.certificate (number, enrolment_id, layout, facts, issued_on, issued_by, issued_at, sample)
      values (${facts.number}, ${enrolmentId}, ${layout}, ${json(facts)}, ${facts.issuedOn}, ${by}, ${at}, ${facts.sample})`,
  )
}

export async function certificateByNumber(runs: Runs, number: string): Promise<CompletionCertificate | undefined> {
  const found = await maybeRow(
    runs,
    sql<Omit<CompletionCertificate, 'endedOn'> & { endedAt: Instant | null }>`
      select f.number, f.enrolment_id, e.class_id, e.account_id, e.producer_id, f.layout, f.facts, f.issued_on, f.sample,
        t.today_code as unit_today, t.today_province_code as province_today, x.reason as ended_why, x.ended_at
      from training.certificate f
      join training.enrolment e on e.id = f.enrolment_id
      join training.class k on k.id = e.class_id
      join training.course c on c.id = k.course_id
      left join territory.pub_unit u on u.code = c.unit_code
        and c.unit_on >= u.valid_from and (u.valid_to is null or c.unit_on < u.valid_to)
      left join territory.pub_today t on t.code = u.code and t.valid_from = u.valid_from
      left join training.certificate_ending x on x.number = f.number
      where f.number = ${number}`,
  )
  if (found === undefined) return undefined
  const { endedAt, ...certificate } = found
  return { ...certificate, endedOn: endedAt === null ? null : civilDateOf(endedAt) }
}

/** @returns false when it was ended before. */
export async function endCertificate(
  runs: Runs,
  number: string,
  { reason, by, at }: { readonly reason: string; readonly by: string; readonly at: Instant },
): Promise<boolean> {
  const ended = await run(
    runs,
    sql`insert into training.certificate_ending (number, reason, ended_by, ended_at) values (${number}, ${reason}, ${by}, ${at})
      on conflict (number) do nothing`,
  )
  return ended === 1
}
