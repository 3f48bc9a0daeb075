import { describe, expect, test } from 'vitest'
import { visitor } from '../kernel/actor.ts'
import type { Actor, Role } from '../kernel/actor.ts'
import { canActFor, canAmendProducer, canReadProducer, canRecordSuccession, canRegisterFor } from './access.ts'

const place = { id: 'p', communeToday: '23473', provinceToday: '51' }

function holding(role: Role, unit: string, province = '51'): Actor {
  return { id: 'a', name: 'A', postings: [{ role, unit, province }], producers: [] }
}

const owner: Actor = { id: 'a', name: 'A', postings: [], producers: ['p'] }

const acts = { act: canActFor, read: canReadProducer, amend: canAmendProducer, succeed: canRecordSuccession } as const

describe('who may what with a producer', () => {
  test.each<[string, Actor, (keyof typeof acts)[]]>([
    ['a visitor', visitor, []],
    ['its owner, staff or delegate', owner, ['act', 'read', 'amend']],
    ['another producer', { ...owner, producers: ['q'] }, []],
    ['the officer of its commune', holding('commune-officer', '23473'), ['read', 'amend']],
    ['the leader of its commune', holding('commune-leader', '23473'), ['read', 'amend', 'succeed']],
    ['the officer of the next commune', holding('commune-officer', '23476'), []],
    ['an officer of its province', holding('province-officer', '51'), ['read', 'succeed']],
    ['an officer of another province', holding('province-officer', '52', '52'), []],
    ['a member of the advisory team', holding('advisory-member', '51'), ['read']],
    ['an officer of the ministry', holding('ministry-officer', 'VN', 'VN'), ['read']],
    ['an auditor of its province', holding('auditor', '51'), ['read']],
    ['an auditor of another province', holding('auditor', '52', '52'), []],
    ['the administrator of the system', holding('administrator', 'VN', 'VN'), []],
    ['a council member', holding('council-member', '51'), []],
  ])('%s', (_, actor, allowed) => {
    const may = (Object.keys(acts) as (keyof typeof acts)[]).filter((act) =>
      act === 'act' ? canActFor(actor, place.id) : acts[act](actor, place),
    )
    expect(may).toEqual(allowed)
  })

  test('a producer whose commune was split is nobody’s until a person decides', () => {
    const split = { ...place, communeToday: null }
    expect(canAmendProducer(holding('commune-officer', '23473'), split)).toBe(false)
    expect(canReadProducer(holding('province-officer', '51'), split)).toBe(true)
    expect(canReadProducer(owner, split)).toBe(true)
  })

  test('an officer registers in the own commune only', () => {
    expect(canRegisterFor(holding('commune-officer', '23473'), '23473')).toBe(true)
    expect(canRegisterFor(holding('commune-officer', '23473'), '23476')).toBe(false)
    expect(canRegisterFor(holding('province-officer', '51'), '23473')).toBe(false)
  })
})
