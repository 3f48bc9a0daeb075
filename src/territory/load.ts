import type { CivilDate } from '../kernel/civil-date.ts'
import type { Database, Runs } from '../platform/db.ts'
import { derive } from './derive.ts'
import { listDays } from './list-days.ts'
import { hashOfLists } from './lists.ts'
import type { Prepared } from './prepare.ts'
import * as store from './store-load.ts'

interface Loading {
  readonly db: Database
  readonly today?: CivilDate
  readonly prepared?: Prepared | undefined
}

/**
 * Brings the units of the country into the database, with every resolution that was entered since. Does nothing when the
 * same lists are loaded already. Under 2 s on two cores.
 * @param today given at a start: catches up with a resolution that began to count while the program was down.
 * @param prepared what a first start derived already; taken when it is for this day and no reform was entered.
 */
export async function loadUnits({ db, today, prepared }: Loading): Promise<void> {
  const dataHash = hashOfLists()
  const loaded = await store.loadedState({ db })
  const asOf = [today ?? '', loaded?.asOf ?? '', listDays.reform2026].toSorted().at(-1) as CivilDate
  if (loaded?.dataHash === dataHash && !(await store.anyChangeBetween({ db }, loaded.asOf, asOf))) return
  await db.transaction().execute(async (transaction) => {
    const runs: Runs = { db: transaction }
    await store.waitForTurn(runs)
    await rebuild(runs, asOf, { dataHash, prepared })
  })
  await store.analyze({ db })
}

/** Derives all units, links and whereabouts again from the lists and the entered reforms, as of a day. */
export async function rebuild(
  runs: Runs,
  asOf: CivilDate,
  { dataHash = hashOfLists(), prepared }: { dataHash?: string; prepared?: Prepared | undefined } = {},
): Promise<void> {
  const reforms = await store.reforms(runs)
  const isPrepared = prepared?.asOf === asOf && reforms.length === 0
  const derived = isPrepared ? await prepared.derived : derive(reforms, asOf)
  await store.forgetAll(runs)
  await store.addUnits(runs, derived.units)
  await store.addLinks(runs, derived.links)
  await store.addSpellings(runs, derived.spellings)
  await store.addWhereabouts(runs, derived.whereabouts)
  await store.keepState(runs, { dataHash, asOf })
}
