import type { Context } from '../platform/context.ts'
import type { Tasks } from '../platform/jobs.ts'
import { carryOver, followUnits } from './actions-follow.ts'
import { followRound } from './actions-follow-round.ts'

/** `dossier.follow-units` comes after `territory.turn-day`, and after each act that changes where a unit went. */
export function dossierTasks(open: () => Context): Tasks {
  return {
    'dossier.carry-over': ({ subject }: { subject: string }) => carryOver(open(), subject),
    'dossier.follow-round': async ({ subject }: { subject: string }) => void (await followRound(open(), subject)),
    'dossier.follow-units': async () => void (await followUnits(open())),
  }
}
