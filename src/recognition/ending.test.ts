import { describe, expect, test } from 'vitest'
import { awarding, commune, owner, province, provinceLeader } from '../../test/support/awarding.ts'
import { refusedWith } from '../../test/support/producers.ts'
import { recognising } from '../../test/support/recognising.ts'
import { useWorld } from '../../test/support/world.ts'
import { moveDossier } from '../dossier/actions.ts'
import { visitor } from '../kernel/actor.ts'
import { atomically } from '../platform/atomically.ts'
import { oneRow, rows, sql } from '../platform/db.ts'
import { graceDays } from '../regime/law.ts'
import { openRenewal, openUpgrade, registerRenewal } from './actions-certificate.ts'
import { draftDecision } from './actions-draft.ts'
import { recordExpiries } from './actions-ending.ts'
import { issueDecision } from './actions-issue.ts'
import { enterPastEnding, enterPastRecognition } from './actions-past.ts'
import { certificateByNumber, checkTexts } from './actions-read.ts'

const world = useWorld()
const stage = awarding(world)
const { at, pastDecision, recognised, statusOn } = recognising(world)

async function starsOn(productId: string, day: string): Promise<number | null> {
  const asked = sql<{
    stars: number | null
  }>`select recognition.pub_stars_on(${productId}, ${day}, ${graceDays}) as stars`
  return (await oneRow(world, asked)).stars
}

describe('recognitions of the past', () => {
  test('the same line entered twice changes nothing; another product joins the decision', async () => {
    const [one, two] = [await stage.product('Cũ một'), await stage.product('Cũ hai')]
    const decision = pastDecision('2024-05-06')
    const enter = (productId: string) =>
      atomically(at('2026-11-24'), (tx) => enterPastRecognition(tx, { decision, productId, stars: 4 }))
    const first = await enter(one.productId)
    expect(await enter(one.productId)).toEqual({ ...first, outcome: 'already' })
    const second = await enter(two.productId)
    expect(second.decisionId).toBe(first.decisionId)
    expect(await statusOn(first.certificateNumber as string, '2027-05-06')).toBe('valid')
    expect(await statusOn(first.certificateNumber as string, '2024-05-05')).toBe('none')
  })

  test.each([
    ['148-2023', 'district', 3, []],
    ['148-2023', 'district', 4, ['recognition/level-cannot-recognise']],
    ['148-2023', 'province', 4, []],
    ['1048-2019', 'district', 3, ['recognition/level-cannot-recognise']],
    ['1048-2019', 'province', 3, []],
    ['1048-2019', 'ministry', 5, []],
    ['26-2026', 'province', 5, ['recognition/level-cannot-recognise']],
  ] as const)('under %s, a %s that gives %i stars is judged by that text', async (text, level, stars, codes) => {
    const { productId } = await stage.product(`Cấp ${text} ${level} ${stars}`)
    const decision = pastDecision('2024-05-06', {
      text,
      level,
      ...(level === 'district'
        ? { unitCode: '613', unitOn: '2024-05-06', authority: 'Ủy ban nhân dân huyện Kon Plông' }
        : {}),
    })
    expect(
      await refusedWith(atomically(at('2026-11-24'), (tx) => enterPastRecognition(tx, { decision, productId, stars }))),
    ).toEqual(codes)
  })

  test('without the day of the decision there is no term, so a person must find it', async () => {
    const { productId } = await stage.product('Không ngày')
    expect(
      await refusedWith(
        atomically(at('2026-11-24'), (tx) =>
          enterPastRecognition(tx, { decision: pastDecision(null), productId, stars: 3 }),
        ),
      ),
    ).toEqual(['recognition/day-unknown'])
  })

  test('a newer certificate replaces the one that stood, in whatever order they are entered', async () => {
    const { productId } = await stage.product('Nối tiếp')
    const enter = (day: string) =>
      atomically(at('2026-11-24'), (tx) =>
        enterPastRecognition(tx, { decision: pastDecision(day), productId, stars: 4 }),
      )
    const newer = await enter('2025-01-10')
    const older = await enter('2022-06-01')
    expect(await statusOn(older.certificateNumber as string, '2025-01-09')).toBe('valid')
    expect(await statusOn(older.certificateNumber as string, '2025-01-10')).toBe('expired')
    expect((await certificateByNumber(at('2026-11-24'), older.certificateNumber as string))?.replacedBy).toBe(
      newer.certificateNumber,
    )
  })

  test('a removal of the past is entered once, and shows its day', async () => {
    const { number } = await recognised('Gỡ bỏ', '2024-05-06')
    const enter = () =>
      atomically(at('2026-11-24'), (tx) =>
        enterPastEnding(tx, {
          certificateNumber: number,
          kind: 'revoked',
          endedOn: '2025-03-01',
          decision: pastDecision('2025-03-01', { kind: 'revoke' }),
        }),
      )
    expect([await enter(), await enter()]).toEqual(['entered', 'already'])
    expect([await statusOn(number, '2025-02-28'), await statusOn(number, '2025-03-01')]).toEqual(['valid', 'revoked'])
  })
})

