import { enterDistrictRound } from '../../recognition/actions-district.ts'
import { enterPastRound } from '../../recognition/actions-round.ts'
import type { Stage } from './stage.ts'

/** Kon Plông of Kon Tum, 2021: what the officer of today's province copies from the minutes of a district that is no more. */
const minutes = {
  province: 'Kon Tum',
  district: 'Kon Plông',
  metOn: '2021-05-10',
  minutes: '12/BB-HĐ',
  toldOn: '2021-05-20',
  proposal: '45/TTr-UBND',
  lines: [
    { row: '1', product: 'Cao đương quy Mây Ngàn Thông', pointsHundredths: 2_750 },
    { row: '2', product: 'Sâm dây sấy Mây Ngàn Thông', pointsHundredths: 4_525 },
    { row: '3', product: 'Trà ngũ vị tử Mây Ngàn Thông', pointsHundredths: 5_833 },
    { row: '4', product: 'Rượu sim Mây Ngàn Thông', pointsHundredths: 6_150 },
  ],
}

/** One product below two stars, one below three, and two proposed: the paper of the province was found for one of them. */
export async function enterDistrictOf2021(stage: Stage): Promise<void> {
  const officer = await stage.as('mau.tinh-51', 40)
  await enterDistrictRound(officer, minutes)
  await enterPastRound(officer, {
    text: '1048-2019',
    province: 'Kon Tum',
    district: undefined,
    number: '560/QĐ-UBND',
    decidedOn: '2021-07-20',
    minutes: undefined,
    lines: [{ row: '1', product: 'Rượu sim Mây Ngàn Thông', stars: 3, meanHundredths: 6_080 }],
  })
}
