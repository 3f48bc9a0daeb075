import { coffeeAndTea } from './coffee-and-tea.ts'
import { drinksAndHerbs } from './drinks-and-herbs.ts'
import { handsAndLand } from './hands-and-land.ts'
import { kitchen } from './kitchen.ts'
import type { Line } from './model.ts'
import { orchard } from './orchard.ts'
import { sea } from './sea.ts'

/** Every line of the sample programme; all makers, products and stories are invented. */
export const lines: readonly Line[] = [
  ...coffeeAndTea,
  ...orchard,
  ...kitchen,
  ...sea,
  ...drinksAndHerbs,
  ...handsAndLand,
]
