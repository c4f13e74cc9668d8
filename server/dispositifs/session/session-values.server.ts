import { type SQL, sql } from 'drizzle-orm'
import type { SessionInput } from './session.schema.ts'

/** What is written of a session: an hour typed is that of the session's own clock. */
export function sessionValues({ opensAt, closesAt, ...input }: SessionInput) {
  const instant = (typed: string): SQL<Date> => sql`(${typed}::timestamp at time zone ${input.timeZone})`
  return { ...input, opensAt: instant(opensAt), closesAt: instant(closesAt) }
}
