import type { Actor } from '../kernel/actor.ts'
import type { Reader } from './model.ts'

/** Where somebody is told is theirs alone to say: an officer who fills in for a producer cannot turn its notices elsewhere. */
export const noticeAccess = {
  'manage-contact': (actor: Actor, reader: Partial<Record<'producer' | 'account', string>>) =>
    reader.producer === undefined ? actor.id === reader.account : actor.producers.includes(reader.producer),
} satisfies Record<string, (actor: Actor, reader: Reader & object) => boolean>
