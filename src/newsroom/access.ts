import { audits, country, holds } from '../kernel/actor.ts'
import type { Actor, UnitCode } from '../kernel/actor.ts'

/** The unit that answers for an article, as it stands today. */
export interface ArticlePlace {
  readonly unit: UnitCode
  readonly province: UnitCode
}

function edits(actor: Actor, { unit }: ArticlePlace): boolean {
  return holds(actor, 'editor', unit)
}

/** A leader answers for what the unit says, so may take it down; the text is the editors' alone. */
function leads(actor: Actor, { unit }: ArticlePlace): boolean {
  return holds(actor, unit === country ? 'ministry-leader' : ['commune-leader', 'province-leader'], unit)
}

export const newsroomAccess = {
  'read-draft': (actor: Actor, at: ArticlePlace) => edits(actor, at) || leads(actor, at) || audits(actor, at.province),
  'write-article': edits,
  'publish-article': edits,
  'moderate-comments': edits,
  'withdraw-article': (actor: Actor, at: ArticlePlace) => edits(actor, at) || leads(actor, at),
} satisfies Record<string, (actor: Actor, at: ArticlePlace) => boolean>
