import { addDays, addMonths } from '../../kernel/civil-date.ts'
import type { CivilDate } from '../../kernel/civil-date.ts'
import type { Tx } from '../../platform/atomically.ts'
import { addMember, registerProducer } from '../../producer/actions.ts'
import type { Registration } from '../../producer/model.ts'
import { describeProduct } from '../../product/actions.ts'
import { suspend } from '../../recognition/actions-certificate.ts'
import { asPerson } from '../accounts.ts'
import type { Accounts } from '../accounts.ts'
import type { Chance } from '../chance.ts'
import { enterRecognition, onDay } from '../history.ts'
import type { EnteredProduct, Historian } from '../history.ts'
import { personOf, positionIn, samplePhone } from '../names.ts'
import { oldProvinces, placesOf } from '../places.ts'
import type { Place } from '../places.ts'
import { cuMgarMakers } from './makers-cu-mgar.ts'
import { dakLakMakers } from './makers-dak-lak.ts'
import { otherMakers } from './makers-elsewhere.ts'
import { giaLaiMakers } from './makers-gia-lai.ts'
import type { LiveMaker, LiveProduct } from './model.ts'
import { fillWallet } from './papers.ts'
import { communeLeaderOf } from './stage.ts'
import type { Stage } from './stage.ts'

export const liveMakers: readonly LiveMaker[] = [...dakLakMakers, ...giaLaiMakers, ...otherMakers, ...cuMgarMakers]

/** A product of a live maker as it stands in the register, with its certificate of the past. */
export interface Entered extends EnteredProduct {
  readonly maker: LiveMaker
  readonly product: LiveProduct
  readonly certificate: string | null
}

const registeredDaysAgo = 380
const firstSerial = 900

/** Registers the live makers with their people, papers and products. */
export async function enterLiveMakers(tx: Tx, accounts: Accounts, chance: Chance): Promise<Entered[]> {
  const historian: Historian = { chance, serial: firstSerial, rounds: new Map(), names: new Map() }
  const places = await placesBefore(tx)
  const entered: Entered[] = []
  for (const [index, maker] of liveMakers.entries()) {
    const producer = await register(tx, accounts, chance, maker, firstSerial + index)
    await fillWallet(onDay(tx, addDays(tx.today, -200)), producer, tx.today)
    const place = places.get(maker.commune)
    for (const product of maker.products)
      entered.push(await enterProduct(tx, historian, maker, product, producer.id, place))
  }
  return entered
}

/** By its owner, or by the leader of its commune on recorded consent, with a delegate who acts. */
async function register(
  tx: Tx,
  accounts: Accounts,
  chance: Chance,
  maker: LiveMaker,
  serial: number,
): Promise<{ id: string; name: string }> {
  const then = onDay(tx, addDays(tx.today, -registeredDaysAgo))
  const details = detailsOf(maker, chance, serial, then.today, tx.today)
  if (maker.capacity === 'owner') {
    const { id } = await registerProducer(await asPerson(then, accounts, maker.owner), details)
    return { id, name: maker.name }
  }
  const givenBy = details.representativeName ?? ''
  const consent = { givenBy, givenOn: then.today, means: 'paper', note: 'Giấy đồng ý mẫu, lưu tại xã' } as const
  const leader = await asPerson(then, accounts, communeLeaderOf(maker.commune))
  const { id } = await registerProducer(leader, details, consent)
  const accountId = accounts.get(maker.owner) ?? ''
  const nextDay = onDay(tx, addDays(tx.today, -registeredDaysAgo + 1))
  await addMember(nextDay, id, { accountId, capacity: 'delegate', toDate: addDays(tx.today, 365) })
  return { id, name: maker.name }
}

function detailsOf(maker: LiveMaker, chance: Chance, serial: number, then: CivilDate, today: CivilDate): Registration {
  const person = personOf(chance, 'coast')
  return {
    kind: maker.kind,
    name: maker.name,
    commune: maker.commune,
    communeOn: today,
    sample: true,
    history: maker.history,
    registrationNo: `MAU-${String(serial).padStart(5, '0')}`,
    registrationOn: addDays(then, -900),
    representativeName: person.name,
    representativeSex: person.sex,
    representativeEthnicity: person.ethnicity,
    representativePosition: positionIn(maker.kind),
    representativeDisabled: false,
    address: `Thôn Mẫu ${chance.between(1, 9)}`,
    phone: samplePhone(serial),
    email: `${maker.key}@vidu.vn`,
    foundedOn: addDays(then, -1200),
    localCapitalPercent: 100,
    labourTotal: 24,
    labourLocal: 21,
  }
}

/** Where each live commune was before the reform; the island had no commune then. */
async function placesBefore(tx: Tx): Promise<ReadonlyMap<string, Place>> {
  const wanted = new Set<string>(liveMakers.map(({ commune }) => commune))
  const found = new Map<string, Place>()
  for (const province of oldProvinces) {
    for (const place of await placesOf(tx, province)) if (wanted.has(place.todayCode)) found.set(place.todayCode, place)
  }
  return found
}

async function enterProduct(
  tx: Tx,
  historian: Historian,
  maker: LiveMaker,
  product: LiveProduct,
  producerId: string,
  place: Place | undefined,
): Promise<Entered> {
  const { name, group, drawing, packs, summary, story } = product
  const then = onDay(tx, addDays(tx.today, -registeredDaysAgo + 2))
  const described = {
    producerId,
    name,
    group: String(group),
    summary,
    story,
    packs: packs.map((label) => ({ label })),
    sample: true,
  }
  const { id } = await describeProduct({ ...then, actor: tx.actor }, described)
  return { id, name, drawing, maker, product, certificate: await certify(tx, historian, product, id, place) }
}

/** The certificate that the product had before its dossier of today. */
async function certify(
  tx: Tx,
  historian: Historian,
  product: LiveProduct,
  productId: string,
  place: Place | undefined,
): Promise<string | null> {
  const { certificate } = product
  if (certificate === undefined || place === undefined) return null
  const decidedOn = addMonths(addDays(tx.today, certificate.daysLeft), -36)
  // Number 0: signed outside the yearly rounds.
  const round = { year: Number(decidedOn.slice(0, 4)), number: 0, decidedOn, proposeBy: decidedOn, doneBy: decidedOn }
  const plan = { name: product.name, story: product.story, good: product, happenings: [] }
  const happening = { what: 'recognised', round, stars: certificate.stars, kind: 'first' } as const
  return enterRecognition(tx, historian, { productId, place, plan, happening, earlier: null })
}

/** Certificates whose mark may not be used for now. */
export async function suspendSome(stage: Stage, entered: readonly Entered[]): Promise<void> {
  for (const { certificate, product, maker } of entered) {
    const reason = product.certificate?.suspendedBecause
    if (certificate === null || reason === undefined) continue
    await suspend(await stage.as(stage.provinceLeader(maker.commune), 11), certificate, { reason })
  }
}
