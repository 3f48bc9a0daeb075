import { setSeason } from '../../cycle/actions-season.ts'
import type { SeasonInput } from '../../cycle/model-season.ts'
import type { Stage } from './stage.ts'

/** An invented calendar of the sample province: no real plan says this. */
const seasons: readonly Omit<SeasonInput, 'province' | 'basis'>[] = [
  { step: 'learning', fromDay: '1/2', toDay: '31/3' },
  { step: 'plan', fromDay: '1/6', toDay: '31/8' },
  { step: 'implementation', fromDay: '1/7', toDay: '15/10' },
  { step: 'promotion', fromDay: '15/11', toDay: '10/2' },
]

export async function enterSeasons(stage: Stage): Promise<void> {
  const officer = await stage.as('mau.tinh-66', 140)
  const basis = 'Kế hoạch chu trình OCOP (mẫu)'
  for (const season of seasons) await setSeason(officer, { ...season, province: '66', basis })
}
