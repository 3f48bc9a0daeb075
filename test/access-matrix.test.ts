import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { partWords } from '../src/audit/words.ts'
import { dossierStates } from '../src/dossier/model.ts'
import { stateWords } from '../src/dossier/words.ts'
import { evaluationStates } from '../src/evaluation/access.ts'
import { roleNames, roleTiers } from '../src/identity/access.ts'
import { country, roles, visitor } from '../src/kernel/actor.ts'
import type { Actor, Role, UnitCode } from '../src/kernel/actor.ts'
import { actWords } from './support/act-words.ts'

/** What every access function is asked about; a slice adds fields of its own, and absent means the most closed answer. */
interface Target {
  readonly unit: UnitCode
  readonly province: UnitCode
  readonly [field: string]: unknown
}

type Acts = Readonly<Record<string, (actor: Actor, target: never) => boolean>>

/** What each is judged on, by a name that a reader understands: a state, a role to be given. */
type Cases = Readonly<Record<string, Readonly<Record<string, unknown>>>>

interface Slice {
  readonly name: string
  readonly acts: Acts
  readonly cases: Cases
}

const commune = '24043'
const neighbour = '24100'
const province = '66'
const elsewhere = '52'

/** Cases that are more than a plain list of states. */
const casesOfSlice: Readonly<Record<string, Cases>> = {
  dossier: {
    ...casesOf('state', dossierStates, stateWords),
    'Đang soạn, xã làm thay theo đồng ý': { state: 'draft', assisted: true },
    'Đang soạn, chủ thể nhờ xã viết giúp': { state: 'draft', assisted: true, confirms: true },
    // Whoever asks by an office has this account, so only the producer's own people remain.
    'bất kể bước nào, người hỏi đã rút khỏi hồ sơ này': { state: 'advised', forwarded: true, recused: ['a1'] },
  },
  identity: casesOf('role', roles, roleNames),
  evaluation: {
    ...casesOf('state', evaluationStates, {
      called: 'phiên đã triệu tập',
      open: 'phiên đang mở',
      closed: 'phiên đã đóng',
    }),
    'phiên đang mở, người có ghế đã rút khỏi sản phẩm này': {
      state: 'open',
      recused: new Set(['member', 'chair', 'secretary']),
    },
  },
  gathering: {
    'sự kiện': {},
    'kết luận giao cho cán bộ của xã đó': { ownerRole: 'commune-officer', ownerUnit: commune },
  },
}

/** Every slice with an access.ts is in, by itself; its acts need words in test/support/act-words.ts. */
const slices: readonly Slice[] = await Promise.all(
  Object.keys(partWords)
    .concat('audit')
    .filter((name) => existsSync(`src/${name}/access.ts`))
    .map(async (name) => {
      const room = (await import(`../src/${name}/access.ts`)) as Readonly<Record<string, unknown>>
      const acts = room[`${name}Access`] as Acts | undefined
      if (acts === undefined) throw new Error(`src/${name}/access.ts: export its acts as ${name}Access`)
      const states = (room[`${name}AccessStates`] ?? room[`${name}States`] ?? []) as readonly string[]
      const byState = states.length === 0 ? { '': {} } : casesOf('state', states, await stateWordsOf(name))
      return { name, acts, cases: casesOfSlice[name] ?? byState }
    }),
)

async function stateWordsOf(name: string): Promise<Readonly<Record<string, string>>> {
  const room = (await import(`../src/${name}/words.ts`)) as Readonly<Record<string, unknown>>
  return (room['stateWords'] ?? {}) as Readonly<Record<string, string>>
}

function casesOf<Value extends string>(
  field: string,
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
): Cases {
  return Object.fromEntries(values.map((value) => [words[value] ?? value, { [field]: value }]))
}

/** The things that are acted on, by where they are kept. */
const things = {
  'của xã': { unit: commune, province, ...people() },
  'của tỉnh': { unit: province, province, ...people() },
  'của trung ương': { unit: country, province: country, ...people() },
} satisfies Readonly<Record<string, Target>>

type Kept = keyof typeof things

