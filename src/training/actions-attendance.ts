import { record } from '../audit/actions.ts'
import { Refused, orMissing, orRefuse } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { orHidden } from './actions.ts'
import { doorToken, readDoorToken } from './door.ts'
import type { Enrolment, Meeting, ShownClass, StrikeInput } from './model.ts'
import { judgeClassAct, judgeMark, judgeScan } from './rules.ts'
import * as list from './store-enrolment.ts'
import * as store from './store.ts'

export interface Met {
  readonly meeting: Meeting
  readonly found: ShownClass
}

async function meetingWithClass(ctx: Context, id: string): Promise<Met> {
  const meeting = orMissing(await store.meetingById(ctx, id))
  return { meeting, found: orMissing(await store.classById(ctx, meeting.classId)) }
}

/** What the screen at the door shows: a code that is good for this meeting and these minutes only. */
export async function doorOf(ctx: Context, meetingId: string): Promise<Met & { token: string; present: number }> {
  const met = await meetingWithClass(ctx, meetingId)
  orHidden(ctx, 'keep-list', met.found)
  const token = doorToken(await store.doorSecretOf(ctx, met.found.id), meetingId, ctx.now)
  const present = (await list.enrolmentsOf(ctx, met.found.id)).filter(({ attended }) => attended.includes(meetingId))
  return { ...met, token, present: present.length }
}

/** The meeting as the person at the door sees it before pressing. */
export async function scanPage(ctx: Context, meetingId: string): Promise<Met & { own: Enrolment | undefined }> {
  const met = await meetingWithClass(ctx, meetingId)
  return { ...met, own: await list.enrolmentOf(ctx, met.found.id, ctx.actor.id) }
}

/** The person has scanned the code at the door. Scanning again changes nothing. @returns whether it was the first time. */
export function scanIn(ctx: Context, meetingId: string, token: string): Promise<boolean> {
  return atomically(ctx, async (tx) => {
    const { meeting, found } = await meetingWithClass(tx, meetingId)
    const own = await list.enrolmentOf(tx, found.id, tx.actor.id)
    const struck = own !== undefined && (await list.isStruck(tx, meetingId, own.id))
    const reading = readDoorToken(await store.doorSecretOf(tx, found.id), meetingId, tx.now, token)
    const cancelled = found.cancelledWhy !== null
    orRefuse(judgeScan({ reading, meeting, cancelled, seated: own?.seated ?? false, struck, now: tx.now }))
    const mark = { meetingId, enrolmentId: own?.id ?? '', how: 'scan', by: tx.actor.id, at: tx.now } as const
    const first = await list.markAttended(tx, mark)
    if (first) await record(tx, 'training.attended', mark.enrolmentId, { meeting: meetingId, how: 'scan' })
    return first
  })
}

export async function attendanceList(ctx: Context, meetingId: string): Promise<Met & { enrolments: Enrolment[] }> {
  const met = await meetingWithClass(ctx, meetingId)
  orHidden(ctx, 'keep-list', met.found)
  return { ...met, enrolments: await list.enrolmentsOf(ctx, met.found.id) }
}

/** The officer ticks who is there. @returns how many were marked anew. */
export function markList(ctx: Context, meetingId: string, present: readonly string[]): Promise<number> {
  return atomically(ctx, async (tx) => {
    const { meeting, found } = await meetingWithClass(tx, meetingId)
    orHidden(tx, 'keep-list', found)
    orRefuse(judgeClassAct('mark', found, tx.now))
    orRefuse(judgeMark(meeting, tx.now))
    const seated = new Set((await list.enrolmentsOf(tx, found.id)).filter((one) => one.seated).map(({ id }) => id))
    if (present.some((id) => !seated.has(id))) throw new Refused({ code: 'training/not-on-list' })
    let marked = 0
    for (const enrolmentId of new Set(present)) {
      const mark = { meetingId, enrolmentId, how: 'list', by: tx.actor.id, at: tx.now } as const
      if (!(await list.markAttended(tx, mark))) continue
      marked += 1
      await record(tx, 'training.attended', enrolmentId, { meeting: meetingId, how: 'list' })
    }
    return marked
  })
}

/** A mark that is not true goes, with a reason; the row stays in the record. @returns the class. */
export function strikeMark(ctx: Context, meetingId: string, { enrolment, reason }: StrikeInput): Promise<string> {
  return atomically(ctx, async (tx) => {
    const { found } = await meetingWithClass(tx, meetingId)
    orHidden(tx, 'keep-list', found)
    // Certificates are issued under the same lock: one of the two sees the other.
    await store.lockClass(tx, found.id)
    if ((await list.enrolmentById(tx, enrolment))?.certificate)
      throw new Refused({ code: 'training/certificate-stands' })
    const struck = await list.strikeAttendance(tx, meetingId, enrolment, { reason, by: tx.actor.id, at: tx.now })
    if (!struck) throw new Refused({ code: 'training/nothing-to-strike', field: 'enrolment' })
    await record(tx, 'training.attendance-struck', enrolment, { meeting: meetingId, reason })
    return found.id
  })
}
