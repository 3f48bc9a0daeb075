import { daysBetween } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { allow, refuse } from '../kernel/refusal.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { tidy } from '../kernel/text.ts'
import { paperKinds } from './model.ts'
import type { NewPaper, Paper } from './model.ts'

export type PaperCode =
  | 'evidence/issue-date-needed'
  | 'evidence/issued-in-future'
  | 'evidence/expiry-needed'
  | 'evidence/expiry-and-open-ended'
  | 'evidence/expires-before-issue'

/** Every fault of the paper's words at once. An expired paper may enter: it is history, and is shown as expired. */
export function faultsOfPaper(paper: NewPaper, today: CivilDate): Refusal<PaperCode>[] {
  const { issuedOn, expiresOn, openEnded } = paper
  const kind = paperKinds[paper.kind]
  const faults: (Refusal<PaperCode> | false)[] = [
    kind.dated && issuedOn === undefined && { code: 'evidence/issue-date-needed', field: 'issuedOn' },
    issuedOn !== undefined && issuedOn > today && { code: 'evidence/issued-in-future', field: 'issuedOn' },
    kind.timeLimited &&
      expiresOn === undefined &&
      !openEnded && { code: 'evidence/expiry-needed', article: '26/2026 Điều 6, Mẫu 02', field: 'expiresOn' },
    expiresOn !== undefined && openEnded === true && { code: 'evidence/expiry-and-open-ended', field: 'expiresOn' },
    expiresOn !== undefined &&
      issuedOn !== undefined &&
      expiresOn < issuedOn && { code: 'evidence/expires-before-issue', field: 'expiresOn' },
  ]
  return faults.filter((fault) => fault !== false)
}

type Dated = Pick<Paper, 'issuedOn' | 'expiresOn' | 'withdrawnAt'>

/** Does the paper hold on this day? The last day counts. */
export function paperInForce({ issuedOn, expiresOn, withdrawnAt }: Dated, on: CivilDate): boolean {
  return withdrawnAt === null && (issuedOn === null || issuedOn <= on) && (expiresOn === null || expiresOn >= on)
}

/** A new test, declaration or licence takes weeks: the notice comes two months ahead. */
export const warningDays = 60

export type Standing = 'in-force' | 'expiring' | 'expired' | 'withdrawn'

/** How a paper stands on a day. */
export function standingOf({ expiresOn, withdrawnAt }: Dated, on: CivilDate): Standing {
  if (withdrawnAt !== null) return 'withdrawn'
  if (expiresOn === null) return 'in-force'
  const left = daysBetween(on, expiresOn)
  if (left < 0) return 'expired'
  return left <= warningDays ? 'expiring' : 'in-force'
}

/** Papers that hold today and will not hold on the day the council meets. */
export function lapsingBefore<One extends Dated>(
  papers: readonly One[],
  today: CivilDate,
  evaluation: CivilDate,
): One[] {
  return papers.filter((paper) => paperInForce(paper, today) && !paperInForce(paper, evaluation))
}

export function judgeWithdrawal(paper: Dated) {
  return paper.withdrawnAt === null ? allow(paper) : refuse('evidence/already-withdrawn', { overtaken: true })
}

const extensions = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg' } as const

/** A name that any machine can keep: no folders, no control characters, at most 100 characters, the true extension. */
export function tidyFileName(typed: string, mediaType: Paper['mediaType']): string {
  const last = typed.split(/[/\\]/).at(-1) ?? ''
  const plain = tidy(last.replaceAll(/[\p{Cc}\p{Cf}"*:<>?|]/gu, ' ')).replace(/\.[A-Za-z0-9]{1,5}$/, '')
  const stem = plain.replace(/^\.+/, '').slice(0, 100).trim()
  return `${stem || 'minh-chung'}.${extensions[mediaType]}`
}
