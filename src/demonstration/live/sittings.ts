import { tellDossier } from '../../communication/actions.ts'
import { dossierById, moveDossier } from '../../dossier/actions.ts'
import { castBallot } from '../../evaluation/actions-ballot.ts'
import { enterPastSession } from '../../evaluation/actions-past.ts'
import { callSession, markAttendance, openSession } from '../../evaluation/actions-session.ts'
import { addDays } from '../../kernel/civil-date.ts'
import { orMissing } from '../../kernel/refusal.ts'
import { sendToMinistry } from '../../recognition/actions-certificate.ts'
import { draftDecision } from '../../recognition/actions-draft.ts'
import { issueDecision } from '../../recognition/actions-issue.ts'
import { rubricById } from '../../regime/law.ts'
import type { Choices } from '../../regime/model.ts'
import { choicesFor } from './choices.ts'
import type { Aim } from './choices.ts'
import { makerOf } from './filling.ts'
import type { SampleCouncil } from './councils.ts'
import type { Stage } from './stage.ts'

/** A dossier that a council scores, and what the scores come to. */
export interface Scored {
  readonly dossierId: string
  readonly aim: Aim
}

const text = '26-2026'
const place = 'Phòng họp mẫu, trụ sở cơ quan'

/** Members differ by a few points, as members do: never more than the ten that the regulation allows. */
const habits = [0, 2, -2, 1, -1, 3, -3]

async function ballotFor(stage: Stage, { dossierId, aim }: Scored, member: number, mildness: number): Promise<Choices> {
  const { rubric } = orMissing(await dossierById(stage.tx, dossierId))
  const points = aim.points + mildness + (habits[member % habits.length] ?? 0)
  const set = orMissing(rubricById(`${text}/${rubric}`))
  const maker = await makerOf(stage.tx, dossierId)
  return choicesFor(set, { ...aim, points: Math.max(0, points) }, stage.chance, maker)
}

/**
 * A session that met and closed, scored by everybody. `mildness` is what this council gives beyond the aim.
 * @returns the session's id.
 */
export async function holdSession(
  stage: Stage,
  council: SampleCouncil,
  ago: number,
  agenda: readonly Scored[],
  mildness: number,
): Promise<string> {
  const then = stage.system(ago)
  const items = []
  for (const scored of agenda) {
    const ballots = []
    for (const [member, { accountId }] of council.voters.entries()) {
      ballots.push({ accountId, choices: await ballotFor(stage, scored, member, mildness) })
    }
    items.push({ dossierId: scored.dossierId, ballots })
  }
  const everybody = council.seats.map(({ person }) => stage.accounts.get(person.signInName) ?? '')
  const { sessionId } = await enterPastSession(then, {
    councilId: council.id,
    text,
    meetsOn: then.today,
    place,
    roundId: council.roundId,
    present: everybody,
    items,
    sample: true,
  })
  await tellDossier(then, 'tell-result', sessionId, 'du-lieu-mau')
  return sessionId
}

/** Drafts what the session calls for; nobody has signed it yet. */
export async function draftFor(
  stage: Stage,
  { officer }: SampleCouncil,
  sessionId: string,
  ago: number,
): Promise<readonly string[]> {
  return draftDecision(await stage.as(officer, ago), { sessionId })
}

/** The leader signs every draft of a session. @returns the certificates issued. */
export async function signFor(
  stage: Stage,
  council: SampleCouncil,
  sessionId: string,
  ago: number,
): Promise<readonly string[]> {
  const drafts = await draftFor(stage, council, sessionId, ago + 2)
  const signing = await stage.as(council.leader, ago)
  const issued: string[] = []
  for (const [index, id] of drafts.entries()) {
    const [, month, day] = signing.today.split('-')
    const numbers = await issueDecision(signing, id, {
      number: `${Number(month) * 240 + Number(day) * 7}${'LMN'[index] ?? ''}`,
      decidedOn: signing.today,
      signerName: 'Trần Thị Mẫu',
      signerTitle: council.unit === 'VN' ? 'Thứ trưởng' : 'Phó Chủ tịch',
    })
    issued.push(...numbers)
  }
  return issued
}

/** The list goes public: what the worker does after a decision, here without waiting for it. */
export async function publishAll(stage: Stage, ago: number, dossiers: readonly string[]): Promise<void> {
  for (const id of dossiers) await moveDossier(stage.system(ago), id, 'publish')
}

export async function sendUp(
  stage: Stage,
  { officer }: SampleCouncil,
  ago: number,
  dossiers: readonly string[],
): Promise<void> {
  for (const id of dossiers) await sendToMinistry(await stage.as(officer, ago), id)
}

/** Called for tomorrow: members read the dossiers today. */
export async function callForTomorrow(stage: Stage, council: SampleCouncil, agenda: readonly Scored[]): Promise<void> {
  const calling = await stage.as(council.officer, 6)
  await callSession(calling, callOf(council, addDays(stage.tx.today, 1), agenda), { sample: true })
}

/** Opened this morning: everybody is there, some have cast. */
export async function openToday(stage: Stage, council: SampleCouncil, agenda: readonly Scored[]): Promise<void> {
  const calling = await stage.as(council.officer, 7)
  const sessionId = await callSession(calling, callOf(council, stage.tx.today, agenda), { sample: true })
  const [chair] = council.voters
  const chairing = await stage.as(orMissing(chair).signInName, 0)
  await openSession(chairing, sessionId)
  for (const { accountId } of council.voters) await markAttendance(chairing, sessionId, { accountId, present: true })
  for (const [position, scored] of agenda.entries()) {
    const casting = council.voters.slice(0, position === 0 ? 3 : 1)
    for (const [member, { signInName }] of casting.entries()) {
      const rubric = orMissing(rubricById(`${text}/${orMissing(await dossierById(stage.tx, scored.dossierId)).rubric}`))
      const chosen = await ballotFor(stage, scored, member, 4)
      const choices = Object.fromEntries(rubric.criteria.map(({ code }) => [code, chosen[code] ?? 0]))
      await castBallot(await stage.as(signInName, 0), sessionId, scored.dossierId, {
        choices,
        comment: 'Sản phẩm làm kỹ; nên in rõ hơn ngày sản xuất trên nhãn.',
      })
    }
  }
}

function callOf({ id, roundId }: SampleCouncil, meetsOn: string, agenda: readonly Scored[]) {
  return { councilId: id, roundId, text, meetsOn, place, dossiers: agenda.map(({ dossierId }) => dossierId) }
}
