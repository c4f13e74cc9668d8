import type { ZodError } from 'zod'

/** Read by a frame of another site as well, which sends no cookie and is sent none. */
export const POINTS_HEADERS = { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' }

/** What is asked of a map's points, without what belongs to the page around it. */
export function pointsQuery(request: Request): URLSearchParams {
  const query = new URL(request.url).searchParams
  for (const name of ['lng', '_routes', 'index', 'page', 'per_page', 'sort']) query.delete(name)
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
