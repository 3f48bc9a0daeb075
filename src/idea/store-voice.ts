import type { CivilDate, Instant } from '../kernel/civil-date.ts'
import { json, maybeRow, oneRow, rows, run, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { IdeaStep, Visit, Voice } from './model-voice.ts'

export async function addVisit(runs: Runs, ideaId: string, visit: Visit, by: string, at: Instant): Promise<void> {
  await run(
    runs,
    sql`insert into idea.visit (id, idea_id, visited_on, present, findings, pictures, entered_by, entered_at)
      values (${visit.id}, ${ideaId}, ${visit.visitedOn}, ${visit.present}, ${json(visit.findings)}, ${[...visit.pictures]}::text[], ${by}, ${at})`,
  )
}

export function visitsOf(runs: Runs, ideaId: string): Promise<Visit[]> {
  return rows<Visit>(
    runs,
    sql<Visit>`select id, visited_on, present, findings, pictures from idea.visit where idea_id = ${ideaId}
      order by visited_on desc, entered_at desc`,
  )
}

const voices = sql`
  select v.id, v.kind, v.name, v.phone, v.body, v.sent_on, m.shown, m.reason
  from idea.voice v left join idea.moderation m on m.voice_id = v.id`

export const voicesSize = 200

/** For those who decide: what waits longest on top, then what was decided, the newest first. Of a flood only a page. */
export function voicesOf(runs: Runs, ideaId: string): Promise<Voice[]> {
  return rows<Voice>(
    runs,
    sql<Voice>`${voices} where v.idea_id = ${ideaId}
      order by m.voice_id is not null, case when m.voice_id is null then v.sent_at end, v.sent_at desc, v.id limit ${voicesSize}`,
  )
}

/** What everybody reads, oldest first: a conversation is read from its beginning. */
export function shownComments(runs: Runs, ideaId: string): Promise<Voice[]> {
  return rows<Voice>(
    runs,
    sql<Voice>`${voices} where v.idea_id = ${ideaId} and m.shown and v.kind <> 'join' and v.body <> ''
      order by v.sent_at, v.id limit 500`,
  )
}

export function shownCounts(runs: Runs, ideaId: string): Promise<{ endorsements: number; joining: number }> {
  return oneRow(
    runs,
    sql<{ endorsements: number; joining: number }>`select count(*) filter (where v.kind = 'endorse') as endorsements,
        count(*) filter (where v.kind = 'join') as joining
      from idea.voice v join idea.moderation m on m.voice_id = v.id and m.shown where v.idea_id = ${ideaId}`,
  )
}

export async function waitingOn(runs: Runs, ideaId: string): Promise<number> {
  const { count } = await oneRow(
    runs,
    sql<{ count: number }>`select count(*) as count from idea.voice v where v.idea_id = ${ideaId}
      and not exists (select 1 from idea.moderation m where m.voice_id = v.id)`,
  )
  return count
}

export async function addVoice(
  runs: Runs,
  ideaId: string,
  voice: Pick<Voice, 'id' | 'kind' | 'name' | 'phone' | 'body' | 'sentOn'> & { at: Instant; sample: boolean },
): Promise<void> {
  await run(
    runs,
    sql`insert into idea.voice (id, idea_id, kind, name, phone, body, sent_at, sent_on, sample)
      values (${voice.id}, ${ideaId}, ${voice.kind}, ${voice.name}, ${voice.phone}, ${voice.body}, ${voice.at}, ${voice.sentOn}, ${voice.sample})`,
  )
}

export async function lockVoice(runs: Runs, ideaId: string, id: string): Promise<Voice | undefined> {
  await run(runs, sql`select 1 from idea.voice where id = ${id} for update`)
  return maybeRow<Voice>(runs, sql<Voice>`${voices} where v.id = ${id} and v.idea_id = ${ideaId}`)
}

export async function addModeration(
  runs: Runs,
  voiceId: string,
  { shown, reason, by, at }: { shown: boolean; reason: string; by: string; at: Instant },
): Promise<void> {
  await run(
    runs,
    sql`insert into idea.moderation (voice_id, shown, reason, by_account, at) values (${voiceId}, ${shown}, ${reason}, ${by}, ${at})`,
  )
}

/** Ideas of some communes on which words of strangers wait. */
export function ideasWithWaitingVoices(
  runs: Runs,
  communes: readonly string[],
): Promise<{ id: string; title: string; waiting: number }[]> {
  return rows(
    runs,
    sql<{ id: string; title: string; waiting: number }>`
      select i.id, i.title, count(*) as waiting
      from idea.voice v join idea.idea i on i.id = v.idea_id
      join territory.pub_today t on t.code = i.commune_code
        and i.commune_on >= t.valid_from and (t.valid_to is null or i.commune_on < t.valid_to)
      where t.today_code = any(${[...communes]}::text[]) and not exists (select 1 from idea.moderation m where m.voice_id = v.id)
      group by i.id, i.title order by min(v.sent_at) limit 100`,
  )
}

/** @returns false when somebody keeps it already. */
export async function claim(runs: Runs, ideaId: string, accountId: string): Promise<boolean> {
  return (
    (await run(
      runs,
      sql`update idea.idea set account_id = ${accountId} where id = ${ideaId} and account_id is null`,
    )) === 1
  )
}

/** @returns false where the product came from another idea already: it is the only thing of a step that is held once. */
export async function addStep(
  runs: Runs,
  ideaId: string,
  step: IdeaStep & { id: string; by: string; at: Instant },
): Promise<boolean> {
  const added = await run(
    runs,
    sql`insert into idea.step (id, idea_id, kind, subject, note, people, by_account, on_date, at)
      values (${step.id}, ${ideaId}, ${step.kind}, ${step.subject}, ${step.note}, ${step.people}, ${step.by}, ${step.onDate}, ${step.at})
      on conflict (subject) where kind = 'product' do nothing`,
  )
  return added === 1
}

/** Which of these products came from an idea. */
export async function fromIdeas(runs: Runs, productIds: readonly string[]): Promise<string[]> {
  const found = await rows(
    runs,
    sql<{
      id: string
    }>`select subject as id from idea.step where kind = 'product' and subject = any(${[...productIds]}::text[])`,
  )
  return found.map(({ id }) => id)
}

export function stepsOf(runs: Runs, ideaId: string): Promise<IdeaStep[]> {
  return rows<IdeaStep>(
    runs,
    sql<IdeaStep>`select kind, subject, note, people, on_date from idea.step where idea_id = ${ideaId} order by at, id`,
  )
}

/** The day of a picture is that of its visit; whoever may read the idea may see it. */
export async function holdsPicture(runs: Runs, ideaId: string, hash: string): Promise<boolean> {
  const found = await maybeRow<{ on: CivilDate }>(
    runs,
    sql<{
      on: CivilDate
    }>`select visited_on as on from idea.visit where idea_id = ${ideaId} and ${hash} = any(pictures)`,
  )
  return found !== undefined
}
