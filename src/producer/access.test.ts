import { describe, expect, test } from 'vitest'
import { visitor } from '../kernel/actor.ts'
import type { Actor, Role } from '../kernel/actor.ts'
import { canActFor, placeOfProducer, producerAccess } from './access.ts'

const producer = { id: 'p', communeToday: '23473', provinceToday: '51' }
const place = placeOfProducer(producer)

function holding(role: Role, unit: string, province = '51'): Actor {
  return { id: 'a', name: 'A', postings: [{ role, unit, province }], producers: [] }
}

const owner: Actor = { id: 'a', name: 'A', postings: [], producers: ['p'] }

describe('who may what with a producer', () => {
  test.each<[string, Actor, string[]]>([
    ['a visitor', visitor, []],
    ['its owner, staff or delegate', owner, ['act', 'read', 'amend']],
    ['another producer', { ...owner, producers: ['q'] }, []],
    ['the officer of its commune', holding('commune-officer', '23473'), ['read', 'amend']],
    ['the leader of its commune', holding('commune-leader', '23473'), ['read', 'amend', 'record-succession']],
    ['the officer of the next commune', holding('commune-officer', '23476'), []],
    ['an officer of its province', holding('province-officer', '51'), ['read', 'record-succession']],
    ['an officer of another province', holding('province-officer', '52', '52'), []],
    ['a member of the advisory team', holding('advisory-member', '51'), ['read']],
    ['an officer of the ministry', holding('ministry-officer', 'VN', 'VN'), ['read']],
    ['an auditor of its province', holding('auditor', '51'), ['read']],
    ['an auditor of another province', holding('auditor', '52', '52'), []],
    ['the administrator of the system', holding('administrator', 'VN', 'VN'), []],
    ['a council member', holding('council-member', '51'), []],
  ])('%s', (_, actor, allowed) => {
    const may = (['read', 'amend', 'record-succession'] as const).filter((act) => producerAccess[act](actor, place))
    expect([...(canActFor(actor, 'p') ? ['act'] : []), ...may]).toEqual(allowed)
  })

  test('a producer whose commune was split is nobody’s until a person decides', () => {
    const split = placeOfProducer({ ...producer, communeToday: null })
    expect(producerAccess.amend(holding('commune-officer', '23473'), split)).toBe(false)
    expect(producerAccess.read(holding('province-officer', '51'), split)).toBe(true)
    expect(producerAccess.read(owner, split)).toBe(true)
  })

  test('an officer registers in the own commune only', () => {
    const at = { unit: '23473', province: '51' }
    expect(producerAccess['register-for'](holding('commune-officer', '23473'), at)).toBe(true)
    expect(producerAccess['register-for'](holding('commune-officer', '23473'), { ...at, unit: '23476' })).toBe(false)
    expect(producerAccess['register-for'](holding('province-officer', '51'), at)).toBe(false)
  })

  test('members are the owners’ business; the commune names only the first', () => {
    const officer = holding('commune-officer', '23473')
    expect(producerAccess['manage-members'](owner, placeOfProducer(producer, ['a']))).toBe(true)
    expect(producerAccess['manage-members'](owner, placeOfProducer(producer, ['b']))).toBe(false)
    expect(producerAccess['name-first-owner'](officer, placeOfProducer(producer, []))).toBe(true)
    expect(producerAccess['name-first-owner'](officer, placeOfProducer(producer, ['b']))).toBe(false)
    expect(producerAccess['name-first-owner'](officer, place)).toBe(false)
  })
})
