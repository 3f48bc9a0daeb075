import { Hono } from 'hono'
import type { Entry } from '../audit/model.ts'
import { readBook } from '../audit/reading.ts'
import type { BookQuery } from '../audit/reading.ts'
import { addDays, readDate, startOfDay } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Context } from '../platform/context.ts'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import { factsAbout, kinds } from './book-things.ts'
import { Book } from './book-view.tsx'
import type { Asked } from './book-view.tsx'
import { postingsOf } from './book-words.ts'
import { accountsCalled, named, unitNames } from './store-book.ts'

/** The book in names: audit keeps ids, and every slice says what its things are called. Nothing here writes. */
export const bookPages = new Hono<Env>().use(paths.audit.book(), signedIn).get(paths.audit.book(), async (c) => {
  const asked = askedOf(c)
  const { ctx } = c.var
  const { entries, older } = await readBook(ctx, await queryOf(ctx, asked))
  return c.html(
    <DeskPage {...frame(c)} title="Sổ ghi">
      <Book entries={entries} older={older} asked={asked} {...await namesFor(ctx, entries, asked)} />
    </DeskPage>,
  )
})

function askedOf(c: Request): Asked {
  const text = (name: string) => c.req.query(name)?.trim() || undefined
  const before = Number(c.req.query('truoc'))
  return {
    called: text('ai'),
    actor: text('nguoi'),
    subject: text('doi-tuong'),
    fact: text('viec'),
    kind: text('loai'),
    span: text('trong'),
    from: text('tu'),
    to: text('den'),
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  }
}

async function queryOf(ctx: Context, asked: Asked): Promise<BookQuery> {
  const { subject, fact, kind, before } = asked
  const [from, to] = daysOf(asked, ctx.today)
  const about = kind !== undefined && Object.hasOwn(kinds, kind) ? factsAbout(kind) : undefined
  const whole = fact?.includes('.') ? fact : undefined
  return {
    subject,
    before,
    actors: await actorsOf(ctx, asked),
    facts: whole === undefined ? about : [whole].filter((one) => about === undefined || about.includes(one)),
    part: whole === undefined ? fact : undefined,
    from: from && startOfDay(from),
    until: to && startOfDay(addDays(to, 1)),
  }
}

async function actorsOf(ctx: Context, { called, actor }: Asked): Promise<readonly string[] | undefined> {
  if (actor !== undefined) return [actor]
  return called === undefined ? undefined : accountsCalled(ctx, called)
}

/** Days typed win over the span chosen by name; a day nobody can read bounds nothing, and the page says so. */
function daysOf({ span, from, to }: Asked, today: CivilDate): [CivilDate | undefined, CivilDate | undefined] {
  if (from !== undefined || to !== undefined) return [from && readDate(from), to && readDate(to)]
  const starts: ReadonlyMap<string | undefined, CivilDate> = new Map([
    ['hom-nay', today],
    ['7-ngay', addDays(today, -6)],
    ['30-ngay', addDays(today, -29)],
    ['nam-nay', `${today.slice(0, 4)}-01-01`],
  ])
  return [starts.get(span), undefined]
}

async function namesFor(ctx: Context, entries: readonly Entry[], { actor, subject }: Asked) {
  const words = entries.flatMap(({ detail }) => Object.values(detail).filter((value) => typeof value === 'string'))
  const ids = [...entries.flatMap((entry) => [entry.actor, entry.subject]), ...words, actor, subject]
  const codes = [...entries.flatMap(({ posting }) => postingsOf(posting).map(({ unit }) => unit)), ...words]
  const [things, units] = await Promise.all([
    named(ctx, [...new Set(ids.filter((id) => id !== undefined))]),
    unitNames(ctx, [...new Set(codes.filter((code) => /^(\d{2}|\d{3}|\d{5})$/.test(code)))]),
  ])
  return { things, units }
}
