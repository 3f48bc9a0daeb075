import { describe, expect, test } from 'vitest'
import type { Matter, MatterInput, PublicationInput } from './model.ts'
import { judgeFlood, judgeMatter, judgePublication, judgeTransfer, levelOf, matterCan } from './rules.ts'

const codeOf = (
  judged: ReturnType<typeof judgeMatter | typeof judgeFlood | typeof judgePublication | typeof judgeTransfer>,
) => (judged.ok ? 'allowed' : judged.refusal.code)

const input: MatterInput = {
  kind: 'question',
  subject: 'procedure',
  commune: '23473',
  title: 'Hỏi',
  body: 'Nội dung',
  consent: false,
}

test('who decides on a subject answers for it', () => {
  expect([
    levelOf('question', 'procedure'),
    levelOf('difficulty', 'support'),
    levelOf('complaint', 'council'),
    levelOf('proposal', 'rules'),
    levelOf('misuse', 'quality'),
  ]).toEqual(['commune', 'province', 'province', 'ministry', 'province'])
})

describe('what is turned away when it comes in', () => {
  test.each([
    ['a box people do not see', { website: 'x' }, 'feedback/automatic'],
    ['two addresses', { body: 'http://a www.b' }, 'allowed'],
    ['three addresses', { body: 'http://a www.b https://c' }, 'feedback/too-many-links'],
    ['misuse of nothing in particular', { kind: 'misuse' }, 'feedback/misuse-of-what'],
    ['misuse of something', { kind: 'misuse', about: 'Túi trà' }, 'allowed'],
  ] as const)('%s', (_, change, expected) => {
    expect(codeOf(judgeMatter({ ...input, ...change }))).toBe(expected)
  })

  test.each([
    [undefined, 'allowed'],
    [{ kind: 'matter', waitMinutes: 61 }, 'feedback/too-many'],
    [{ kind: 'words', waitMinutes: 61 }, 'feedback/said-already'],
  ])('a source that used up %o', (usedUp, expected) => {
    expect(codeOf(judgeFlood(usedUp))).toBe(expected)
  })
})

describe('what each state leaves open', () => {
  const matter: Pick<Matter, 'state' | 'kind' | 'consents' | 'reopened' | 'transfers'> = {
    state: 'waiting',
    kind: 'question',
    consents: true,
    reopened: false,
    transfers: 0,
  }
  const answered = { ...matter, state: 'answered' } as const
  test.each([
    ['answer', matter, true],
    ['answer', answered, false],
    ['transfer', { ...matter, transfers: 1 }, true],
    ['transfer', { ...matter, transfers: 2 }, false],
    ['reopen', matter, false],
    ['reopen', answered, true],
    ['reopen', { ...answered, reopened: true }, false],
    ['publish', answered, true],
    ['publish', { ...answered, consents: false }, false],
    ['publish', { ...answered, kind: 'misuse' }, false],
    ['publish', matter, false],
  ] as const)('%s in %o: %s', (act, given, expected) => {
    expect(matterCan(act, given)).toBe(expected)
  })

  test('a matter is not sent to where it is, nor a third time', () => {
    expect(codeOf(judgeTransfer({ level: 'commune', transfers: 0 }, 'commune'))).toBe('feedback/same-level')
    expect(codeOf(judgeTransfer({ level: 'commune', transfers: 2 }, 'province'))).toBe('feedback/transferred-enough')
  })
})

describe('a published text', () => {
  const sender = { senderName: 'Lê Thị Lan', senderPhone: '0900000111', producerName: 'HTX Nắng' }
  const clean: PublicationInput = {
    title: 'Hỏi về Lang Biang',
    question: 'Nộp ở đâu, ngày 24/11/2026?',
    answer: 'Ở xã.',
  }
  test.each([
    ['nobody in it', {}, 'allowed'],
    ['the name of the sender', { answer: 'Chị Lê Thị Lan mang hồ sơ tới xã' }, 'feedback/names-sender'],
    ['the name without marks', { question: 'le thi lan hoi' }, 'feedback/names-sender'],
    ['the producer', { answer: 'Htx nắng nộp lại' }, 'feedback/names-sender'],
    ['the telephone of the sender, in groups', { answer: 'Gọi 0900 000.111' }, 'feedback/shows-phone'],
    ['another telephone', { answer: 'Gọi 0905123456' }, 'feedback/shows-phone'],
    ['an address of mail', { question: 'Gửi tới lan@vidu.vn' }, 'feedback/shows-email'],
  ])('with %s', (_, change, expected) => {
    expect(codeOf(judgePublication(sender, { ...clean, ...change }))).toBe(expected)
  })

  test('a short name is found as a word, not inside another', () => {
    const lan = { ...sender, senderName: 'Lan' }
    expect(codeOf(judgePublication(lan, clean))).toBe('allowed')
    expect(codeOf(judgePublication(lan, { ...clean, answer: 'Lang Biang, rồi Lan.' }))).toBe('feedback/names-sender')
  })
})
