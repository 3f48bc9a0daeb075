import { describe, expect, it } from 'vitest'
import { assess } from '../../regime/assess.ts'
import { rubricsOf, textById } from '../../regime/law.ts'
import { chanceFrom } from '../chance.ts'
import { choicesFor, toldBy } from './choices.ts'
import type { Maker } from './choices.ts'

const woman: Maker = {
  kind: 'cooperative',
  name: 'Hợp tác xã mẫu',
  localCapitalPercent: 100,
  representativeSex: 'female',
  representativeEthnicity: 'Kinh',
  representativeDisabled: false,
  labourTotal: 24,
  labourLocal: 21,
}
const man = { ...woman, representativeSex: 'male' } as const

describe('what the register tells of part A3', () => {
  it.each([
    ['household', 'Hộ mẫu', 100, 1],
    ['group', 'Tổ mẫu', 100, 1],
    ['farm', 'Trang trại mẫu', 100, 1],
    ['cooperative', 'Hợp tác xã mẫu', null, 3],
    ['company', 'Công ty TNHH mẫu', 100, 2],
    ['company', 'Công ty cổ phần mẫu', 51, 3],
    ['company', 'Công ty cổ phần mẫu', 50, 2],
    ['tourism-body', 'Ban quản lý mẫu', null, 3],
  ] as const)('%s, %s, %s%% of its capital local: option %i of 3.1', (kind, name, localCapitalPercent, position) => {
    expect(toldBy({ ...woman, kind, name, localCapitalPercent })['organisation_type']).toBe(position)
  })

  it('a woman, a person of an ethnic minority and a disabled person speak for 3.2, nobody else', () => {
    const of = (maker: Maker) => toldBy(maker)['inclusive_representative']
    expect([of(woman), of(man)]).toEqual([2, 1])
    expect([of({ ...man, representativeEthnicity: 'Ê Đê' }), of({ ...man, representativeDisabled: true })]).toEqual([
      2, 2,
    ])
  })

  it.each([
    [49, 1],
    [50, 2],
    [74, 2],
    [75, 3],
  ])('%i of a hundred workers of the commune: option %i of 3.3', (labourLocal, position) => {
    expect(toldBy({ ...woman, labourTotal: 100, labourLocal })['local_labour']).toBe(position)
  })
})

it('in every set the choices follow the register and still come to the stars aimed at', () => {
  const law = textById('26-2026')!
  for (const rubric of rubricsOf('26-2026'))
    for (const maker of [woman, man, { ...man, kind: 'household' } as const]) {
      const choices = choicesFor(rubric, { points: 78, stars: 4 }, chanceFrom(7), maker)
      const told = toldBy(maker)
      const kept = rubric.criteria.filter(({ key }) => told[key] !== undefined)
      expect(kept.map(({ code, key }) => [code, choices[code] === told[key]])).toEqual(
        kept.map(({ code }) => [code, true]),
      )
      const assessed = assess(law, rubric, choices)
      expect([rubric.id, kept.length, assessed.ok && assessed.value.stars]).toEqual([rubric.id, 3, 4])
    }
})
