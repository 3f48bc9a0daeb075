import type { CivilDate } from '../kernel/civil-date.ts'
import { maybeRow, rows, sql } from '../platform/db.ts'
import type { Runs } from '../platform/db.ts'
import type { ProducerKind } from '../producer/model.ts'

export interface ProductDetail {
  readonly id: string
  readonly slug: string
  readonly code: string | null
  readonly name: string
  readonly summary: string
  readonly story: string
  readonly producerId: string
  readonly groupText: string
  readonly groupNo: string
  readonly describedAt: string
  readonly sample: boolean
}

/** A described product, recognised or not. */
export function productDetail(runs: Runs, slug: string): Promise<ProductDetail | undefined> {
  return maybeRow<ProductDetail>(
    runs,
    sql<ProductDetail>`select id, slug, code, name, summary, story, producer_id, group_text, group_no, described_at, sample
      from product.pub_product where slug = ${slug}`,
  )
}

export interface ProducerDetail {
  readonly id: string
  readonly code: string
  readonly slug: string
  readonly kind: ProducerKind
  readonly name: string
  readonly address: string
  readonly history: string | null
  readonly foundedOn: CivilDate | null
  readonly placeName: string | null
  readonly provinceName: string | null
  readonly labourTotal: number | null
  readonly ledByWoman: boolean | null
  readonly ledByMinority: boolean | null
  readonly sample: boolean
}

export function producerDetail(
  runs: Runs,
  by: { slug?: string; id?: string; code?: string },
): Promise<ProducerDetail | undefined> {
  return maybeRow<ProducerDetail>(
    runs,
    sql<ProducerDetail>`select o.id, o.code, o.slug, o.kind, o.name, o.address, o.history, o.founded_on, u.full_name as place_name,
        v.full_name as province_name, o.labour_total, o.led_by_woman, o.led_by_minority, o.sample
      from producer.pub_producer o
      left join territory.pub_today t on t.code = o.commune_code
        and o.commune_on >= t.valid_from and (t.valid_to is null or o.commune_on < t.valid_to)
      left join territory.pub_commune_today u on u.code = t.today_code
      left join territory.pub_province_today v on v.code = t.today_province_code
      where o.slug = ${by.slug ?? ''} or o.id = ${by.id ?? ''} or o.code = ${by.code ?? ''}`,
  )
}

export interface Sibling {
  readonly slug: string
  readonly name: string
  readonly recognised: boolean
  readonly picture: string | null
}

/** The producer's other products: those without a recognition must say so. */
export function otherProducts(runs: Runs, producerId: string, exceptId: string): Promise<Sibling[]> {
  return rows<Sibling>(
    runs,
    sql<Sibling>`select p.slug, p.name, l.product_id is not null as recognised,
        (select i.small from product.pub_picture i where i.product_id = p.id order by i.position limit 1) as picture
      from product.pub_product p left join catalogue.listing l on l.product_id = p.id
      where p.producer_id = ${producerId} and p.id <> ${exceptId} and p.retired_on is null order by recognised desc, p.name`,
  )
}

export interface PastRecognition {
  readonly number: string
  readonly stars: number
  readonly meanHundredths: number | null
  readonly issuedOn: CivilDate
  readonly lastDay: CivilDate
  readonly endKind: string | null
  readonly decisionId: string
  readonly decisionNumber: string
  readonly decidedOn: CivilDate | null
  readonly authority: string
  readonly text: string
  readonly sourceUrl: string | null
}

/** Newest first. */
export function recognitionsOf(runs: Runs, productId: string): Promise<PastRecognition[]> {
  return rows<PastRecognition>(
    runs,
    sql<PastRecognition>`select number, stars, mean_hundredths, issued_on, last_day, end_kind, decision_id, decision_number, decided_on,
        authority, text, source_url
      from recognition.pub_recognition where product_id = ${productId} order by issued_on desc, number desc`,
  )
}

export function picturesOf(runs: Runs, productId: string) {
  return rows(
    runs,
    sql<{ file: string; small: string; description: string; width: number; height: number }>`
      select file, small, description, width, height from product.pub_picture where product_id = ${productId} order by position`,
  )
}

export function packsOf(runs: Runs, productId: string) {
  return rows(
    runs,
    sql<{
      label: string
      gtin: string | null
    }>`select label, gtin from product.pub_pack where product_id = ${productId} order by position`,
  )
}

export function provinces(runs: Runs) {
  return rows(
    runs,
    sql<{
      code: string
      name: string
    }>`select code, name from territory.pub_province_today order by name collate "vi-x-icu"`,
  )
}

export function communesOf(runs: Runs, province: string) {
  return rows(
    runs,
    sql<{ code: string; name: string }>`select code, full_name as name from territory.pub_commune_today
      where province_code = ${province} order by name collate "vi-x-icu"`,
  )
}

/** The published lists that the recognitions of a producer were entered from. */
export async function sourcesOfProducer(runs: Runs, producerId: string): Promise<string[]> {
  const found = await rows(
    runs,
    sql<{ url: string }>`
      select distinct source_url as url from recognition.pub_recognition
      where producer_id = ${producerId} and source_url is not null order by 1`,
  )
  return found.map(({ url }) => url)
}
