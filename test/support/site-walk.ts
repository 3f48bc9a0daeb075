/** A page that somebody reached by following links: the route that answers it, its address, and who stood before it. */
export interface Reached {
  readonly route: string
  readonly path: string
  readonly person: string | undefined
  readonly type: string
}

interface Walk {
  readonly url: string
  readonly routes: readonly string[]
  /** Sign-in names with the cookie of each; `undefined` is a visitor. */
  readonly people: readonly { readonly name: string | undefined; readonly cookie: string }[]
  readonly from: readonly string[]
}

// So many pages of one route are read for their links by one person; of what visitors see, one: it may hold links for officers.
const pagesOfRoute = 3

/** Follows links from the first pages as each person; an address nobody can click to is not reached. */
export async function walk({ url, routes, people, from }: Walk): Promise<readonly Reached[]> {
  const patterns = routes.map((route) => ({ route, pattern: patternOf(route) }))
  const routeOf = (path: string) =>
    patterns.find(({ route }) => route === path)?.route ?? patterns.find(({ pattern }) => pattern.test(path))?.route
  const reached: Reached[] = []
  const open = new Set<string>()
  for (const { name, cookie } of people) {
    const waiting = [...from]
    const seen = new Set(waiting)
    const read = new Map<string, number>()
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const route = routeOf(bare(path))
      if (route === undefined) continue
      const before = read.get(route) ?? 0
      if (before >= (open.has(route) ? 1 : pagesOfRoute)) continue
      const answer = await fetch(url + path, { headers: { cookie }, redirect: 'manual' })
      const text = await answer.text()
      const onward = answer.headers.get('location')
      const links = onward === null ? linksIn(text) : [onward]
      for (const link of links.filter((one) => !seen.has(one))) {
        seen.add(link)
        waiting.push(link)
      }
      if (answer.status !== 200) continue
      read.set(route, before + 1)
      reached.push({ route, path, person: name, type: answer.headers.get('content-type')?.split(';')[0] ?? '' })
    }
    if (name === undefined) for (const route of read.keys()) open.add(route)
  }
  return reached
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
