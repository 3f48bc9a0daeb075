import { holdersOf } from '../identity/actions-posting.ts'
import type { Role } from '../kernel/actor.ts'
import { atomically } from '../platform/atomically.ts'
import type { Tx } from '../platform/atomically.ts'
import type { Context } from '../platform/context.ts'
import { tell } from '../notice/actions.ts'
import type { NewNotice } from '../notice/model.ts'
import { paths } from '../ui/paths.ts'
import type { ArrivalKind, NoticeKind } from './model.ts'
import * as store from './store.ts'
import {
  arrivalWords,
  certificateEnds,
  entitlementWords,
  noticeWords,
  paperEnds,
  provinceEndings,
  sessionWords,
} from './words.ts'

/** Tells the producers behind a dossier or a closed session; running it again tells nobody twice. */
export function tellDossier(ctx: Context, kind: NoticeKind, subject: string, occasion: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const notices = (await store.dossiersBehind(tx, subject)).map((dossier): NewNotice => {
      const outcome = dossier.stars === null ? null : dossier.stars >= 3 ? `${dossier.stars} sao` : 'chưa đủ 3 sao'
      return {
        key: `${kind}:${dossier.dossierId}:${occasion}`,
        reader: { producer: dossier.producerId },
        ...noticeWords[kind]({ ...dossier, outcome }),
        href: paths.dossier.file(dossier.dossierId),
        urgent: kind !== 'acknowledge',
      }
    })
    await tell(tx, notices)
  })
}

/** Tells a producer what a decision gave or took away; running it again tells nobody twice. */
export function tellCertificate(
  ctx: Context,
  kind: 'tell-recognition' | 'tell-revocation',
  certificate: string,
): Promise<void> {
  return atomically(ctx, async (tx) => {
    const notices = (await store.certificatesBehind(tx, certificate)).map(
      ({ number, producerId, productName, stars }): NewNotice => ({
        key: `${kind}:${number}`,
        reader: { producer: producerId },
        ...noticeWords[kind]({ productName, dossierNumber: null, outcome: `${stars} sao` }),
        href: paths.recognition.certificate(number),
        urgent: true,
      }),
    )
    await tell(tx, notices)
  })
}

/** Tells a producer what its recognition opened, and where it stands. */
export function tellEntitlement(ctx: Context, id: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const notices = (await store.entitlementBehind(tx, id)).map(({ producerId, ...opened }): NewNotice => ({
      key: `tell-entitlement:${id}`,
      reader: { producer: producerId },
      ...entitlementWords(opened),
      href: paths.support.entitlement(id),
      urgent: false,
    }))
    await tell(tx, notices)
  })
}

/** Tells the officers of the commune or the province that a dossier came to their desk. */
export function tellArrival(ctx: Context, kind: ArrivalKind, dossierId: string, occasion: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    for (const dossier of await store.dossiersBehind(tx, dossierId)) {
      const [role, unit] =
        kind === 'arrived-at-province'
          ? (['province-officer', dossier.provinceToday] as const)
          : (['commune-officer', dossier.communeToday] as const)
      if (unit === null) continue
      const words = arrivalWords[kind]({ ...dossier, outcome: null })
      await tellHolders(tx, {
        role,
        unit,
        key: `${kind}:${dossierId}:${occasion}`,
        ...words,
        href: paths.dossier.file(dossierId),
      })
    }
  })
}

/** Tells everybody with a seat that a session was called. */
export function tellSession(ctx: Context, sessionId: string): Promise<void> {
  return atomically(ctx, async (tx) => {
    const notices = (await store.seatsOf(tx, sessionId)).map(({ accountId, ...facts }): NewNotice => ({
      key: `session-called:${sessionId}:${accountId}`,
      reader: { account: accountId },
      ...sessionWords(facts),
      href: paths.evaluation.session(sessionId),
      urgent: true,
    }))
    await tell(tx, notices)
  })
}

const certificateMarks = [12, 6, 3, 1]
const paperMarks = [30, 7]

/** Each morning: what ends soon is said to its owner, and to the province that has to find room in a round. */
export function remind(ctx: Context): Promise<void> {
  return atomically(ctx, async (tx) => {
    const certificates = await store.certificatesEnding(tx, tx.today, certificateMarks)
    const papers = await store.papersEnding(tx, tx.today, paperMarks)
    const aboutCertificates = certificates.map(({ id, mark, ...row }) =>
      ending(
        { ...row, key: `runway:${id}:${mark}`, href: paths.recognition.certificate(id), left: `${mark} tháng` },
        certificateEnds,
      ),
    )
    const aboutPapers = papers.map(({ id, mark, ...row }) =>
      ending({ ...row, key: `paper:${id}:${mark}`, href: paths.evidence.paper(id), left: `${mark} ngày` }, paperEnds),
    )
    const isNew = await tell(tx, [...aboutCertificates, ...aboutPapers])
    if (isNew > 0) await tellProvinces(tx, certificates)
  })
}

function ending(row: Parameters<typeof certificateEnds>[0], words: typeof certificateEnds): NewNotice {
  return { key: row.key, reader: { producer: row.producerId }, ...words(row), href: row.href, urgent: false }
}

async function tellProvinces(tx: Tx, certificates: readonly store.EndingRow[]): Promise<void> {
  for (const [unit, some] of Map.groupBy(certificates, ({ provinceToday }) => provinceToday)) {
    if (unit === null) continue
    const key = `province-runway:${unit}:${tx.today}`
    await tellHolders(tx, {
      role: 'province-officer',
      unit,
      key,
      ...provinceEndings(some.length),
      href: paths.recognition.runway(),
    })
  }
}

async function tellHolders(
  tx: Tx,
  told: { role: Role; unit: string; key: string; subject: string; body: string; href: string },
): Promise<void> {
  const { role, unit, key, ...words } = told
  const accounts = await holdersOf(tx, role, unit)
  await tell(
    tx,
    accounts.map((account) => ({ key: `${key}:${account}`, reader: { account }, ...words, urgent: true })),
  )
}
