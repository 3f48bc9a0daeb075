import type { Actor } from '../kernel/actor.ts'
import type { Owner } from './model.ts'

/** Where somebody is told is theirs alone to say: an officer who fills in for a producer cannot turn its notices elsewhere. */
export const noticeAccess = {
  'manage-contact': (actor: Actor, owner: Partial<Record<'producer' | 'account', string>>) =>
    owner.producer === undefined ? actor.id === owner.account : actor.producers.includes(owner.producer),
} satisfies Record<string, (actor: Actor, owner: Owner & object) => boolean>
