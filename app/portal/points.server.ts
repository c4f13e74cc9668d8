import type { ZodError } from 'zod'
import { toldElsewhere } from './address.server.ts'

/** Read by a frame of another site as well, which sends no cookie and is sent none. */
export const POINTS_HEADERS = { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' }

/** Said by a map within a frame of another site: its links must say where they lead. */
export const FRAMED = 'cadre'

/** The points' pages, as paths; told whole to a map within a frame. */
export const linksFor = <T extends { href: string }>(request: Request, items: T[]): Promise<T[]> | T[] =>
  new URL(request.url).searchParams.has(FRAMED) ? toldElsewhere(items) : items

/** What is asked of a map's points, without what belongs to the page around it. */
export function pointsQuery(request: Request): URLSearchParams {
  const query = new URL(request.url).searchParams
  for (const name of [FRAMED, 'lng', '_routes', 'index', 'page', 'per_page', 'sort']) query.delete(name)
  return query
}

/** Which parameter of a view is wrong. */
export function frameWrong(error: ZodError): Response {
  const { path, message } = error.issues[0]!
  return Response.json(
    { error: { parameter: String(path[0] ?? ''), message } },
    { status: 400, headers: POINTS_HEADERS },
  )
}