/** Where the things of a slice are kept, when not at every level. */
const keptAt: Readonly<Record<string, readonly Kept[]>> = {
  territory: ['của trung ương'],
  producer: ['của xã'],
  product: ['của xã'],
  evidence: ['của xã'],
  idea: ['của xã'],
  plan: ['của xã'],
  dossier: ['của xã'],
  programme: ['của tỉnh', 'của trung ương'],
  evaluation: ['của tỉnh', 'của trung ương'],
  // A district's result belongs to the commune of its product.
  recognition: ['của xã', 'của tỉnh', 'của trung ương'],
  support: ['của xã', 'của tỉnh'],
  trade: ['của xã', 'của tỉnh'],
}

/** Those whom a thing names by themselves, not by an office. */
function people() {
  const table = [
    { accountId: 'chair', capacity: 'chair', votes: true },
    { accountId: 'member', capacity: 'member', votes: true },
    { accountId: 'secretary', capacity: 'secretary', votes: false },
  ]
  return { producer: 'p1', owners: ['owner'], owner: 'owner', seats: table }
}

/** Everybody who could ask: each role in each unit it may sit in, seen from the thing. */
const askers: readonly { readonly role: string; readonly relation: string; readonly actor: Actor }[] = [
  { role: 'Khách', relation: '', actor: visitor },
  { role: 'Người có tài khoản, chưa có vai trò', relation: '', actor: holder([]) },
  { role: roleNames.producer, relation: 'chủ của đối tượng', actor: { ...holder([], 'owner'), producers: ['p1'] } },
  { role: roleNames.producer, relation: 'người làm thay được ghi tên', actor: { ...holder([]), producers: ['p1'] } },
  { role: roleNames.producer, relation: 'chủ thể khác', actor: { ...holder([]), producers: ['p2'] } },
  { role: 'Người có ghế trong Hội đồng đó', relation: 'Chủ tịch', actor: holder([], 'chair') },
  { role: 'Người có ghế trong Hội đồng đó', relation: 'thành viên', actor: holder([], 'member') },
  { role: 'Người có ghế trong Hội đồng đó', relation: 'Thư ký', actor: holder([], 'secretary') },
  ...roles.flatMap((role) => seats(role).map(({ relation, actor }) => ({ role: roleNames[role], relation, actor }))),
]

function holder(postings: Actor['postings'], id = 'a1'): Actor {
  return { id, name: 'Người mẫu', postings, producers: [] }
}

function seats(role: Role): { relation: string; actor: Actor }[] {
  const places = {
    commune: [
      ['xã đó', commune, province],
      ['xã khác cùng tỉnh', neighbour, province],
      ['xã tỉnh khác', '21115', elsewhere],
    ],
    province: [
      ['tỉnh đó', province, province],
      ['tỉnh khác', elsewhere, elsewhere],
    ],
    country: [['trung ương', country, country]],
  } as const
  const sitting = roleTiers[role].flatMap((tier) =>
    places[tier].map(([relation, unit, of]) => ({ relation, actor: holder([{ role, unit, province: of }]) })),
  )
  // A posting whose unit was split, whose term ended or that waits for confirmation is no posting (identity/rules.ts).
  return sitting.length === 0
    ? []
    : [...sitting, { relation: 'đơn vị cũ, phân công không còn hiệu lực', actor: holder([]) }]
}

/** One block per slice and act; a line names who may, and everybody who is not named may not. */
function matrix(): string {
  const head = [
    'MA TRẬN QUYỀN: ai được làm gì, trên cái gì. Tệp này do test/access-matrix.test.ts lập; đọc phần thay đổi trước khi chấp nhận.',
    'Người không có tên ở một việc thì không được làm việc đó. Đơn vị tính theo hôm nay; "xã đó", "tỉnh đó" là nơi của đối tượng.',
  ]
  return [...head, ...slices.flatMap(blockOf)].join('\n') + '\n'
}

function blockOf(slice: Slice): string[] {
  const { name, acts } = slice
  const lines = Object.keys(acts).flatMap((act) => ['', `  ${wordsOf(acts, act)} (${act})`, ...linesOf(slice, act)])
  return ['', `== ${partWords[name] ?? 'Sổ ghi'} (${name})`, ...lines]
}

/** What the act is called in the matrix: a lawyer reads it, so it has no English name only. */
function wordsOf(acts: Acts, act: string): string {
  const slice = slices.find((one) => one.acts === acts)?.name ?? ''
  const words = actWords[`${slice}/${act}`]
  if (words === undefined) throw new Error(`test/support/act-words.ts: add '${slice}/${act}' in Vietnamese`)
  return words
}

