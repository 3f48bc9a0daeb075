/** A page that somebody reached by following links: the route that answers it, its address, and who stood before it. */
export interface Reached {
  readonly route: string
  readonly path: string
  readonly person: string | undefined
  readonly type: string
}

/** A link that a page shows to somebody whom the address then refuses. */
interface Refused {
  readonly path: string
  readonly person: string | undefined
  readonly status: number
  /** The page that shows the link. */
  readonly on: string
}

export interface Walked {
  readonly reached: readonly Reached[]
  readonly refused: readonly Refused[]
}

interface Walk {
  readonly url: string
  readonly routes: readonly string[]
  /** The routes that somebody is to meet. */
  readonly wanted: readonly string[]
  /** Sign-in names with the cookie of each; `undefined` is a visitor. */
  readonly people: readonly { readonly name: string | undefined; readonly cookie: string }[]
  readonly from: readonly string[]
}

// So many pages of one route are read for their links by one person, the second and third only while an address is
// still missing; of what visitors see, everybody else reads one: it may hold links for officers.
const pagesOfRoute = [1, 3]

/** Follows links from the first pages as each person, until every wanted route is met or no link is left to follow. */
export async function walk({ url, routes, wanted, people, from }: Walk): Promise<Walked> {
  const patterns = routes.map((route) => ({ route, pattern: patternOf(route) }))
  const routeOf = (path: string) =>
    patterns.find(({ route }) => route === path)?.route ?? patterns.find(({ pattern }) => pattern.test(path))?.route
  const walkers = people.map((person) => ({
    ...person,
    waiting: [...from],
    seen: new Map(from.map((path) => [path, 'the beginning'])),
    read: new Map<string, number>(),
  }))
  const reached: Reached[] = []
  const refused: Refused[] = []
  const missing = new Set(wanted)
  const open = new Set<string>()
  for (const most of pagesOfRoute) {
    for (const walker of walkers) {
      const { name, cookie, seen, read, waiting } = walker
      walker.waiting = []
      for (let path = waiting.shift(); path !== undefined && missing.size > 0; path = waiting.shift()) {
        const route = routeOf(bare(path))
        if (route === undefined) continue
        const before = read.get(route) ?? 0
        if (before >= (name !== undefined && open.has(route) ? 1 : most)) {
          walker.waiting.push(path)
          continue
        }
        const { status, type, links } = await follow(url + path, cookie)
        for (const link of links.filter((one) => !seen.has(one))) {
          seen.set(link, path)
          waiting.push(link)
        }
        if (status >= 400) refused.push({ path, person: name, status, on: seen.get(path) ?? '' })
        if (status !== 200) continue
        read.set(route, before + 1)
        missing.delete(route)
        reached.push({ route, path, person: name, type })
      }
      if (name === undefined) for (const route of read.keys()) open.add(route)
    }
  }
  return { reached, refused }
}

async function follow(url: string, cookie: string) {
  const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' })
  const text = await answer.text()
  const onward = answer.headers.get('location')
  return {
    status: answer.status,
    type: answer.headers.get('content-type')?.split(';')[0] ?? '',
    links: onward === null ? linksIn(text) : [onward],
  }
}

function bare(path: string): string {
  return path.replace(/[?#].*/, '')
}

// A page is told from another by its path; what is asked of it (?trang=2) is the same page again.
function linksIn(html: string): string[] {
  const links = [...html.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, link]) =>
    (link as string).replaceAll('&amp;', '&').replace(/#.*/, ''),
  )
  return [...new Set(links)].filter((link) => !link.startsWith('/assets/'))
}

function patternOf(route: string): RegExp {
  return new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(/:[a-z]+/gi, '[^/]+')}$`)
}
