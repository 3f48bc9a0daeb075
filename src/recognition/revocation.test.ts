import { describe, expect, test } from 'vitest'
import { ministryOfficer, otherLeader, provinceLeader, provinceOfficer } from '../../test/support/awarding.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { recognising } from '../../test/support/recognising.ts'
import { useWorld } from '../../test/support/world.ts'
import { visitor } from '../kernel/actor.ts'
import { liftSuspension, suspend } from './actions-certificate.ts'
import { draftRevocation } from './actions-draft.ts'
import { issueDecision } from './actions-issue.ts'
import { certificateByNumber } from './actions-read.ts'

const world = useWorld()
const { recognised, statusOn } = recognising(world)

describe('revocation (26/2026 Điều 8)', () => {
  const input = (numbers: readonly string[]) =>
    ({
      numbers: [...numbers],
      ground: 'ceased',
      note: 'Xã xác nhận ngừng sản xuất',
      concludedOn: '2026-11-10',
    }) as const

  test('a decision with a ground ends the certificate, in whichever unit gave it', async () => {
    const { number } = await recognised('Thu hồi', '2025-02-03')
    const id = await draftRevocation(world.as(provinceOfficer), input([number]))
    expect(await refusedWith(draftRevocation(world.as(provinceOfficer), input([number])))).toEqual([
      'recognition/in-another-draft',
    ])
    expect(await statusOn(number, '2026-11-24')).toBe('valid')
    await issueDecision(world.as(provinceLeader), id, {
      number: '2210',
      decidedOn: '2026-11-20',
      signerName: 'Nguyễn Văn Mẫu',
      signerTitle: 'Chủ tịch',
    })
    expect([await statusOn(number, '2026-11-19'), await statusOn(number, '2026-11-20')]).toEqual(['valid', 'revoked'])
    const certificate = await certificateByNumber(world.as(visitor), number)
    expect([certificate?.endGround, certificate?.endedBy?.number]).toEqual(['ceased', '2210/QĐ-UBND'])
    expect(await refusedWith(draftRevocation(world.as(provinceOfficer), input([number])))).toEqual([
      'recognition/not-alive',
    ])
  })

  test('each certificate that cannot be revoked is named', async () => {
    const { number } = await recognised('Không của mình', '2025-02-03')
    expect(
      await refusedWith(
        draftRevocation(world.as(provinceOfficer), input([number, 'OCOP-51-2025-9998', 'OCOP-51-2025-9999'])),
      ),
    ).toEqual(['recognition/no-such-certificate', 'recognition/no-such-certificate'])
    for (const actor of [otherLeader, ministryOfficer])
      expect(await refusedWith(draftRevocation(world.as(actor), input([number])))).toEqual([
        'recognition/not-yours-to-draft',
      ])
  })

  test('a conclusion to come, and a decision before its conclusion, are refused', async () => {
    const { number } = await recognised('Ngày kết luận', '2025-02-03')
    expect(
      await refusedWith(draftRevocation(world.as(provinceOfficer), { ...input([number]), concludedOn: '2026-11-25' })),
    ).toEqual(['recognition/concluded-in-future'])
    const id = await draftRevocation(world.as(provinceOfficer), input([number]))
    expect(
      await refusedWith(
        issueDecision(world.as(provinceLeader), id, {
          number: '2211',
          decidedOn: '2026-11-09',
          signerName: 'Nguyễn Văn Mẫu',
          signerTitle: 'Chủ tịch',
        }),
      ),
    ).toEqual(['recognition/decided-before-basis'])
  })
})

test('a suspension stops the mark and its lifting gives it back', async () => {
  const { number } = await recognised('Đình chỉ', '2025-02-03')
  expect(await refusedWith(suspend(world.as(provinceOfficer), number, { reason: 'Mẫu' }))).toEqual(['kernel/not-found'])
  await suspend(world.as(provinceLeader, '2026-11-18T02:00:00.000Z'), number, { reason: 'Đang kiểm tra theo phản ánh' })
  expect(await refusedWith(suspend(world.as(provinceLeader), number, { reason: 'Lần nữa' }))).toEqual([
    'recognition/already-suspended',
  ])
  expect([await statusOn(number, '2026-11-17'), await statusOn(number, '2026-11-18')]).toEqual(['valid', 'suspended'])
  const { producerId } = (await certificateByNumber(world.as(), number)) ?? {}
  const kin = world.as({ ...provinceLeader, producers: [producerId ?? ''] })
  expect(await refusedWith(liftSuspension(kin, number))).toEqual(['kernel/not-found'])
  await liftSuspension(world.as(provinceLeader), number)
  expect([await statusOn(number, '2026-11-23'), await statusOn(number, '2026-11-24')]).toEqual(['suspended', 'valid'])
})
