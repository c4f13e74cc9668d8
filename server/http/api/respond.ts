import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { z } from 'zod'

export type ApiError = { error: { code: string; parameter?: string; message: string } }

export function apiError(
  c: Context,
  status: 400 | 404 | 429 | 500,
  code: string,
  message: string,
  parameter?: string,
) {
  return c.json<ApiError>({ error: { code, ...(parameter ? { parameter } : {}), message } }, status)
}

/** The first fault of a query, naming the parameter to mend. */
export function badQuery(c: Context, error: z.ZodError) {
  const issue = error.issues[0]!
  if (issue.code === 'unrecognized_keys') {
    const parameter = issue.keys[0]!
    return apiError(c, 400, 'unknown_parameter', `There is no parameter "${parameter}" here`, parameter)
  }
  const parameter = String(issue.path[0])
  const message =
    issue.message === 'unknown_value'
      ? 'This value is not one of the known ones'
      : `Bad value: ${issue.message}`
  return apiError(c, 400, 'bad_parameter', message, parameter)
}

/** JSON with an ETag: a client that has the same answer already gets 304 and no body. */
export function cacheableJson(c: Context, value: unknown) {
  const body = JSON.stringify(value)
  const etag = `"${createHash('sha1').update(body).digest('base64url')}"`
  const headers = { etag, 'cache-control': 'public, max-age=0, must-revalidate', vary: 'accept-language' }
  if (
    c.req
      .header('if-none-match')
      ?.split(/\s*,\s*/)
      .some((tag) => tag.replace(/^W\//, '') === etag)
  ) {
    return c.body(null, 304, headers)
  }
  return c.body(body, 200, { ...headers, 'content-type': 'application/json; charset=utf-8' })
}
