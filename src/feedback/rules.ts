import type { UsedUp } from '../identity/model.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import { fold } from '../kernel/text.ts'
import type {
  Level,
  Matter,
  MatterAct,
  MatterInput,
  MatterKind,
  MatterState,
  MatterSubject,
  PublicationInput,
} from './model.ts'

const openIn: Readonly<Record<MatterAct, readonly MatterState[]>> = {
  transfer: ['waiting'],
  answer: ['waiting'],
  reopen: ['answered'],
  publish: ['answered'],
}

/** Reports of misuse name a seller, so they are never published; other matters with the sender's consent. */
export function matterCan(
  act: MatterAct,
  {
    state,
    kind,
    consents,
    reopened,
    transfers,
  }: Pick<Matter, 'state' | 'kind' | 'consents' | 'reopened' | 'transfers'>,
): boolean {
  if (act === 'publish' && (kind === 'misuse' || !consents)) return false
  if (act === 'reopen' && reopened) return false
  if (act === 'transfer' && transfers >= mostTransfers) return false
  return openIn[act].includes(state)
}

/** Nobody is sent round in circles: whoever holds a matter after two transfers answers it. */
export const mostTransfers = 2

/** Which level a subject belongs to when it comes in: who decides on it answers for it. */
const levelFor: Readonly<Record<MatterSubject, Level>> = {
  procedure: 'commune',
  quality: 'commune',
  other: 'commune',
  support: 'province',
  training: 'province',
  market: 'province',
  council: 'province',
  star: 'province',
  rules: 'ministry',
}

export function levelOf(kind: MatterKind, subject: MatterSubject): Level {
  return kind === 'misuse' ? 'province' : levelFor[subject]
}

export const mostLinks = 2

export function judgeMatter({ website, body, title, kind, about }: MatterInput) {
  if (website) return refuse('feedback/automatic')
  if ([...`${title} ${body}`.matchAll(/https?:\/\/|www\./gi)].length > mostLinks) {
    return refuse('feedback/too-many-links', { field: 'body', facts: { most: mostLinks } })
  }
  if (kind === 'misuse' && !about) return refuse('feedback/misuse-of-what', { field: 'about' })
  return allow(null)
}

/** A form that comes again says the same; one that was changed after Back is another matter. */
export function isSameMatter(one: Pick<Matter, 'title' | 'body'>, other: Pick<MatterInput, 'title' | 'body'>): boolean {
  return one.title === other.title && one.body === other.body
}

/** What one source may send in a day; no other source can use it up. */
export function judgeFlood(usedUp: UsedUp | undefined) {
  if (usedUp === undefined) return allow(null)
  if (usedUp.kind === 'words') return refuse('feedback/said-already', { field: 'body' })
  return refuse('feedback/too-many', { facts: { minutes: usedUp.waitMinutes } })
}

/** Unsigned matters of one commune in a day. What comes after is taken all the same, and looked at after the others. */
export const crowdADay = 200

export function judgeAct(act: MatterAct, matter: Matter) {
  return matterCan(act, matter) ? allow(null) : refuse('feedback/not-now', { overtaken: true })
}

export function judgeTransfer({ level, transfers }: Pick<Matter, 'level' | 'transfers'>, to: Level) {
  if (transfers >= mostTransfers) return refuse('feedback/transferred-enough')
  return level === to ? refuse('feedback/same-level', { field: 'level' }) : allow(to)
}

const fields = ['title', 'question', 'answer'] as const

/** A published text carries nobody's name, number or address: what can be found by a machine is refused here. */
export function judgePublication(
  { senderName, senderPhone, producerName }: Pick<Matter, 'senderName' | 'senderPhone' | 'producerName'>,
  input: PublicationInput,
) {
  for (const field of fields) {
    const text = fold(input[field])
    const named = [senderName, producerName ?? ''].find((name) => name !== '' && holds(text, fold(name)))
    if (named !== undefined) return refuse('feedback/names-sender', { field, facts: { name: named } })
    const digits = text.replaceAll(/[\s.\-()]/g, '')
    if ((senderPhone !== '' && digits.includes(senderPhone)) || /(?<!\d)(0|\+84)\d{8,10}(?!\d)/.test(digits)) {
      return refuse('feedback/shows-phone', { field })
    }
    if (/[^\s@]+@[^\s@]+\.[a-z]{2,}/i.test(input[field])) return refuse('feedback/shows-email', { field })
  }
  return allow(input)
}

/** Whole words only: a sender called Lan is not named by every “Lang”. */
function holds(text: string, name: string): boolean {
  const at = text.indexOf(name)
  if (at === -1) return false
  const letter = (character: string | undefined) => character !== undefined && /[a-z0-9]/.test(character)
  if (!letter(text[at - 1]) && !letter(text[at + name.length])) return true
  return holds(text.slice(at + name.length), name)
}
