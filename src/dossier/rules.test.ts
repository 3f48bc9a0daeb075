import { describe, expect, it, test } from 'vitest'
import { textById } from '../regime/law.ts'
import type { LegalText, TextId } from '../regime/model.ts'
import { dossierActs, dossierStates } from './model.ts'
import type { DossierAct, DossierState } from './model.ts'
import {
  canWrite,
  dossierCan,
  isEnded,
  judgeMove,
  judgeReturn,
  moves,
  waitsToBeScoredAgain,
  whoseTurn,
} from './rules.ts'
import { askedWords, stateLook, stateWords, stepWords, turnWords } from './words.ts'

const law = (id: TextId) => textById(id) as LegalText

function outcome(state: DossierState, act: DossierAct, text: TextId): string {
  const judged = judgeMove({ state }, act, law(text))
  return judged.ok ? judged.value : judged.refusal.code
}

const districtActs = new Set<DossierAct>([
  'receive-at-district',
  'score-at-district',
  'recognise-at-district',
  'propose-to-province',
])

/** Written out once more, so that a slip in the table of the program shows here. */
const open: Readonly<Record<DossierState, string>> = {
  draft: 'file withdraw',
  filed: 'return receive-at-commune send-for-signature report-from-commune withdraw',
  returned: 'complete withdraw',
  completed: 'return receive-at-commune send-for-signature report-from-commune withdraw',
  'received-by-commune': 'return send-for-signature report-from-commune withdraw',
  'commune-checked': 'return report-from-commune withdraw',
  'commune-reported': 'receive-at-province take-back withdraw',
  'received-by-district': 'take-back withdraw',
  'scored-by-district': 'not-recognise',
  'recognised-by-district': 'notify',
  'proposed-to-province': 'receive-at-province',
  'received-by-province': 'ask-completion start-advice withdraw disqualify',
  'completion-asked': 'complete-for-province withdraw',
  'completed-for-province': 'ask-completion start-advice withdraw disqualify',
  'under-advice': 'visit-site ask-lab-test report-advice withdraw disqualify',
  'site-visit': 'ask-lab-test report-advice withdraw disqualify',
  'lab-test': 'visit-site report-advice withdraw disqualify',
  advised: 'put-on-agenda withdraw disqualify',
  'on-agenda': 'take-off-agenda score disqualify',
  scored: 'not-recognise recognise approve-result disqualify',
  'not-recognised': 'notify score-again score-again-at-ministry',
  'recognised-by-province': 'notify score-again score-again-at-ministry',
  'result-approved': 'send-to-ministry score-again',
  'sent-to-ministry': 'take-back-from-ministry receive-at-ministry score-at-ministry',
  'received-by-ministry': 'score-at-ministry',
  'scored-by-ministry': 'recognise-at-ministry fall-below-90',
  'recognised-by-ministry': 'notify score-again-at-ministry',
  'below-90': 'evaluate-again not-recognise recognise score-again-at-ministry',
  notified: 'publish score-again score-again-at-ministry',
  published: 'score-again score-again-at-ministry',
  withdrawn: '',
  disqualified: '',
}

describe('what may be done in which state under 26/2026', () => {
  describe.each(dossierStates)('%s', (state) => {
    it(`opens exactly: ${open[state] || 'nothing'}`, () => {
      const allowed = dossierActs.filter((act) => judgeMove({ state }, act, law('26-2026')).ok)
      expect(allowed.toSorted()).toEqual(open[state].split(' ').filter(Boolean).toSorted())
    })

    test.each(dossierActs.filter((act) => !districtActs.has(act)))(
      '%s leads where the table says or is refused',
      (act) => {
        const may = open[state].split(' ').includes(act)
        expect(dossierCan(act, { state })).toBe(may)
        expect(outcome(state, act, '26-2026')).toBe(may ? moves[act].to : 'dossier/not-now')
      },
    )
  })

  it('a refusal names the state and the act, so that its sentence can', () => {
    expect(judgeMove({ state: 'withdrawn' }, 'file', law('26-2026'))).toMatchObject({
      refusal: { code: 'dossier/not-now', facts: { state: 'withdrawn', act: 'file' } },
    })
  })

  it('every state is reached by some act, and from a draft', () => {
    const reached = new Set<DossierState>(['draft'])
    const texts = ['26-2026', '148-2023'] as const
    for (let before = 0; before < reached.size;) {
      before = reached.size
      for (const state of Array.from(reached))
        for (const act of dossierActs)
          for (const text of texts) {
            const judged = judgeMove({ state }, act, law(text))
            if (judged.ok) reached.add(judged.value)
          }
    }
    expect([...reached].toSorted()).toEqual([...dossierStates].toSorted())
  })
})

