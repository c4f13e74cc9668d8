import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Clock } from '#server/kernel/clock.ts'
import { takeBounce } from '#server/kernel/mail/take-bounce.server.ts'
import type { HttpEnv } from './env.ts'

const LARGEST_RETURN = 512 * 1024

const same = (one: string, other: string) => {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest())
  return timingSafeEqual(a!, b!)
}

/**
 * Where the mail server hands over mails that came back. Without a token it does not exist. It stands
 * before the refusal of cross-site writes: its caller is no browser and holds no cookie, and its body
 * is a mail, which that refusal does not know.
 */
export function mailBounces(token: string | undefined, clock: Clock) {
  const app = new Hono<HttpEnv>()
  app.use(async (c, next) => {
    if (!token) return c.notFound()
    return same(c.req.header('authorization') ?? '', `Bearer ${token}`) ? next() : c.text('Unauthorized', 401)
  })
  app.use(bodyLimit({ maxSize: LARGEST_RETURN, onError: (c) => c.text('Too large', 413) }))
  app.post('/', async (c) => {
    if (!/^message\/rfc822\b/i.test(c.req.header('content-type') ?? ''))
      return c.text('Unsupported body', 415)
    const raw = await c.req.text()
    // A mail that cannot be read is nobody's fault here, and sent again it would read no better.
    const taken = await takeBounce(raw, clock).catch((error: Error) => {
      if (/nesting|headers? size|maximum/i.test(error.message)) return 0
      throw error
    })
    return c.json({ taken })
  })
  return app
}
