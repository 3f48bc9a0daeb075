import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { growingFrame, realFrame } from '../platform/frame.ts'
import type { Request } from '../platform/web.ts'
import { provincesToday } from '../territory/actions.ts'
import { PublicPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { sampleAccounts } from './actions-account.ts'
import { postingsOfAccounts } from './actions-posting.ts'
import { sessionCookie, sessionCookieOptions, sessionOf, signOut } from './actions.ts'
import type { SignedIn } from './actions.ts'
import { nextPath } from './rules.ts'
import { OutsideDoor } from './views-outside.tsx'
import { SamplePanel } from './views-samples.tsx'
import { SignInForm } from './views.tsx'

/** A new session always has a new token; the one the browser came with ends. */
export async function comeIn(
  c: Request,
  { token, mustChangePassword }: SignedIn,
  next: string | undefined,
): Promise<string> {
  await endThisSession(c)
  setCookie(c, sessionCookie, token, sessionCookieOptions(c.var.publicUrl))
  return mustChangePassword ? paths.identity.mine() : nextPath(next, paths.desk())
}

export async function endThisSession(c: Request): Promise<void> {
  const token = getCookie(c, sessionCookie)
  if (token === undefined) return
  await signOut(c.var.ctx, token)
  deleteCookie(c, sessionCookie, { path: '/' })
}

export async function thisSession(c: Request) {
  const token = getCookie(c, sessionCookie)
  return token === undefined ? undefined : sessionOf(c.var.ctx, token)
}

export function nextAsked(c: Request, trouble?: Trouble): string | undefined {
  const typed = trouble?.values['tiep']
  return typeof typed === 'string' ? typed : c.req.query('tiep')
}

export const home = { label: 'Trang chủ', href: paths.home() }

export async function signInPage(c: Request, trouble?: Trouble) {
  const { ctx, demonstration, openId } = c.var
  const samples = demonstration ? await sampleAccounts(ctx) : []
  const postings = await postingsOfAccounts(
    ctx,
    samples.map(({ id }) => id),
  )
  const provinces = demonstration ? await provincesToday(ctx) : []
  const next = nextAsked(c, trouble)
  return (
    <PublicPage
      {...(trouble ? realFrame(c) : { ...growingFrame(c), sample: false })}
      title="Đăng nhập"
      crumbs={[home, { label: 'Đăng nhập' }]}
    >
      <div class="stack">
        <h1>Đăng nhập</h1>
        <SignInForm next={next} trouble={trouble} />
        <OutsideDoor openId={openId} next={next} />
        <SamplePanel
          accounts={samples}
          postings={postings}
          provinces={new Map(provinces.map(({ code, name }) => [code, name]))}
          next={next}
        />
      </div>
    </PublicPage>
  )
}
