import type { MiddlewareHandler } from 'hono'
import { apiError } from './api/respond.ts'

/** Control characters and the backslash. */
const NEVER_OURS = /%(?:[01][0-9a-f]|7f|5c)/i

/** No address of ours holds them: the database refuses NUL, the pages' router trips over the others. */
export const plainPath: MiddlewareHandler = async (c, next) => {
  if (!NEVER_OURS.test(new URL(c.req.url).pathname)) return next()
  if (c.req.path.startsWith('/api/')) return apiError(c, 404, 'not_found', 'There is no such address here')
  return c.text('Not found', 404)
}
