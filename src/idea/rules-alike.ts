import { compareVietnamese, fold } from '../kernel/text.ts'

/** Something that may be like an idea: a product of somebody, or another idea. */
export interface Candidate {
  readonly kind: 'product' | 'idea'
  readonly id: string
  readonly name: string
  /** What it is made of, as far as its words tell. */
  readonly words: string
  /** The same in pairs of syllables, cut by the database: cutting three hundred texts anew takes longer than finding them. */
  readonly pairs: readonly string[]
  readonly groupNo: string | null
  readonly commune: string | null
  readonly province: string | null
  /** Trigram similarity of the two names without marks, 0 to 1, from the database. */
  readonly similarity: number
  /** Where it can be read. */
  readonly href: string | null
  /** Everybody may read it: a product, or an idea that its commune let be shown. */
  readonly open: boolean
  /** The account that keeps an idea. */
  readonly owner: string | null
}

export interface Asked {
  readonly title: string
  readonly material: string
  readonly description: string
  readonly groupNo: string | null
  readonly commune: string
  readonly province: string | null
}

export type Nearness = 'commune' | 'province' | 'elsewhere'

/** Why two things are alike and in what they differ: advice for a person, never a ground to refuse. */
export interface LookAlike extends Candidate {
  /** Hundredths, 0 to 100. */
  readonly score: number
  readonly nearness: Nearness
  readonly sharedName: readonly string[]
  readonly sharedMaterial: readonly string[]
  readonly sameGroup: boolean
  /** Words of the idea's name that the other has nowhere. */
  readonly onlyHere: readonly string[]
  readonly onlyThere: readonly string[]
}

/** Words that every description has; two products are not alike for being clean and traditional. */
const plain = new Set(
  'san_pham dac_san truyen_thong tu_nhien chat_luong nguyen_lieu dia_phuong ba_con ho_gia gia_dinh khach_hang dung_dung nguoi_dan thi_truong nong_san thu_cong cao_cap lam_tu trong_xa trong_tinh cua_xa tai_cho nguyen_chat thom_ngon'.split(
    ' ',
  ),
)

function syllables(text: string): string[] {
  return fold(text)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter((syllable) => syllable !== '')
}

/** Pairs of syllables side by side: `Mật ong rừng` → `mat_ong`, `ong_rung`. The database makes the same. */
export function pairsOf(text: string): string[] {
  const words = syllables(text)
  return [...new Set(words.slice(1).map((word, index) => `${words[index]}_${word}`))]
}

/** What is searched for: the pairs of the name, then those of the material, without the words that all share. */
export function askedPairs({ title, material }: Pick<Asked, 'title' | 'material'>): { name: string[]; more: string[] } {
  const name = pairsOf(title).filter((pair) => !plain.has(pair))
  const more = pairsOf(material).filter((pair) => !plain.has(pair) && !name.includes(pair))
  return { name: name.slice(0, 8), more: more.slice(0, 8) }
}

/** The longest runs of words that a text shares with another, as the text writes them: `mật ong rừng`. */
export function sharedRuns(text: string, other: string): string[] {
  const theirs = new Set(pairsOf(other).filter((pair) => !plain.has(pair)))
  return runsOf(text, (pair) => theirs.has(pair))
}

/** The runs of words of a text that another has nowhere. */
export function ownRuns(text: string, other: string): string[] {
  const theirs = new Set(syllables(other))
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
  const runs: string[] = []
  let run: string[] = []
  for (const word of [...words, '']) {
    if (word !== '' && !theirs.has(fold(word))) run.push(word)
    else if (run.length > 0) {
      runs.push(run.join(' '))
      run = []
    }
  }
  return runs
}

function runsOf(text: string, counts: (pair: string) => boolean): string[] {
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
  const runs: string[] = []
  let from = -1
  for (let index = 1; index <= words.length; index++) {
    const shared = index < words.length && counts(`${fold(words[index - 1] ?? '')}_${fold(words[index] ?? '')}`)
    if (shared && from < 0) from = index - 1
    if (!shared && from >= 0) {
      runs.push(words.slice(from, index).join(' ').toLocaleLowerCase('vi'))
      from = -1
    }
  }
  return [...new Set(runs)]
}

