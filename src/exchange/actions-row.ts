import { country } from '../kernel/actor.ts'
import type { UnitCode } from '../kernel/actor.ts'
import { showDate } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Judged, Refusal } from '../kernel/refusal.ts'
import { fold } from '../kernel/text.ts'
import type { Tx } from '../platform/atomically.ts'
import { registerProducer } from '../producer/actions.ts'
import type { ProducerKind } from '../producer/model.ts'
import { describeProduct } from '../product/actions.ts'
import { enterPastRecognition } from '../recognition/actions-past.ts'
import type { PastDecision } from '../recognition/actions-past.ts'
import { authorityOf, judgePastRecognition } from '../recognition/rules.ts'
import { textById } from '../regime/law.ts'
import { resolvePlace, unitAt } from '../territory/actions.ts'
import type { Placed, Resolution, UnitToday } from '../territory/model.ts'
import type { ListRow, RowReport, Site, SoundRecognition } from './model.ts'
import { gapsOf, judgeNamesakes, judgePlace, judgeRow, levelOfDecision, outcomeOf, textOfDecision } from './rules.ts'
import * as store from './store.ts'
import { acceptedWord, alreadyWord, gapWords, say, unnamedSubject } from './words.ts'

/**
 * One row of a list: entered as a recognition, or left with the reason. Whatever is entered rests on the row alone;
 * `chosen` is the commune that a person picked where the words fit none or several.
 */
export async function decide(tx: Tx, row: ListRow, chosen?: UnitToday): Promise<RowReport> {
  const judged = judgeRow(row, tx.today)
  const place = await placeOfRow(tx, row, judged.ok ? judged.value.decidedOn : approximateDay(row, tx.today), chosen)
  const where = { line: row.line, provinceCode: place.province?.code ?? null, communeCode: place.commune?.code ?? null }
  const left = (refusal: Refusal): RowReport => ({
    ...where,
    outcome: outcomeOf(refusal.code),
    reason: say(refusal),
    productId: null,
    gaps: [],
  })
  if (!judged.ok) return left(judged.refusal)
  const sound = judged.value
  const site = judgePlace(row, place, { decidedOn: sound.decidedOn, today: tx.today })
  if (!site.ok) return left(site.refusal)
  const decision = await decisionOf(tx, sound, place)
  if (!decision.ok) return left(decision.refusal)
  const entered = await enter(tx, sound, site.value, decision.value)
  if (!entered.ok) return left(entered.refusal)
  const gaps = gapsOf(sound, site.value)
  const reason = entered.value.isNew
    ? `${[acceptedWord, ...gaps.map((gap) => gapWords[gap])].join('; ')}.`
    : alreadyWord
  return { ...where, outcome: 'accepted', reason, productId: entered.value.productId, gaps }
}

/** Where the words of a row lead on a day. */
export async function placeOfRow(tx: Tx, row: ListRow, at: CivilDate, chosen?: UnitToday): Promise<Resolution> {
  const place = await resolvePlace(tx, { province: row.province, district: row.district, commune: row.commune, at })
  if (chosen === undefined) return place
  const { provinceCode: code, provinceName: name } = chosen
  const province = { ...chosen, kind: 'province' as const, code, name, fullName: name, provinceCode: code }
  return { ...place, outcome: 'exact', commune: chosen, province: place.province ?? province }
}

/** A list without a day still has a year: its places are read as of the middle of it. */
function approximateDay({ year }: ListRow, today: CivilDate): CivilDate {
  return year && /^20\d{2}$/.test(year) ? `${year}-06-15` : today
}

/** The decision with the authority that existed when it was signed, under the text then in force. */
async function decisionOf(
  tx: Tx,
  { stars, decisionNo: number, decidedOn, sourceUrl }: SoundRecognition,
  { province, written }: Resolution,
): Promise<Judged<PastDecision>> {
  const level = levelOfDecision(number, stars, decidedOn)
  if (!level.ok) return level
  const text = textById(textOfDecision(decidedOn) ?? '')
  if (text === undefined || province === null) return { ok: false, refusal: { code: 'exchange/text-unclear' } }
  const kind = { kind: 'recognise', level: level.value, decidedOn } as const
  if (!judgePastRecognition(kind, stars, text.procedure).ok) {
    return { ok: false, refusal: { code: 'exchange/level-cannot-recognise' } }
  }
  const signer = await provinceOnDay(tx, written, province, decidedOn)
  const authority =
    level.value === 'ministry'
      ? { authority: authorityOf(undefined), unitCode: country, unitOn: decidedOn }
      : { authority: authorityOf(signer.fullName), unitCode: signer.code, unitOn: signer.on }
  const year = Number(decidedOn.slice(0, 4))
  return { ok: true, value: { ...kind, ...authority, number, year, text: text.id, sourceUrl } }
}

// Vĩnh Phúc signed in 2021, not Phú Thọ; a list that uses today's names for an older decision names today's province.
async function provinceOnDay(tx: Tx, written: Placed | null, today: UnitToday, on: CivilDate) {
  const code: UnitCode | undefined = written?.kind === 'province' ? written.code : written?.provinceCode
  const then = code === undefined ? undefined : await unitAt(tx, code, on)
  return then ? { code: then.code, fullName: then.fullName, on } : { ...today, on: tx.today }
}

async function enter(
  tx: Tx,
  sound: SoundRecognition,
  site: Site,
  decision: PastDecision,
): Promise<Judged<{ productId: string; isNew: boolean }>> {
  const other = await store.otherDay(tx, sound, decision.authority)
  if (other) return refuse('exchange/day-differs', { facts: { date: showDate(other.decidedOn) } })
  const producer = (await store.producerNamed(tx, sound.subject ?? unnamedSubject, site.unit))[0]
  const product = producer && (await store.productNamed(tx, sound.product, producer.id))[0]
  const beside = judgeNamesakes(await store.namesakes(tx, sound, decision.authority), {
    productId: product?.id,
    subject: sound.subject,
    stars: sound.stars,
  })
  if (!beside.ok) return beside
  const producerId = producer?.id ?? (await registerProducer(tx, registrationOf(sound.subject, site))).id
  const described = { producerId, name: sound.product, group: '', packs: [], commune: site.unit, communeOn: site.on }
  const productId = product?.id ?? (await describeProduct(tx, described)).id
  const { stars, meanHundredths } = sound
  const { outcome } = await enterPastRecognition(tx, { decision, productId, stars, meanHundredths })
  return { ok: true, value: { productId, isNew: outcome === 'entered' } }
}

export function registrationOf(subject: string | null, { unit, on }: Pick<Site, 'unit' | 'on'>) {
  const kind: ProducerKind = subject === null ? 'unknown' : kindOf(subject)
  return { kind, name: subject ?? unnamedSubject, commune: unit, communeOn: on, representativeDisabled: false }
}

/** The kind as the name itself says it; anything else is left to a person under `other`. */
function kindOf(subject: string): ProducerKind {
  const name = fold(subject)
  if (/^(htx|hop tac xa|lien hiep hop tac xa)\b/.test(name)) return 'cooperative'
  if (/^(tht|to hop tac)\b/.test(name)) return 'group'
  if (/^(chi nhanh )?(cong ty|cty|doanh nghiep|dntn)\b/.test(name)) return 'company'
  if (/^(ho kinh doanh|hkd|co so)\b/.test(name)) return 'household'
  return 'other'
}
