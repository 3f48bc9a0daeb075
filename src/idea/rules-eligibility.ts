import { producerKinds } from '../producer/model.ts'
import type { ProducerKind } from '../producer/model.ts'
import { needsRegistration } from '../producer/rules.ts'
import type { Disqualifier, Rubric } from '../regime/model.ts'

/** Where the material comes from, as a person without papers can tell. */
export const sources = ['local', 'domestic', 'imported', 'unknown'] as const
export type MaterialSource = (typeof sources)[number]

/** How it stands to what others make. */
export const likenesses = ['own', 'common', 'same'] as const
export type Likeness = (typeof likenesses)[number]

/** Kinds of Điều 2.3 that register today, and `none` for who has no organisation yet. */
export const askedKinds = [...producerKinds.filter((kind) => kind !== 'other' && kind !== 'unknown'), 'none'] as const
export type AskedKind = Exclude<ProducerKind, 'other' | 'unknown'> | 'none'

export interface QuickCheck {
  readonly rubric: Rubric
  readonly kind: AskedKind
  readonly source: MaterialSource
  readonly likeness: Likeness
}

/** `ok` holds, `need` is still to be had, `stop` is a ground to be rejected, `ask` the texts leave to a person. */
export type CheckState = 'ok' | 'need' | 'stop' | 'ask'

/** What a line is about; words.ts makes it a sentence. A ground of the rubric comes with its text as printed. */
export type CheckTopic =
  | 'group'
  | 'kind-named'
  | 'kind-missing'
  | 'kind-for-tourism'
  | 'registration'
  | 'material-fine'
  | 'material-ground'
  | 'likeness-fine'
  | 'likeness-ground'
  | 'paper'
  | 'gates'

export interface CheckLine {
  readonly topic: CheckTopic
  readonly state: CheckState
  readonly article: string
  /** The ground as the rubric prints it. */
  readonly text?: string
  readonly count?: number
}

const tourism = '26'
const annexOne = '26/2026 Phụ lục I'
const kindsArticle = '26/2026 Điều 2.3'

/** Before any effort: what the text in force says about such a product of such a maker. It refuses nothing. */
export function quickCheck(check: QuickCheck): CheckLine[] {
  const { rubric, kind } = check
  const gates = rubric.gates.filter(({ stars }) => stars === 3).length
  return [
    { topic: 'group', state: 'ok', article: annexOne },
    ...kindLines(kind, rubric),
    sourceLine(check),
    likenessLine(check),
    ...papers(rubric).map(({ text, criterion }): CheckLine => ({
      topic: 'paper',
      state: 'need',
      article: articleOf(rubric, criterion),
      text,
    })),
    ...(gates === 0
      ? []
      : [{ topic: 'gates', state: 'need', article: articleOf(rubric, null), count: gates } as const]),
  ]
}

function kindLines(kind: AskedKind, { number }: Rubric): CheckLine[] {
  if (kind === 'none') return [{ topic: 'kind-missing', state: 'need', article: kindsArticle }]
  if (kind === 'tourism-body' && number !== tourism)
    return [{ topic: 'kind-for-tourism', state: 'ask', article: kindsArticle }]
  const named: CheckLine = { topic: 'kind-named', state: 'ok', article: kindsArticle }
  return needsRegistration(kind) ? [named, { topic: 'registration', state: 'need', article: kindsArticle }] : [named]
}

/** Imported material, or material nobody can trace, is a ground in some groups and only costs points in others. */
function sourceLine({ rubric, source }: QuickCheck): CheckLine {
  const ground = groundAt(rubric, 'local_material')
  if (source === 'local' || source === 'domestic' || ground === undefined) {
    return {
      topic: 'material-fine',
      state: source === 'unknown' ? 'ask' : 'ok',
      article: articleOf(rubric, criterionOf(rubric, 'local_material')),
    }
  }
  return { topic: 'material-ground', state: 'stop', article: articleOf(rubric, ground.criterion), text: ground.text }
}

function likenessLine({ rubric, likeness }: QuickCheck): CheckLine {
  const ground = groundAt(rubric, 'idea_origin')
  const article = articleOf(rubric, criterionOf(rubric, 'idea_origin'))
  if (likeness === 'own') return { topic: 'likeness-fine', state: 'ok', article }
  // The rubrics tell two grounds apart: a copy of another's product, and a common product without anything of its own.
  const meets = likeness === 'same' ? ground?.kind === 'criterion' : ground?.kind === 'stop'
  return ground !== undefined && meets
    ? { topic: 'likeness-ground', state: 'stop', article, text: ground.text }
    : { topic: 'likeness-fine', state: 'ask', article }
}

/** What the rubric asks before it counts any point; forgery is no paper, and the file itself is the dossier's matter. */
function papers({ disqualifiers, criteria }: Rubric): Disqualifier[] {
  const declared = criteria.find(({ key }) => key === 'quality_declaration')?.code
  return disqualifiers.filter(
    ({ kind, text, criterion }) =>
      (kind === 'form' && /giấy|bản|điều kiện/i.test(text)) || (kind === 'stop' && criterion === declared),
  )
}

function groundAt(rubric: Rubric, key: string): Disqualifier | undefined {
  const code = criterionOf(rubric, key)
  return code === null ? undefined : rubric.disqualifiers.find(({ criterion }) => criterion === code)
}

function criterionOf({ criteria }: Rubric, key: string): string | null {
  return criteria.find((criterion) => criterion.key === key)?.code ?? null
}

function articleOf({ number }: Rubric, criterion: string | null): string {
  return `26/2026 Phụ lục II, bộ ${number}${criterion === null ? '' : `, tiêu chí ${criterion}`}`
}

/** Nothing stands in the way, something is still to be had, or a ground to be rejected is there. */
export function verdictOf(lines: readonly CheckLine[]): CheckState {
  return (['stop', 'ask', 'need'] as const).find((state) => lines.some((line) => line.state === state)) ?? 'ok'
}