/** Below this nothing is worth a person's time; from `close` on it deserves a talk before money is spent. */
export const worthShowing = 30
export const close = 60

/** An idea cut into words once, however many it is held against. */
interface Read extends Asked {
  readonly all: string
  readonly namePairs: readonly string[]
  readonly allPairs: readonly string[]
}

function read(asked: Asked): Read {
  const all = `${asked.material} . ${asked.title}`
  const told = (text: string) => pairsOf(text).filter((pair) => !plain.has(pair))
  return { ...asked, all, namePairs: told(asked.title), allPairs: told(all) }
}

export function compare(asked: Asked, candidate: Candidate): LookAlike {
  return explain(read(asked), { ...candidate, score: scoreOf(read(asked), candidate) })
}

/** Name half, material a quarter, group an eighth, place an eighth. */
function scoreOf(asked: Read, candidate: Candidate): number {
  const covered = share(asked.namePairs, pairsOf(candidate.name))
  return Math.round(
    50 * Math.max(candidate.similarity, covered) +
      25 * share(asked.allPairs, candidate.pairs) +
      (sameGroup(asked, candidate) ? 12 : 0) +
      { commune: 13, province: 7, elsewhere: 0 }[nearnessOf(asked, candidate)],
  )
}

function sameGroup({ groupNo }: Asked, candidate: Candidate): boolean {
  return groupNo !== null && groupNo === candidate.groupNo
}

function explain(asked: Read, candidate: Candidate & { readonly score: number }): LookAlike {
  const sharedName = sharedRuns(asked.title, candidate.name)
  return {
    ...candidate,
    nearness: nearnessOf(asked, candidate),
    sameGroup: sameGroup(asked, candidate),
    sharedName,
    sharedMaterial: sharedRuns(asked.all, candidate.words).filter((run) => !sharedName.includes(run)),
    onlyHere: ownRuns(asked.title, candidate.name),
    onlyThere: ownRuns(candidate.name, asked.title),
  }
}

function share(ours: readonly string[], theirs: readonly string[]): number {
  const held = new Set(theirs)
  return ours.length === 0 ? 0 : Math.min(1, ours.filter((pair) => held.has(pair)).length / Math.min(ours.length, 4))
}

function nearnessOf(asked: Asked, { commune, province }: Candidate): Nearness {
  if (commune !== null && commune === asked.commune) return 'commune'
  return province !== null && province === asked.province ? 'province' : 'elsewhere'
}

/** Near ones and those of the whole country, the most alike first; one that shares no word is left out. */
export function rank(asked: Asked, candidates: readonly Candidate[], most = 8) {
  const words = read(asked)
  const scored = candidates
    .map((candidate) => ({ ...candidate, score: scoreOf(words, candidate) }))
    .filter(({ score }) => score >= worthShowing)
    .toSorted((one, other) => other.score - one.score || compareVietnamese(one.name, other.name))
  const shown = (near: boolean) => {
    const alike: LookAlike[] = []
    // Reasons are found for those that are shown, not for the hundreds that are not.
    for (const candidate of scored) {
      if (alike.length === most) break
      if ((nearnessOf(words, candidate) !== 'elsewhere') !== near) continue
      const explained = explain(words, candidate)
      const { sharedName, sharedMaterial, similarity } = explained
      if (sharedName.length + sharedMaterial.length > 0 || similarity >= 0.5) alike.push(explained)
    }
    return alike
  }
  return { near: shown(true), elsewhere: shown(false) }
}

/** How many are worth showing, of those that cannot be shown. */
export function countAlike(asked: Asked, candidates: readonly Candidate[]): number {
  const { near, elsewhere } = rank(asked, candidates, candidates.length)
  return near.length + elsewhere.length
}

/** With the name of its place; null where the unit was split and nobody has said which part. */
export interface PlacedAlike extends LookAlike {
  readonly place: string | null
}

export interface LookAlikes {
  readonly near: readonly PlacedAlike[]
  readonly elsewhere: readonly PlacedAlike[]
  /** Ideas that are like it too and that this reader may not read: told as a number, without a word of theirs. */
  readonly unread: number
}
