import { expect, test } from 'vitest'
import {
  awarding,
  ministryLeader,
  otherLeader,
  provinceLeader,
  provinceOfficer,
  signed,
} from '../../test/support/awarding.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { dossierById } from '../dossier/actions.ts'
import { sendToMinistry } from './actions-certificate.ts'
import { deskItems } from './actions-desk.ts'
import { draftDecision, evaluateAgain, useMinistryResult } from './actions-draft.ts'
import { issueDecision } from './actions-issue.ts'
import { certificateByNumber } from './actions-read.ts'

const world = useWorld()
const stage = awarding(world)
const leader = () => world.as(provinceLeader)
const stateOf = async (dossierId: string) => (await dossierById(world.as(), dossierId))?.state

async function approved(name: string, ministryTotal: number) {
  const { decisionId, dossiers } = await stage.drafted({ [name]: 95 })
  const dossierId = dossiers[0] as string
  expect(await issueDecision(leader(), decisionId, { ...signed, number: stage.nextNumber() })).toEqual([])
  expect(await stateOf(dossierId)).toBe('result-approved')
  expect((await deskItems(world.as(provinceOfficer))).find(({ id }) => id === dossierId)?.act).toBe('Gửi hồ sơ lên Bộ')
  await sendToMinistry(world.as(provinceOfficer), dossierId)
  const sessionId = await stage.session('ministry', [dossierId], [ministryTotal], '2026-09-15')
  return { dossierId, sessionId, decisions: await draftDecision(world.as(), { sessionId }) }
}

test('an approved result is no recognition; the minister recognises', async () => {
  const { dossierId, decisions } = await approved('Năm sao', 93)
  const [id = ''] = decisions
  expect(await refusedWith(issueDecision(leader(), id, { ...signed, number: stage.nextNumber() }))).toEqual([
    'kernel/not-found',
  ])
  const [number = ''] = await issueDecision(world.as(ministryLeader), id, {
    number: '377',
    decidedOn: '2026-09-20',
    signerName: 'Trần Thị Mẫu',
    signerTitle: 'Thứ trưởng',
  })
  expect(number).toBe('OCOP-VN-2026-0001')
  expect(await certificateByNumber(world.as(), number)).toMatchObject({
    stars: 5,
    decision: { number: '377/QĐ-BNNMT', authority: 'Bộ Nông nghiệp và Môi trường' },
  })
  expect(await stateOf(dossierId)).toBe('notified')
})

test('under five stars at the ministry the province may recognise by that result', async () => {
  const { dossierId, decisions } = await approved('Dưới chín mươi', 86)
  expect(decisions).toEqual([])
  expect(await stateOf(dossierId)).toBe('below-90')
  expect(await refusedWith(useMinistryResult(world.as(otherLeader), dossierId))).toEqual(['kernel/not-found'])
  const id = (await useMinistryResult(world.as(provinceOfficer), dossierId)) ?? ''
  expect(await refusedWith(useMinistryResult(world.as(provinceOfficer), dossierId))).toEqual([
    'recognition/not-awaiting-ministry',
  ])
  const [number = ''] = await issueDecision(leader(), id, {
    ...signed,
    number: stage.nextNumber(),
    decidedOn: '2026-09-30',
  })
  expect(await certificateByNumber(world.as(), number)).toMatchObject({ stars: 4, decision: { level: 'province' } })
  expect(await stateOf(dossierId)).toBe('notified')
})

test('or it holds its own evaluation, and recognises by that', async () => {
  const { dossierId } = await approved('Chấm lại ở tỉnh', 84)
  expect(await refusedWith(evaluateAgain(world.as(otherLeader), dossierId))).toEqual(['kernel/not-found'])
  await evaluateAgain(world.as(provinceOfficer), dossierId)
  expect(await stateOf(dossierId)).toBe('advised')
  expect(await refusedWith(useMinistryResult(world.as(provinceOfficer), dossierId))).toEqual([
    'recognition/not-awaiting-ministry',
  ])
  const sessionId = await stage.session('province', [dossierId], [77], '2026-10-15')
  const [id = ''] = await draftDecision(world.as(), { sessionId })
  const [number = ''] = await issueDecision(leader(), id, {
    ...signed,
    number: stage.nextNumber(),
    decidedOn: '2026-10-20',
  })
  expect(await certificateByNumber(world.as(), number)).toMatchObject({ stars: 4, decision: { level: 'province' } })
})

test('a ministry result without recognition ends the way when the province uses it', async () => {
  const { dossierId } = await approved('Dưới ba sao', 44)
  expect(await useMinistryResult(world.as(provinceOfficer), dossierId)).toBeUndefined()
  expect(await stateOf(dossierId)).toBe('notified')
  expect(await refusedWith(evaluateAgain(world.as(provinceOfficer), dossierId))).toEqual([
    'recognition/not-awaiting-ministry',
  ])
})
