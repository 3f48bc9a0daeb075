import { measureLedgerCheck } from './ledger.ts'
import { measureListPage } from './list-page.ts'
import { measureLookAlike } from './look-alike.ts'
import { measureNotices } from './notices.ts'
import { measureMatching } from './matching.ts'
import { measureScoring } from './scoring.ts'
import { measureWholeSystem } from './whole-system.ts'

/** `npm run bench`: every figure with its target; compare only ratios of one run. */
const measured = [
  measureScoring(),
  ...(await measureWholeSystem()),
  await measureListPage(),
  await measureLedgerCheck(),
  await measureLookAlike(),
  ...(await measureNotices()),
  await measureMatching(),
]
for (const { name, value, target, met } of measured)
  console.log(`${met ? '✓' : '✗'} ${name}: ${value} (target ${target})`)
