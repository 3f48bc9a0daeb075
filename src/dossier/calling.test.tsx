import { describe, expect, it } from 'vitest'
import type { DossierState, Whole } from './model.ts'
import { ActForms } from './views-acts.tsx'
import type { Rights } from './views-acts.tsx'

const none: Rights = {
  turn: false,
  write: false,
  file: false,
  askHelp: false,
  sayWritten: false,
  withdraw: false,
  check: false,
  sign: false,
  officer: false,
  receive: false,
  receiveAtMinistry: false,
  signAtProvince: false,
  advise: false,
  ask: false,
}

function acts(state: DossierState, turn: boolean): string {
  const whole = { dossier: { id: 'd', state, helped: false }, steps: [] } as unknown as Whole
  return String(<ActForms whole={whole} rights={{ ...none, turn }} trouble={undefined} />)
}

describe('a dossier that waits for a session', () => {
  it('shows whoever prepares the session the way to the council', () => {
    for (const state of ['advised', 'received-by-ministry'] as const) {
      expect(acts(state, true), state).toContain('href="/hoi-dong"')
    }
  })

  it('shows it to nobody else, and in no other state', () => {
    expect(acts('advised', false)).not.toContain('/hoi-dong')
    expect(acts('on-agenda', true)).not.toContain('/hoi-dong')
  })
})