function keptOf({ name }: Slice): readonly Kept[] {
  return keptAt[name] ?? (Object.keys(things) as Kept[])
}

function linesOf(slice: Slice, act: string): string[] {
  const { acts, cases } = slice
  const lines = keptOf(slice).flatMap((kept) => {
    const thing = things[kept]
    const byWho = new Map<string, string[]>()
    for (const [title, fields] of Object.entries(cases)) {
      const who = whoMay(acts, act, { ...thing, ...fields })
      byWho.set(who, [...(byWho.get(who) ?? []), title])
    }
    return [...byWho]
      .filter(([who]) => who !== '')
      .map(([who, names]) => `    ${kept}${caseOf(names, Object.keys(cases).length)}: ${who}`)
  })
  return lines.length === 0 ? ['    không ai trong các trường hợp này'] : lines
}

function caseOf(names: readonly string[], all: number): string {
  return names.length === all ? '' : ` [${names.join('; ')}]`
}

function whoMay(acts: Acts, act: string, target: Target): string {
  const allowed = askers.filter(({ actor }) => ask(acts, act, actor, target))
  if (allowed.length === askers.length) return 'mọi người'
  const byRole = Map.groupBy(allowed, ({ role }) => role)
  return [...byRole]
    .map(([role, seated]) => {
      const relations = seated.map(({ relation }) => relation).filter((relation) => relation !== '')
      return relations.length === 0 ? role : `${role} (${relations.join(', ')})`
    })
    .join('; ')
}

function ask(acts: Acts, act: string, actor: Actor, target: Target): boolean {
  return (acts[act] as ((actor: Actor, target: Target) => boolean) | undefined)?.(actor, target) ?? false
}

interface Case {
  readonly acts: Acts
  readonly act: string
  /** `slice/act`. */
  readonly name: string
  readonly target: Target
}

const everyCase: readonly Case[] = slices.flatMap((slice) =>
  Object.keys(slice.acts).flatMap((act) =>
    keptOf(slice).flatMap((kept) =>
      Object.values(slice.cases).map((fields) => ({
        acts: slice.acts,
        act,
        name: `${slice.name}/${act}`,
        target: { ...things[kept], ...fields },
      })),
    ),
  ),
)

/** What an actor may do that somebody without any role may not. */
function rightsOf(actor: Actor, cases: readonly Case[] = everyCase): string[] {
  const rights = cases.filter(
    ({ acts, act, target }) => ask(acts, act, actor, target) && !ask(acts, act, holder([]), target),
  )
  return [...new Set(rights.map(({ name }) => name))]
}

/** Operation of the installation: accounts, the register of units, the calendar of working days; rounds are no secret. */
function isOperation(name: string): boolean {
  return /^(identity|territory)\//.test(name) || name === 'programme/enter-day' || name === 'programme/read-rounds'
}

describe('the access matrix', () => {
  it('is the one that was read and checked in', () => {
    const file = 'test/access-matrix.txt'
    if (process.env['UPDATE_MATRIX'] === '1') writeFileSync(file, matrix())
    expect(matrix()).toBe(readFileSync(file, 'utf8'))
  })

  it('gives an administrator nothing but operation: no dossier, no score, no decision', () => {
    const administrator = holder([{ role: 'administrator', unit: country, province: country }])
    expect(rightsOf(administrator).filter((name) => !isOperation(name))).toEqual([])
  })

  it('lets an auditor read and do nothing else', () => {
    const auditor = holder([{ role: 'auditor', unit: country, province: country }])
    expect(rightsOf(auditor).filter((name) => !/\/(read|list|compare)/.test(name))).toEqual([])
  })

  it.each([
    ['province', province, 'tỉnh khác'],
    ['commune', commune, 'xã khác cùng tỉnh'],
  ] as const)('never crosses the border of a %s for those who sit in one', (tier, code, beyond) => {
    const cases = everyCase.filter(({ target }) => target[tier === 'commune' ? 'unit' : 'province'] === code)
    // Accounts belong to no unit: whoever operates them operates all.
    const offences = roles
      .filter((role) => role !== 'administrator')
      .flatMap((role) =>
        seats(role)
          .filter(({ relation }) => relation.endsWith(beyond))
          .flatMap(({ actor }) => rightsOf(actor, cases).map((name) => `${name}: ${role}`)),
      )
    expect(offences).toEqual([])
  })
})
