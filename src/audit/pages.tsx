import { Hono } from 'hono'
import { frame } from '../platform/frame.ts'
import { signedIn } from '../platform/sign-in.ts'
import type { Env, Request } from '../platform/web.ts'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import { readBook } from './reading.ts'
import type { BookQuery } from './reading.ts'
import { Book } from './views.tsx'

/** Read only, for auditors: nothing on these pages writes. */
export const auditPages = new Hono<Env>()
  .use(paths.audit.book(), signedIn)
  .get(paths.audit.book(), async (c) => c.html(await bookPage(c)))

function queryOf(c: Request): BookQuery {
  const before = Number(c.req.query('truoc'))
  return {
    subject: c.req.query('doi-tuong')?.trim() || undefined,
    actor: c.req.query('nguoi')?.trim() || undefined,
    fact: c.req.query('viec')?.trim() || undefined,
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  }
}

async function bookPage(c: Request) {
  const query = queryOf(c)
  const page = await readBook(c.var.ctx, query)
  return (
    <DeskPage {...frame(c)} title="Sổ ghi">
      <Book page={page} query={query} />
    </DeskPage>
  )
}
