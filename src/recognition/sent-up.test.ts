import { expect, test } from 'vitest'
import {
  awarding,
  ministryOfficer,
  otherLeader,
  owner,
  provinceLeader,
  provinceOfficer,
} from '../../test/support/awarding.ts'
import { visiting } from '../../test/support/pages.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { dossierById, wholeDossier } from '../dossier/actions.ts'
import { receiveAtMinistry, takeBackFromMinistry } from '../dossier/actions-forward.ts'
import { deskItems } from '../dossier/actions-queue.ts'
import { dossierPages } from '../dossier/pages.tsx'
import { judgeMove } from '../dossier/rules.ts'
import { refusals } from '../dossier/words.ts'
import type { Actor } from '../kernel/actor.ts'
import { textById } from '../regime/law.ts'
import { paths } from '../ui/paths.ts'
import { sendToMinistry } from './actions-certificate.ts'
import { draftingDesk } from './actions-desk.ts'
import { draftDecision } from './actions-draft.ts'
import { issueDecision } from './actions-issue.ts'

const world = useWorld()
const stage = awarding(world)
const as = (actor: Actor) => visiting(dossierPages, refusals, () => world.as(actor))
let number = 700

/** An approved result of 93 points, sent up to the ministry by the province. */
async function sentUp(name: string): Promise<string> {
  const { sessionId, dossiers } = await stage.scored({ [name]: 93 })
  const [id = ''] = dossiers
  const [decision = ''] = await draftDecision(world.as(provinceOfficer), { sessionId })
  const signed = { decidedOn: '2026-06-26', signerName: 'Nguyễn Văn Mẫu', signerTitle: 'Chủ tịch' }
  await issueDecision(world.as(provinceLeader), decision, { ...signed, number: String(++number) })
  await sendToMinistry(world.as(provinceOfficer), id)
  return id
}

const stateOf = async (id: string) => (await dossierById(world.as(), id))?.state

test('what the province sent by mistake comes back with a reason until the ministry receives it', async () => {
  const id = await sentUp('Cà phê lấy lại')
  expect(await stateOf(id)).toBe('sent-to-ministry')
  const page = await (await as(provinceLeader).get(paths.dossier.file(id))).text()
  expect(page).toContain('Lấy lại được cho tới khi Bộ tiếp nhận')
  expect(page).toContain('Văn bản không nêu việc này; đây là mặc định.')
  expect((await as(provinceLeader).post(paths.dossier.takeBackFromMinistry(id), {})).status).toBe(422)
  const { status } = await as(provinceLeader).post(paths.dossier.takeBackFromMinistry(id), { reason: 'Gửi nhầm hồ sơ' })
  expect([status, await stateOf(id)]).toEqual([303, 'result-approved'])
  // The ministry finds nothing of it, the province has it on its desk again.
  expect(await refusedWith(wholeDossier(world.as(ministryOfficer), id))).toEqual(['kernel/not-found'])
  const { approved } = await draftingDesk(world.as(provinceOfficer))
  expect(approved.map(({ dossierId }) => dossierId)).toContain(id)
  await sendToMinistry(world.as(provinceOfficer), id)
  expect((await wholeDossier(world.as(ministryOfficer), id)).steps.map(({ act }) => act).slice(-3)).toEqual([
    'send-to-ministry',
    'take-back-from-ministry',
    'send-to-ministry',
  ])
})

test('the ministry receives it by one press, and from then on it stays', async () => {
  const id = await sentUp('Cà phê đã nhận')
  const item = (await deskItems(world.as(ministryOfficer))).find((one) => one.id === id)
  expect(item).toMatchObject({ act: 'Tiếp nhận hồ sơ tỉnh gửi', turn: 'Bộ' })
  const press = () => as(ministryOfficer).post(paths.dossier.receiveAtMinistry(id), { key: 'b9' })
  expect([(await press()).status, (await press()).status]).toEqual([303, 303])
  expect(await stateOf(id)).toBe('received-by-ministry')
  const late = await as(provinceLeader).post(paths.dossier.takeBackFromMinistry(id), { reason: 'Nhầm' })
  expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('Bộ đã tiếp nhận')])
})

test('calling it to a session of the ministry receives it too', async () => {
  const id = await sentUp('Cà phê lên phiên')
  await stage.session('ministry', [id], [94], '2026-09-10')
  expect((await wholeDossier(world.as(ministryOfficer), id)).steps.map(({ act }) => act).slice(-2)).toEqual([
    'receive-at-ministry',
    'score-at-ministry',
  ])
})

test('nobody else takes it back or receives it', async () => {
  const id = await sentUp('Cà phê của tỉnh')
  const back = (actor: Actor) => refusedWith(takeBackFromMinistry(world.as(actor), id, 'Nhầm'))
  expect(await back(provinceOfficer)).toEqual(['dossier/not-yours-to-do'])
  expect(await back(ministryOfficer)).toEqual(['dossier/not-yours-to-do'])
  expect(await back(otherLeader)).toEqual(['kernel/not-found'])
  const { producerId } = (await dossierById(world.as(), id)) ?? { producerId: '' }
  const torn = { ...provinceLeader, producers: [producerId] }
  expect(await back(torn)).toEqual(['dossier/not-yours-to-do'])
  expect(await back(owner(producerId))).toEqual(['dossier/not-yours-to-do'])
  expect(await refusedWith(receiveAtMinistry(world.as(provinceLeader), id))).toEqual(['dossier/not-yours-to-do'])
  expect(await stateOf(id)).toBe('sent-to-ministry')
})

test('a text that forbids taking back closes both acts', () => {
  const { procedure } = textById('26-2026')!
  const strict = { procedure: { ...procedure, takeBack: 'never' as const } }
  for (const [act, state] of [
    ['take-back', 'commune-reported'],
    ['take-back-from-ministry', 'sent-to-ministry'],
  ] as const) {
    expect(judgeMove({ state }, act, { procedure }).ok).toBe(true)
    expect(judgeMove({ state }, act, strict)).toMatchObject({ refusal: { code: 'dossier/no-taking-back' } })
  }
})
