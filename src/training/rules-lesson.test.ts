import { describe, expect, it } from 'vitest'
import { orMissing } from '../kernel/refusal.ts'
import { rubricById, rubricsOf } from '../regime/law.ts'
import type { Rubric } from '../regime/model.ts'
import { sameElsewhere } from './rules-lesson.ts'

const rubrics = rubricsOf('26-2026')
const rubric = (number: string) => orMissing(rubricById(`26-2026/${number}`))
const criterionOf = ({ criteria }: Rubric, code: string) => orMissing(criteria.find((one) => one.code === code))
const placesOf = (number: string, code: string) =>
  sameElsewhere(rubric(number), criterionOf(rubric(number), code), rubrics)

describe('the same criterion elsewhere', () => {
  it('has the same key and the same name, in another rubric, and both ways', () => {
    expect(placesOf('12', '3.3')).toContainEqual({ rubric: '13', criterion: '3.3' })
    expect(placesOf('13', '3.3')).toContainEqual({ rubric: '12', criterion: '3.3' })
    const unequal = rubrics.flatMap((one) =>
      one.criteria.flatMap((criterion) =>
        sameElsewhere(one, criterion, rubrics).filter((place) => {
          const { key, name } = criterionOf(rubric(place.rubric), place.criterion)
          return place.rubric === one.number || key !== criterion.key || name !== criterion.name
        }),
      ),
    )
    expect(unequal).toEqual([])
  })

  it('is found under another number', () => {
    expect(placesOf('12', '6.1')).toContainEqual({ rubric: '13', criterion: '6.1.1' })
  })

  it('is not one that only the key or only the number has in common', () => {
    const [twelve, thirteen] = [rubric('12'), rubric('13')]
    const labour = criterionOf(twelve, '3.3')
    expect(sameElsewhere(twelve, { ...labour, name: 'Lao động' }, rubrics)).toEqual([])
    expect(sameElsewhere(twelve, { ...labour, key: 'local_staff' }, rubrics)).toEqual([])
    const quality = new Set(
      rubrics.flatMap(({ criteria }) =>
        criteria.filter(({ key }) => key === 'quality_assurance').map(({ name }) => name),
      ),
    )
    expect(quality.size).toBeGreaterThan(1)
    expect(sameElsewhere(twelve, labour, [twelve, { ...thirteen, text: '148-2023' }])).toEqual([])
  })
})
