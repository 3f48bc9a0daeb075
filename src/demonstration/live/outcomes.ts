import { daysBetween, yearOf } from '../../kernel/civil-date.ts'
import { tellYear } from '../../outcome/actions.ts'
import { producersToTell } from '../../outcome/actions-reading.ts'
import { chanceFrom } from '../chance.ts'
import type { Chance } from '../chance.ts'
import type { Stage } from './stage.ts'

/** Of those who owe a report of last year, about three in five told: numbers are invented, the silent ones make the late list. */
export async function enterOutcomes(stage: Stage): Promise<void> {
  const year = yearOf(stage.tx.today) - 1
  const chance = chanceFrom(seed)
  // A year is told of only when it is over, whatever the day on which the sample is made.
  const telling = stage.system(Math.min(250, daysBetween(`${year + 1}-01-01`, stage.tx.today)))
  const asked = await producersToTell(telling, year, mostTold)
  for (const id of asked) if (chance.between(1, 5) <= 3) await tellYear(telling, id, year, inventedYear(chance), true)
}

const mostTold = 150
const seed = 185

function inventedYear(chance: Chance) {
  const labourTotal = 3 + chance.between(0, 24)
  const share = (percent: number) => Math.round((labourTotal * percent) / 100)
  return {
    labourTotal,
    labourLocal: share(70 + chance.between(0, 30)),
    labourFemale: share(30 + chance.between(0, 40)),
    labourMinority: share(chance.between(0, 59)),
    revenue: (100 + chance.between(0, 2_899)) * 1_000_000,
    monthlyIncome: (45 + chance.between(0, 59)) * 100_000,
    closedChain: chance.between(0, 2) === 0,
    environmentCare: labourTotal % 2 === 0,
    cultureKept: labourTotal % 3 === 0,
    ...(chance.between(0, 1) === 0
      ? { materialHectares: (5 + chance.between(0, 299)) * 1_000, materialHouseholds: 2 + chance.between(0, 39) }
      : {}),
  }
}
