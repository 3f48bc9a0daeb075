import { describe, expect, it, test } from 'vitest'
import { useWorld } from '../../test/support/world.ts'
import type { Actor, Role } from '../kernel/actor.ts'
import { rows, sql } from '../platform/db.ts'
import { labelsOf, loadOfficialWording } from './actions.ts'
import { rubricById } from './law.ts'
import type { Rubric } from './model.ts'
import { readWordings } from './wording-file.ts'

const world = useWorld()
const coffee = rubricById('26-2026/13') as Rubric
const tea = rubricById('26-2026/11') as Rubric
const paraphrase = coffee.criteria[0]?.options[0]?.label ?? ''

const somebody = (role: Role, unit: string): Actor => ({
  id: `mau-${role}`,
  name: 'Người mẫu',
  postings: [{ role, unit, province: unit }],
  producers: [],
})
const ministry = somebody('ministry-officer', 'VN')
const set = (label: string, option = 1, criterion = '1.1') => ({
  text: '26-2026',
  rubric: '13',
  source: 'Bản PDF mẫu',
  wordings: [{ criterion, option, label }],
})
const entries = () =>
  rows(
    world,
    sql<{
      subject: string
      detail: object
    }>`select subject, detail from audit.entry where fact = 'regime.wording-loaded'`,
  )

describe('official wording', () => {
  it('is a paraphrase, and says so, until somebody loads it', async () => {
    const labels = await labelsOf(world.as(), coffee)
    expect([labels.paraphrase, labels.of('1.1', 1)]).toEqual([true, paraphrase])
  })

  test.each([
    ['a province officer', somebody('province-officer', '66')],
    ['a ministry officer of one province', somebody('ministry-officer', '66')],
    ['the administrator', somebody('administrator', 'VN')],
  ])('%s may not load it, and nothing is left behind', async (_, actor) => {
    await expect(loadOfficialWording(world.as(actor), set('Nguyên văn lạ'))).rejects.toThrow('regime/not-ministry')
    expect((await labelsOf(world.as(), coffee)).of('1.1', 1)).toBe(paraphrase)
    expect(await entries()).toEqual([])
  })

  test.each([
    ['an option that is not there', set('x', 9), 'regime/wording-mismatch'],
    ['a criterion that is not there', set('x', 1, '99'), 'regime/wording-mismatch'],
    [
      'the same option twice',
      { ...set('x'), wordings: [...set('x').wordings, ...set('y').wordings] },
      'regime/wording-twice',
    ],
    ['a set that is not there', { ...set('x'), rubric: '27' }, 'kernel/not-found'],
  ])('%s is refused whole', async (_, file, code) => {
    await expect(loadOfficialWording(world.as(ministry), file)).rejects.toThrow(code)
    expect(await entries()).toEqual([])
  })

  it('replaces the paraphrase of that option alone, and the book names the source', async () => {
    await loadOfficialWording(world.as(ministry), set('Nguyên văn mức một'))
    const labels = await labelsOf(world.as(), coffee)
    expect([labels.of('1.1', 1), labels.of('1.1', 2)]).toEqual([
      'Nguyên văn mức một',
      coffee.criteria[0]?.options[1]?.label,
    ])
    expect(labels.paraphrase).toBe(true)
    expect((await labelsOf(world.as(), tea)).of('1.1', 1)).toBe(tea.criteria[0]?.options[0]?.label)
    expect(await entries()).toEqual([{ subject: '26-2026/13', detail: { options: 1, source: 'Bản PDF mẫu' } }])
  })

  it('loaded again, the later wording stands', async () => {
    await loadOfficialWording(world.as(ministry), set('Nguyên văn sửa lại'))
    expect((await labelsOf(world.as(), coffee)).of('1.1', 1)).toBe('Nguyên văn sửa lại')
  })

  it('of every option leaves nothing to call a paraphrase', async () => {
    const wordings = tea.criteria.flatMap(({ code, options }) =>
      options.map(({ position }) => ({ criterion: code, option: position, label: `Nguyên văn ${code}.${position}` })),
    )
    await loadOfficialWording(world.as(ministry), { ...set(''), rubric: '11', wordings })
    expect((await labelsOf(world.as(), tea)).paraphrase).toBe(false)
  })
})

describe('a file of wording', () => {
  it('may be CSV with several sets, as spreadsheets write it', () => {
    const csv =
      '\uFEFFtext,rubric,criterion,option,label\r\n26-2026,13,1.1,1,"Dưới 50%, trong tỉnh"\r\n26-2026,11,1.1,2,Từ 50%\r\n'
    expect(readWordings(csv, 'PDF')).toMatchObject({
      ok: true,
      value: [
        {
          text: '26-2026',
          rubric: '13',
          source: 'PDF',
          wordings: [{ criterion: '1.1', option: 1, label: 'Dưới 50%, trong tỉnh' }],
        },
        { rubric: '11', wordings: [{ option: 2, label: 'Từ 50%' }] },
      ],
    })
  })

  it('may be JSON, one set or several', () => {
    expect(readWordings(JSON.stringify(set('a')), 'PDF')).toMatchObject({
      ok: true,
      value: [{ source: 'Bản PDF mẫu' }],
    })
    expect(readWordings(JSON.stringify([set('a'), set('b', 2)]), 'PDF')).toMatchObject({ ok: true, value: [{}, {}] })
  })

  test.each([
    '',
    '{',
    '[]',
    'a,b\n1,2\n',
    'text,rubric,criterion,option,label\n26-2026,13,1.1,0,x\n',
    'text,rubric,criterion,option,label\n26-2026,13,1.1,1,\n',
  ])('that cannot be read is refused: %j', (content) => {
    expect(readWordings(content, 'PDF')).toMatchObject({ ok: false, refusal: { code: 'regime/wording-unreadable' } })
  })
})