describe('renewal', () => {
  test('filed in the window it keeps the mark; the new certificate replaces the old', async () => {
    const { number, productId, producerId } = await recognised('Gia hạn', '2023-12-01')
    expect(await refusedWith(openRenewal(at('2026-06-03', owner(producerId)), number))).toEqual([
      'recognition/renewal-early',
    ])
    expect(await refusedWith(openRenewal(at('2026-06-10', owner('someone else')), number))).toEqual([
      'kernel/not-found',
    ])
    const dossierId = await stage.dossier(productId, { kind: 'renewal', filedOn: '2026-06-15' })
    await atomically(at('2026-06-15'), (tx) => registerRenewal(tx, { certificateNumber: number, dossierId }))
    expect(await statusOn(number, '2026-12-01')).toBe('valid')
    expect(await statusOn(number, '2026-12-02')).toBe('renewal-pending')
    expect(await statusOn(number, '2027-05-30')).toBe('renewal-pending')
    expect(await statusOn(number, '2027-05-31')).toBe('expired')
    // What trade, fairs and direct sale ask says the same.
    const days = ['2023-11-30', '2023-12-01', '2026-12-02', '2027-05-30', '2027-05-31']
    expect(await Promise.all(days.map((day) => starsOn(productId, day)))).toEqual([null, 4, 4, 4, null])
    const sessionId = await stage.session('province', [dossierId], [82], '2026-12-10')
    const [decisionId = ''] = await draftDecision(at('2026-12-10'), { sessionId })
    const [next = ''] = await issueDecision(at('2026-12-15', provinceLeader), decisionId, {
      number: '991',
      decidedOn: '2026-12-15',
      signerName: 'Nguyễn Văn Mẫu',
      signerTitle: 'Chủ tịch',
    })
    expect([
      await statusOn(number, '2026-12-14'),
      await statusOn(number, '2026-12-15'),
      await statusOn(next, '2026-12-15'),
    ]).toEqual(['renewal-pending', 'expired', 'valid'])
    expect((await certificateByNumber(at('2026-12-20'), number))?.replacedBy).toBe(next)
  })

  test('a renewal without a star ends the grace on the day of the result', async () => {
    const { number, productId } = await recognised('Gia hạn trượt', '2023-12-01')
    const dossierId = await stage.dossier(productId, { kind: 'renewal', filedOn: '2026-06-15' })
    await atomically(at('2026-06-15'), (tx) => registerRenewal(tx, { certificateNumber: number, dossierId }))
    const sessionId = await stage.session('province', [dossierId], [40], '2026-12-10')
    expect(await draftDecision(at('2026-12-10'), { sessionId })).toEqual([])
    expect([await statusOn(number, '2026-12-09'), await statusOn(number, '2026-12-10')]).toEqual([
      'renewal-pending',
      'expired',
    ])
  })

  test('the owner opens one dossier at a time; a draft does not keep the mark', async () => {
    const { number, producerId } = await recognised('Mở hồ sơ', '2024-01-01')
    const dossierId = await openRenewal(at('2026-08-01', owner(producerId)), number)
    expect(await refusedWith(openRenewal(at('2026-08-02', owner(producerId)), number))).toEqual([
      'recognition/renewal-open',
    ])
    expect(await refusedWith(openUpgrade(at('2026-08-02', owner(producerId)), number))).toEqual([
      'recognition/renewal-open',
    ])
    expect(await statusOn(number, '2027-01-02')).toBe('expired')
    await atomically(at('2026-08-03', owner(producerId)), (tx) => moveDossier(tx, dossierId, 'withdraw'))
    expect(await openUpgrade(at('2026-08-04', owner(producerId)), number)).toBeDefined()
  })
})