describe('the district is a step of the texts that knew districts', () => {
  test.each([...districtActs])('%s is refused under the texts of two levels, in every state', (act) => {
    for (const text of ['26-2026', '1489-2025'] as const)
      for (const state of dossierStates) expect(outcome(state, act, text)).toBe('dossier/no-district-level')
  })

  test.each<[TextId, DossierState, DossierAct, string]>([
    ['1048-2019', 'filed', 'receive-at-district', 'received-by-district'],
    ['1048-2019', 'received-by-district', 'score-at-district', 'scored-by-district'],
    ['1048-2019', 'scored-by-district', 'propose-to-province', 'proposed-to-province'],
    ['1048-2019', 'scored-by-district', 'not-recognise', 'not-recognised'],
    ['1048-2019', 'scored-by-district', 'recognise-at-district', 'dossier/district-recognises-none'],
    ['1048-2019', 'filed', 'report-from-commune', 'dossier/goes-to-district'],
    ['148-2023', 'filed', 'receive-at-district', 'received-by-district'],
    ['148-2023', 'completed', 'receive-at-district', 'received-by-district'],
    ['148-2023', 'scored-by-district', 'recognise-at-district', 'recognised-by-district'],
    ['148-2023', 'scored-by-district', 'propose-to-province', 'proposed-to-province'],
    ['148-2023', 'recognised-by-district', 'notify', 'notified'],
    ['148-2023', 'recognised-by-district', 'propose-to-province', 'dossier/not-now'],
    ['148-2023', 'filed', 'report-from-commune', 'dossier/goes-to-district'],
    ['1489-2025', 'filed', 'report-from-commune', 'commune-reported'],
  ])('under %s a dossier %s, %s: %s', (text, state, act, expected) => {
    expect(outcome(state, act, text)).toBe(expected)
  })
})

test.each([
  [[], false],
  [['order-again'], true],
  [['order-again', 'transfer'], true],
  [['order-again', 'result-stands'], false],
  [['order-again', 'score-again'], false],
  [['order-again', 'result-stands', 'order-again'], true],
] as const)('after %j another session is to score it again: %s', (acts, waits) => {
  expect(waitsToBeScoredAgain(acts.map((act) => ({ act })))).toBe(waits)
})

describe('whose turn it is', () => {
  test.each([
    ['producer', 'draft returned completion-asked'],
    ['commune-officer', 'filed completed received-by-commune'],
    ['commune-leader', 'commune-checked'],
    ['district', 'received-by-district scored-by-district recognised-by-district'],
    ['advisory-team', 'under-advice site-visit lab-test'],
    ['council', 'on-agenda'],
    ['province-leader', 'scored'],
    ['ministry', 'sent-to-ministry received-by-ministry scored-by-ministry recognised-by-ministry'],
    ['nobody', 'notified published withdrawn disqualified'],
    [
      'province',
      'commune-reported proposed-to-province received-by-province completed-for-province ' +
        'advised not-recognised recognised-by-province result-approved below-90',
    ],
  ])('%s: %s', (owner, states) => {
    expect(dossierStates.filter((state) => whoseTurn(state) === owner).toSorted()).toEqual(states.split(' ').toSorted())
  })

  it('the producer writes in its own turn only, and nothing but publication, or another result of scoring again, follows an end', () => {
    for (const state of dossierStates) {
      expect(canWrite(state)).toBe(whoseTurn(state) === 'producer')
      const onward = open[state].split(' ').filter((act) => act !== '' && !act.startsWith('score-again'))
      if (isEnded(state)) expect([[], ['publish']]).toContainEqual(onward)
      else if (whoseTurn(state) !== 'district') expect(open[state]).not.toBe('')
    }
  })

  it('every state, act and owner has its words', () => {
    for (const state of dossierStates)
      for (const words of [stateWords, stateLook, askedWords]) expect(words[state]).toMatch(/\S/)
    for (const act of dossierActs) expect(stepWords[act]).toMatch(/\S/)
    for (const state of dossierStates) expect(turnWords[whoseTurn(state)]).toMatch(/\S/)
  })
})

describe('one return per stage, complete', () => {
  const earlier = [{ stepPosition: 3 }]

  it('the first needs nobody else and no reason', () => {
    expect(judgeReturn([], { lateReason: undefined, byLeader: false })).toEqual({ ok: true, value: null })
  })

  test.each([
    [false, undefined, 'dossier/returned-before'],
    [false, 'phát hiện sau', 'dossier/returned-before'],
    [true, undefined, 'dossier/late-reason-missing'],
    [true, '', 'dossier/late-reason-missing'],
  ])('a second one: by the leader %s, reason %s → %s', (byLeader, lateReason, code) => {
    expect(judgeReturn(earlier, { lateReason, byLeader })).toMatchObject({ ok: false, refusal: { code } })
  })

  it('the leader with a reason may, and the reason is what is kept', () => {
    expect(judgeReturn(earlier, { lateReason: 'phát hiện sau', byLeader: true })).toEqual({
      ok: true,
      value: 'phát hiện sau',
    })
  })
})
