import { describe, expect, it } from 'vitest'
import { visitor } from '../kernel/actor.ts'
import { orMissing } from '../kernel/refusal.ts'
import { rubricById } from '../regime/law.ts'
import { afterClass, classroom, otherTrainingOfficer, trainingOfficer } from '../../test/support/classroom.ts'
import { visiting } from '../../test/support/pages.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { paths } from '../ui/paths.ts'
import { lessonList, lessonPage, lessonsByCriterion, publishLesson, takeDownLesson } from './actions-lesson.ts'
import { lessonPages } from './pages-lesson.tsx'
import { refusals } from './words.ts'

const world = useWorld()
const { opened } = classroom(world)
const pages = visiting(lessonPages, refusals, () => world.as(visitor))
const officer = () => world.as(trainingOfficer, afterClass)

describe('lessons', () => {
  const lesson = {
    unit: '51',
    rubric: '26-2026/13',
    criterion: '5.1',
    title: 'Câu chuyện trong một trang',
    body: 'Ai làm, ở đâu, vì sao.',
  }

  it('belong to a criterion that the text has, and lead to the classes of their course', async () => {
    const { courseId, classId } = await opened()
    expect(await refusedWith(publishLesson(officer(), { ...lesson, rubric: '26-2026/99' }))).toEqual([
      'training/no-such-rubric',
    ])
    expect(await refusedWith(publishLesson(officer(), { ...lesson, criterion: '99.9' }))).toEqual([
      'training/no-such-criterion',
    ])
    expect(await refusedWith(publishLesson(world.as(otherTrainingOfficer), lesson))).toEqual(['training/not-your-unit'])
    const id = await publishLesson(world.as(trainingOfficer), { ...lesson, course: courseId })
    const rubric = orMissing(rubricById('26-2026/13'))
    const { groups, classes } = await lessonsByCriterion(world.as(visitor), rubric, '26-2026', ['5.1', '8', '99.9'])
    expect(groups.map(({ code, lessons }) => [code, lessons.map((one) => one.id)])).toEqual([
      ['5.1', [id]],
      ['8', []],
    ])
    expect(groups.map(({ elsewhere }) => elsewhere)).toEqual([[], []])
    expect(classes.map((one) => one.id)).toEqual([classId])
  })

  it('of the same criterion of another rubric are shown, until the rubric has its own', async () => {
    const ofRubric = async (number: string) => {
      const rubric = orMissing(rubricById(`26-2026/${number}`))
      const { groups } = await lessonsByCriterion(world.as(visitor), rubric, '26-2026', ['3.3', '9'])
      return groups.map(({ code, lessons, elsewhere }) => [
        code,
        lessons.map(({ id }) => id),
        elsewhere.map(({ id }) => id),
      ])
    }
    const labour = await publishLesson(officer(), { ...lesson, criterion: '3.3' })
    const gone = await publishLesson(officer(), { ...lesson, criterion: '9' })
    await takeDownLesson(officer(), gone)
    expect(await ofRubric('13')).toEqual([
      ['3.3', [labour], []],
      ['9', [], []],
    ])
    expect(await ofRubric('12')).toEqual([
      ['3.3', [], [labour]],
      ['9', [], []],
    ])
    const said = async (bo: string, criterion: string) => {
      const path = paths.training.lessons({ 'van-ban': '26-2026', bo, 'tieu-chi': criterion })
      return (await pages.get(path)).text()
    }
    expect(await said('12', '3.3')).toContain('bài học của tiêu chí này ở bộ 13')
    expect(await said('13', '3.3')).not.toContain('ở bộ')
    await publishLesson(officer(), { ...lesson, criterion: '1.7' })
    expect(await said('12', '1.7')).toContain('bài học của tiêu chí này ở bộ 13')
    expect(await said('26', '1.4')).toContain('Chưa có bài học cho tiêu chí này')
    const own = await publishLesson(officer(), { ...lesson, rubric: '26-2026/12', criterion: '3.3' })
    expect(await ofRubric('12')).toEqual([
      ['3.3', [own], []],
      ['9', [], []],
    ])
  })

  it('are taken down by their own unit, and are then gone for everybody else', async () => {
    const id = await publishLesson(officer(), { ...lesson, criterion: '7' })
    expect(await refusedWith(takeDownLesson(world.as(otherTrainingOfficer), id))).toEqual(['kernel/not-found'])
    await takeDownLesson(officer(), id)
    expect(await refusedWith(takeDownLesson(officer(), id))).toEqual(['training/lesson-down-already'])
    expect(await refusedWith(lessonPage(world.as(visitor), id))).toEqual(['kernel/not-found'])
    const { items } = await lessonList(world.as(visitor), { lawText: '26-2026', rubric: '13' }, 1)
    expect(items.map((one) => one.id)).not.toContain(id)
  })
})
