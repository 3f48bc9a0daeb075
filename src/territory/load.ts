import type { CivilDate } from '../kernel/civil-date.ts'
import type { Database, Runs } from '../platform/db.ts'
import { followAll } from './follow.ts'
import { buildHistory } from './history.ts'
import { listDays } from './list-days.ts'
import { hashOfLists, readLists } from './lists.ts'
import * as store from './store-load.ts'

/**
 * Brings the units of the country into the database, with every resolution that was entered since. Does nothing when the
 * same lists are loaded already. Under 2 s on two cores.
 * @param today given at a start: catches up with a resolution that began to count while the program was down.
 */
export async function loadUnits({ db, today }: { db: Database; today?: CivilDate }): Promise<void> {
  const dataHash = hashOfLists()
  const loaded = await store.loadedState({ db })
  const asOf = [today ?? '', loaded?.asOf ?? '', listDays.reform2026].toSorted().at(-1) as CivilDate
  if (loaded?.dataHash === dataHash && !(await store.anyChangeBetween({ db }, loaded.asOf, asOf))) return
  await db.transaction().execute(async (transaction) => {
    const runs: Runs = { db: transaction }
    await store.waitForTurn(runs)
    await rebuild(runs, asOf, dataHash)
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
