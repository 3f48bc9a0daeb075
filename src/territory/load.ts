import type { CivilDate } from '../kernel/civil-date.ts'
import type { Database, Runs } from '../platform/db.ts'
import { followAll } from './follow.ts'
import { buildHistory } from './history.ts'
import { hashOfLists, listDays, readLists } from './lists.ts'
import * as store from './store-load.ts'

/**
 * Brings the units of the country into the database, with every resolution that was entered since. Does nothing when the
 * same lists are loaded already. Under 2 s on two cores.
 */
export async function loadUnits({ db }: { db: Database }): Promise<void> {
  const dataHash = hashOfLists()
  if ((await store.loadedState({ db }))?.dataHash === dataHash) return
  await db.transaction().execute(async (transaction) => {
    const runs: Runs = { db: transaction }
    await store.waitForTurn(runs)
    const state = await store.loadedState(runs)
    if (state?.dataHash !== dataHash) await rebuild(runs, state?.asOf ?? listDays.reform2026, dataHash)
  })
  await store.analyze({ db })
}

/** Derives all units, links and whereabouts again from the lists and the entered reforms, as of a day. */
export async function rebuild(runs: Runs, asOf: CivilDate, dataHash: string = hashOfLists()): Promise<void> {
  const timeline = buildHistory(readLists(), await store.reforms(runs))
  const units = [...timeline.units.values()]
  await store.forgetAll(runs)
  await store.addUnits(runs, units)
  await store.addLinks(runs, timeline.links)
  await store.addSpellings(runs, timeline.spellings)
  await store.addWhereabouts(runs, followAll(units, timeline.links, asOf))
  await store.keepState(runs, { dataHash, asOf })
}