describe('expiry', () => {
  test('is written down once, after the days a pending renewal adds', async () => {
    const plain = await recognised('Hết hạn', '2023-11-20')
    const waiting = await recognised('Chờ hạn', '2023-11-20')
    const dossierId = await stage.dossier(waiting.productId, { kind: 'renewal', filedOn: '2026-06-15' })
    await atomically(at('2026-06-15'), (tx) => registerRenewal(tx, { certificateNumber: waiting.number, dossierId }))
    await recordExpiries(at('2026-11-20'))
    const facts = (number: string) =>
      rows(
        world,
        sql<{ endedOn: string }>`select ended_on from recognition.ending where certificate_number = ${number}`,
      )
    expect(await facts(plain.number)).toEqual([])
    await recordExpiries(at('2026-11-21'))
    expect(await recordExpiries(at('2026-11-21'))).toBe(0)
    expect([await facts(plain.number), await facts(waiting.number)]).toEqual([[{ endedOn: '2026-11-21' }], []])
    await recordExpiries(at('2027-05-20'))
    expect(await facts(waiting.number)).toEqual([{ endedOn: '2027-05-20' }])
  })
})

describe('what a text stands for', () => {
  const home = 'https://ocop.example.vn'

  test('numbers, addresses, codes and names lead to the same certificate, a thousand in a handful of statements', async () => {
    const { number } = await recognised('Cà phê Rẫy Cũ', '2025-02-03')
    const texts = [number, number.toLowerCase(), `${home}/chung-nhan/${number}`, 'cà  phê RẪY cũ', 'Ca phe ray cu']
    const found = await checkTexts(world.as(visitor), texts, home)
    expect(found.map(({ verdict, certificate }) => [verdict, certificate?.number])).toEqual(
      texts.map(() => ['valid', number]),
    )
    const shelf = await checkTexts(
      world.as(visitor),
      Array.from({ length: 1_000 }, (_, index) => (index % 2 === 0 ? number : `OCOP-51-2025-${index}`)),
      home,
    )
    expect(shelf.filter(({ verdict }) => verdict === 'valid')).toHaveLength(500)
    expect(shelf.filter(({ verdict }) => verdict === 'unknown')).toHaveLength(500)
  })

  test('a dossier that got no star cannot be found by any number, code or name', async () => {
    const { dossiers, sessionId } = await stage.scored({ 'Trà Trượt Sao': 41 })
    await draftDecision(world.as(), { sessionId })
    const found = await checkTexts(
      world.as(visitor),
      [dossiers[0] as string, 'Trà Trượt Sao', `OCOP-${province}-2026-0001`, `${province}-${commune}-1-2026`],
      home,
    )
    expect(found.map(({ verdict }) => verdict)).toEqual(['unknown', 'unknown', 'unknown', 'unknown'])
  })
})
