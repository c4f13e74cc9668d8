import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']
/** The paths a request is about, and those above them, since a page names the routes of what is above it. */
type Near = (paths: string[]) => string[]

/**
 * The router tries every route of the product on each address it is asked about, several times a
 * page. Those whose fixed words are not in the address can be left out before: what it finds among
 * the others is the same.
 */
export function nearRoutes(routes: Routes): Near {
  const branches = Object.keys(routes).map((id) => ({ id, words: wordsOf(routes, id) }))
  return (paths) => {
    const asked = paths.map(segmentsOf)
    return branches
      .filter(({ words }) =>
        asked.some(
          (segments) =>
            words.length <= segments.length &&
            words.every((word, nth) => word === null || word === segments[nth]),
        ),
      )
      .map(({ id }) => id)
  }
}

/** A route's segments from the root, up to the first that may be absent: `null` where anything may stand. */
function wordsOf(routes: Routes, id: string): (string | null)[] {
  const path: string[] = []
  for (let route = routes[id]; route; route = routes[route.parentId ?? '']) {
    path.unshift(...(route.path ?? '').split('/').filter(Boolean))
  }
  const loose = path.findIndex((segment) => segment === '*' || segment.endsWith('?'))
  return path
    .slice(0, loose < 0 ? undefined : loose)
    .map((segment) => (segment.includes(':') ? null : segment.toLowerCase()))
}

const segmentsOf = (path: string) =>
  path
    .split('/')
    .filter(Boolean)
    .map((segment) => decoded(segment).toLowerCase())

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** The same build with these routes alone. */
export function withRoutes(build: ServerBuild, ids: string[]): ServerBuild {
  const routes = Object.fromEntries(ids.map((id) => [id, build.routes[id]!]))
  const told = Object.fromEntries(ids.map((id) => [id, build.assets.routes[id]!]))
  return { ...build, routes, assets: { ...build.assets, routes: told } }
}
