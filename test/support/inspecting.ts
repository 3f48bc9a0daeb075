import type { Actor } from '../../src/kernel/actor.ts'
import { answerItem, openInspection, signInspection } from '../../src/oversight/actions.ts'
import { inspectionFile } from '../../src/oversight/actions-reading.ts'
import type { CheckInput, SignInput } from '../../src/oversight/model.ts'
import { atomically } from '../../src/platform/atomically.ts'
import { enterPastRecognition } from '../../src/recognition/actions-past.ts'
import type { CertifiedStars } from '../../src/recognition/model.ts'
import { awarding, province } from './awarding.ts'
import type { World } from './world.ts'

export const inspector: Actor = {
  id: 'kiem-tra',
  name: 'Cán bộ kiểm tra mẫu',
  postings: [{ role: 'inspector', unit: province, province }],
  producers: [],
}

export const otherInspector: Actor = {
  ...inspector,
  id: 'kiem-tra-khac',
  postings: [{ role: 'inspector', unit: '66', province: '66' }],
}

export const signing: SignInput = {
  place: 'Thôn Mẫu, xã Măng Đen',
  visitedOn: '2026-11-24',
  fromClock: '08:30',
  toClock: '10:00',
  present: ['Y Mẫu Hạnh, chủ cơ sở', 'A Mẫu Xã, cán bộ xã'],
  remedyDays: 30,
  rest: true,
}

export const answer = (change: Partial<CheckInput> = {}): CheckInput => ({
  verdict: 'yes',
  grave: false,
  seen: 0,
  ...change,
})

/** Certificates of the province with a scored dossier behind them, and inspections of them. All of it is invented. */
export function inspecting(world: World) {
  const { product, dossier } = awarding(world)
  let count = 500

  async function certified(name: string, stars: CertifiedStars = 3, meanHundredths = 6000, decidedOn = '2026-07-01') {
    const made = await product(name)
    const dossierId = await dossier(made.productId)
    const { certificateNumber } = await atomically(world.as(), (tx) =>
      enterPastRecognition(tx, {
        decision: {
          kind: 'recognise',
          level: stars === 5 ? 'ministry' : 'province',
          unitCode: stars === 5 ? 'VN' : province,
          unitOn: decidedOn,
          authority: 'Ủy ban nhân dân tỉnh Quảng Ngãi',
          number: `${++count}/QĐ-UBND`,
          year: 2026,
          decidedOn,
          text: '26-2026',
        },
        productId: made.productId,
        stars,
        meanHundredths,
        dossierId,
        printedHere: true,
        sample: true,
      }),
    )
    return { ...made, dossierId, certificate: certificateNumber ?? '' }
  }

  function open(certificate: string, change: Partial<Parameters<typeof openInspection>[1]> = {}): Promise<string> {
    return openInspection(world.as(inspector), {
      certificate,
      unit: province,
      reason: 'Kiểm tra mẫu',
      visitOn: '2026-11-24',
      announced: true,
      ...change,
    })
  }

  /** Opened, with these items not met, and signed: remedies are due on 24/12/2026. */
  async function signed(
    certificate: string,
    notMet: Readonly<Record<string, { grave?: boolean }>> = {},
  ): Promise<string> {
    const id = await open(certificate)
    await answerItem(world.as(inspector), id, 'D2', answer(), null)
    for (const [code, { grave = false }] of Object.entries(notMet)) {
      await answerItem(world.as(inspector), id, code, answer({ verdict: 'no', note: `Thấy ở ${code}`, grave }), null)
    }
    await signInspection(world.as(inspector), id, signing)
    return id
  }

  async function findingId(id: string, position = 1): Promise<string> {
    const { findings } = await inspectionFile(world.as(inspector), id)
    return findings[position - 1]?.id ?? ''
  }

  return { certified, open, signed, findingId }
}
