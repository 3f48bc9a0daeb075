import { showDate } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type {
  BroughtProduct,
  ChooseInput,
  Clash,
  Fair,
  FairAct,
  FairApplication,
  FairInput,
  FairState,
} from './model.ts'

const openIn: Readonly<Record<FairAct, readonly FairState[]>> = {
  amend: ['draft', 'called'],
  call: ['draft'],
  cancel: ['draft', 'called'],
  apply: ['called'],
  choose: ['called'],
  attend: ['called'],
  show: ['called', 'closed'],
  tell: ['called'],
  close: ['called'],
}

export function fairCan(act: FairAct, { state }: Pick<Fair, 'state'>): boolean {
  return openIn[act].includes(state)
}

export function judgeAct(act: FairAct, fair: Pick<Fair, 'state'>) {
  return fairCan(act, fair) ? allow(null) : refuse('fair/not-now', { overtaken: true })
}

export function judgeEdition(saved: number, begunFrom: number) {
  return saved === begunFrom ? allow(null) : refuse('fair/changed-meanwhile', { overtaken: true })
}

/** Applications end before it opens, and it closes on or after the day it opens. */
export function judgeDays({ opensOn, closesOn, applyBy, booths }: FairInput, today: CivilDate, before: Fair | null) {
  if (closesOn < opensOn) return refuse('fair/ends-before-start', { field: 'closesOn' })
  if (applyBy > opensOn) return refuse('fair/apply-after-opening', { field: 'applyBy' })
  if (opensOn !== before?.opensOn && opensOn < today) return refuse('fair/opens-in-past', { field: 'opensOn' })
  return booths > 0 ? allow(null) : refuse('fair/no-booths', { field: 'booths' })
}

/** A clash is named, not forbidden: the officer may go on with a reason that stays on the record. */
export function judgeClash(clash: Clash | undefined, reason: string | undefined) {
  if (clash === undefined || reason !== undefined) return allow(reason ?? '')
  const { title, unitName, opensOn, closesOn, samePlace } = clash
  const days = opensOn === closesOn ? showDate(opensOn) : `${showDate(opensOn)} đến ${showDate(closesOn)}`
  const facts = { title, unit: unitName, days, why: samePlace ? 'cùng tỉnh' : 'cùng khách hàng' }
  return refuse('fair/clash', { field: 'clashReason', facts })
}

/** Own products only, none twice, and with the stars that the call asks for. */
export function judgeApplication(
  fair: Pick<Fair, 'applyBy' | 'leastStars'>,
  products: readonly BroughtProduct[],
  asked: number,
  today: CivilDate,
) {
  if (today > fair.applyBy) return refuse('fair/apply-too-late', { facts: { day: showDate(fair.applyBy) } })
  if (asked === 0) return refuse('fair/no-products', { field: 'products' })
  if (products.length !== asked) return refuse('fair/no-such-product', { field: 'products' })
  const short = products.find(({ stars }) => (stars ?? 0) < fair.leastStars)
  if (short === undefined) return allow(products)
  return refuse('fair/stars-needed', { field: 'products', facts: { product: short.name, stars: fair.leastStars } })
}

/** So many booths and no more; a number of a booth is given once. */
export function judgeChoice(
  { booths }: Pick<Fair, 'booths'>,
  { outcome, booth = '' }: ChooseInput,
  others: readonly Pick<FairApplication, 'outcome' | 'booth'>[],
) {
  if (outcome === 'declined') return allow('')
  const chosen = others.filter((one) => one.outcome === 'chosen')
  if (chosen.length >= booths) return refuse('fair/booths-full', { field: 'outcome', facts: { booths } })
  if (booth !== '' && chosen.some((one) => one.booth === booth)) return refuse('fair/booth-taken', { field: 'booth' })
  return allow(booth)
}

export function judgeWithdrawal({ outcome, attendedOn }: Pick<FairApplication, 'outcome' | 'attendedOn'>) {
  return outcome === 'withdrawn' || outcome === 'declined' || attendedOn !== null
    ? refuse('fair/nothing-to-withdraw', { overtaken: true })
    : allow(null)
}

/** What belongs to those who were chosen. */
export function judgeChosen({ outcome }: Pick<FairApplication, 'outcome'>) {
  return outcome === 'chosen' ? allow(null) : refuse('fair/not-chosen')
}

export function judgeOpened({ opensOn }: Pick<Fair, 'opensOn'>, today: CivilDate) {
  return today >= opensOn ? allow(null) : refuse('fair/not-opened', { facts: { day: showDate(opensOn) } })
}

export function judgeOver({ closesOn }: Pick<Fair, 'closesOn'>, today: CivilDate) {
  return today >= closesOn ? allow(null) : refuse('fair/not-over', { facts: { day: showDate(closesOn) } })
}

/** An attendance record needs the day of attendance. */
export function judgeAttended({ attendedOn }: Pick<FairApplication, 'attendedOn'>) {
  return attendedOn === null ? refuse('fair/not-attended') : allow(attendedOn)
}

export function judgeFilm(url: string | undefined) {
  if (url === undefined || url === '') return allow(null)
  return /^https:\/\/[^\s]+\.[^\s]+$/.test(url) ? allow(url) : refuse('fair/film-address', { field: 'filmUrl' })
}

export const mostPictures = 8

export function judgePictures(count: number) {
  return count < mostPictures
    ? allow(null)
    : refuse('fair/pictures-full', { field: 'picture', facts: { most: mostPictures } })
}
